// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.h"

#include "app/settingtexts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Configuration)
};

/// One row per setting. Secrets have no option: a command line is visible to everyone.
struct Setting
{
    const char *variable;
    const char *option; ///< Null for secrets.
    const char *fallback;
    const char *description;
};

constexpr std::array settings{
    Setting{"STRIPE_SECRET_KEY", nullptr, "", nullptr},
    Setting{"STRIPE_WEBHOOK_SECRET", nullptr, "", nullptr},
    Setting{"STRIPE_API_VERSION", "stripe-api-version", "2023-10-16",
            QT_TRANSLATE_NOOP("Configuration", "Version of Stripe's API to use.")},
    Setting{"STRIPE_API_BASE", "stripe-api-base", "https://api.stripe.com",
            QT_TRANSLATE_NOOP("Configuration", "Base URL of Stripe's API, without /v1.")},
    Setting{"DATABASE_URL", "database-url", "",
            QT_TRANSLATE_NOOP("Configuration",
                              "postgresql:// address. Unset: a private database here.")},
    Setting{"DATABASE_READ_URL", "database-read-url", "",
            QT_TRANSLATE_NOOP("Configuration", "Replica for reports; not used yet.")},
    Setting{"OMS_BILLING_LISTEN", "listen", "127.0.0.1:8000",
            QT_TRANSLATE_NOOP("Configuration",
                              "Address and port for webhooks, for example 127.0.0.1:8000.")},
};

const Setting &settingOf(const char *variable)
{
    return *std::ranges::find_if(
        settings, [&](const Setting &row) { return qstrcmp(row.variable, variable) == 0; });
}

/// The value, and in `configuration.sources` who set it.
QString take(const QCommandLineParser &parser, const char *variable, Configuration &configuration)
{
    const Setting &setting = settingOf(variable);
    const QString name = QString::fromLatin1(variable);
    const QString option = QString::fromLatin1(setting.option);
    if (!option.isEmpty() && parser.isSet(option)) {
        configuration.sources[name] = u"--"_s + option;
        return parser.value(option);
    }
    const QString fromEnvironment = qEnvironmentVariable(variable).trimmed();
    if (fromEnvironment.isEmpty())
        return QString::fromLatin1(setting.fallback);
    configuration.sources[name] = name;
    return fromEnvironment;
}

} // namespace

core::Result<ListenAddress> parseListen(const QString &text)
{
    ListenAddress listen;
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon >= 0 ? text.left(colon) : QString();
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    const ushort port = text.mid(colon + 1).toUShort(&isNumber);
    if (host.isEmpty() || host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (!isNumber || !listen.address.setAddress(host))
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("This is not an address and port. Write it as 127.0.0.1:8000."),
                          {}, u"OMS_BILLING_LISTEN"_s);
    listen.port = port;
    return listen;
}

QString toText(const ListenAddress &listen)
{
    const QString host = listen.address.toString();
    const bool isSix = listen.address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isSix ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(listen.port);
}

void addConfigurationOptions(QCommandLineParser &parser)
{
    for (const Setting &setting : settings) {
        if (setting.option != nullptr)
            parser.addOption({QString::fromLatin1(setting.option),
                              QCoreApplication::translate("Configuration", setting.description),
                              QString::fromLatin1(setting.variable)});
    }
    parser.addOption({u"allow-plaintext-beyond-loopback"_s,
                      Text::tr("Listen on other addresses than this machine's own without TLS, "
                               "behind a proxy that has it.")});
}

Configuration defaultConfiguration()
{
    const auto valueOf = [](const char *variable) {
        return QString::fromLatin1(settingOf(variable).fallback);
    };
    Configuration configuration;
    configuration.stripeVersion = valueOf("STRIPE_API_VERSION").toLatin1();
    configuration.stripeBase = QUrl(valueOf("STRIPE_API_BASE"));
    configuration.listen = parseListen(valueOf("OMS_BILLING_LISTEN")).value();
    return configuration;
}

core::Result<Configuration> readConfiguration(const QCommandLineParser &parser)
{
    Configuration configuration;
    configuration.databaseUrl = take(parser, "DATABASE_URL", configuration);
    configuration.databaseReadUrl = take(parser, "DATABASE_READ_URL", configuration);
    configuration.stripeKey = take(parser, "STRIPE_SECRET_KEY", configuration);
    configuration.stripeVersion = take(parser, "STRIPE_API_VERSION", configuration).toLatin1();
    configuration.stripeBase = QUrl(take(parser, "STRIPE_API_BASE", configuration));
    configuration.webhookSecrets =
        splitSecrets(take(parser, "STRIPE_WEBHOOK_SECRET", configuration));
    configuration.allowPlaintextBeyondLoopback = parser.isSet(u"allow-plaintext-beyond-loopback"_s);
    if (!configuration.stripeBase.isValid() || configuration.stripeBase.host().isEmpty())
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("STRIPE_API_BASE is not a web address. Write it as "
                                   "https://api.stripe.com."),
                          {}, u"STRIPE_API_BASE"_s);
    const QString listen = take(parser, "OMS_BILLING_LISTEN", configuration);
    const auto address = parseListen(listen);
    if (!address)
        return core::fail(core::Error::Kind::Invalid,
                          u"OMS_BILLING_LISTEN: "_s + address.error().message, {},
                          u"OMS_BILLING_LISTEN"_s);
    configuration.listen = *address;
    return configuration;
}

} // namespace app
