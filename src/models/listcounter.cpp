// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcounter.h"

#include "services/whenready.h"

namespace models {
namespace {

constexpr int restAfterCount = 3; // times what the count took
constexpr int afterRowsMs = 50;   // they are drawn first: a count takes all cores

} // namespace

ListCounter::ListCounter(ListSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_isWanted)
            ask();
    });
}

void ListCounter::forget()
{
    ++m_generation;
    m_isKnown = false;
    m_isWanted = false;
    m_isAsking = false;
    m_rest.stop();
}

void ListCounter::count(const core::ListQuery &query)
{
    m_query = query;
    m_isWanted = true;
    if (!m_isAsking && !m_rest.isActive())
        m_rest.start(afterRowsMs);
}

void ListCounter::ask()
{
    m_isWanted = false;
    m_isAsking = true;
    m_taking.start();
    const quint64 generation = m_generation;
    const auto takeAnswer = [this, generation](const core::Result<core::ListTotals> &totals) {
        if (generation == m_generation)
            take(totals);
    };
    services::whenReady(m_source.totals(m_query), this, takeAnswer);
}

void ListCounter::take(const core::Result<core::ListTotals> &totals)
{
    m_isAsking = false;
    m_isKnown = m_isKnown || totals.has_value();
    m_rest.start(static_cast<int>(m_taking.elapsed()) * restAfterCount);
    Q_EMIT counted(totals);
}

} // namespace models
