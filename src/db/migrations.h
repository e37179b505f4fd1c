// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

struct pg_conn;

namespace db {

class PgConnection;
class Session;

/// One numbered step of the schema.
struct Migration
{
    int version = 0; ///< From 1, without gaps.
    QString name;    ///< "001_roles"
    QByteArray sql;

    [[nodiscard]] QByteArray checksum() const; ///< SHA-256, hexadecimal.
};

/// What the program was built with, in order.
[[nodiscard]] QList<Migration> builtInMigrations();
/// `NNN_name.sql` files of a folder or resource, in order. Errors: a number missing or twice.
[[nodiscard]] core::Result<QList<Migration>> readMigrations(const QString &folder);

/// How a database's schema stands to the program's.
struct SchemaStatus
{
    enum class State {
        Empty,  ///< Nothing in it yet.
        Behind, ///< Some migrations are missing.
        Current,
        Newer,   ///< Made by a later version of the program.
        Altered, ///< A migration that was applied is not the one the program knows.
    };
    State state = State::Empty;
    int version = 0;     ///< The database's.
    QStringList pending; ///< Names, in order.
    QString sentence;    ///< For the operator; empty when current.
};

/// Brings a database's schema to the program's version and tells how far it is. Blocks: call it
/// on a worker thread or before the window is there.
class Migrations
{
public:
    explicit Migrations(QList<Migration> migrations = builtInMigrations());

    /// Readable by every role that may read the migrations' table.
    [[nodiscard]] core::Result<SchemaStatus> status(const ConnectionParameters &database) const;
    [[nodiscard]] core::Result<SchemaStatus> status(Session &session) const;

    /// Applies what is missing, each step in a transaction of its own, as the owner; several
    /// programs at once take turns. Gives the names of the steps it took. Ends with the partitions
    /// (db/partitions.h) when the database has them.
    /// Errors: Conflict where the database is newer or altered, with the sentence of status().
    using Progress = std::function<void(const QString &name)>;
    [[nodiscard]] core::Result<QStringList> migrate(const ConnectionParameters &owner,
                                                    const Progress &progress = {}) const;

private:
    struct Applied
    {
        int version = 0;
        QString name;
        QByteArray checksum;
    };
    static core::Result<QList<Applied>> readApplied(pg_conn *connection);
    [[nodiscard]] SchemaStatus compare(const QList<Applied> &applied) const;
    core::Result<> apply(const PgConnection &connection, const Migration &migration) const;
    core::Result<QStringList> applyPending(const PgConnection &connection,
                                           const Progress &progress) const;

    const QList<Migration> m_migrations;
};

} // namespace db
