// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/options.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace sandbox {
class Sandbox;
}

/// A sandbox on a free port and on a thread of its own, so that a test may block while it answers.
/// Every call waits until the sandbox has done it.
class RunningSandbox
{
public:
    /// @param options  Address and port are chosen here. Webhooks are tried again after 50 ms,
    ///                 100 ms and 200 ms unless the options say otherwise.
    explicit RunningSandbox(sandbox::Options options = withQuickRetries());
    ~RunningSandbox();
    Q_DISABLE_COPY_MOVE(RunningSandbox)

    [[nodiscard]] static sandbox::Options withQuickRetries();
    /// The same with a generated world, for example "1:50:12:2024-06-30".
    [[nodiscard]] static sandbox::Options withWorld(const QString &world);

    [[nodiscard]] bool isRunning() const { return m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString baseUrl() const { return m_url; } ///< Without a slash at the end.
    [[nodiscard]] QByteArray key() const { return "sk_test_sandbox_tests"; }
    /// The sandbox's time, Unix seconds.
    [[nodiscard]] qint64 now();

    void setWebhook(const QString &url, const QByteArray &secret);
    void setFaults(const sandbox::FaultPlan &plan);
    /// Lets that much time pass: renewals, retries and due dates happen on the way.
    /// @return How many things did.
    int advance(std::chrono::seconds time);
    int advanceDays(int days) { return advance(std::chrono::hours(24 * days)); }
    [[nodiscard]] QJsonObject status();

private:
    template <typename F>
    auto call(F work);

    QThread m_thread;
    QObject m_worker;                            ///< Lives on m_thread.
    std::unique_ptr<sandbox::Sandbox> m_sandbox; ///< Made and ended there too.
    QString m_url;
    QString m_error;
};
