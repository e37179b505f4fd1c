// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>

#include <QFuture>
#include <QPromise>

#include <memory>

namespace services {

template <typename T>
QCoro::Task<> fulfil(QCoro::Task<T> task, std::shared_ptr<QPromise<T>> promise)
{
    const T result = co_await task;
    promise->addResult(result);
    promise->finish();
}

/// A coroutine's result for those who know futures only. It ends when the coroutine does.
template <typename T>
[[nodiscard]] QFuture<T> toFuture(QCoro::Task<T> task)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const QFuture<T> future = promise->future();
    fulfil(std::move(task), promise);
    return future;
}

} // namespace services
