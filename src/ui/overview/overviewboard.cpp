// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewboard.h"

#include "models/overviewkpi.h"
#include "models/overviewseries.h"
#include "models/wording.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/legend.h"
#include "ui/charts/linechart.h"
#include "ui/overview/ageingbars.h"
#include "ui/overview/breachcard.h"
#include "ui/overview/kpicard.h"
#include "ui/overview/renewalcard.h"
#include "ui/overview/webhookstrip.h"
#include "ui/widgets/card.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/listplace.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int walkMonths = 6;
constexpr int narrowBelow = 940;
constexpr int fourColumns = 4;
constexpr int leastCardWidth = 170;

struct Place
{
    int row;
    int column;
    int span;
};
constexpr int cardCount = 11;
// As one reads them: four figures, two wide charts, four cards, the strip.
constexpr Place wide[cardCount] = {{0, 0, 1}, {0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 0, 2}, {1, 2, 2},
                                   {2, 0, 1}, {2, 1, 1}, {2, 2, 1}, {2, 3, 1}, {3, 0, 4}};
constexpr Place narrow[cardCount] = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1},
                                     {2, 0, 2}, {3, 0, 2}, {4, 0, 1}, {4, 1, 1},
                                     {5, 0, 1}, {5, 1, 1}, {6, 0, 2}};

Location view(const QString &page, const QString &id)
{
    return {page, toText(ListPlace{.view = id})};
}

/// The subscriptions that MRR is summed over.
Location paying()
{
    const core::Filter states{u"status"_s, core::FilterOperator::Equals,
                              QStringList{u"active"_s, u"past_due"_s}};
    return {u"subscriptions"_s, toText(ListPlace{.view = u"all"_s, .filters = QList{states}})};
}

} // namespace

OverviewBoard::OverviewBoard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_note(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_currencies(new QComboBox)
    , m_grid(new QGridLayout)
    , m_mrrCard(new Card(theme, tr("MRR")))
    , m_walkCard(new Card(theme, tr("MRR walk")))
    , m_collectedCard(new Card(theme, tr("Collected by tier")))
    , m_ageingCard(new Card(theme, tr("Ageing")))
    , m_breachCard(new BreachCard(theme))
    , m_renewalCard(new RenewalCard(theme))
    , m_mrr(new LineChart(theme, tr("MRR by month")))
    , m_walk(new ColumnChart(theme, tr("MRR walk")))
    , m_collected(new ColumnChart(theme, tr("Collected by month and tier")))
    , m_walkLegend(new Legend(theme))
    , m_collectedLegend(new Legend(theme))
    , m_ageing(new AgeingBars(theme))
    , m_webhooks(new WebhookStrip(theme))
{
    build();
    buildCharts();
    buildLists();
    arrange(fourColumns);
}

void OverviewBoard::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::overviewGutter, 12, metrics::overviewGutter, 16);
    layout->setSpacing(metrics::cardGap);
    auto *head = new QHBoxLayout;
    m_note->setElided(true);
    m_note->setMinimumHeight(m_currencies->sizeHint().height()); // nothing jumps when it comes
    head->addWidget(m_note, 1);
    head->addWidget(m_currencies);
    m_currencies->setAccessibleName(tr("Currency"));
    m_currencies->setToolTip(tr("Amounts of different currencies are never added up."));
    m_currencies->setObjectName(u"overviewCurrency"_s);
    m_currencies->hide();
    connect(m_currencies, &QComboBox::activated, this, &OverviewBoard::choose);
    layout->addLayout(head);
    m_grid->setSpacing(metrics::cardGap);
    layout->addLayout(m_grid, 1);

    const QStringList names{u"kpiMrr"_s, u"kpiOverdue"_s, u"kpiExceeding"_s, u"kpiFailures"_s};
    const QList<Location> places{paying(), view(u"invoices"_s, u"overdue"_s),
                                 view(u"tenants"_s, u"over-limit"_s),
                                 view(u"invoices"_s, u"failed"_s)};
    for (qsizetype index = 0; index < names.size(); ++index) {
        auto *card = new KpiCard(m_theme);
        card->setObjectName(names.at(index));
        connect(card, &KpiCard::clicked, this,
                [this, place = places.at(index)] { Q_EMIT navigationRequested(place); });
        m_kpis.append(card);
    }
}

void OverviewBoard::buildCharts()
{
    m_mrr->setObjectName(u"chartMrr"_s);
    m_mrr->setEmptyText(tr("No recurring revenue in these 12 months"));
    m_mrrCard->content()->addWidget(m_mrr);

    m_walk->setObjectName(u"chartWalk"_s);
    m_walk->setNetShown(true);
    m_walk->setEmptyText(tr("Nothing moved in these months"));
    m_walkLegend->setTrailing(true);
    m_walkCard->head()->addWidget(m_walkLegend);
    m_walkCard->content()->addWidget(m_walk);

    m_collected->setObjectName(u"chartCollected"_s);
    m_collected->setEmptyText(tr("Nothing was collected in these months"));
    m_collectedCard->content()->addWidget(m_collectedLegend);
    m_collectedCard->content()->addSpacing(6);
    m_collectedCard->content()->addWidget(m_collected, 1);

    m_ageing->setObjectName(u"ageingBars"_s);
    m_ageingCard->content()->addWidget(m_ageing, 1);
    LinkLabel *open = m_ageingCard->setFooter(tr("Open invoices"));
    open->setObjectName(u"ageingFooter"_s);
    connect(open, &LinkLabel::activated, this,
            [this] { Q_EMIT navigationRequested(view(u"invoices"_s, u"open"_s)); });
    m_webhooks->setObjectName(u"webhookStrip"_s);
    connect(m_webhooks, &WebhookStrip::eventsRequested, this, [this] {
        Q_EMIT navigationRequested({u"events"_s, {}});
    });
}

void OverviewBoard::buildLists()
{
    m_breachCard->setObjectName(u"breachCard"_s);
    m_renewalCard->setObjectName(u"renewalCard"_s);
    connect(m_breachCard, &BreachCard::navigationRequested, this,
            &OverviewBoard::navigationRequested);
    connect(m_renewalCard, &RenewalCard::navigationRequested, this,
            &OverviewBoard::navigationRequested);
}

QList<QWidget *> OverviewBoard::cards() const
{
    QList<QWidget *> all;
    for (KpiCard *card : m_kpis)
        all.append(card);
    return all << QList<QWidget *>{m_mrrCard,    m_walkCard,    m_collectedCard, m_ageingCard,
                                   m_breachCard, m_renewalCard, m_webhooks};
}

QList<MonthChart *> OverviewBoard::charts() const
{
    return {m_mrr, m_walk, m_collected};
}

void OverviewBoard::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    const QList<QWidget *> all = cards();
    const Place *places = columns == fourColumns ? wide : narrow;
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    for (qsizetype index = 0; index < all.size(); ++index) {
        const Place &place = places[index];
        all.at(index)->setMinimumWidth(leastCardWidth);
        m_grid->addWidget(all.at(index), place.row, place.column, 1, place.span);
        const bool isTall = qobject_cast<Card *>(all.at(index)) != nullptr;
        if (isTall)
            m_grid->setRowStretch(place.row, 1);
    }
    for (int column = 0; column < fourColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (qsizetype index = 1; index < all.size(); ++index)
        setTabOrder(all.at(index - 1), all.at(index));
}

void OverviewBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width() < narrowBelow ? 2 : fourColumns);
}

void OverviewBoard::setOverview(const core::Overview &overview)
{
    m_overview = overview;
    showCurrencies();
    showMoney();
    m_kpis.at(2)->setKpi(models::exceedingKpi(overview));
    m_kpis.at(3)->setKpi(models::failureKpi(overview));
    m_breachCard->setOverview(overview);
    m_renewalCard->setOverview(overview);
    m_webhooks->setFigures(overview.webhooks);
}

void OverviewBoard::setCurrency(const QString &currency)
{
    m_currency = currency;
}

core::CurrencyFigures OverviewBoard::figures() const
{
    const auto it =
        std::ranges::find(m_overview.currencies, m_currency, &core::CurrencyFigures::currency);
    if (it != m_overview.currencies.end())
        return *it;
    return m_overview.currencies.isEmpty() ? core::CurrencyFigures{}
                                           : m_overview.currencies.first();
}

void OverviewBoard::showCurrencies()
{
    const QSignalBlocker quiet(m_currencies);
    QStringList codes;
    for (const core::CurrencyFigures &figure : std::as_const(m_overview.currencies))
        codes += figure.currency.toUpper();
    QStringList shown;
    for (int index = 0; index < m_currencies->count(); ++index)
        shown += m_currencies->itemText(index);
    if (shown != codes) {
        m_currencies->clear();
        m_currencies->addItems(codes);
    }
    m_currencies->setCurrentText(figures().currency.toUpper());
    m_currencies->setVisible(codes.size() > 1);
}

void OverviewBoard::choose(int index)
{
    m_currency = m_currencies->itemText(index).toLower();
    showMoney();
    Q_EMIT currencyChosen(m_currency);
}

void OverviewBoard::showMoney()
{
    const core::CurrencyFigures chosen = figures();
    const QString code = chosen.currency.toUpper();
    const QString at = models::exactTime(m_overview.at);
    m_note->setText(m_overview.currencies.size() > 1
                        ? tr("Amounts in %1, without other currencies. As of %2").arg(code, at)
                        : tr("As of %1").arg(at));
    m_kpis.at(0)->setKpi(models::mrrKpi(m_overview, chosen));
    m_kpis.at(1)->setKpi(models::overdueKpi(chosen));
    showCharts(chosen);
    m_ageing->setFigures(chosen);
    if (code.isEmpty())
        return;
    m_mrrCard->setHint(tr("%1, last 12 months").arg(code));
    m_walkCard->setHint(code);
    m_collectedCard->setHint(code);
    m_ageingCard->setHint(tr("%1, open balance").arg(code));
    m_renewalCard->setSum({chosen.renewals.minor, chosen.currency}, chosen.renewals.count);
}

void OverviewBoard::showCharts(const core::CurrencyFigures &chosen)
{
    m_mrr->setContent(models::mrrChart(m_overview, chosen));
    const models::ChartContent walk = models::walkChart(m_overview, chosen, walkMonths);
    m_walkLegend->setSeries(walk.series);
    m_walk->setContent(walk);
    const models::ChartContent collected = models::collectedChart(m_overview, chosen, walkMonths);
    m_collectedLegend->setSeries(collected.series);
    m_collected->setContent(collected);
}

} // namespace ui
