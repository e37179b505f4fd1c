// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace services {

/// Calls `take(result)` on the context's thread once the future is there; never, if the context has
/// gone by then. (QFuture::then(context, …) of Qt 6.4 asserts that the context still lives.)
template <typename T, typename Take>
void whenReady(const QFuture<T> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take] {
        watcher->deleteLater();
        take(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace services
