// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/target.h"

namespace http {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWellFormed(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        const QByteArrayView digits = text.sliced(at + 1).first(qMin(text.size() - at - 1, 2));
        if (digits.size() < 2 || !isHexDigit(digits[0]) || !isHexDigit(digits[1]))
            return false;
        if (digits == "00")
            return false;
    }
    return true;
}

QByteArrayView withoutAuthority(QByteArrayView target)
{
    if (!target.startsWith("http://") && !target.startsWith("https://"))
        return target;
    const qsizetype path = target.indexOf('/', target.indexOf("//") + 2);
    return path < 0 ? QByteArrayView("/") : target.sliced(path);
}

} // namespace

std::optional<QString> percentDecoded(QByteArrayView text)
{
    if (!text.contains('%'))
        return QString::fromUtf8(text);
    if (!isWellFormed(text))
        return std::nullopt;
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toByteArray()));
}

bool splitTarget(QByteArrayView target, Request &request)
{
    const QByteArrayView local = withoutAuthority(target);
    if (!local.startsWith('/') || local.contains('#'))
        return false;
    const qsizetype mark = local.indexOf('?');
    const QByteArrayView path = mark < 0 ? local : local.first(mark);
    std::optional<QString> decoded = percentDecoded(path);
    if (!decoded)
        return false;
    request.path = *std::move(decoded);
    request.rawPath = path.toByteArray();
    request.rawQuery = mark < 0 ? QByteArray() : local.sliced(mark + 1).toByteArray();
    return true;
}

} // namespace http
