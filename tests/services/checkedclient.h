// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"

#include <QStringList>

class StripeContract;

namespace support {

/// Passes calls on to another client, keeps them, and judges each by Stripe's own document.
class CheckedClient final : public stripe::Client
{
public:
    explicit CheckedClient(stripe::Client &inner)
        : m_inner(inner)
    {
    }

    QCoro::Task<stripe::Reply> send(stripe::Call call) override;

    [[nodiscard]] const QList<stripe::Call> &calls() const { return m_calls; }
    [[nodiscard]] QList<stripe::Call> writes() const; ///< POST and DELETE.
    [[nodiscard]] const QStringList &violations() const { return m_violations; }
    void forget() { m_calls.clear(); }

private:
    stripe::Client &m_inner;
    QList<stripe::Call> m_calls;
    QStringList m_violations;
};

} // namespace support
