// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QUuid>

#include <chrono>
#include <memory>

class QThread;

namespace db {

/// Something that was changed and committed, by whichever desk, engine or event.
struct Change
{
    QString entity; ///< tenant, subscription, invoice, …; "*" with a null id: read all again.
    QUuid id;
    QUuid tenantId; ///< Null where it belongs to no tenant.

    bool operator==(const Change &) const = default;
};

class ChangeReader;

/// Listens on a connection of its own and tells every committed change once, in batches, on the
/// thread of this object. A notification only wakes it; what it tells it reads from the table
/// `changes`, so nothing is missed while the connection is away.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    /// How long at most until a change shows whose notification was lost.
    struct Pace
    {
        std::chrono::milliseconds slowPoll = std::chrono::seconds(2);
        std::chrono::milliseconds firstRetry = std::chrono::milliseconds(100);
    };

    /// Tells what is committed after started(); of these entities alone, where some are named.
    explicit ChangeFeed(const ConnectionParameters &parameters, const QStringList &entities = {});
    ChangeFeed(const ConnectionParameters &parameters, const Pace &pace,
               const QStringList &entities = {}, QObject *parent = nullptr);
    ~ChangeFeed() override;

Q_SIGNALS:
    void started(); ///< From here on nothing is missed.
    void changed(const QList<db::Change> &changes);
    /// More may have changed than could be told (another server, or `changes` was cleared while
    /// the connection was away): read everything again.
    void missed();

private:
    std::unique_ptr<ChangeReader> m_reader;
    std::unique_ptr<QThread> m_thread;
};

} // namespace db
