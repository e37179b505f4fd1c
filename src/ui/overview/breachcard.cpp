// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/breachcard.h"

#include "ui/overview/fittingrows.h"
#include "ui/overview/overviewrows.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/listplace.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int leastRows = 4;
}

BreachCard::BreachCard(const Theme &theme, QWidget *parent)
    : Card(theme, tr("Over a limit"), parent)
    , m_theme(theme)
    , m_rows(new FittingRows(BreachRow::height, leastRows))
    , m_none(new TextLabel(theme, tr("No tenant is over a limit of its plan."),
                           {TextSize::Small, Weight::Regular, Role::Text3}))
{
    m_none->setElided(true);
    m_none->hide();
    content()->addWidget(m_none, 0, Qt::AlignTop);
    m_rows->setObjectName(u"breaches"_s);
    content()->addWidget(m_rows, 1);
    LinkLabel *tenants = setFooter(tr("All tenants"));
    tenants->setObjectName(u"breachFooter"_s);
    connect(tenants, &LinkLabel::activated, this, [this] {
        const QString view = m_hasMore ? u"over-limit"_s : u"all"_s;
        Q_EMIT navigationRequested({u"tenants"_s, toText(ListPlace{.view = view})});
    });
    connect(m_rows, &FittingRows::shownChanged, this, &BreachCard::showFooter);
}

QWidget *BreachCard::makeRow()
{
    auto *row = new BreachRow(m_theme);
    connect(row, &BreachRow::clicked, this, [this, row] {
        const QUuid tenant = row->breach().tenantId;
        Q_EMIT navigationRequested({u"tenants"_s, tenant.toString(QUuid::WithoutBraces)});
    });
    return row;
}

void BreachCard::setOverview(const core::Overview &overview)
{
    m_exceeding = overview.counts.exceeding;
    const auto rows =
        m_rows->matchRows<BreachRow>(overview.breaches.size(), [this] { return makeRow(); });
    for (qsizetype index = 0; index < rows.size(); ++index)
        rows.at(index)->setBreach(overview.breaches.at(index));
    setHint(m_exceeding > 0 ? tr("%n tenant(s)", nullptr, static_cast<int>(m_exceeding))
                            : QString());
    m_none->setVisible(rows.isEmpty());
    showFooter();
}

void BreachCard::showFooter()
{
    const qint64 more = m_exceeding - m_rows->shown();
    m_hasMore = more > 0;
    setFooter(m_hasMore ? tr("%n more over a limit", nullptr, static_cast<int>(more))
                        : tr("All tenants"));
}

} // namespace ui
