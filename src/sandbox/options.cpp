// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>

namespace sandbox {

using namespace Qt::StringLiterals;
using core::Error;
using core::fail;

namespace {

/// Reads one command line, value by value.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(sandbox::CommandLine)

public:
    CommandLine() { describe(); }

    [[nodiscard]] core::Result<Options> read(const QStringList &arguments);
    [[nodiscard]] QString help() const { return m_parser.helpText(); }

private:
    void describe();
    [[nodiscard]] core::Result<> takeListen(const QString &value);
    [[nodiscard]] core::Result<> takeWorld(QString value);
    [[nodiscard]] core::Result<> takeWebhooks(const QStringList &urls, const QStringList &secrets);
    [[nodiscard]] core::Result<> takeNumbers();

    QCommandLineParser m_parser;
    Options m_options;
};

void CommandLine::describe()
{
    m_parser.setApplicationDescription(
        tr("A stand-in for Stripe's API: keeps state, bills, and delivers signed webhooks."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({
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

core::Result<> CommandLine::takeListen(const QString &value)
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
    m_options.address = address;
    m_options.port = quint16(port);
    return {};
}

core::Result<> CommandLine::takeWorld(QString value)
{
    if (value.isEmpty())
        return {};
    m_options.isWorldEndOpen = value.count(u':') == 2;
    if (m_options.isWorldEndOpen)
        value += u':' + QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    const auto world = demo::WorldParameters::fromText(value);
    if (!world)
        return core::passOn(world);
    m_options.world = *world;
    return {};
}

core::Result<> CommandLine::takeWebhooks(const QStringList &urls, const QStringList &secrets)
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
        m_options.endpoints.append({.url = url, .secret = secrets[i].toUtf8()});
    }
    return {};
}

core::Result<> CommandLine::takeNumbers()
{
    bool isNumber = false;
    m_options.speed = m_parser.value(u"speed"_s).toDouble(&isNumber);
    if (!isNumber || m_options.speed < 0)
        return fail(Error::Kind::Invalid, tr("--speed wants a number."));
    if (!m_parser.isSet(u"retry"_s))
        return {};
    m_options.delivery.waits.clear();
    for (const QString &part : m_parser.value(u"retry"_s).split(u',', Qt::SkipEmptyParts)) {
        const double seconds = part.toDouble(&isNumber);
        if (!isNumber || seconds < 0)
            return fail(Error::Kind::Invalid, tr("--retry wants seconds, for example 1,5,30."));
        m_options.delivery.waits.append(std::chrono::milliseconds(qint64(seconds * 1000)));
    }
    return {};
}

core::Result<Options> CommandLine::read(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        return fail(Error::Kind::Invalid, m_parser.errorText());
    if (!m_parser.positionalArguments().isEmpty()) {
        return fail(Error::Kind::Invalid,
                    tr("\"%1\" is not an option.").arg(m_parser.positionalArguments().first()));
    }
    m_options.stateDirectory = m_parser.value(u"state"_s);
    for (const QString &key : m_parser.values(u"key"_s))
        m_options.keys.append(key.toUtf8());
    const core::Result<FaultPlan> faults = Faults::planFrom(m_parser.values(u"fault"_s).join(u','));
    if (!faults)
        return core::passOn(faults);
    m_options.faults = *faults;
    const core::Result<> taken[] = {
        takeListen(m_parser.value(u"listen"_s)),
        takeWorld(m_parser.value(u"world"_s)),
        takeWebhooks(m_parser.values(u"webhook"_s), m_parser.values(u"webhook-secret"_s)),
        takeNumbers(),
    };
    for (const core::Result<> &one : taken) {
        if (!one)
            return core::passOn(one);
    }
    return m_options;
}

} // namespace

core::Result<Options> optionsFrom(const QStringList &arguments)
{
    return CommandLine().read(arguments);
}

QString helpText()
{
    return CommandLine().help();
}

} // namespace sandbox
