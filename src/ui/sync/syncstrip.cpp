// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncstrip.h"

#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/dialogs.h"
#include "ui/operations/notice.h"
#include "ui/shell/actions.h"
#include "ui/sync/syncwords.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr double enoughToTell = 0.02; // below it a guess at the time left is noise

} // namespace

SyncStrip::SyncStrip(const PageContext &context, QWidget *parent)
    : Pane(context.theme, Role::Sunken, Qt::BottomEdge, parent)
    , m_context(context)
    , m_gap(new Notice(context.theme))
    , m_icon(new IconLabel(context.theme, "circle-dashed"_L1))
    , m_title(new TextLabel(context.theme, {}, {TextSize::Body, Weight::Medium, Role::Text}))
    , m_text(new TextLabel(context.theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_progress(new ProgressLine(context.theme))
{
    setObjectName(u"syncStrip"_s);
    setAccessibleName(tr("Comparison with Stripe"));
    build();
    m_changes.setSingleShot(true);
    m_changes.setInterval(250ms);
    connect(&m_changes, &QTimer::timeout, this, &SyncStrip::refresh);
    connect(&context.services.changes, &services::ChangeNotifier::changed, this,
            [this](const QList<core::Change> &changes) {
                if (!m_changes.isActive()
                    && std::ranges::any_of(changes, [](const core::Change &change) {
                           return change.entity == "sync"_L1 || change.entity == "*"_L1;
                       }))
                    m_changes.start();
            });
    connect(&m_hourly, &QTimer::timeout, this, &SyncStrip::refresh);
    m_hourly.start(1h);
    connect(m_gap, &Notice::linkActivated, this, [this] {
        if (m_lastGap.isBeyond())
            m_context.actions[ActionId::CompareWithStripe]->trigger();
        else
            services::whenReady(m_context.services.sync.readEvents(), this,
                                [this](const core::Result<> &asked) {
                                    if (!asked)
                                        Q_EMIT failed(asked.error());
                                });
    });
    refresh();
}

void SyncStrip::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gutter, 10, metrics::gutter, 10);
    column->setSpacing(8);
    column->addWidget(m_gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(m_icon);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setObjectName(u"syncTitle"_s);
    m_text->setObjectName(u"syncText"_s);
    m_text->setElided(true);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addSpacing(2);
    words->addWidget(m_progress);
    row->addLayout(words, 1);
    m_pause = addButton(tr("Pause"), "pauseSync");
    m_resume = addButton(tr("Go on"), "resumeSync");
    m_cancel = addButton(tr("Cancel…"), "cancelSync");
    m_compare =
        makeActionButton(m_context.actions[ActionId::CompareWithStripe], ButtonKind::Primary);
    for (QPushButton *button : {m_pause, m_resume, m_cancel, m_compare})
        row->addWidget(button);
    column->addLayout(row);
    m_progress->setAccessibleName(tr("How far it is"));
    connect(m_pause, &QPushButton::clicked, this, [this] { steer(core::SyncState::Paused); });
    connect(m_resume, &QPushButton::clicked, this, [this] { steer(core::SyncState::Running); });
    connect(m_cancel, &QPushButton::clicked, this, &SyncStrip::askToCancel);
    take(std::nullopt);
}

QPushButton *SyncStrip::addButton(const QString &text, const char *name)
{
    QPushButton *button = makeButton(m_context.theme, text);
    button->setObjectName(QLatin1StringView(name));
    if (m_context.actions.right() < Right::Operate) {
        button->setEnabled(false);
        button->setToolTip(tr("Your role may only read."));
    }
    return button;
}

void SyncStrip::refresh()
{
    services::whenReady(m_context.services.sync.latest(), this,
                        [this](const core::Result<std::optional<core::SyncRun>> &latest) {
                            if (latest)
                                take(*latest);
                            else
                                Q_EMIT failed(latest.error());
                        });
    services::whenReady(m_context.services.sync.eventGap(), this,
                        [this](const core::Result<core::EventGap> &gap) {
                            if (gap)
                                takeGap(*gap);
                        });
}

void SyncStrip::take(const std::optional<core::SyncRun> &run)
{
    const bool isRunning = run && run->state == core::SyncState::Running;
    const std::optional<double> share = run ? run->share() : std::nullopt;
    if (!isRunning) {
        m_watched.invalidate();
    } else if (!m_watched.isValid() || !m_run || m_run->id != run->id) {
        m_watched.start();
        m_watchedFrom = share.value_or(0);
    }
    m_run = run;
    const SyncStatus status = statusOf(run, secondsLeft());
    m_icon->setStatusIcon(status.icon, status.status);
    m_title->setText(status.title);
    m_text->setText(status.text);
    const bool isOpen = run && run->isOpen();
    m_progress->setVisible(isOpen);
    m_progress->setRunning(isRunning && !share && run->problem.isEmpty());
    if (share)
        m_progress->setShare(*share);
    m_pause->setVisible(isRunning);
    m_resume->setVisible(isOpen && !isRunning);
    m_cancel->setVisible(isOpen);
    m_compare->setVisible(!isOpen);
    Q_EMIT progressed(isRunning ? shortProgress(*run) : QString(), share.value_or(0));
}

std::optional<qint64> SyncStrip::secondsLeft() const
{
    const std::optional<double> share = m_run ? m_run->share() : std::nullopt;
    if (!share || !m_watched.isValid() || *share - m_watchedFrom < enoughToTell)
        return std::nullopt;
    const double rate = (*share - m_watchedFrom) / static_cast<double>(m_watched.elapsed());
    return static_cast<qint64>((1 - *share) / rate / 1000);
}

void SyncStrip::takeGap(const core::EventGap &gap)
{
    m_lastGap = gap;
    const SyncStatus status = gapStatus(gap);
    if (status.title.isEmpty()) {
        m_gap->clear();
        return;
    }
    if (m_gap->title() != status.title)
        Q_EMIT warned(status.title, status.text);
    m_gap->showContent({status.status, status.icon, status.title, status.text,
                        gap.isBeyond() ? tr("Compare everything…") : tr("Read the events now"),
                        false});
}

void SyncStrip::steer(core::SyncState wanted)
{
    if (!m_run)
        return;
    services::whenReady(m_context.services.sync.steer(m_run->id, wanted), this,
                        [this](const core::Result<> &steered) {
                            if (!steered)
                                Q_EMIT failed(steered.error());
                            refresh();
                        });
}

void SyncStrip::askToCancel()
{
    const Question question{
        tr("Cancel this comparison?"),
        tr("What was found so far stays in the list. The next one starts from the beginning; "
           "pausing keeps the place."),
        tr("Cancel the comparison"), tr("Let it run"), true};
    m_context.dialogs.ask(question, this, [this](bool isAccepted) {
        if (isAccepted)
            steer(core::SyncState::Canceled);
    });
}

} // namespace ui
