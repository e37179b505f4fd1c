// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventload.h"

#include "stripe/signature.h"

#include <QDateTime>
#include <QFile>

#include <array>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

constexpr int numberDigits = 9;
constexpr int customerDigits = 4;
constexpr int secondsDigits = 10;
constexpr qsizetype signatureSize = 64;

struct Places
{
    QByteArray text; ///< What stands there in the file.
    int digits = 0;
    std::vector<qsizetype> at;
};

/// The file, and where its numbers stand.
struct Template
{
    QByteArray text;
    std::array<Places, 3> places{Places{"NNNNNNNNN", numberDigits, {}},
                                 Places{"CCCC", customerDigits, {}},
                                 Places{"7777777777", secondsDigits, {}}};

    Template()
    {
        QFile file(QStringLiteral(OMS_BENCH_DATA "/event.json"));
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        text = file.readAll();
        for (Places &numbers : places) {
            for (qsizetype at = text.indexOf(numbers.text); at >= 0;
                 at = text.indexOf(numbers.text, at + 1))
                numbers.at.push_back(at);
        }
    }
};

void writeDigits(char *to, int digits, qint64 value)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        to[i] = char('0' + value % 10);
}

const Template &eventTemplate()
{
    static const Template made;
    return made;
}

void fill(char *body, int number, qint64 seconds)
{
    const std::array<qint64, 3> values{number, number % EventLoad::customers, seconds};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Places &places = eventTemplate().places.at(i);
        for (const qsizetype at : places.at)
            writeDigits(body + at, places.digits, values.at(i));
    }
}

} // namespace

QByteArray EventLoad::body(int number, qint64 seconds)
{
    QByteArray body = eventTemplate().text;
    fill(body.data(), number, seconds);
    return body;
}

EventLoad::EventLoad(const QByteArray &secret, int first, int count)
    : m_first(first)
    , m_count(count)
    , m_seconds(QDateTime::currentSecsSinceEpoch())
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(m_seconds, Qt::UTC);
    m_signatures.reserve(count * signatureSize);
    for (int i = 0; i < count; ++i)
        m_signatures +=
            stripe::signatureHeader(body(first + i, m_seconds), {secret}, at).last(signatureSize);
    const QByteArray text = body(first, m_seconds);
    m_template = "POST /api/v1/stripe/webhooks HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                 "User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r\n"
                 "Content-Type: application/json; charset=utf-8\r\nAccept: */*\r\n"
                 "Content-Length: "
        + QByteArray::number(text.size())
        + "\r\nStripe-Signature: t=" + QByteArray::number(m_seconds)
        + ",v1=" + QByteArray(signatureSize, '0') + "\r\n\r\n" + text;
}

bool EventLoad::next(QByteArray &request)
{
    if (m_at == m_count)
        return false;
    if (request.size() != m_template.size())
        request = QByteArray(m_template.constData(), m_template.size());
    const qsizetype bodySize = eventTemplate().text.size();
    char *const body = request.data() + request.size() - bodySize;
    fill(body, m_first + m_at, m_seconds);
    std::memcpy(body - 4 - signatureSize, m_signatures.constData() + m_at * signatureSize,
                signatureSize);
    ++m_at;
    return true;
}
