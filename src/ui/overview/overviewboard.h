// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "ui/shell/page.h"

#include <QWidget>

class QComboBox;
class QGridLayout;

namespace ui {

class AgeingBars;
class BreachCard;
class Card;
class ColumnChart;
class KpiCard;
class Legend;
class LineChart;
class MonthChart;
class RenewalCard;
class TextLabel;
class WebhookStrip;

/// The Overview's cards: four figures, the charts of one currency, what calls for work. New
/// figures change what is there in place.
class OverviewBoard : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewBoard(const Theme &theme, QWidget *parent = nullptr);
    void setOverview(const core::Overview &overview);
    /// Three lower-case letters; the main currency where there is no such one.
    void setCurrency(const QString &currency);
    [[nodiscard]] QList<QWidget *> cards() const; ///< As one reads them.
    [[nodiscard]] QList<MonthChart *> charts() const;

Q_SIGNALS:
    void navigationRequested(const ui::Location &location);
    void currencyChosen(const QString &currency);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildCharts();
    void buildLists();
    void arrange(int columns);
    void showCurrencies();
    void showMoney();
    void showCharts(const core::CurrencyFigures &figures);
    void choose(int index);
    [[nodiscard]] core::CurrencyFigures figures() const;

    const Theme &m_theme;
    core::Overview m_overview;
    QString m_currency;
    int m_columns = 0;
    TextLabel *m_note;
    QComboBox *m_currencies;
    QGridLayout *m_grid;
    QList<KpiCard *> m_kpis; ///< MRR, overdue, over a limit, failure rate.
    Card *m_mrrCard;
    Card *m_walkCard;
    Card *m_collectedCard;
    Card *m_ageingCard;
    BreachCard *m_breachCard;
    RenewalCard *m_renewalCard;
    LineChart *m_mrr;
    ColumnChart *m_walk;
    ColumnChart *m_collected;
    Legend *m_walkLegend;
    Legend *m_collectedLegend;
    AgeingBars *m_ageing;
    WebhookStrip *m_webhooks;
};

} // namespace ui
