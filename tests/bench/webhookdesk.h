// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchset.h"
#include "eventload.h"
#include "httpload.h"

#include <QProcess>

namespace bench {

/// oms-billingd on a database of its own, and pgbench on the same one. The private cluster is kept,
/// the database is new with each reset(): durable, no table UNLOGGED, or the program ends.
class WebhookDesk
{
public:
    WebhookDesk();
    ~WebhookDesk();
    Q_DISABLE_COPY_MOVE(WebhookDesk)

    /// A fresh database with customers, and the server program on it.
    void reset();
    /// Sends until there is no more or the time is up; a failure ends the program.
    HttpLoad send(EventLoad &load, std::chrono::milliseconds longest, double perSecond = 0);
    /// Transactions a second of tests/bench/sql/<file>, 32 clients.
    double pgbench(const QString &file, int seconds);

    [[nodiscard]] qint64 number(const QByteArray &sql) const;
    void waitForProcessor() const; ///< Until nothing waits.
    [[nodiscard]] double residentMb() const;

    static const QByteArray secret;

private:
    void stop();
    void start();
    void fill() const;
    void expectHonest() const;
    [[nodiscard]] db::ConnectionParameters as(const QByteArray &role,
                                              const QByteArray &database = "webhooks") const;

    std::unique_ptr<db::PrivateCluster> m_cluster;
    std::unique_ptr<QProcess> m_daemon;
    quint16 m_port = 0;
};

} // namespace bench
