// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace db {

/// The statements that a connection keeps prepared on the server (db/keptsql.h), by their text.
class KeptStatements
{
public:
    [[nodiscard]] QByteArray nameOf(const QByteArray &sql) const { return m_names.value(sql); }
    /// One that was never used on this connection.
    [[nodiscard]] QByteArray newName() { return "kept_" + QByteArray::number(++m_count); }
    void keep(const QByteArray &sql, const QByteArray &name) { m_names.insert(sql, name); }
    void forget() { m_names.clear(); }

private:
    QHash<QByteArray, QByteArray> m_names;
    int m_count = 0;
};

} // namespace db
