// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationwatcher.h"

#include "services/changenotifier.h"
#include "services/operationservice.h"
#include "services/whenready.h"
#include "ui/operations/operationsteps.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {
namespace {

bool isSame(const core::Operation &a, const core::Operation &b)
{
    return a.id == b.id && a.state == b.state && a.attempts == b.attempts && a.error == b.error
        && a.result == b.result && a.input == b.input && a.confirmedAt == b.confirmedAt;
}

} // namespace

OperationWatcher::OperationWatcher(services::OperationService &operations,
                                   services::ChangeNotifier &changes, QObject *parent)
    : QObject(parent)
    , m_operations(operations)
{
    m_slow.setInterval(2s);
    connect(&m_slow, &QTimer::timeout, this, &OperationWatcher::refresh);
    connect(&changes, &services::ChangeNotifier::changed, this,
            [this](const QList<core::Change> &batch) {
                const auto concerns = [](const core::Change &change) {
                    return change.entity == QLatin1StringView("operation")
                        || change.entity == QLatin1StringView("*");
                };
                if (std::ranges::any_of(batch, concerns))
                    refresh();
            });
}

void OperationWatcher::watch(const QUuid &group)
{
    m_group = group;
    m_steps.clear();
    m_slow.start();
    reread();
}

void OperationWatcher::stop()
{
    m_group = {};
    m_steps.clear();
    m_slow.stop();
}

void OperationWatcher::reread()
{
    ++m_generation;
    m_lastState = -1;
    m_slow.start();
    refresh();
}

void OperationWatcher::refresh()
{
    if (m_group.isNull())
        return;
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    const int generation = m_generation;
    const auto takeOf = [this, generation](const core::Result<QList<core::Operation>> &answer) {
        m_isReading = false;
        const bool isAsked = generation == m_generation && !m_group.isNull();
        if (isAsked)
            take(answer);
        if (std::exchange(m_isStale, false) || !isAsked)
            refresh();
    };
    services::whenReady(m_operations.group(m_group), this, takeOf);
}

void OperationWatcher::take(const core::Result<QList<core::Operation>> &answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    const GroupProgress progress = progressOf(*answer, QDateTime::currentDateTimeUtc());
    const auto state = static_cast<int>(progress.state);
    if (state == m_lastState && std::ranges::equal(m_steps, *answer, isSame))
        return;
    m_lastState = state;
    m_steps = *answer;
    const bool isOver = progress.state == GroupProgress::State::Done
        || progress.state == GroupProgress::State::GivenUp;
    if (isOver)
        m_slow.stop();
    Q_EMIT stepsChanged(m_steps);
    if (isOver)
        Q_EMIT finished(m_steps);
}

} // namespace ui
