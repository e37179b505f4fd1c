// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Deliveries as Stripe sends them: invoice events of 4 kB (tests/bench/data/event.json), each of
/// an invoice of its own, each signed. The signatures are made beforehand, the rest while sending.
class EventLoad
{
public:
    static constexpr int customers = 1000;

    /// Numbers `first` to `first + count`, signed now; valid for five minutes.
    EventLoad(const QByteArray &secret, int first, int count);

    /// The next delivery as a whole request, or false.
    bool next(QByteArray &request);
    void rewind() { m_at = 0; } ///< The same ones again.
    [[nodiscard]] int count() const { return m_count; }
    /// One event as it is sent, for those who take it another way.
    [[nodiscard]] static QByteArray body(int number, qint64 seconds);

private:
    const int m_first;
    const int m_count;
    const qint64 m_seconds;
    QByteArray m_template;   ///< The first request.
    QByteArray m_signatures; ///< 64 bytes each.
    int m_at = 0;
};
