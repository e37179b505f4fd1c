// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steplist.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct StepFace
{
    QLatin1StringView icon;
    StatusColor status;
    QString word;
};

StepFace faceOf(Step::State state)
{
    switch (state) {
    case Step::State::Waiting:
        return {"circle-dashed"_L1, StatusColor::Grey, StepList::tr("waiting", "step state")};
    case Step::State::Running:
        return {"refresh-cw"_L1, StatusColor::Blue, StepList::tr("running", "step state")};
    case Step::State::Done:
        return {"circle-check"_L1, StatusColor::Green, StepList::tr("done", "step state")};
    case Step::State::Failed:
        return {"circle-x"_L1, StatusColor::Red, StepList::tr("failed", "step state")};
    }
    return {};
}

/// The icon in front of a step and the line down to the next.
class StepMark : public QWidget
{
public:
    StepMark(const Theme &theme, Step::State state, bool isLast)
        : m_theme(theme)
        , m_state(state)
        , m_isLast(isLast)
    {
        setFixedWidth(16);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const StepFace face = faceOf(m_state);
        paintIcon(painter, {0, 1, 16, 16}, face.icon, m_theme.status(face.status).icon);
        if (!m_isLast)
            painter.fillRect(QRectF(7.5, 20, 1, height() - 22), m_theme.color(Role::Border));
    }

private:
    const Theme &m_theme;
    Step::State m_state;
    bool m_isLast;
};

} // namespace

StepList::StepList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_heading(new TextLabel(theme, {}, {TextSize::Body, Weight::Strong, Role::Text}))
    , m_line(new ProgressLine(theme))
    , m_rows(new QVBoxLayout)
{
    m_heading->setWordWrap(true);
    m_line->setFixedHeight(4);
    m_line->setAccessibleName(tr("Steps done"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addSpacing(10);
    layout->addWidget(m_line);
    layout->addSpacing(24);
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    connect(&theme, &Theme::changed, this, &StepList::paintLine);
}

void StepList::setSteps(const QList<Step> &steps)
{
    if (m_steps == steps)
        return; // the focus stays where it is
    m_steps = steps;
    rebuild();
}

void StepList::setHeading(const QString &heading)
{
    m_fixedHeading = heading;
    m_heading->setText(heading);
}

QString StepList::heading() const
{
    if (!m_fixedHeading.isEmpty())
        return m_fixedHeading;
    const auto total = static_cast<int>(m_steps.size());
    for (int i = 0; i < total; ++i) {
        if (m_steps.at(i).state == Step::State::Failed)
            return tr("Stopped at step %1 of %2").arg(i + 1).arg(total);
        if (m_steps.at(i).state == Step::State::Running)
            return tr("Step %1 of %2").arg(i + 1).arg(total);
    }
    const auto done = std::ranges::count(m_steps, Step::State::Done, &Step::state);
    if (total > 0 && done == total)
        return tr("All %n step(s) done", nullptr, total);
    return done > 0 ? tr("%1 of %2 steps done").arg(done).arg(total)
                    : tr("%n step(s)", nullptr, total);
}

void StepList::paintLine()
{
    QList<QColor> pieces;
    for (const Step &step : m_steps)
        pieces.append(step.state == Step::State::Waiting
                          ? m_theme.color(Role::Track)
                          : m_theme.status(faceOf(step.state).status).icon);
    m_line->setStatusSegments(pieces);
    const auto done = std::ranges::count(m_steps, Step::State::Done, &Step::state);
    if (!m_steps.isEmpty())
        m_line->setShare(static_cast<double>(done) / static_cast<double>(m_steps.size()));
}

void StepList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_heading->setText(heading());
    paintLine();
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        m_rows->addWidget(makeRow(i));
}

QWidget *StepList::makeRow(int index)
{
    const Step &step = m_steps.at(index);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    layout->addWidget(new StepMark(m_theme, step.state, index + 1 == m_steps.size()));
    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 12);
    words->setSpacing(0);
    const bool isWaiting = step.state == Step::State::Waiting;
    auto *title = new TextLabel(m_theme, step.title,
                                {TextSize::Body, isWaiting ? Weight::Regular : Weight::Medium,
                                 isWaiting ? Role::Text2 : Role::Text});
    title->setWordWrap(true);
    title->setAccessibleName(
        tr("%1: %2", "step: its state").arg(step.title, faceOf(step.state).word));
    words->addWidget(title);
    if (step.isLink) {
        auto *link = new LinkLabel(m_theme, step.detail);
        link->setMono(true);
        connect(link, &LinkLabel::activated, this, [this, index] { Q_EMIT linkActivated(index); });
        words->addWidget(link, 0, Qt::AlignLeading);
    } else if (!step.detail.isEmpty()) {
        auto *detail =
            new Paragraph(m_theme, step.detail, {TextSize::Small, Weight::Regular, Role::Text2});
        if (step.state == Step::State::Failed)
            detail->setStatus(StatusColor::Red);
        words->addWidget(detail);
    }
    layout->addLayout(words, 1);
    return row;
}

} // namespace ui
