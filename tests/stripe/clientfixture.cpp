// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"

#include <utility>

using namespace stripe;

namespace {

QStringList loggedLines;

void noteLog(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    if (qstrcmp(context.category, "oms.stripe") == 0)
        loggedLines.append(message);
}

} // namespace

void ClientFixture::start()
{
    loggedLines.clear();
    qInstallMessageHandler(&noteLog);
    m_server = std::make_unique<ScriptedServer>();
    m_client = newClient({});
}

void ClientFixture::stop()
{
    m_client.reset();
    m_server.reset();
    qInstallMessageHandler(nullptr);
}

std::unique_ptr<HttpClient> ClientFixture::newClient(ClientOptions options)
{
    const auto key = checkKey(QString::fromLatin1(secretKey), m_server->url());
    options.key = key.value_or(ApiKey());
    if (options.base == QUrl(QString::fromLatin1(defaultBase)))
        options.base = m_server->url();
    options.limits = {.perSecond = 1000, .burst = 100, .inFlight = options.limits.inFlight};
    options.random = [] { return 0.0; };
    return std::make_unique<HttpClient>(options);
}

Reply ClientFixture::send(const Call &call)
{
    return QCoro::waitFor(m_client->send(call));
}

const QStringList &ClientFixture::logged()
{
    return loggedLines;
}

Call ClientFixture::post()
{
    return createCustomer({.email = u"private@acme.example"_qs}, "key-1");
}

Call ClientFixture::within(Call call, std::chrono::milliseconds deadline)
{
    call.deadline = deadline;
    return call;
}

Call ClientFixture::inBackground(Call call)
{
    call.priority = Priority::Background;
    return call;
}
