// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/changereader.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cstdint>
#include <poll.h>
#include <set>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace db {

Q_LOGGING_CATEGORY(logFeed, "oms.db.changes")

using namespace std::chrono_literals;

namespace {

constexpr auto longestRetry = 5s;
constexpr auto firstPoll = 20ms;       // while an older transaction holds rows back
constexpr auto longestAbsence = 10min; // `changes` is kept longer than that
constexpr qint64 batchSize = 1000;

Change changeFrom(const PgRows &rows, int row)
{
    return {.entity = rows.text(row, 2),
            .id = QUuid(rows.text(row, 3)),
            .tenantId = QUuid(rows.text(row, 4))};
}

} // namespace

ChangeReader::ChangeReader(ConnectionParameters parameters, ChangeFeed::Pace pace,
                           QStringList entities, Listener listener)
    : m_parameters(std::move(parameters))
    , m_pace(pace)
    , m_entities(std::move(entities))
    , m_listener(std::move(listener))
    , m_wakeFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

ChangeReader::~ChangeReader()
{
    ::close(m_wakeFd);
}

void ChangeReader::stop()
{
    m_stopping = true;
    const std::uint64_t one = 1;
    (void)!::write(m_wakeFd, &one, sizeof one);
}

void ChangeReader::run()
{
    std::chrono::milliseconds retry = m_pace.firstRetry;
    std::chrono::milliseconds poll = m_pace.slowPoll;
    while (!m_stopping) {
        if (!m_connection && !connect()) {
            sleep(retry);
            retry = std::min<std::chrono::milliseconds>(2 * retry, longestRetry);
            continue;
        }
        retry = m_pace.firstRetry;
        const core::Result<bool> waiting = readAll();
        if (!waiting) {
            qCInfo(logFeed).noquote() << "connection lost:" << waiting.error().detail;
            m_connection.reset();
            sleep(retry);
            continue;
        }
        poll = *waiting ? std::min(2 * std::min(poll, m_pace.slowPoll / 2), m_pace.slowPoll)
                        : m_pace.slowPoll;
        const PgConnection::Wake wake = m_connection->waitForNotification(poll, m_wakeFd);
        if (wake == PgConnection::Wake::Lost)
            m_connection.reset();
        else if (wake == PgConnection::Wake::Notified)
            poll = firstPoll / 2; // if rows wait, they will not for long
    }
}

bool ChangeReader::connect()
{
    core::Result<PgConnection> opened = PgConnection::open(m_parameters);
    if (!opened) {
        qCInfo(logFeed).noquote() << "cannot listen:" << opened.error().detail;
        return false;
    }
    m_connection = *std::move(opened);
    // Listening comes before the mark, or what is committed between the two would wake nobody.
    core::Result<> ready = m_connection->executeScript("LISTEN oms_changes");
    if (ready)
        ready = setOrCheckMark();
    if (!ready) {
        qCInfo(logFeed).noquote() << "cannot listen:" << ready.error().detail;
        m_connection.reset();
    }
    return ready.has_value();
}

core::Result<> ChangeReader::setOrCheckMark()
{
    const core::Result<PgRows> now =
        m_connection->execute("SELECT pg_snapshot_xmin(now)::text, "
                              "$1::xid8 > pg_snapshot_xmax(now), now::text "
                              "FROM pg_current_snapshot() AS now",
                              {PgArgument::untyped(m_hasMark ? m_xid : QByteArray("0"))});
    if (!now)
        return core::passOn(now);
    const bool isOtherServer = now->isTrue(0, 1);
    const bool isStale = std::chrono::steady_clock::now() - m_lastRead > longestAbsence;
    if (m_hasMark && !isOtherServer && !isStale)
        return {};
    m_xid = now->raw(0, 0);
    m_seq = -1;
    m_before = now->raw(0, 2);
    if (std::exchange(m_hasMark, true))
        m_listener.missed();
    else
        m_listener.started();
    return {};
}

core::Result<bool> ChangeReader::readAll()
{
    const core::Result<PgRows> over = m_connection->execute(
        R"(SELECT pg_snapshot_xmin(now)::text,
                  EXISTS (SELECT FROM changes c WHERE c.xid >= pg_snapshot_xmin(now))
             FROM pg_current_snapshot() AS now)");
    if (!over)
        return core::passOn(over);
    const QByteArray xmin = over->raw(0, 0);
    bool isFull = true;
    while (isFull && !m_stopping) {
        if (const core::Result<> read = readBatch(xmin, isFull); !read)
            return core::passOn(read);
    }
    m_lastRead = std::chrono::steady_clock::now();
    return over->isTrue(0, 1);
}

/// Of the transactions below xmin, all of which are over. Behind the last row the mark goes up to
/// xmin: what is passed over for its entity is not looked at again.
core::Result<> ChangeReader::readBatch(const QByteArray &xmin, bool &isFull)
{
    const core::Result<PgRows> rows = m_connection->execute(
        R"(SELECT xid::text, seq, entity, id, tenant_id
             FROM changes
            WHERE (xid, seq) > ($1::xid8, $2) AND xid < $5::xid8
              AND NOT pg_visible_in_snapshot(xid, $4::pg_snapshot)
              AND (cardinality($6::text[]) = 0 OR entity = '*' OR entity = ANY ($6::text[]))
            ORDER BY xid, seq
            LIMIT $3)",
        {PgArgument::untyped(m_xid), PgArgument(m_seq), PgArgument(batchSize),
         PgArgument::untyped(m_before), PgArgument::untyped(xmin), PgArgument::texts(m_entities)});
    if (!rows)
        return core::passOn(rows);
    QList<Change> changes;
    std::set<std::pair<QUuid, QString>> known; // one transaction often touches a row several times
    for (int row = 0; row < rows->size(); ++row) {
        const Change change = changeFrom(*rows, row);
        if (known.emplace(change.id, change.entity).second)
            changes.append(change);
    }
    if (!changes.isEmpty())
        m_listener.changed(changes);
    isFull = rows->size() == batchSize;
    if (isFull) {
        m_xid = rows->raw(rows->size() - 1, 0);
        m_seq = rows->number(rows->size() - 1, 1);
    } else {
        m_xid = xmin;
        m_seq = -1;
    }
    return {};
}

void ChangeReader::sleep(std::chrono::milliseconds duration)
{
    pollfd entry{m_wakeFd, POLLIN, 0};
    ::poll(&entry, 1, int(duration.count()));
}

} // namespace db
