// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/inboxwriter.h"

#include "db/reply.h"

#include <QLoggingCategory>

#include <algorithm>

namespace db {

Q_LOGGING_CATEGORY(logInbox, "oms.db.inbox")

using namespace std::chrono_literals;

namespace {

constexpr auto idleCheck = 1s; // a look at the socket, no question to the server
constexpr auto firstRetry = 100ms;
constexpr auto longestRetry = 2s;
constexpr auto pauseBeforeRepeat = 20ms; // times the number of tries
constexpr int mostAttempts = 4;

/// Without asking whoever set up the server: an event that is answered for outlives a power cut.
core::Result<> makeDurable(const PgConnection &connection, std::chrono::milliseconds timeout)
{
    const core::Result<PgRows> set =
        connection.execute("SELECT set_config('synchronous_commit', 'on', false) "
                           "WHERE current_setting('synchronous_commit') IN ('off', 'local')");
    if (!set)
        return core::passOn(set);
    return connection.executeScript("SET statement_timeout = "
                                    + QByteArray::number(timeout.count()));
}

/// A server that is full or going down says so for every event of the batch.
bool mayBeOneOfThem(const core::Error &error)
{
    return error.kind != core::Error::Kind::Unreachable
        && !error.detail.startsWith(QLatin1String("SQLSTATE 53"));
}

} // namespace

InboxWriter::InboxWriter(const ConnectionParameters &parameters, Options options,
                         std::function<void(int)> stored)
    : m_parameters(parameters)
    , m_options(options)
    , m_stored(std::move(stored))
{
    m_thread = std::thread([this] { work(); });
}

InboxWriter::~InboxWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
    }
    m_wake.notify_one();
    m_thread.join();
    refuseWaiting(closingError());
}

void InboxWriter::store(InboxEvent event, Answer answer)
{
    std::optional<core::Error> refusal;
    {
        const std::lock_guard lock(m_mutex);
        refusal = m_isClosing ? std::optional(closingError()) : m_outage;
        if (!refusal)
            m_waiting.push_back({std::move(event), std::move(answer)});
    }
    if (refusal)
        answer(tl::unexpected(*refusal)); // outside the lock: it may call back
    else
        m_wake.notify_one();
}

void InboxWriter::work()
{
    std::chrono::milliseconds retry = firstRetry;
    while (!isClosing()) {
        if (!m_connection && !connect()) {
            rest(retry);
            retry = std::min<std::chrono::milliseconds>(2 * retry, longestRetry);
            continue;
        }
        retry = firstRetry;
        if (const Batch batch = await(); !batch.empty())
            storeAll(batch);
        if (m_connection && !isAlive(m_connection->native()))
            m_connection.reset();
    }
}

bool InboxWriter::connect()
{
    core::Result<PgConnection> opened = PgConnection::open(m_parameters);
    core::Result<> ready = opened ? makeDurable(*opened, m_options.timeout) : core::passOn(opened);
    if (ready)
        ready = EventInbox::prepareStore(*opened);
    if (ready) {
        m_connection = *std::move(opened);
        const std::lock_guard lock(m_mutex);
        m_outage.reset();
        return true;
    }
    bool isNews = false;
    {
        const std::lock_guard lock(m_mutex);
        isNews = !m_outage.has_value();
        m_outage = ready.error();
    }
    if (isNews)
        qCWarning(logInbox).noquote() << "no connection:" << ready.error().detail;
    refuseWaiting(ready.error());
    return false;
}

/// Everything that waits, up to the largest batch; empty when it is time to look after oneself.
InboxWriter::Batch InboxWriter::await()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, idleCheck, [this] { return m_isClosing || !m_waiting.empty(); });
    if (m_isClosing)
        return {};
    const auto most =
        m_waiting.begin() + std::min<std::ptrdiff_t>(std::ssize(m_waiting), m_options.largestBatch);
    Batch batch(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(most));
    m_waiting.erase(m_waiting.begin(), most);
    return batch;
}

void InboxWriter::storeAll(const Batch &batch)
{
    QList<InboxEvent> events;
    events.reserve(std::ssize(batch));
    for (const Item &item : batch)
        events.append(item.event);
    const core::Result<qint64> stored = attempt(events);
    if (!stored && batch.size() > 1 && mayBeOneOfThem(stored.error())) {
        for (const Item &item : batch)
            storeAll({item});
        return;
    }
    if (!stored)
        qCWarning(logInbox).noquote() << "events not stored:" << stored.error().detail;
    const core::Result<> outcome = stored ? core::Result<>() : core::passOn(stored);
    for (const Item &item : batch)
        item.answer(outcome);
    if (stored.value_or(0) > 0)
        m_stored(static_cast<int>(*stored));
}

/// Again where that may help: a copy that was stored after all harms nothing.
core::Result<qint64> InboxWriter::attempt(const QList<InboxEvent> &events)
{
    core::Result<qint64> stored = tl::unexpected(closingError());
    for (int count = 1; count <= mostAttempts && !isClosing(); ++count) {
        if (!m_connection && !connect())
            return stored;
        QString failedState;
        stored = EventInbox::store(*m_connection, events, failedState);
        if (stored)
            return stored;
        if (!isAlive(m_connection->native()))
            m_connection.reset();
        else if (!isTransient(failedState))
            return stored;
        rest(pauseBeforeRepeat * count);
    }
    return stored;
}

void InboxWriter::refuseWaiting(const core::Error &error)
{
    Batch refused;
    {
        const std::lock_guard lock(m_mutex);
        refused.swap(m_waiting);
    }
    for (const Item &item : refused)
        item.answer(tl::unexpected(error));
}

void InboxWriter::rest(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, time, [this] { return m_isClosing; });
}

bool InboxWriter::isClosing() const
{
    const std::lock_guard lock(m_mutex);
    return m_isClosing;
}

} // namespace db
