// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoro/QCoroTask>

#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>

namespace app {

/// The Stripe stand-in as a program of its own, for the demonstration. Ends with this object, and
/// with this program however that ends.
class SandboxProcess : public QObject
{
    Q_OBJECT

public:
    explicit SandboxProcess(QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Starts it on that world (demo::WorldParameters as text), keeping what is changed in
    /// `stateDirectory`; gives its base URL. Errors: Internal, with what it said.
    QCoro::Task<core::Result<QUrl>> start(QString world, QString stateDirectory);
    /// Where it sends its webhooks, signed with that secret.
    QCoro::Task<core::Result<>> sendWebhooksTo(QUrl endpoint, QByteArray secret);

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QUrl m_url;
};

} // namespace app
