// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace ui {

/// Hands the answer of a service to `take` on this thread, unless `context` is gone by then.
/// QFuture::then(context) of Qt 6.4 calls into a context that was deleted meanwhile.
template <typename T, typename Take>
void whenAnswered(const QFuture<T> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, take = std::move(take)] {
                         watcher->deleteLater();
                         take(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace ui
