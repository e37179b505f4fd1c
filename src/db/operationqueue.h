// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QByteArray>

#include <chrono>

namespace db {

class Session;

/// What goes to Stripe for an operation: kept so that a second sending is byte-equal.
struct OperationRequest
{
    QString method;
    QString path;
    QByteArray body;
    QString stripeVersion;
};

struct ClaimedOperation
{
    core::Operation operation;
    OperationRequest request; ///< Empty method: not prepared yet.
};

/// Table operations: every write to Stripe, from before it is sent until its outcome is known.
/// Rows of a group run in order of `step`, each once the one before it is done. Times are the
/// database's clock.
class OperationQueue
{
public:
    explicit OperationQueue(Session &session)
        : m_session(session)
    {
    }

    /// Adds the steps of one group. Errors: Conflict when an equal operation is open already.
    core::Result<> submit(const QList<core::Operation> &steps);
    /// Takes the next operation that may run, under a lease: planned ones that a person confirmed
    /// within `patience`, and sent or unknown ones whose lease has run out. Operations whose
    /// answer holds a secret name its keeper in their input: only that one takes them.
    core::Result<std::optional<ClaimedOperation>> claim(const QString &worker,
                                                        std::chrono::seconds lease,
                                                        std::chrono::seconds patience,
                                                        const QString &keeper = {});
    /// Keeps what will be sent. Commit before the first byte goes out.
    /// Gives the time at which this key was first sent.
    core::Result<QDateTime> markSent(const QUuid &id, const OperationRequest &request);
    // These three fail with Conflict when another worker has ended the operation meanwhile.
    core::Result<> done(const QUuid &id, const QJsonObject &result);
    /// `hasActed`: Stripe did it, only our side could not follow. It keeps its key then.
    core::Result<> refused(const QUuid &id, const core::Error &error, bool hasActed = false);
    /// The outcome is not known or Stripe was not reached: the same key is sent again later.
    core::Result<> unknown(const QUuid &id, const core::Error &error,
                           std::chrono::milliseconds delay);
    /// A new key, which it gives, after proof that the old one had no effect.
    core::Result<QString> rekey(const QUuid &id);
    /// Who holds leases that have not run out.
    core::Result<QStringList> leaseHolders();
    /// Ends the leases of workers that are known to be dead; gives how many there were.
    core::Result<qint64> takeOver(const QStringList &workers);

    core::Result<QList<core::Operation>> group(const QUuid &groupId);
    core::Result<QList<core::Operation>> unfinished();
    core::Result<core::Operation> find(const QUuid &id);
    /// A refused step becomes planned again, under a new key unless Stripe has acted; a planned
    /// one is confirmed, and so are the steps after it. Errors: Conflict.
    core::Result<> resume(const QUuid &id, const QJsonObject &input);
    core::Result<> withdraw(const QUuid &groupId);

private:
    Session &m_session;
};

} // namespace db
