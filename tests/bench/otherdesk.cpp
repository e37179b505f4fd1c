// SPDX-License-Identifier: GPL-3.0-or-later
#include "otherdesk.h"

#include "db/session.h"
#include "services/whenready.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bench {
namespace {

constexpr auto pace = 5ms; // 200 a second
constexpr int watchedEvery = 20;

core::Result<> change(db::Session &session, const QUuid &id, qint64 total)
{
    const QVariantMap binds{{u"id"_s, id.toString(QUuid::WithoutBraces)}, {u"total"_s, total}};
    const auto changed = session.exec(
        u"UPDATE stripe_invoices SET total = :total WHERE id = CAST(:id AS uuid)"_s, binds);
    if (!changed)
        return core::passOn(changed);
    const auto settled = session.run(u"SELECT settle_tenants(ARRAY[tenant_id], 'bench', now())"
                                     " FROM stripe_invoices WHERE id = CAST(:id AS uuid)"_s,
                                     {{u"id"_s, binds.value(u"id"_s)}});
    if (!settled)
        return core::passOn(settled);
    return {};
}

} // namespace

OtherDesk::OtherDesk(const BenchSet &set, BenchDesk &watched)
    : m_desk(watched)
    , m_database(set.desk())
{
    const db::PgConnection connection = valueOf(db::PgConnection::open(set.desk()));
    const db::PgRows ids = valueOf(connection.execute(
        "SELECT id FROM stripe_invoices WHERE id > gen_random_uuid() ORDER BY id LIMIT 2000"));
    for (int row = 0; row < ids.size(); ++row)
        m_anyIds += QUuid(ids.text(row, 0));
    m_clock.start();
}

QList<double> OtherDesk::work(std::chrono::seconds duration)
{
    m_desk.application().setPaintWatcher([this](QObject *painted) {
        if (painted == m_desk.list().viewport())
            lookAtScreen();
    });
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, [this] { sendOne(); });
    timer.start(pace);
    const qint64 end = m_clock.elapsed() + std::chrono::milliseconds(duration).count();
    m_desk.waitFor([&] { return m_clock.elapsed() > end; }, "the other desk");
    timer.stop();
    m_desk.waitFor([this] { return m_unanswered == 0 && m_sent.isEmpty(); },
                   "the last changes on screen");
    m_desk.application().setPaintWatcher({});
    return m_times;
}

void OtherDesk::sendOne()
{
    ++m_number;
    if (m_number % watchedEvery != 0)
        return sendTo(m_anyIds.at(m_number % m_anyIds.size()), false);
    const int row = static_cast<int>(m_number / watchedEvery % 20); // of the first on screen
    const QUuid id = m_desk.model().idAt(m_desk.list().rowAt(0) + row);
    const bool isUnderWay = std::ranges::find(m_sent, id, &Sent::id) != m_sent.end();
    if (!id.isNull() && !isUnderWay)
        sendTo(id, true);
}

void OtherDesk::sendTo(const QUuid &id, bool isWatched)
{
    const qint64 total = 10'000 + m_clock.nsecsElapsed() / 1000 % 1'000'000;
    const auto committed = std::make_shared<std::atomic<qint64>>(-1);
    if (isWatched)
        m_sent += Sent{id, total, committed};
    ++m_unanswered;
    const auto job = [id, total](db::Session &session) { return change(session, id, total); };
    m_database.write(job)
        .then([this, committed](const core::Result<> &done) {
            *committed = m_clock.nsecsElapsed(); // at once, on the worker
            return done;
        })
        .then(&m_desk.application(), [this](const core::Result<> &done) {
            valueOf(done);
            --m_unanswered;
        });
}

void OtherDesk::lookAtScreen()
{
    const int column = core::columnIndex(core::ListId::Invoices, "total"_L1);
    m_sent.removeIf([&](const Sent &sent) {
        const core::ListRow *row = m_desk.model().listRow(m_desk.model().rowOf(sent.id));
        if (row == nullptr || row->cells.at(column).value<core::Money>().minor != sent.total)
            return false;
        const qint64 committed = *sent.committedNs;
        m_times += committed < 0 ? 0 : double(m_clock.nsecsElapsed() - committed) / 1'000'000;
        return true;
    });
}

} // namespace bench
