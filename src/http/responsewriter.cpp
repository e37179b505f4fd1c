// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsewriter.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <chrono>

namespace http {

namespace {

struct StatusText
{
    int status;
    const char *reason;
};

constexpr std::array statusTexts{
    StatusText{200, "OK"},
    StatusText{201, "Created"},
    StatusText{202, "Accepted"},
    StatusText{204, "No Content"},
    StatusText{301, "Moved Permanently"},
    StatusText{302, "Found"},
    StatusText{303, "See Other"},
    StatusText{304, "Not Modified"},
    StatusText{307, "Temporary Redirect"},
    StatusText{400, "Bad Request"},
    StatusText{401, "Unauthorized"},
    StatusText{402, "Payment Required"},
    StatusText{403, "Forbidden"},
    StatusText{404, "Not Found"},
    StatusText{405, "Method Not Allowed"},
    StatusText{408, "Request Timeout"},
    StatusText{409, "Conflict"},
    StatusText{413, "Content Too Large"},
    StatusText{415, "Unsupported Media Type"},
    StatusText{417, "Expectation Failed"},
    StatusText{422, "Unprocessable Content"},
    StatusText{424, "Failed Dependency"},
    StatusText{429, "Too Many Requests"},
    StatusText{431, "Request Header Fields Too Large"},
    StatusText{500, "Internal Server Error"},
    StatusText{501, "Not Implemented"},
    StatusText{502, "Bad Gateway"},
    StatusText{503, "Service Unavailable"},
    StatusText{504, "Gateway Timeout"},
    StatusText{505, "HTTP Version Not Supported"},
};

const char *reasonFor(int status)
{
    const auto it = std::ranges::find(statusTexts, status, &StatusText::status);
    return it == statusTexts.end() ? "Unknown" : it->reason;
}

bool isForbiddenToHaveBody(int status)
{
    return status == 204 || status == 304 || status / 100 == 1;
}

bool isSafe(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool namesDate(const Response &response)
{
    return std::ranges::any_of(response.headers, [](const auto &h) { return h.first == "Date"; });
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    if (isSafe(name) && isSafe(value))
        out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

void ResponseWriter::appendHead(QByteArray &out, const Response &response, Framing framing)
{
    refreshDate();
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonFor(response.status)).append("\r\n");
    if (!namesDate(response))
        out.append(m_dateLine);
    if (!isForbiddenToHaveBody(response.status)) {
        appendHeader(out, "Content-Type", response.contentType);
        appendHeader(out, "Content-Length", QByteArray::number(response.body.size()));
    }
    for (const auto &[name, value] : response.headers)
        appendHeader(out, name, value);
    if (!framing.keepsAlive)
        out.append("Connection: close\r\n");
    else if (framing.isHttp10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

bool ResponseWriter::sendsBody(const Response &response, Framing framing)
{
    return !framing.isHead && !isForbiddenToHaveBody(response.status) && !response.body.isEmpty();
}

void ResponseWriter::refreshDate()
{
    using namespace std::chrono;
    const qint64 second = duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
    if (second == std::exchange(m_dateSecond, second))
        return;
    const QDateTime now = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
    const QString text =
        QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    m_dateLine = "Date: " + text.toLatin1() + "\r\n";
}

} // namespace http
