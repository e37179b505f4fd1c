// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

namespace db {

class Session;

/// A row of stripe_webhook_rejections.
struct Rejection
{
    QString reason;
    QString peer; ///< loopback, private or public.
    QDateTime signedAt;
    qint64 bodySize = 0;
    qint64 unlisted = 0; ///< Further ones since the row before.
};

/// Webhook deliveries that were not taken.
class RejectionRepository
{
public:
    static constexpr int kept = 1000;

    explicit RejectionRepository(Session &session)
        : m_session(session)
    {
    }

    /// Adds one and forgets those beyond the newest.
    core::Result<> add(const Rejection &rejection);

private:
    Session &m_session;
};

} // namespace db
