// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is put into a form, Stripe reads the same out of it: the encoding is decoded here by the
// rules of application/x-www-form-urlencoded and held against what went in. The input is lines of
// key=value.
#include "stripe/form.h"

#include <QList>
#include <QUrl>

#include <cstdlib>

namespace {

QByteArray decoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

using Pairs = QList<std::pair<QByteArray, QByteArray>>;

Pairs pairsIn(const QByteArray &form)
{
    Pairs pairs;
    if (form.isEmpty())
        return pairs;
    for (const QByteArray &part : form.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0)
            std::abort(); // every pair has its sign
        pairs.emplaceBack(decoded(QByteArrayView(part).first(equals)),
                          decoded(QByteArrayView(part).sliced(equals + 1)));
    }
    return pairs;
}

bool isPlain(const QByteArray &form)
{
    for (const char c : form)
        if (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7f)
            return false;
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    stripe::Form form;
    Pairs given;
    for (const QByteArray &line : input.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0)
            continue;
        const QByteArray key = line.first(equals);
        const QString value = QString::fromUtf8(line.sliced(equals + 1));
        if (!QUtf8StringView(key).isValidUtf8())
            continue;
        form.add(key, value);
        given.emplaceBack(key, value.toUtf8());
    }
    const QByteArray encoded = form.encoded();
    if (!isPlain(encoded) || pairsIn(encoded) != given)
        std::abort();
    return 0;
}
