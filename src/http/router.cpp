// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.h"

#include "http/target.h"

#include <algorithm>

namespace http {

using namespace Qt::Literals;

namespace {

bool isCapture(QByteArrayView segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

/// "/a/b" is two segments; "/a/b/" is three, the last one empty: another path.
QList<QByteArrayView> segmentsOf(QByteArrayView path)
{
    QList<QByteArrayView> segments;
    qsizetype start = path.startsWith('/') ? 1 : 0;
    for (qsizetype slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
        segments.append(path.sliced(start, slash - start));
        start = slash + 1;
    }
    segments.append(path.sliced(start));
    return segments;
}

} // namespace

Router::Router()
    : m_fallback([](const Request &, const Responder &responder) {
        responder(errorResponse(404, "There is nothing at this path."_L1));
    })
{
}

void Router::add(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    Route route{.method = method, .segments = {}, .handler = std::move(handler)};
    for (const QByteArrayView segment : segmentsOf(pattern))
        route.segments.append(segment.toByteArray());
    const auto place = std::ranges::upper_bound(m_routes, route, &Router::isMoreLiteral);
    m_routes.insert(place, std::move(route));
}

void Router::setFallback(Handler handler)
{
    m_fallback = std::move(handler);
}

void Router::handle(Request request, Responder responder) const
{
    const Segments path = segmentsOf(request.rawPath);
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        if (!fits(route, path))
            continue;
        if (route.method == request.method || (route.method == "GET" && request.method == "HEAD")) {
            if (!capture(route, path, request))
                return responder(errorResponse(400, "The path is not valid."_L1));
            return route.handler(request, std::move(responder));
        }
        allowed.append(route.method);
        if (route.method == "GET")
            allowed.append("HEAD");
    }
    if (allowed.isEmpty())
        return m_fallback(request, std::move(responder));
    Response response = errorResponse(405, "This path does not take that method."_L1);
    std::ranges::sort(allowed);
    allowed.erase(std::ranges::unique(allowed).begin(), allowed.end());
    response.headers.append({"Allow", allowed.join(", ")});
    responder(std::move(response));
}

bool Router::fits(const Route &route, const Segments &path)
{
    return std::ranges::equal(route.segments, path, [](const QByteArray &own, QByteArrayView sent) {
        return isCapture(own) ? !sent.isEmpty() : own == sent;
    });
}

bool Router::capture(const Route &route, const Segments &path, Request &request)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QByteArray &own = route.segments[i];
        if (!isCapture(own))
            continue;
        std::optional<QString> value = percentDecoded(path[i]);
        if (!value)
            return false;
        request.captures.emplaceBack(own.sliced(1, own.size() - 2), *std::move(value));
    }
    return true;
}

bool Router::isMoreLiteral(const Route &a, const Route &b)
{
    return std::ranges::lexicographical_compare(
        a.segments, b.segments, {}, [](const QByteArray &s) { return isCapture(s); },
        [](const QByteArray &s) { return isCapture(s); });
}

} // namespace http
