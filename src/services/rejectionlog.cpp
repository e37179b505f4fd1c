// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/rejectionlog.h"

#include "db/database.h"
#include "db/rejectionrepository.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace services {

namespace {

Q_LOGGING_CATEGORY(lcRejections, "oms.webhook.rejections")

QString textOf(PeerKind peer)
{
    constexpr std::array words{"loopback", "private", "public"};
    return QString::fromLatin1(words.at(static_cast<std::size_t>(peer)));
}

} // namespace

RejectionLog::RejectionLog(db::Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_last(std::chrono::steady_clock::now())
{
}

bool RejectionLog::mayList(Time now)
{
    const std::chrono::duration<double> passed = now - std::exchange(m_last, now);
    m_allowance = std::min<double>(atOnce, m_allowance + passed / interval);
    if (m_allowance < 1)
        return false;
    m_allowance -= 1;
    return true;
}

void RejectionLog::note(const RejectedDelivery &delivery)
{
    db::Rejection row{.reason = delivery.reason,
                      .peer = textOf(delivery.peer),
                      .signedAt = delivery.signedAt,
                      .bodySize = delivery.size};
    {
        const std::lock_guard lock(m_mutex);
        if (!mayList(std::chrono::steady_clock::now())) {
            ++m_unlisted;
            return;
        }
        row.unlisted = std::exchange(m_unlisted, 0);
    }
    const auto job = [row](db::Session &session) {
        return db::RejectionRepository(session).add(row);
    };
    m_database.write(job).then([](const core::Result<> &added) {
        if (!added)
            qCInfo(lcRejections).noquote() << "not listed:" << added.error().detail;
    });
}

} // namespace services
