// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace http {

/// What one client, and all clients together, may cost the server.
struct Limits
{
    qint64 headerBytes = 16 * 1024;              ///< Request line and headers together; above: 431.
    int headerFields = 100;                      ///< Above: 431.
    qint64 bodyBytes = 1024 * 1024;              ///< One body, decoded; above: 413.
    qint64 bodyBytesInFlight = 64 * 1024 * 1024; ///< All bodies not answered yet; above: 503.
    qint64 unsentBytes = 1024 * 1024; ///< Answers a client leaves unread; above, it is not read.
    int connections = 512;            ///< Above: 503.
    int pipelined = 32; ///< Unanswered requests of one connection; above, it is not read.
    std::chrono::milliseconds headerTime{10'000};  ///< First byte to end of headers; above: 408.
    std::chrono::milliseconds requestTime{30'000}; ///< First byte to end of body; above: 408.
    std::chrono::milliseconds idleTime{60'000};    ///< Between requests; then closed silently.
    std::chrono::milliseconds sendTime{30'000};    ///< Without one byte of an answer being taken.
    std::chrono::milliseconds lingerTime{2'000};   ///< After a refusal, until the client closes.
    std::chrono::seconds retryAfter{1};            ///< Sent with every 503 of the server's own.
};

} // namespace http
