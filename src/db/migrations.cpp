// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/migrations.h"

#include "db/partitions.h"
#include "db/pgconnection.h"
#include "db/session.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>

/// Outside any namespace, as Q_INIT_RESOURCE demands; without it the linker drops the resource.
static void initMigrationResource()
{
    Q_INIT_RESOURCE(migrations);
}

namespace db {

Q_LOGGING_CATEGORY(logMigrations, "oms.db.migrations")

namespace {

using Kind = core::Error::Kind;
using State = SchemaStatus::State;

// Any number nobody else takes; the lock is per database.
constexpr qint64 migrationLock = 60110001;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(db)
};

QString sentenceFor(const SchemaStatus &status, int programVersion)
{
    switch (status.state) {
    case State::Empty:
        return Text::tr(
            "The database is empty. Its owner has to set it up first: oms-billingd migrate");
    case State::Behind:
        return Text::tr(
            "The database is older than this program: %n steps of its setup are missing. Its "
            "owner has to run oms-billingd migrate.",
            nullptr, int(status.pending.size()));
    case State::Current:
        return {};
    case State::Newer:
        return Text::tr("The database was set up by a newer version of this program (step %1, this "
                        "program knows %2). Install that version.")
            .arg(status.version)
            .arg(programVersion);
    case State::Altered:
        return Text::tr("The database was set up by another edition of this program: a step of its "
                        "setup differs. It is left as it is.");
    }
    return {};
}

core::Error withDetail(core::Error error, const QString &migration)
{
    error.detail = QStringLiteral("migration ") + migration + QStringLiteral(": ") + error.detail;
    return error;
}

} // namespace

QByteArray Migration::checksum() const
{
    return QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex();
}

QList<Migration> builtInMigrations()
{
    initMigrationResource();
    return readMigrations(QStringLiteral(":/migrations")).value_or(QList<Migration>());
}

core::Result<QList<Migration>> readMigrations(const QString &folder)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3})_[a-z0-9_]+$"));
    QList<Migration> migrations;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QFileInfo &entry : files) {
        const QRegularExpressionMatch match = pattern.match(entry.completeBaseName());
        const int version = match.captured(1).toInt();
        QFile file(entry.filePath());
        if (version != migrations.size() + 1 || !file.open(QIODevice::ReadOnly))
            return core::fail(Kind::Internal, Text::tr("The program's database steps are damaged."),
                              entry.fileName());
        migrations.append({version, entry.completeBaseName(), file.readAll()});
    }
    return migrations;
}

Migrations::Migrations(QList<Migration> migrations)
    : m_migrations(std::move(migrations))
{
}

core::Result<SchemaStatus> Migrations::status(const ConnectionParameters &database) const
{
    const core::Result<PgConnection> connection = PgConnection::open(database);
    if (!connection)
        return core::passOn(connection);
    const core::Result<QList<Applied>> applied = readApplied(connection->native());
    if (!applied)
        return core::passOn(applied);
    return compare(*applied);
}

core::Result<SchemaStatus> Migrations::status(Session &session) const
{
    const core::Result<QList<Applied>> applied = readApplied(session.native());
    if (!applied)
        return core::passOn(applied);
    return compare(*applied);
}

core::Result<QList<Migrations::Applied>> Migrations::readApplied(pg_conn *connection)
{
    const core::Result<PgRows> table =
        execute(connection, "SELECT to_regclass('public.schema_migrations') IS NOT NULL");
    if (!table)
        return core::passOn(table);
    if (!table->isTrue(0, 0))
        return QList<Applied>();
    const core::Result<PgRows> rows =
        execute(connection,
                "SELECT version, name, checksum FROM public.schema_migrations ORDER BY version");
    if (!rows)
        return core::passOn(rows);
    QList<Applied> applied;
    for (int row = 0; row < rows->size(); ++row)
        applied.append({int(rows->number(row, 0)), rows->text(row, 1), rows->raw(row, 2)});
    return applied;
}

SchemaStatus Migrations::compare(const QList<Applied> &applied) const
{
    SchemaStatus status;
    status.version = applied.isEmpty() ? 0 : applied.last().version;
    for (const Migration &migration :
         m_migrations.sliced(std::min<qsizetype>(applied.size(), m_migrations.size())))
        status.pending << migration.name;
    status.state = applied.isEmpty() ? State::Empty
        : status.pending.isEmpty()   ? State::Current
                                     : State::Behind;
    if (status.version > m_migrations.size())
        status.state = State::Newer;
    for (qsizetype i = 0; i < std::min(applied.size(), m_migrations.size()); ++i) {
        if (applied[i].version != m_migrations[i].version
            || applied[i].checksum != m_migrations[i].checksum())
            status.state = State::Altered;
    }
    status.sentence = sentenceFor(status, int(m_migrations.size()));
    return status;
}

core::Result<QStringList> Migrations::migrate(const ConnectionParameters &owner,
                                              const Progress &progress) const
{
    const core::Result<PgConnection> connection = PgConnection::open(owner);
    if (!connection)
        return core::passOn(connection);
    const core::Result<PgRows> locked =
        connection->execute("SELECT pg_advisory_lock($1)", {PgArgument(migrationLock)});
    if (!locked)
        return core::passOn(locked);
    core::Result<QStringList> done = applyPending(*connection, progress);
    (void)connection->execute("SELECT pg_advisory_unlock($1)", {PgArgument(migrationLock)});
    return done;
}

core::Result<QStringList> Migrations::applyPending(const PgConnection &connection,
                                                   const Progress &progress) const
{
    const core::Result<QList<Applied>> applied = readApplied(connection.native());
    if (!applied)
        return core::passOn(applied);
    const SchemaStatus before = compare(*applied);
    if (before.state == State::Newer || before.state == State::Altered)
        return core::fail(Kind::Conflict, before.sentence);
    for (const Migration &migration : m_migrations.sliced(applied->size())) {
        if (progress)
            progress(migration.name);
        if (const core::Result<> done = apply(connection, migration); !done)
            return tl::unexpected(withDetail(done.error(), migration.name));
        qCInfo(logMigrations).noquote() << "applied" << migration.name;
    }
    if (const core::Result<PartitionReport> kept = keepPartitions(connection.native()); !kept)
        return core::passOn(kept);
    return before.pending;
}

core::Result<> Migrations::apply(const PgConnection &connection, const Migration &migration) const
{
    static const QByteArray table = R"(
        CREATE TABLE IF NOT EXISTS public.schema_migrations (
            version integer PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()))";
    // The pieces go one after the other in a transaction of this connection; the first that fails
    // leaves it aborted, and ROLLBACK takes everything back.
    core::Result<> done = connection.executeScript("BEGIN");
    if (done && migration.version == 1)
        done = connection.executeScript(table);
    if (done)
        done = connection.executeScript(migration.sql);
    if (done) {
        const core::Result<PgRows> noted = connection.execute(
            "INSERT INTO public.schema_migrations (version, name, checksum) VALUES ($1, $2, $3)",
            {PgArgument(migration.version), PgArgument(migration.name),
             PgArgument(QString::fromLatin1(migration.checksum()))});
        if (!noted)
            done = core::passOn(noted);
    }
    if (done)
        return connection.executeScript("COMMIT");
    (void)connection.executeScript("ROLLBACK");
    return done;
}

} // namespace db
