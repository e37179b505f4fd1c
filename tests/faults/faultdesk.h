// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/pgconnection.h"
#include "db/privatecluster.h"
#include "deliveryload.h"
#include "runningsandbox.h"

#include <QProcess>

#include <memory>
#include <vector>

class SandboxClient;

/// Real processes to break: a PostgreSQL of its own that is as durable as a user's, oms-billingd
/// once or more, and a sandbox with something to tell.
class FaultDesk
{
public:
    /// How often a fault is repeated: OMS_FAULT_ROUNDS, else twice.
    [[nodiscard]] static int rounds();
    /// Printed, so that a failure can be repeated: OMS_FAULT_SEED, else a new one.
    [[nodiscard]] static quint32 seed();

    explicit FaultDesk(const QString &folder = {});
    ~FaultDesk();
    Q_DISABLE_COPY_MOVE(FaultDesk)

    /// What programs that are started from now on find in their environment.
    void setEnvironment(const QList<std::pair<QString, QString>> &values)
    {
        m_environment = values;
    }
    void startProgram(); ///< One more, on a port that is kept.
    void startAgain(std::size_t number = 0);
    void killProgram(std::size_t number = 0);
    [[nodiscard]] quint16 port(std::size_t number = 0) const;
    [[nodiscard]] double residentMb(std::size_t number = 0) const;

    void cutPower();     ///< pg_ctl stop -m immediate.
    void stopDatabase(); ///< In an orderly way.
    void startDatabase();
    [[nodiscard]] pid_t postmaster() const;
    [[nodiscard]] const db::PrivateCluster &cluster() const { return *m_cluster; }
    [[nodiscard]] db::PgConnection admin() const;
    [[nodiscard]] QString value(const QByteArray &sql) const;

    /// Subscriptions of some months, with cards that pay and cards that do not, money that went
    /// back, customers that moved; the events of all of it, as Stripe would deliver them.
    void makeHistory();
    /// Where those begin that the sandbox still lists.
    [[nodiscard]] qsizetype recentFrom() const { return m_recentFrom; }
    void begin(); ///< A history, and the program that is to learn of it.
    /// Takes out all of every tenth object from there on; gives how many.
    static qsizetype dropSome(QList<QByteArray> &bodies, qsizetype from);

    [[nodiscard]] DeliveryLoad::Plan load() const;
    /// Waits until that many more deliveries were answered with 200; false after 30 s.
    [[nodiscard]] static bool waitForAnswers(const DeliveryLoad &load, int more);
    /// Ends the load and tells what is wrong: an acknowledged event that is not there or twice, one
    /// that was applied twice, a mirror that is not what the sandbox says. Empty: all is well.
    [[nodiscard]] QStringList verdict(DeliveryLoad &load);
    [[nodiscard]] QStringList verdictOnMirror();
    [[nodiscard]] QStringList differences() const; ///< Of the mirror from the sandbox.

    static const QByteArray secret;

private:
    void collectEvents();
    /// Part of a payment, or of an invoice, of the customer.
    void giveBack(SandboxClient &client, const QString &customer, bool isCredited);

    struct Program
    {
        quint16 port = 0;
        std::unique_ptr<QProcess> process;
    };

    std::unique_ptr<db::PrivateCluster> m_cluster;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::vector<Program> m_programs;
    QList<std::pair<QString, QString>> m_environment;
    QList<QByteArray> m_events;
    qsizetype m_recentFrom = 0;
};
