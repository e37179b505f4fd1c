// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/eventinbox.h"

namespace stripe {
struct EventEnvelope;
}

namespace services {

/// An event as the inbox stores it before it is processed: its envelope and its bytes as they came.
/// `via` is "webhook" or "poll".
[[nodiscard]] db::InboxEvent waitingEvent(const stripe::EventEnvelope &event,
                                          const QByteArray &payload, const QString &via);

} // namespace services
