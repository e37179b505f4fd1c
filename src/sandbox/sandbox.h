// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "sandbox/api.h"
#include "sandbox/clockwork.h"
#include "sandbox/delivery.h"
#include "sandbox/options.h"

#include <QObject>

#include <memory>

namespace sandbox {

/// The whole stand-in: everything lives on the thread that made it, but for the HTTP server's own.
class Sandbox final : public QObject
{
    Q_OBJECT

public:
    /// @return Running and listening. Errors name a sentence: port in use, state unreadable or of
    ///         another world.
    [[nodiscard]] static core::Result<std::unique_ptr<Sandbox>> start(const Options &options);
    ~Sandbox() override;

    [[nodiscard]] QString url() const;
    [[nodiscard]] qint64 now() const { return m_clock.seconds(); }
    [[nodiscard]] core::Result<int> advanceTo(qint64 seconds);
    [[nodiscard]] Faults &faults() { return m_api.faults(); }
    /// Replaces the endpoints of the options; those made through the API stay.
    void setEndpoints(QList<Endpoint> endpoints);
    [[nodiscard]] bool resend(const QString &eventId);
    [[nodiscard]] QJsonObject status();
    /// Answers what is in flight, then ends. The future always comes.
    QFuture<bool> stop(std::chrono::milliseconds deadline);

private:
    Sandbox(const Options &options, std::unique_ptr<Journal> journal);
    void replay();
    void scheduleWorld(int firstTenant, int count);
    void scheduleSome();
    void handle(const http::Request &request, const http::Responder &respond);
    [[nodiscard]] core::Result<> listen();
    void refreshEndpoints();
    void noteDelivery(const QString &eventId);
    void applyDelivery(const QString &eventId);

    const Options m_options;
    const core::SystemClock m_machine;
    BillingClock m_clock;
    const std::unique_ptr<Origin> m_origin;
    Store m_store;
    Schedule m_schedule;
    Delivery m_delivery;
    Context m_context;
    Ledger m_ledger;
    Api m_api;
    Clockwork m_clockwork;
    QList<Endpoint> m_configured;
    int m_scheduledTenants = 0;
    qint64 m_began = 0; ///< When this state was first used; the world renews from then on.
    quint16 m_port = 0;
    std::unique_ptr<http::Server> m_server; ///< Last: it stops first.
};

} // namespace sandbox
