// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkedclient.h"

#include "stripecontract.h"

using namespace Qt::StringLiterals;

namespace support {
namespace {

QByteArrayView nameOf(stripe::Method method)
{
    switch (method) {
    case stripe::Method::Get:
        return "GET";
    case stripe::Method::Post:
        return "POST";
    case stripe::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

const StripeContract &contract()
{
    static const StripeContract document(u"" OMS_FIXTURES "/openapi-2023-10-16.json"_s);
    return document;
}

} // namespace

QCoro::Task<stripe::Reply> CheckedClient::send(stripe::Call call)
{
    m_calls.append(call);
    m_violations += contract().checkRequest(nameOf(call.method), call.path, call.form);
    if (call.method == stripe::Method::Post && call.idempotencyKey.isEmpty())
        m_violations += u"POST without an idempotency key: "_s + call.path;
    stripe::Reply reply = co_await m_inner.send(call);
    co_return reply;
}

QList<stripe::Call> CheckedClient::writes() const
{
    QList<stripe::Call> writes;
    for (const stripe::Call &call : m_calls) {
        if (call.method != stripe::Method::Get)
            writes.append(call);
    }
    return writes;
}

} // namespace support
