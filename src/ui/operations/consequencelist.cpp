// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/consequencelist.h"

#include "ui/theme/draw.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// The box around the rows.
class Box : public QWidget
{
public:
    explicit Box(const Theme &theme)
        : m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        draw::box(painter, rect(), 8, m_theme.color(Role::Sunken), m_theme.color(Role::Border));
    }

private:
    const Theme &m_theme;
};

} // namespace

ConsequenceList::ConsequenceList(const Theme &theme, const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(nullptr)
{
    setAccessibleName(heading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::focusRing, 0, metrics::focusRing, 0);
    layout->setSpacing(5);
    layout->addWidget(new TextLabel(theme, heading, {TextSize::Small, Weight::Medium, Role::Text}));
    auto *box = new Box(theme);
    m_rows = new QVBoxLayout(box);
    m_rows->setContentsMargins(1, 4, 1, 4);
    m_rows->setSpacing(0);
    layout->addWidget(box);
}

void ConsequenceList::setConsequences(const QList<Consequence> &consequences)
{
    if (m_consequences == consequences)
        return;
    m_consequences = consequences;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Consequence &consequence : consequences)
        m_rows->addWidget(makeRow(consequence, m_rows->count() == 0));
    setVisible(!consequences.isEmpty());
}

QWidget *ConsequenceList::makeRow(const Consequence &consequence, bool isFirst)
{
    auto *row = new Pane(m_theme, Role::Sunken, isFirst ? Qt::Edges() : Qt::TopEdge);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(13, 6, 13, 7);
    layout->setSpacing(12);
    auto *icon = new IconLabel(m_theme, consequence.icon);
    icon->setStatusIcon(consequence.icon, consequence.status);
    layout->addWidget(icon);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(
        new Paragraph(m_theme, consequence.title, {TextSize::Body, Weight::Medium, Role::Text}));
    if (!consequence.detail.isEmpty())
        words->addWidget(new Paragraph(m_theme, consequence.detail,
                                       {TextSize::Small, Weight::Regular, Role::Text2}));
    layout->addLayout(words, 1);
    return row;
}

} // namespace ui
