// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/endpointreport.h"

#include "models/wording.h"
#include "services/eventtypes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(WebhookEndpoints)
};

} // namespace

EndpointReport reportOf(const core::WebhookEndpoint &endpoint, const QString &ownVersion)
{
    EndpointReport report;
    const QStringList handled = services::eventTypesFor(endpoint.apiVersion);
    const QStringList &sent = endpoint.enabledEvents;
    const bool sendsAll = sent.contains(u"*"_s);
    for (const QString &type : handled) {
        if (!sendsAll && !sent.contains(type))
            report.missing.append(type);
    }
    for (const QString &type : sent) {
        if (!handled.contains(type))
            report.superfluous.append(type);
    }
    report.handled = int(handled.size());
    report.isOtherVersion = endpoint.apiVersion != ownVersion;
    return report;
}

QString typesText(const EndpointReport &report)
{
    if (report.isUpToDate())
        return Text::tr("All %n", "event types that are handled here", report.handled);
    if (report.superfluous.contains(u"*"_s))
        return Text::tr("Every type there is");
    QStringList parts;
    if (!report.missing.isEmpty())
        parts.append(Text::tr("%n missing", "event types", int(report.missing.size())));
    if (!report.superfluous.isEmpty())
        parts.append(Text::tr("%n too many", "event types", int(report.superfluous.size())));
    return parts.join(u", "_s);
}

QString secretText(core::EndpointSecret secret)
{
    switch (secret) {
    case core::EndpointSecret::Ours:
        //: The signing secret of a webhook endpoint: in this desk's keychain.
        return Text::tr("Kept here");
    case core::EndpointSecret::NotOurs:
        //: The signing secret of a webhook endpoint.
        return Text::tr("Not here");
    case core::EndpointSecret::Unknown:
        //: Whether the signing secret of a webhook endpoint is kept here.
        return Text::tr("Unknown");
    }
    return {};
}

QString versionText(const QString &apiVersion)
{
    //: The API version of a webhook endpoint that names none: the account's own.
    return apiVersion.isEmpty() ? Text::tr("Default") : apiVersion;
}

QString overlapText(const core::RollOverlap &overlap)
{
    if (overlap.endsWithFirstEvent && overlap.until.isValid())
        return Text::tr("until the new one has delivered its first event, at the latest until %1")
            .arg(exactTime(overlap.until));
    if (overlap.endsWithFirstEvent)
        return Text::tr("until the new one has delivered its first event");
    if (overlap.until.isValid())
        return Text::tr("until %1").arg(exactTime(overlap.until));
    return Text::tr("until you finish it");
}

} // namespace models
