// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <vector>

namespace http {

/// Which handler answers which method and path. Filled before the server starts, then only read.
class Router
{
public:
    Router();

    /// `pattern` is a path whose segments are literal or a {name}: "/v1/customers/{id}". A literal
    /// segment wins over a {name}, whatever the order of the calls. A GET handler answers HEAD too.
    void add(const QByteArray &method, const QByteArray &pattern, Handler handler);
    /// Answers where no pattern fits the path, instead of the plain 404.
    void setFallback(Handler handler);

    /// Calls the handler, or answers 404, or 405 with the methods that the path has.
    void handle(Request request, Responder responder) const;

private:
    struct Route
    {
        QByteArray method;
        QList<QByteArray> segments; ///< A capture keeps its braces.
        Handler handler;
    };
    using Segments = QList<QByteArrayView>;

    [[nodiscard]] static bool fits(const Route &route, const Segments &path);
    [[nodiscard]] static bool capture(const Route &route, const Segments &path, Request &request);
    [[nodiscard]] static bool isMoreLiteral(const Route &a, const Route &b);

    std::vector<Route> m_routes; ///< The more literal one first.
    Handler m_fallback;
};

} // namespace http
