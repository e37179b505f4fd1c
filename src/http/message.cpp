// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace http {

namespace {

template <typename Value>
Value firstNamed(const QList<QPair<QByteArray, Value>> &pairs, QByteArrayView name)
{
    const auto it = std::ranges::find_if(pairs, [name](const auto &p) { return p.first == name; });
    return it == pairs.end() ? Value{} : it->second;
}

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    return firstNamed(headers, name);
}

QString Request::capture(QByteArrayView name) const
{
    return firstNamed(captures, name);
}

QUrlQuery Request::query() const
{
    return QUrlQuery(QString::fromUtf8(rawQuery));
}

Response errorResponse(int status, QLatin1String message)
{
    const QLatin1String type(status < 500 ? "invalid_request_error" : "api_error");
    const QJsonObject error{{QLatin1String("type"), type}, {QLatin1String("message"), message}};
    const QJsonObject body{{QLatin1String("error"), error}};
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace http
