// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/access.h"
#include "sandbox/faults.h"
#include "sandbox/idempotency.h"
#include "sandbox/ledger.h"
#include "sandbox/routes.h"

#include <QObject>

namespace sandbox {

/// Answers the calls below /v1: key, version, parameters, idempotency, faults, one transaction.
class Api final : public QObject
{
    Q_OBJECT

public:
    /// @param machine  Rules the 24 hours of idempotency keys.
    Api(Context &context, Ledger &ledger, Access access, const core::Clock &machine);

    void handle(const http::Request &request, const http::Responder &respond);
    [[nodiscard]] Faults &faults() { return m_faults; }
    [[nodiscard]] qint64 calls() const { return m_calls; }
    /// Takes the part of a journal line that remembers an idempotency key.
    void replay(const QJsonObject &line);

private:
    /// What is known of one request while it is answered.
    struct Exchange
    {
        http::Request request;
        QString requestId;
        QString key;      ///< Of the caller and the idempotency layer; empty without one.
        QString shownKey; ///< The Idempotency-Key as it came.
        QByteArray form;
        Fault fault;
    };
    struct Outcome
    {
        int status = 200;
        QJsonObject body;
        QByteArray shouldRetry;
        QString originalRequest; ///< Set on a replay.
    };

    [[nodiscard]] Exchange exchangeFor(const http::Request &request);
    void answer(const Exchange &exchange, const http::Responder &respond);
    [[nodiscard]] Outcome outcomeOf(const Exchange &exchange);
    [[nodiscard]] Outcome perform(const Exchange &exchange, const RouteMatch &match,
                                  const Params &params);
    [[nodiscard]] Answer run(const RouteMatch &match, const Call &call);
    [[nodiscard]] Answer inLiveMode(const RouteMatch &match, const Call &call) const;
    [[nodiscard]] Outcome remember(const Exchange &exchange, Outcome outcome);
    [[nodiscard]] Outcome refusal(const Exchange &exchange, const ApiError &error) const;
    [[nodiscard]] http::Response responseFor(const Exchange &exchange,
                                             const Outcome &outcome) const;

    Context &m_context;
    Ledger &m_ledger;
    const Access m_access;
    const core::Clock &m_machine;
    const Routes m_routes;
    Faults m_faults;
    Idempotency m_idempotency;
    qint64 m_calls = 0;
};

} // namespace sandbox
