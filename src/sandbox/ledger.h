// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/context.h"
#include "sandbox/journal.h"
#include "sandbox/schedule.h"

#include <QObject>

namespace sandbox {

/// Ends transactions: what a call has staged becomes durable, then visible, then known to the
/// schedule and to the webhooks.
class Ledger final : public QObject
{
    Q_OBJECT

public:
    /// @param journal  None: everything is forgotten at the end.
    Ledger(Context &context, Schedule &schedule, std::unique_ptr<Journal> journal);

    /// Reads what earlier runs have left.
    /// @param apply  Gets what commit() was given as `more`.
    void replay(const std::function<void(const QJsonObject &more)> &apply);

    /// @param more  Further fields of the journal's line. After an error nothing has changed.
    [[nodiscard]] core::Result<> commit(const QJsonObject &more = {});
    void rollback();

Q_SIGNALS:
    void eventHappened(const QJsonObject &event);
    void endpointsChanged();

private:
    void reschedule(Kind kind, const QJsonObject &object);

    Context &m_context;
    Schedule &m_schedule;
    std::unique_ptr<Journal> m_journal;
};

} // namespace sandbox
