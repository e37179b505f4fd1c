// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/listsource.h"

#include <QObject>
#include <QTimer>

namespace models {

/// Counts the rows of each view of a list, one after the other, so that what is on screen never
/// waits for a count. After changes it counts anew, not more often than every few seconds.
class ViewCounts : public QObject
{
    Q_OBJECT

public:
    explicit ViewCounts(ListSource &source, QObject *parent = nullptr);
    /// By view; a query without filters and search is not counted: the footer has it.
    void setQueries(QList<core::ListQuery> queries);
    void setActive(bool isActive); ///< Out of sight nothing is counted.
    void noteChanges();            ///< Counts again soon.

Q_SIGNALS:
    void counted(int view, qint64 rows);

private:
    void start();
    void countNext();

    ListSource &m_source;
    QList<core::ListQuery> m_queries;
    QTimer m_timer;
    qsizetype m_next = -1;    ///< The view that is counted next; −1 when none is.
    quint64 m_generation = 0; ///< Answers of an older one are dropped.
    bool m_isActive = false;
    bool m_isOutdated = true;
};

} // namespace models
