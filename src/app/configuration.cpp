// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.h"

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

QString valueOf(const QCommandLineParser &parser, const Fallback &fallback, const char *variable)
{
    const Setting &setting = settingOf(variable);
    const QString option = QString::fromLatin1(setting.option);
    if (!option.isEmpty() && parser.isSet(option))
        return parser.value(option);
    const QString fromEnvironment = qEnvironmentVariable(variable).trimmed();
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QString stored = fallback ? fallback(QString::fromLatin1(variable)) : QString();
    return stored.isEmpty() ? QString::fromLatin1(setting.fallback) : stored;
}

/// "127.0.0.1:8000", "[::1]:8000", ":8000" or "8000".
core::Result<> readListen(const QString &text, Configuration &configuration)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon >= 0 ? text.left(colon) : QString();
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    const ushort port = text.mid(colon + 1).toUShort(&isNumber);
    if (host.isEmpty() || host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (!isNumber || !configuration.listenAddress.setAddress(host))
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("OMS_BILLING_LISTEN is not an address and port. Write it as "
                                   "127.0.0.1:8000."),
                          {}, u"OMS_BILLING_LISTEN"_s);
    configuration.listenPort = port;
    return {};
}

} // namespace

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

core::Result<Configuration> readConfiguration(const QCommandLineParser &parser,
                                              const Fallback &fallback)
{
    Configuration configuration;
    configuration.databaseUrl = valueOf(parser, fallback, "DATABASE_URL");
    configuration.databaseReadUrl = valueOf(parser, fallback, "DATABASE_READ_URL");
    configuration.stripeKey = valueOf(parser, fallback, "STRIPE_SECRET_KEY");
    configuration.stripeVersion = valueOf(parser, fallback, "STRIPE_API_VERSION").toLatin1();
    configuration.stripeBase = QUrl(valueOf(parser, fallback, "STRIPE_API_BASE"));
    const QStringList secrets =
        valueOf(parser, fallback, "STRIPE_WEBHOOK_SECRET").split(u',', Qt::SkipEmptyParts);
    for (const QString &secret : secrets)
        configuration.webhookSecrets.append(secret.trimmed().toUtf8());
    configuration.allowPlaintextBeyondLoopback = parser.isSet(u"allow-plaintext-beyond-loopback"_s);
    if (!configuration.stripeBase.isValid() || configuration.stripeBase.host().isEmpty())
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("STRIPE_API_BASE is not a web address. Write it as "
                                   "https://api.stripe.com."),
                          {}, u"STRIPE_API_BASE"_s);
    const QString listen = valueOf(parser, fallback, "OMS_BILLING_LISTEN");
    if (const auto read = readListen(listen, configuration); !read)
        return core::passOn(read);
    return configuration;
}

} // namespace app
