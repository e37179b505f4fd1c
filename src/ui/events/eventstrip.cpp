// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventstrip.h"

#include "models/overviewkpi.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/events/minutebars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr int stripHeight = 72;
constexpr int factGap = 32;

} // namespace

EventStrip::EventStrip(const PageContext &context, QWidget *parent)
    : Pane(context.theme, Role::Base, Qt::BottomEdge, parent)
    , m_context(context)
    , m_row(new QHBoxLayout(this))
    , m_bars(new MinuteBars(context.theme))
    , m_turnedAway(new LinkLabel(context.theme))
{
    setObjectName(u"eventStrip"_s);
    setAccessibleName(tr("How events fare"));
    setFixedHeight(stripHeight);
    build();
    m_changes.setSingleShot(true);
    m_changes.setInterval(500ms);
    connect(&m_changes, &QTimer::timeout, this, &EventStrip::refresh);
    connect(&context.services.changes, &services::ChangeNotifier::changed, this,
            [this](const QList<core::Change> &changes) {
                const bool isOurs = std::ranges::any_of(changes, [](const core::Change &change) {
                    return change.entity == "event"_L1 || change.entity == "*"_L1;
                });
                if (isOurs && isVisible() && !m_changes.isActive())
                    m_changes.start();
            });
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    m_clock.start(5s);
    connect(m_turnedAway, &LinkLabel::activated, this, &EventStrip::turnedAwayRequested);
}

void EventStrip::build()
{
    m_row->setContentsMargins(metrics::gutter, 10, metrics::gutter, 10);
    m_row->setSpacing(factGap);
    addFact("eventsReceived", tr("Received today"));
    addFact("eventsProcessed", tr("Processed today"));
    addFact("eventsFailed", tr("Failed, retrying"));
    addFact("eventsDead", tr("Given up"));
    addFact("eventsMedian", tr("Median"));
    addFact("eventsSlowest", tr("99 % within"));
    addFact("eventsOldest", tr("Oldest waiting"));
    addFact("eventsListed", tr("Stripe's list read"));
    m_hour = new QWidget;
    auto *column = new QVBoxLayout(m_hour);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(m_context.theme, tr("Last 60 minutes"),
                                  {TextSize::Small, Weight::Regular, Role::Text2}));
    head->addStretch();
    m_turnedAway->setObjectName(u"turnedAway"_s);
    m_turnedAway->hide();
    head->addWidget(m_turnedAway);
    column->addLayout(head);
    column->addWidget(m_bars);
    m_row->addWidget(m_hour, 1);
}

void EventStrip::addFact(const char *name, const QString &label)
{
    const Theme &theme = m_context.theme;
    Part part{new QWidget, new IconLabel(theme, "circle-check"_L1),
              new TextLabel(theme, u"–"_s, {TextSize::Title, Weight::Strong, Role::Text})};
    auto *column = new QVBoxLayout(part.box);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *words = new TextLabel(theme, label, {TextSize::Small, Weight::Regular, Role::Text2});
    words->setBuddy(part.value);
    column->addWidget(words);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(part.icon);
    row->addWidget(part.value);
    row->addStretch();
    column->addLayout(row);
    part.icon->hide();
    part.value->setObjectName(QLatin1StringView(name));
    part.value->setAccessibleName(label);
    m_row->addWidget(part.box);
    m_facts.append(part);
}

void EventStrip::setFact(Fact fact, const QString &value)
{
    m_facts.at(fact).value->setText(value);
    m_facts.at(fact).value->setAccessibleDescription(value);
}

void EventStrip::setWork(Fact fact, qint64 count, QLatin1StringView icon, StatusColor status)
{
    const Part &part = m_facts.at(fact);
    setFact(fact, models::countText(count));
    part.value->setStatus(count > 0 ? std::optional(status) : std::nullopt);
    part.icon->setStatusIcon(icon, status);
    part.icon->setVisible(count > 0);
}

void EventStrip::refresh()
{
    if (std::exchange(m_isReading, true)) {
        m_isOutdated = true; // what is being read may be from before
        return;
    }
    m_isOutdated = false;
    services::whenReady(m_context.services.events.health(), this,
                        [this](const core::Result<core::EventHealth> &health) {
                            m_isReading = false;
                            if (health)
                                take(*health);
                            else
                                Q_EMIT failed(health.error());
                            if (m_isOutdated)
                                refresh();
                        });
}

void EventStrip::take(const core::EventHealth &health)
{
    const bool hasMore =
        m_health.at.isValid() && health.figures.receivedToday != m_health.figures.receivedToday;
    m_health = health;
    const core::WebhookFigures &figures = health.figures;
    setFact(Received, models::countText(figures.receivedToday));
    setFact(Processed, models::countText(figures.doneToday));
    setWork(Failed, figures.failed, "rotate-cw"_L1, StatusColor::Amber);
    setWork(Dead, figures.dead, "octagon-x"_L1, StatusColor::Red);
    setFact(Median, models::durationText(figures.medianMs));
    setFact(Slowest, models::durationText(figures.p99Ms));
    setFact(Oldest, models::durationText(figures.oldestWaitingMs));
    setFact(Listed,
            health.listedUntil.isValid() ? tr("%1 ago", "3 min ago")
                                               .arg(models::durationText(std::max<qint64>(
                                                   0, health.listedUntil.msecsTo(health.at))))
                                         : tr("never", "Stripe's list was read"));
    m_facts.at(Listed).value->setToolTip(models::exactTime(health.listedUntil));
    m_bars->setMinutes(health.minutes);
    m_turnedAway->setText(
        tr("%Ln turned away today", nullptr, static_cast<int>(health.turnedAwayToday)));
    m_turnedAway->setVisible(health.turnedAwayToday > 0);
    fit();
    Q_EMIT healthShown();
    if (hasMore)
        Q_EMIT moreReceived();
}

/// The hour stays; of the facts as many as leave it room, the most asked for first.
void EventStrip::fit()
{
    constexpr int hourLeast = 200;
    int x = 2 * metrics::gutter + hourLeast;
    for (const Part &part : std::as_const(m_facts)) {
        x += part.box->sizeHint().width() + factGap;
        part.box->setVisible(x <= width());
    }
}

void EventStrip::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fit();
}

void EventStrip::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    refresh();
}

void EventStrip::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    QPainter painter(this);
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    for (const Part &part : std::as_const(m_facts)) {
        if (!part.box->isVisible())
            continue;
        const QRect place = part.box->geometry();
        const int x = isRtl ? place.left() - factGap / 2 : place.right() + factGap / 2;
        painter.fillRect(QRectF(x, 14, 1, height() - 28), m_context.theme.color(Role::Border));
    }
}

} // namespace ui
