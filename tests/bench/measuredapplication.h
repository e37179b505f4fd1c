// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>

namespace bench {

/// An application that knows what its thread computes in one event, whatever the machine does
/// beside it, and tells of each painting that is done.
class MeasuredApplication : public QApplication
{
public:
    using QApplication::QApplication;
    /// Adds the longest event to the file that OMS_BENCH_LONGEST names, for `gui-thread`.
    ~MeasuredApplication() override;

    /// Called after a widget has painted itself.
    void setPaintWatcher(std::function<void(QObject *)> watcher) { m_painted = std::move(watcher); }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    struct Event
    {
        double cpuMs = 0;
        QString what;
    };
    Event m_longest;
    std::function<void(QObject *)> m_painted;
    bool m_isInside = false; ///< Events sent while one is handled are a part of it.
};

} // namespace bench
