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
    QByteArray method; ///< "GET", "POST", …
    QString path; ///< Percent-decoded, without the query.
    QByteArray rawQuery; ///< What stood behind '?', still encoded.
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< Exactly the bytes received.
    QHostAddress peer;

    /// The first header of that (lower-case) name, or nothing.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

struct Response
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< Beside Content-Type, Content-Length, Date.
};

/// Answers one request: call it once, from any thread. Calling it after the connection or the
/// server has gone does nothing. A responder that is destroyed uncalled answers 500.
using Responder = std::function<void(Response)>;

/// Called on the server's own thread; it must not block.
using Handler = std::function<void(const Request &, Responder)>;

} // namespace http
