// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/webhookstrip.h"

#include "models/overviewkpi.h"
#include "models/wording.h"
#include "ui/theme/draw.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int stripHeight = 50;
constexpr int factGap = 24;
} // namespace

WebhookStrip::WebhookStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QHBoxLayout(this))
    , m_chip(new Chip(theme))
    , m_link(new LinkLabel(theme, tr("All events")))
{
    setFixedHeight(stripHeight);
    m_chip->setFace(models::webhookFace({}));
    setAccessibleName(tr("Webhooks"));
    m_layout->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    m_layout->setSpacing(factGap);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(
        new TextLabel(theme, tr("Webhooks"), {TextSize::Body, Weight::Strong, Role::Text}));
    head->addWidget(m_chip);
    m_layout->addLayout(head);
    addFact("received", tr("Received today"));
    addFact("processed", tr("Processed today"));
    addFact("failed", tr("Failed"));
    addFact("dead", tr("Given up"));
    addFact("waiting", tr("Oldest waiting"));
    addFact("median", tr("Median"));
    addFact("p99", tr("99 % within"));
    m_layout->addStretch();
    m_layout->addWidget(m_link);
    m_link->setObjectName(u"allEvents"_s);
    connect(m_link, &LinkLabel::activated, this, &WebhookStrip::eventsRequested);
}

void WebhookStrip::addFact(const char *name, const QString &label)
{
    Fact fact{new QWidget,
              new TextLabel(m_theme, u"–"_s, {TextSize::Body, Weight::Strong, Role::Text})};
    auto *row = new QHBoxLayout(fact.box);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(new TextLabel(m_theme, label, {TextSize::Small, Weight::Regular, Role::Text2}));
    row->addWidget(fact.value);
    fact.value->setObjectName(QString::fromLatin1(name));
    m_layout->addWidget(fact.box);
    m_facts.append(fact);
}

void WebhookStrip::setFact(qsizetype index, const QString &value, bool isWork, StatusColor tone)
{
    TextLabel *label = m_facts.at(index).value;
    label->setText(value);
    label->setStatus(isWork ? std::optional(tone) : std::nullopt);
}

void WebhookStrip::setFigures(const core::WebhookFigures &figures)
{
    const models::StatusFace face = models::webhookFace(figures);
    m_chip->setFace(face);
    setFact(0, models::countText(figures.receivedToday), false, {});
    setFact(1, models::countText(figures.doneToday), false, {});
    setFact(2, models::countText(figures.failed), figures.failed > 0, StatusColor::Amber);
    setFact(3, models::countText(figures.dead), figures.dead > 0, StatusColor::Red);
    setFact(4, models::durationText(figures.oldestWaitingMs), false, {});
    setFact(5, models::durationText(figures.medianMs), false, {});
    setFact(6, models::durationText(figures.p99Ms), false, {});
    setAccessibleDescription(tr("%1: %2 received and %3 processed today, %4 failed, %5 given up")
                                 .arg(face.word, models::countText(figures.receivedToday),
                                      models::countText(figures.doneToday),
                                      models::countText(figures.failed),
                                      models::countText(figures.dead)));
    fit();
}

/// From the first fact on, as many as there is room for.
void WebhookStrip::fit()
{
    int x = metrics::padding + m_layout->itemAt(0)->sizeHint().width() + factGap
        + m_link->sizeHint().width();
    for (const Fact &fact : std::as_const(m_facts)) {
        x += factGap + fact.box->sizeHint().width();
        fact.box->setVisible(x <= width() - metrics::padding);
    }
}

void WebhookStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void WebhookStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw::box(painter, rect(), 8, m_theme.color(Role::Base), m_theme.color(Role::Border));
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    for (const Fact &fact : m_facts) {
        if (!fact.box->isVisible())
            continue;
        const QRect place = fact.box->geometry();
        const int x = isRtl ? place.right() + factGap / 2 : place.left() - factGap / 2;
        painter.fillRect(QRectF(x, 15, 1, height() - 30), m_theme.color(Role::Border));
    }
}

} // namespace ui
