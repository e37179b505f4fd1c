// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingtexts.h"

#include "app/databaseaddress.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

constexpr qsizetype longEnough = 16; ///< Of a shorter one, four characters would tell too much.

} // namespace

QString variableOf(services::Setting setting)
{
    using Setting = services::Setting;
    switch (setting) {
    case Setting::Database:
        return u"DATABASE_URL"_s;
    case Setting::StripeKey:
        return u"STRIPE_SECRET_KEY"_s;
    case Setting::WebhookSecrets:
        return u"STRIPE_WEBHOOK_SECRET"_s;
    case Setting::Listener:
        return u"OMS_BILLING_LISTEN"_s;
    }
    return {};
}

QString masked(const QString &secret)
{
    if (secret.isEmpty())
        return {};
    const qsizetype prefix = std::min<qsizetype>(secret.lastIndexOf(u'_', 10) + 1, 10);
    const QString end = secret.size() >= longEnough ? secret.right(4) : QString();
    return secret.left(prefix) + u'…' + end;
}

QString shownValue(services::Setting setting, const Configuration &configuration)
{
    using Setting = services::Setting;
    switch (setting) {
    case Setting::Database: {
        if (configuration.databaseUrl.isEmpty())
            return Text::tr("Private database on this computer");
        const auto address = splitDatabaseAddress(configuration.databaseUrl);
        return address ? address->url : Text::tr("An address that cannot be read");
    }
    case Setting::StripeKey:
        return masked(configuration.stripeKey);
    case Setting::WebhookSecrets: {
        QStringList all;
        for (const QByteArray &secret : configuration.webhookSecrets)
            all.append(masked(QString::fromUtf8(secret)));
        return all.join(u", "_s);
    }
    case Setting::Listener:
        return toText(configuration.listen);
    }
    return {};
}

QString demonstrationName()
{
    return Text::tr("the demonstration");
}

QList<QByteArray> splitSecrets(const QString &text)
{
    QList<QByteArray> secrets;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        secrets.append(part.trimmed().toUtf8());
    return secrets;
}

} // namespace app
