// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace db {

class Session;

/// A row that events alone could not settle.
struct DoubtfulObject
{
    QString type; ///< Stripe's `object` member; "charge": its refunds are to be listed.
    QString id;
};

/// What Stripe is to be asked for: rows marked needs_fetch, and charges whose refunds are not
/// known.
class Doubts
{
public:
    explicit Doubts(Session &session)
        : m_session(session)
    {
    }

    /// Longest in doubt first, without those.
    core::Result<QList<DoubtfulObject>> list(int limit, const QStringList &butFor = {});
    /// Stripe does not have it: there is nothing to ask for any more.
    core::Result<> drop(const DoubtfulObject &object);

    /// The refunds of these charges are to be listed; the time is that of the event that said so.
    core::Result<> askForRefunds(const QHash<QString, QDateTime> &charges);
    /// Takes the lock of an object in this transaction; false when somebody else is at it.
    core::Result<bool> tryLock(const QString &stripeId);

private:
    Session &m_session;
};

} // namespace db
