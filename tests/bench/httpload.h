// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>

/// What one run against a server on the loopback interface gave.
struct HttpLoad
{
    qint64 answers = 0;
    qint64 failures = 0; ///< Another status than 200, or a connection that broke.
    double perSecond = 0;
    double seconds = 0; ///< From the first byte to the last answer.
    std::chrono::microseconds median{};
    std::chrono::microseconds percentile99{};
};

/// What is sent. Each connection sends as soon as the answer to its last request has come; with a
/// rate, at its time or as soon after it as a connection is free, and waiting counts as time.
struct HttpPlan
{
    std::function<bool(QByteArray &)> next; ///< Gives the next request; false: there is no more.
    int connections = 32;
    std::chrono::milliseconds duration{}; ///< At most; what is under way then is not waited for.
    double perSecond = 0;                 ///< 0: as quickly as the server answers.
};

/// One thread, plain sockets, connections kept alive: the client costs as little as it can.
[[nodiscard]] HttpLoad runHttp(quint16 port, const HttpPlan &plan);

/// The same request over and over.
[[nodiscard]] HttpLoad measureHttp(quint16 port, const QByteArray &request, int connections,
                                   std::chrono::seconds duration);
