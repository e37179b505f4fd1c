// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/planchoice.h"

#include "models/wording.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/searchcombo.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/optioncards.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::array allTiers{core::PlanTier::Basic, core::PlanTier::Professional,
                              core::PlanTier::Enterprise, core::PlanTier::Custom};

/// Nothing for an empty field; a failed one for what is no whole number.
core::Result<std::optional<qint64>> readNumber(const QString &typed)
{
    const QString text = typed.simplified().remove(u' ').remove(QChar::Nbsp);
    if (text.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = QLocale().toLongLong(text, &isNumber);
    if (isNumber)
        return std::optional(number);
    const qint64 plain = text.toLongLong(&isNumber);
    if (isNumber)
        return std::optional(plain);
    return core::fail(
        core::Error::Kind::Invalid,
        PlanChoice::tr("Write a whole number, for example %1.").arg(models::countText(10000)));
}

} // namespace

PlanChoice::PlanChoice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_cards(new OptionCards(theme))
    , m_cardRow(new FieldRow(theme, tr("Plan"), m_cards))
    , m_custom(new QWidget)
    , m_price(new SearchCombo)
    , m_pricesMissing(tr("The prices are still being read. Try again in a moment."))
{
    m_cards->setObjectName(u"plan_tier"_s);
    build(theme);
    showCards();
    showCustom();
    connect(m_cards, &OptionCards::currentChanged, this, [this] {
        m_cardRow->setError({});
        showCustom();
        Q_EMIT changed();
    });
    connect(m_price, &SearchCombo::chosen, this, [this] {
        m_priceRow->setError({});
        Q_EMIT changed();
    });
    connect(m_cardRow, &FieldRow::fixRequested, this, &PlanChoice::catalogueWanted);
    connect(m_priceRow, &FieldRow::fixRequested, this, &PlanChoice::catalogueWanted);
}

void PlanChoice::build(const Theme &theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_cardRow);
    auto *grid = new QGridLayout(m_custom);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const LimitField &limit : limitFields()) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QLatin1StringView(limit.name));
        edit->setMaxLength(20);
        auto *row = new FieldRow(theme, limitTitle(limit), edit);
        const auto at = static_cast<int>(m_limits.size());
        grid->addWidget(row, at / 2, at % 2, Qt::AlignTop);
        connect(edit, &QLineEdit::textChanged, this, [this, row] {
            row->setError({});
            Q_EMIT changed();
        });
        m_limits.append(edit);
        m_limitRows.append(row);
    }
    layout->addWidget(m_custom);
    m_price->setObjectName(u"price_id"_s);
    m_priceRow = new FieldRow(theme, tr("Price"), m_price);
    layout->addWidget(m_priceRow);
}

void PlanChoice::setCatalogue(const QList<core::CataloguePlan> &plans)
{
    m_plans = plans;
    m_cardRow->setError({});
    showCards();
    showCustom();
    Q_EMIT changed();
}

void PlanChoice::setPrices(const QList<core::PriceOption> &prices)
{
    QList<std::pair<QString, QString>> rows;
    for (const core::PriceOption &price : prices)
        rows.append({optionText(price), price.priceId});
    m_price->setRows(rows);
    m_pricesMissing.clear();
    m_priceRow->setError({});
}

void PlanChoice::showCatalogueError(const QString &sentence)
{
    m_cardRow->setError(sentence, tr("Try again"));
}

void PlanChoice::showPricesError(const QString &sentence)
{
    m_pricesMissing = sentence;
    m_priceRow->setError(sentence, tr("Try again"));
}

void PlanChoice::setHeld(core::PlanTier tier)
{
    m_held = tier;
    showCards();
}

/// The cards of the catalogue; before it is here those of every tier, without a price.
void PlanChoice::showCards()
{
    const QString wanted = m_cards->current();
    const QSignalBlocker quiet(m_cards);
    m_cards->clear();
    bool isMonthly = !m_plans.isEmpty();
    for (const core::PlanTier tier : allTiers) {
        const auto plan = std::ranges::find(m_plans, tier, &core::CataloguePlan::tier);
        const bool isListed = plan != m_plans.end();
        if (!isListed && !m_plans.isEmpty())
            continue;
        const bool isMonth =
            isListed && plan->recurrence && *plan->recurrence == core::Recurrence{u"month"_s, 1};
        QString detail = u"–"_s;
        if (tier == core::PlanTier::Custom)
            detail = tr("set limits", "below a plan's name");
        else if (isListed && plan->amount)
            detail = models::moneyText(*plan->amount);
        else if (isListed)
            detail = tr("no price", "below a plan's name");
        if (tier != core::PlanTier::Custom && isListed && !isMonth)
            isMonthly = false;
        if (m_held == tier)
            detail = tr("held now", "below a plan's name"); // its price is compared below
        m_cards->addOption(core::toText(tier), models::tierText(core::toText(tier)), detail);
    }
    m_cardRow->setHint(isMonthly ? tr("per month") : QString());
    m_cards->setCurrent(wanted.isEmpty() && !m_held ? core::toText(core::PlanTier::Basic) : wanted);
}

void PlanChoice::showCustom()
{
    const bool isCustom = tier() == core::PlanTier::Custom;
    m_custom->setVisible(isCustom);
    m_priceRow->setVisible((isCustom && m_isPriceNeeded) || m_isPriceAsked);
}

core::PlanTier PlanChoice::tier() const
{
    return core::planTierFromText(m_cards->current()).value_or(core::PlanTier::Basic);
}

const core::CataloguePlan *PlanChoice::plan() const
{
    const auto found = std::ranges::find(m_plans, tier(), &core::CataloguePlan::tier);
    return found == m_plans.end() ? nullptr : &*found;
}

core::PlanLimits PlanChoice::limits() const
{
    core::PlanLimits limits;
    if (tier() != core::PlanTier::Custom)
        return plan() ? plan()->limits : limits;
    for (qsizetype i = 0; i < m_limits.size(); ++i)
        limits.*limitFields().at(i).member =
            readNumber(m_limits.at(i)->text()).value_or(std::nullopt);
    return limits;
}

QString PlanChoice::priceId() const
{
    const QString chosen = m_priceRow->isHidden() ? QString() : m_price->chosenId();
    if (tier() == core::PlanTier::Custom || !chosen.isEmpty())
        return chosen;
    return plan() ? plan()->priceId : QString();
}

void PlanChoice::setTier(core::PlanTier tier)
{
    m_cards->setCurrent(core::toText(tier));
    showCustom();
}

void PlanChoice::setCustom(const core::PlanLimits &limits, const QString &priceId)
{
    for (qsizetype i = 0; i < m_limits.size(); ++i) {
        const std::optional<qint64> limit = limits.*limitFields().at(i).member;
        m_limits.at(i)->setText(limit ? models::countText(*limit) : QString());
    }
    m_price->choose(priceId);
}

void PlanChoice::askForPrice()
{
    m_isPriceAsked = true;
    showCustom();
}

void PlanChoice::setPriceNeeded(bool isNeeded)
{
    m_isPriceNeeded = isNeeded;
    showCustom();
}

QList<core::Error> PlanChoice::unreadable() const
{
    QList<core::Error> errors;
    if (tier() == core::PlanTier::Custom) {
        for (const QLineEdit *edit : m_limits) {
            if (auto number = readNumber(edit->text()); !number) {
                number.error().field = edit->objectName();
                errors.append(number.error());
            }
        }
    }
    const bool isPriceMissing = m_price->isUnknown() || !m_pricesMissing.isEmpty();
    if (!m_priceRow->isHidden() && isPriceMissing)
        errors.append({core::Error::Kind::Invalid,
                       m_pricesMissing.isEmpty()
                           ? tr("There is no such price. Choose one from the list.")
                           : m_pricesMissing,
                       {},
                       u"price_id"_s});
    return errors;
}

QList<FieldRow *> PlanChoice::rows() const
{
    return QList<FieldRow *>{m_cardRow} + m_limitRows + QList<FieldRow *>{m_priceRow};
}

void PlanChoice::setLocked(bool isPlanLocked, bool isPriceLocked)
{
    m_cards->setEnabled(!isPlanLocked);
    m_custom->setEnabled(!isPlanLocked);
    m_price->setEnabled(!isPriceLocked);
}

} // namespace ui
