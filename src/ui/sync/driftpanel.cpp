// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/driftpanel.h"

#include "core/clock.h"
#include "models/driftwording.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "ui/stripelink.h"
#include "ui/tenants/panelrows.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

DriftPanel::DriftPanel(const PageContext &context, QWidget *parent)
    : DetailPanel(context.theme, parent)
    , m_context(context)
{
    setObjectName(u"driftPanel"_s);
    setAccessibleName(tr("Difference"));
}

void DriftPanel::showRow(const core::ListRow &row)
{
    m_row = row;
    fill();
}

QVariant DriftPanel::cell(QLatin1StringView column) const
{
    return m_row.cells.value(core::columnIndex(core::ListId::Drift, column));
}

void DriftPanel::fill()
{
    if (m_row.id.isNull())
        return;
    const QString kind = models::objectKindText(text("kind"_L1));
    setTitle(
        text("status"_L1) == "differs"_L1
            ? tr("%1: %2", "invoice, its field").arg(kind, models::driftFieldText(text("field"_L1)))
            : kind);
    setSubtitle(text("tenant"_L1).isEmpty() ? tr("No tenant is linked") : text("tenant"_L1));
    chip()->setState(text("status"_L1));
    clearSections();
    fillAdvice();
    fillValues();
    fillEvent();
    fillDetails();
}

void DriftPanel::fillAdvice()
{
    delete m_advice;
    m_advice = nullptr;
    const QString problem = text("problem"_L1);
    const QString state = text("status"_L1);
    if (!problem.isEmpty())
        m_advice = new Advice(theme(), StatusColor::Red, "circle-x"_L1,
                              tr("Stripe's value could not be taken over"), problem);
    else if (state == "missing_there"_L1)
        m_advice = new Advice(
            theme(), StatusColor::Amber, "unplug"_L1, tr("Stripe no longer has it"),
            tr("It was deleted there, or belongs to another account. It stays here until you take "
               "that over; then it counts as deleted or canceled, and is still kept."));
    else if (state == "missing_here"_L1)
        m_advice = new Advice(theme(), StatusColor::Amber, "circle-dashed"_L1,
                              tr("Stripe has it, and it is not here"),
                              tr("Taking it over adds it to the lists."));
    if (m_advice)
        fixedArea()->addWidget(m_advice);
}

void DriftPanel::fillValues()
{
    const auto addValue = [this](const QString &title, const QString &wire) {
        QVBoxLayout *section = addSection(Column::Main, title);
        const QString value = models::driftValueText(wire);
        auto *words = new Paragraph(theme(), value.isEmpty() ? tr("Nothing") : value,
                                    {TextSize::Body, Weight::Medium, Role::Text});
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        section->addWidget(words);
    };
    if (text("here"_L1).isEmpty() && text("there"_L1).isEmpty())
        return;
    addValue(tr("Here"), text("here"_L1));
    addValue(tr("At Stripe"), text("there"_L1));
}

void DriftPanel::fillEvent()
{
    QVBoxLayout *section = addSection(Column::Main, tr("Event"));
    if (text("event"_L1).isEmpty()) {
        section->addWidget(
            makeHint(theme(),
                     tr("No event that would have told of it is known. Stripe keeps them for 30 "
                        "days.")));
        return;
    }
    section->addWidget(makeFactLine(theme(), "zap"_L1, StatusColor::Amber, text("event"_L1),
                                    models::eventStateText(text("event_state"_L1))));
    addId(section, tr("Event id"), text("event_id"_L1));
}

void DriftPanel::fillDetails()
{
    QVBoxLayout *section = addSection(Column::Side, tr("Details"));
    const auto stake = cell("stake"_L1).value<core::Money>();
    addFact(
        section, tr("At stake"),
        makeText(theme(), stake.currency.isEmpty() ? tr("no money") : models::moneyText(stake)));
    addId(section, tr("At Stripe"), text("object"_L1));
    addId(section, tr("Customer"), text("customer"_L1));
    addFact(section, tr("Found"),
            makeText(theme(), models::exactTime(cell("found"_L1).toDateTime())));
}

void DriftPanel::addId(QVBoxLayout *section, const QString &label, const QString &id)
{
    if (id.isEmpty())
        return;
    auto *value = new CopyableId(theme());
    showStripeId(value, id, m_context.services);
    addFact(section, label, value);
}

} // namespace ui
