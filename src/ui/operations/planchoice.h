// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan.h"
#include "core/result.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace ui {

class FieldRow;
class OptionCards;
class SearchCombo;

/// Which plan: the catalogue as cards, and for Custom its four limits and its price. The fields'
/// object names are those that errors name: plan_tier, max_orders_per_month, …, price_id.
class PlanChoice : public QWidget
{
    Q_OBJECT

public:
    explicit PlanChoice(const Theme &theme, QWidget *parent = nullptr);

    void setCatalogue(const QList<core::CataloguePlan> &plans);
    void setPrices(const QList<core::PriceOption> &prices);
    /// No catalogue yet: what is wrong; its link asks for catalogueWanted().
    void showCatalogueError(const QString &sentence);
    void showPricesError(const QString &sentence);
    /// "now" on the card of the plan that is held already.
    void setHeld(core::PlanTier tier);

    [[nodiscard]] core::PlanTier tier() const;
    [[nodiscard]] core::PlanLimits limits() const; ///< Custom: as typed; else the catalogue's.
    [[nodiscard]] QString priceId() const;         ///< Custom: as chosen; else the catalogue's.
    [[nodiscard]] const core::CataloguePlan *plan() const;
    void setTier(core::PlanTier tier);
    void setCustom(const core::PlanLimits &limits, const QString &priceId);
    /// Asks for the price apart from the plan: Stripe refused the plan's own.
    void askForPrice();
    void setPriceNeeded(bool isNeeded); ///< Nothing is billed without a subscription.

    /// What is typed that is no number, or no price. One error a field.
    [[nodiscard]] QList<core::Error> unreadable() const;
    [[nodiscard]] QList<FieldRow *> rows() const; ///< As one reads them.
    void setLocked(bool isPlanLocked, bool isPriceLocked);

Q_SIGNALS:
    void changed();
    void catalogueWanted();

private:
    void build(const Theme &theme);
    void showCustom();
    void showCards();

    OptionCards *m_cards;
    FieldRow *m_cardRow;
    QWidget *m_custom;
    QList<QLineEdit *> m_limits;
    QList<FieldRow *> m_limitRows;
    SearchCombo *m_price;
    FieldRow *m_priceRow = nullptr;
    QList<core::CataloguePlan> m_plans;
    QString m_pricesMissing; ///< Why there are none to choose from; empty once there are.
    std::optional<core::PlanTier> m_held;
    bool m_isPriceAsked = false;
    bool m_isPriceNeeded = true;
};

} // namespace ui
