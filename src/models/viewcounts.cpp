// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewcounts.h"

#include "services/whenready.h"

using namespace std::chrono_literals;

namespace models {

ViewCounts::ViewCounts(ListSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(3s);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_isOutdated && m_isActive)
            start();
    });
}

void ViewCounts::setQueries(QList<core::ListQuery> queries)
{
    m_queries = std::move(queries);
    m_isOutdated = true;
    if (m_isActive)
        start();
}

void ViewCounts::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && m_isOutdated && !m_timer.isActive())
        start();
}

void ViewCounts::noteChanges()
{
    m_isOutdated = true;
    if (m_isActive && !m_timer.isActive())
        m_timer.start();
}

void ViewCounts::start()
{
    ++m_generation;
    m_isOutdated = false;
    m_next = 0;
    countNext();
}

void ViewCounts::countNext()
{
    while (m_next < m_queries.size() && m_queries.at(m_next).filters.isEmpty()
           && m_queries.at(m_next).search.isEmpty())
        ++m_next;
    if (m_next >= m_queries.size()) {
        m_next = -1;
        m_timer.start(); // what changed meanwhile is counted after a pause
        return;
    }
    const auto view = static_cast<int>(m_next++);
    const quint64 generation = m_generation;
    services::whenReady(m_source.viewTotals(m_queries.at(view)), this,
                        [this, view, generation](const core::Result<core::ListTotals> &totals) {
                            if (generation != m_generation)
                                return;
                            if (totals)
                                Q_EMIT counted(view, totals->count);
                            countNext();
                        });
}

} // namespace models
