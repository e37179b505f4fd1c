// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/renewalcard.h"

#include "models/overviewkpi.h"
#include "models/wording.h"
#include "ui/overview/fittingrows.h"
#include "ui/overview/overviewrows.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/listplace.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int leastRows = 7;
}

RenewalCard::RenewalCard(const Theme &theme, QWidget *parent)
    : Card(theme, tr("Renewals this week"), parent)
    , m_theme(theme)
    , m_rows(new FittingRows(RenewalRow::height, leastRows))
    , m_none(new TextLabel(theme, tr("Nothing renews within 7 days."),
                           {TextSize::Small, Weight::Regular, Role::Text3}))
{
    m_none->setElided(true);
    m_none->hide();
    content()->addWidget(m_none, 0, Qt::AlignTop);
    m_rows->setObjectName(u"renewals"_s);
    content()->addWidget(m_rows, 1);
    LinkLabel *subscriptions = setFooter(tr("All subscriptions"));
    subscriptions->setObjectName(u"renewalFooter"_s);
    connect(subscriptions, &LinkLabel::activated, this, [this] {
        const QString view = m_hasMore ? u"renewing"_s : u"all"_s;
        Q_EMIT navigationRequested({u"subscriptions"_s, toText(ListPlace{.view = view})});
    });
    connect(m_rows, &FittingRows::shownChanged, this, &RenewalCard::showFooter);
}

QWidget *RenewalCard::makeRow()
{
    auto *row = new RenewalRow(m_theme);
    connect(row, &RenewalRow::clicked, this, [this, row] {
        const QUuid tenant = row->renewal().tenantId;
        if (!tenant.isNull())
            Q_EMIT navigationRequested({u"tenants"_s, tenant.toString(QUuid::WithoutBraces)});
    });
    return row;
}

void RenewalCard::setOverview(const core::Overview &overview)
{
    m_renewals = overview.renewals;
    m_renewing = overview.counts.renewalsThisWeek;
    m_at = overview.at;
    const auto rows =
        m_rows->matchRows<RenewalRow>(m_renewals.size(), [this] { return makeRow(); });
    for (qsizetype index = 0; index < rows.size(); ++index)
        rows.at(index)->setRenewal(m_renewals.at(index));
    m_none->setVisible(rows.isEmpty());
    showFooter();
}

void RenewalCard::setSum(const core::Money &sum, qint64 count)
{
    setHint(tr("%1 · %2 %3", "how many, amount, currency")
                .arg(models::countText(count), models::wholeAmountText(sum),
                     models::currencyCode(sum)));
}

void RenewalCard::showFooter()
{
    const qsizetype shown = m_rows->shown();
    qint64 more = m_renewals.size() - shown;
    if (m_renewals.size() == core::Overview::maxRenewals) { // there are more than were read
        const auto ending = std::count_if(m_renewals.begin(), m_renewals.begin() + shown,
                                          [](const core::Renewal &one) { return one.endsThen; });
        more = std::max(more, m_renewing - (shown - ending));
    }
    const QString until = models::shortDate(m_at.addDays(7), m_at);
    m_hasMore = more > 0;
    setFooter(m_hasMore ? tr("%n more until %1", "renewals", static_cast<int>(more)).arg(until)
                        : tr("All subscriptions"));
}

} // namespace ui
