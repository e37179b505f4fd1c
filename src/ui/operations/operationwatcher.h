// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QObject>
#include <QTimer>

namespace services {
class ChangeNotifier;
class OperationService;
} // namespace services

namespace ui {

/// Follows the operations of one group: reads them again when the change feed names an operation,
/// and every two seconds in case a notice went missing.
class OperationWatcher : public QObject
{
    Q_OBJECT

public:
    OperationWatcher(services::OperationService &operations, services::ChangeNotifier &changes,
                     QObject *parent = nullptr);

    void watch(const QUuid &group);
    void stop();
    void refresh();
    /// After the steps were changed from here: an answer that is under way is not taken.
    void reread();
    [[nodiscard]] const QUuid &group() const { return m_group; }
    [[nodiscard]] const QList<core::Operation> &steps() const { return m_steps; }

Q_SIGNALS:
    /// Only when something moved, so that what a person is typing stays as it is.
    void stepsChanged(const QList<core::Operation> &steps);
    void finished(const QList<core::Operation> &steps); ///< All done, or given up.
    void failed(const core::Error &error);              ///< They could not be read.

private:
    void take(const core::Result<QList<core::Operation>> &answer);

    services::OperationService &m_operations;
    QUuid m_group;
    QList<core::Operation> m_steps;
    int m_lastState = -1; ///< GroupProgress::State when it was read last.
    QTimer m_slow;
    int m_generation = 0; ///< Drops answers to questions asked before reread() or watch().
    bool m_isReading = false;
    bool m_isStale = false; ///< Something changed while it was being read.
};

} // namespace ui
