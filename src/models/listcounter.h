// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listsource.h"

#include <QElapsedTimer>
#include <QTimer>

namespace models {

/// Asks how many rows a query has and what they add up to, in the background: one count at a time,
/// and after each a rest, or a busy list would be counted without end.
class ListCounter : public QObject
{
    Q_OBJECT

public:
    explicit ListCounter(ListSource &source, QObject *parent = nullptr);

    /// Another filter: what was counted, and what is being counted, is no longer of use.
    void forget();
    /// As soon as may be.
    void count(const core::ListQuery &query);
    [[nodiscard]] bool isKnown() const { return m_isKnown; }

Q_SIGNALS:
    void counted(const core::Result<core::ListTotals> &totals);

private:
    void ask();
    void take(const core::Result<core::ListTotals> &totals);

    ListSource &m_source;
    core::ListQuery m_query;
    quint64 m_generation = 0; ///< Answers of an older one are dropped.
    bool m_isKnown = false;
    bool m_isWanted = false;
    bool m_isAsking = false;
    QElapsedTimer m_taking;
    QTimer m_rest;
};

} // namespace models
