// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

/// What one run against a server on the loopback interface gave.
struct HttpLoad
{
    qint64 answers = 0;
    qint64 failures = 0; ///< Another status than 200, or a connection that broke.
    double perSecond = 0;
    std::chrono::microseconds median{};
    std::chrono::microseconds percentile99{};
};

/// Sends the same request over that many kept-alive connections, on each as soon as the answer to
/// the last has come. One thread, plain sockets: the client costs as little as it can.
[[nodiscard]] HttpLoad measureHttp(quint16 port, const QByteArray &request, int connections,
                                   std::chrono::seconds duration);
