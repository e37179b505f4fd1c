// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>

namespace db {

/// What the database answers to whoever waits when it is closed.
[[nodiscard]] core::Error closingError();

/// A promise that cannot be broken: awaiting a QFuture that ends without a result crashes
/// (Qt 6.4, QCoro 0.8), so a job dropped at shutdown still answers, with an error.
template <typename R>
class Reply
{
public:
    Reply() { m_promise.start(); } // before the future is handed out, or result() will not wait
    ~Reply()
    {
        if (!m_sent)
            send(tl::unexpected(closingError()));
    }
    Q_DISABLE_COPY_MOVE(Reply)

    [[nodiscard]] QFuture<R> future() { return m_promise.future(); }
    void send(R result)
    {
        m_sent = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<R> m_promise;
    bool m_sent = false;
};

} // namespace db
