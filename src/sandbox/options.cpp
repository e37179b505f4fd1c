// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>

namespace sandbox {

using namespace Qt::StringLiterals;
using core::Error;
using core::fail;

static QString tr(const char *text)
{
    return QCoreApplication::translate("sandbox::Options", text);
}

static void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        tr("A stand-in for Stripe's API: keeps state, bills, and delivers signed webhooks."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"listen"_s, tr("Address and port; port 0 takes a free one."), u"address:port"_s,
         u"127.0.0.1:12111"_s},
        {u"world"_s, tr("Begin with a generated world; until defaults to today."),
         u"seed:tenants:months[:until]"_s},
        {u"state"_s, tr("Keep what changes in this folder over restarts."), u"folder"_s},
        {u"webhook"_s, tr("Deliver events to this address; may be given several times."), u"url"_s},
        {u"webhook-secret"_s, tr("The secret the deliveries are signed with, for each --webhook."),
         u"whsec"_s},
        {u"key"_s, tr("Accept this API key only; may be given several times."), u"key"_s},
        {u"fault"_s,
         tr("Fail on purpose: latency_ms, rate_429, rate_500, drop_connection, "
            "after_effect, method, paths (with ':' between), count."),
         u"name=value,…"_s},
        {u"speed"_s, tr("Let the billing clock run that many times as fast."), u"factor"_s, u"1"_s},
        {u"retry"_s, tr("Seconds before each further attempt of a webhook, with ',' between."),
         u"seconds"_s},
    });
}

static core::Result<> takeListen(Options &options, const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    bool isPort = false;
    const uint port = value.sliced(colon + 1).toUInt(&isPort);
    QString host = value.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    const QHostAddress address(host);
    if (colon < 0 || !isPort || port > 65535 || address.isNull()) {
        return fail(Error::Kind::Invalid,
                    tr("\"%1\" is not an address and port such as 127.0.0.1:12111.").arg(value));
    }
    options.address = address;
    options.port = quint16(port);
    return {};
}

static core::Result<> takeWorld(Options &options, QString value)
{
    if (value.isEmpty())
        return {};
    options.isWorldEndOpen = value.count(u':') == 2;
    if (options.isWorldEndOpen)
        value += u':' + QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    const auto world = demo::WorldParameters::fromText(value);
    if (!world)
        return core::passOn(world);
    options.world = *world;
    return {};
}

static core::Result<> takeWebhooks(Options &options, const QStringList &urls,
                                   const QStringList &secrets)
{
    if (urls.size() != secrets.size()) {
        return fail(Error::Kind::Invalid,
                    tr("Each --webhook needs a --webhook-secret: unsigned events are of no use."));
    }
    for (qsizetype i = 0; i < urls.size(); ++i) {
        const QUrl url(urls[i], QUrl::StrictMode);
        if (!url.isValid() || !url.scheme().startsWith("http"_L1) || url.host().isEmpty()) {
            return fail(Error::Kind::Invalid, tr("\"%1\" is not a web address.").arg(urls[i]));
        }
        options.endpoints.append({.url = url, .secret = secrets[i].toUtf8()});
    }
    return {};
}

static core::Result<> takeNumbers(Options &options, const QCommandLineParser &parser)
{
    bool isNumber = false;
    options.speed = parser.value(u"speed"_s).toDouble(&isNumber);
    if (!isNumber || options.speed < 0)
        return fail(Error::Kind::Invalid, tr("--speed wants a number."));
    if (!parser.isSet(u"retry"_s))
        return {};
    options.delivery.waits.clear();
    for (const QString &part : parser.value(u"retry"_s).split(u',', Qt::SkipEmptyParts)) {
        const double seconds = part.toDouble(&isNumber);
        if (!isNumber || seconds < 0)
            return fail(Error::Kind::Invalid, tr("--retry wants seconds, for example 1,5,30."));
        options.delivery.waits.append(std::chrono::milliseconds(qint64(seconds * 1000)));
    }
    return {};
}

core::Result<Options> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return fail(Error::Kind::Invalid, parser.errorText());
    if (!parser.positionalArguments().isEmpty()) {
        return fail(Error::Kind::Invalid,
                    tr("\"%1\" is not an option.").arg(parser.positionalArguments().first()));
    }
    Options options;
    options.stateDirectory = parser.value(u"state"_s);
    for (const QString &key : parser.values(u"key"_s))
        options.keys.append(key.toUtf8());
    const core::Result<FaultPlan> faults = Faults::planFrom(parser.values(u"fault"_s).join(u','));
    if (!faults)
        return core::passOn(faults);
    options.faults = *faults;
    for (const core::Result<> &taken :
         {takeListen(options, parser.value(u"listen"_s)),
          takeWorld(options, parser.value(u"world"_s)),
          takeWebhooks(options, parser.values(u"webhook"_s), parser.values(u"webhook-secret"_s)),
          takeNumbers(options, parser)}) {
        if (!taken)
            return core::passOn(taken);
    }
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace sandbox
