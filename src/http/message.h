// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QUrlQuery>

#include <functional>

namespace http {

/// One complete request, body included. Header names are lower case.
struct Request
{
    QByteArray method;   ///< "GET", "POST", …
    QString path;        ///< Percent-decoded, without the query.
    QByteArray rawPath;  ///< The same as received. The router splits this one: %2F is no slash.
    QByteArray rawQuery; ///< What stood behind '?', still encoded.
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< Exactly the bytes received.
    QHostAddress peer;
    QList<QPair<QByteArray, QString>> captures; ///< What the route's {names} matched, decoded.

    /// The first header of that (lower-case) name, or nothing.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// What the route's {name} matched, or nothing.
    [[nodiscard]] QString capture(QByteArrayView name) const;
    [[nodiscard]] QUrlQuery query() const;
};

struct Response
{
    int status = 200; ///< 0 drops the connection without an answer.
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< Beside Content-Type, Content-Length, Date;
                                                  ///< a "Date" here replaces the server's.
};

/// `{"error":{"type":…,"message":…}}`: invalid_request_error below 500, api_error from there on.
[[nodiscard]] Response errorResponse(int status, QLatin1String message);

/// Answers one request: call it once, from any thread. Calling it after the connection or the
/// server has gone does nothing. A responder that is destroyed uncalled answers 500.
using Responder = std::function<void(Response)>;

/// Called on the server's own thread; it must not block.
using Handler = std::function<void(const Request &, Responder)>;

} // namespace http
