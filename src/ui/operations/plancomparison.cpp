// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/plancomparison.h"

#include "models/wording.h"
#include "ui/operations/billingwords.h"
#include "ui/theme/draw.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
// Figures stand under each other by their last digit, whatever the reading direction.
constexpr Qt::Alignment figuresAt = Qt::AlignRight | Qt::AlignAbsolute;
} // namespace

PlanComparison::PlanComparison(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("What changes"));
}

void PlanComparison::compare(const Side &before, const Side &after,
                             const QList<core::LimitUse> &uses)
{
    clear();
    addHead(before, after);
    addRow(tr("Price"), before.price, after.price, before.price != after.price, {});
    for (const LimitField &limit : limitFields()) {
        const auto was = before.limits.*limit.member;
        const auto becomes = after.limits.*limit.member;
        const auto used = usedOf(uses, limit.name);
        const bool isExceeded = used && becomes && *used > *becomes;
        addRow(limitTitle(limit), limitText(was), limitText(becomes), was != becomes,
               isExceeded ? tr("%1 used this month: over the new limit at once.")
                                .arg(models::countText(*used))
                          : QString());
    }
}

void PlanComparison::addHead(const Side &before, const Side &after)
{
    const LabelStyle quiet{TextSize::Small, Weight::Regular, Role::Text2};
    const LabelStyle strong{TextSize::Small, Weight::Medium, Role::Text};
    m_grid->addWidget(new TextLabel(m_theme, tr("What changes"), strong), 0, 0);
    auto *now = new TextLabel(m_theme, tr("%1, now", "plan held now").arg(before.title), quiet);
    auto *then = new TextLabel(m_theme, after.title, strong);
    m_grid->addWidget(now, 0, 1, figuresAt);
    m_grid->addWidget(then, 0, 3, figuresAt);
}

void PlanComparison::addRow(const QString &title, const QString &before, const QString &after,
                            bool isChanged, const QString &warning)
{
    const int row = m_grid->rowCount();
    const LabelStyle quiet{TextSize::Body, Weight::Regular, Role::Text2};
    const LabelStyle loud{TextSize::Body, isChanged ? Weight::Medium : Weight::Regular,
                          isChanged ? Role::Text : Role::Text2};
    auto *name = new TextLabel(m_theme, title, quiet);
    name->setElided(true); // the figures need their room first
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(new TextLabel(m_theme, before, quiet), row, 1, figuresAt);
    m_grid->addWidget(new IconLabel(m_theme, "arrow-right"_L1, Role::Text3, 14), row, 2);
    auto *value = new TextLabel(m_theme, after, loud);
    value->setAccessibleName(tr("%1: %2 becomes %3").arg(title, before, after));
    m_grid->addWidget(value, row, 3, figuresAt);
    if (warning.isEmpty())
        return;
    value->setStatus(StatusColor::Red);
    value->setAccessibleDescription(warning);
    auto *note = new Paragraph(m_theme, warning, {TextSize::Small, Weight::Regular, Role::Text2});
    note->setObjectName(u"overLimit"_s);
    note->setStatus(StatusColor::Red);
    m_grid->addWidget(note, row + 1, 0, 1, 4);
}

void PlanComparison::clear()
{
    const auto labels = findChildren<QWidget *>();
    for (QWidget *label : labels)
        delete label;
    delete m_grid;
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(metrics::focusRing, 0, metrics::focusRing, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
}

std::optional<qint64> usedOf(const QList<core::LimitUse> &uses, const char *metric)
{
    for (const core::LimitUse &use : uses) {
        if (use.metric == QLatin1StringView(metric) && use.used)
            return static_cast<qint64>(std::llround(*use.used));
    }
    return std::nullopt;
}

} // namespace ui
