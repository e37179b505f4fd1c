// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/housekeeping.h"

#include "db/database.h"
#include "db/housekeepingrepository.h"
#include "db/mirrorrepository.h"
#include "services/health.h"
#include "services/whenready.h"

#include <QLocale>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcClock, "oms.clock")

using namespace std::chrono_literals;

namespace services {
namespace {

constexpr qint64 noticeableLagMs = 30'000;

template <typename Job>
void runLogged(db::Database &database, const char *what, Job job)
{
    database.write(job).then([what](const core::Result<> &result) {
        if (!result)
            qCWarning(lcClock).noquote() << what << "failed:" << result.error().detail;
    });
}

} // namespace

Housekeeping::Housekeeping(db::Database &database, Health &health, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_health(health)
{
    m_lag.setInterval(5s);
    m_lagSoon.setInterval(1s);
    m_lagSoon.setSingleShot(true);
    m_minute.setInterval(1min);
    m_hour.setInterval(1h);
    connect(&m_lag, &QTimer::timeout, this, &Housekeeping::measureLag);
    connect(&m_lagSoon, &QTimer::timeout, this, &Housekeeping::measureLag);
    connect(&m_minute, &QTimer::timeout, this, &Housekeeping::eachMinute);
    connect(&m_hour, &QTimer::timeout, this, &Housekeeping::eachHour);
}

void Housekeeping::start()
{
    m_lag.start();
    m_minute.start();
    m_hour.start();
    measureLag();
    eachMinute();
    eachHour();
}

void Housekeeping::stop()
{
    m_lag.stop();
    m_lagSoon.stop();
    m_minute.stop();
    m_hour.stop();
}

void Housekeeping::measureLag()
{
    const auto job = [](db::Session &session) {
        return db::HousekeepingRepository(session).eventLagMs();
    };
    whenReady(m_database.read(job), this, [this](const core::Result<std::optional<qint64>> &lag) {
        if (!lag) {
            m_health.set(Health::Part::Lag,
                         {PartHealth::State::Unknown, QStringLiteral("–"), {}, {}});
            return;
        }
        const qint64 ms = lag->value_or(0);
        const QString text =
            tr("%1 s").arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 1));
        m_health.set(Health::Part::Lag,
                     {ms > noticeableLagMs ? PartHealth::State::Degraded : PartHealth::State::Good,
                      text,
                      ms > noticeableLagMs
                          ? tr("Changes from Stripe are waiting; the lists may be behind.")
                          : QString(),
                      {}});
    });
}

void Housekeeping::measureLagSoon()
{
    if (!m_lagSoon.isActive())
        m_lagSoon.start();
}

void Housekeeping::eachMinute()
{
    runLogged(m_database, "refreshing figures", [](db::Session &session) {
        return db::HousekeepingRepository(session).refreshDueFigures();
    });
    runLogged(m_database, "linking strays", [](db::Session &session) -> core::Result<> {
        const auto linked = db::MirrorRepository(session).linkStrays();
        if (!linked)
            return core::passOn(linked);
        return {};
    });
}

void Housekeeping::eachHour()
{
    runLogged(m_database, "keeping partitions", [](db::Session &session) {
        return db::HousekeepingRepository(session).ensurePartitions();
    });
    runLogged(m_database, "trimming the change feed", [](db::Session &session) {
        return db::HousekeepingRepository(session).forgetOldChanges();
    });
}

} // namespace services
