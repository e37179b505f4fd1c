// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace db {

class Session;

/// Puts what slows a bulk load down aside while empty tables are filled: secondary indexes, unique
/// and foreign keys, the change feed's triggers. All inside the load's transaction, as the owner of
/// the tables: whatever goes wrong, the rollback brings everything back.
class BulkLoad
{
public:
    explicit BulkLoad(Session &session)
        : m_session(session)
    {
    }

    /// Partitioned tables among them keep what they have.
    [[nodiscard]] core::Result<> begin(const QStringList &tables);
    /// Builds the indexes and keys again, which checks every row.
    [[nodiscard]] core::Result<> restoreIndexes();
    [[nodiscard]] core::Result<> restoreForeignKeys();

private:
    core::Result<QList<QByteArray>> statements(const QByteArray &sql, const QStringList &tables);
    core::Result<> run(const QList<QByteArray> &statements);

    Session &m_session;
    QList<QByteArray> m_indexes;     ///< Statements that make them.
    QList<QByteArray> m_foreignKeys; ///< The same.
    QList<QByteArray> m_triggers;    ///< Statements that switch them on.
};

} // namespace db
