// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxprocess.h"

#include <QCoro/QCoroIODevice>
#include <QCoro/QCoroNetworkReply>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

SandboxProcess::SandboxProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Also when this program is killed, the sandbox must not go on for ever.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

SandboxProcess::~SandboxProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(3000);
}

QCoro::Task<core::Result<QUrl>> SandboxProcess::start(QString world, QString stateDirectory)
{
    m_process.start(
        QCoreApplication::applicationDirPath() + u"/oms-stripe-sandbox"_s,
        {u"--listen"_s, u"127.0.0.1:0"_s, u"--world"_s, world, u"--state"_s, stateDirectory});
    const QByteArray line = co_await qCoro(m_process).readLine(1024, 20s);
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    m_url = QUrl(ready[u"url"_s].toString());
    if (!ready[u"ready"_s].toBool() || !m_url.isValid())
        co_return core::fail(core::Error::Kind::Internal,
                             tr("The Stripe sandbox did not start. Is oms-stripe-sandbox beside "
                                "this program?"),
                             m_process.errorString());
    const QUrl url = m_url; // QCoro 0.8 moves out of whatever co_return names, members too
    co_return url;
}

QCoro::Task<core::Result<>> SandboxProcess::sendWebhooksTo(QUrl endpoint, QByteArray secret)
{
    QNetworkRequest request(m_url.resolved(QUrl(u"/sandbox/webhook"_s)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject body{{u"url"_s, endpoint.toString()},
                           {u"secret"_s, QString::fromLatin1(secret)}};
    QNetworkReply *reply =
        m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    co_await qCoro(reply).waitForFinished();
    const bool isTaken = reply->error() == QNetworkReply::NoError;
    const QString why = reply->errorString();
    reply->deleteLater();
    if (!isTaken)
        co_return core::fail(core::Error::Kind::Internal,
                             tr("The Stripe sandbox does not take the webhook endpoint."), why);
    co_return core::Result<>{};
}

} // namespace app
