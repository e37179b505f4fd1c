// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "ui/widgets/bars.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/factstrip.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/viewtabs.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

struct SampleRow
{
    const char *name;
    const char *status;
    const char *plan;
    qint64 mrr;
    const char *currency;
    qint64 overdue;
    double peak;
    int days;
};

constexpr SampleRow tenants[] = {
    {"Zürcher Velokurier Genossenschaft", "active", "professional", 9900, "chf", 0, 0.41, 0},
    {"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG", "past_due", "enterprise", 59400, "eur",
     118800, 0.93, 0},
    {"Tōkyō Bento Haitatsu K.K.", "active", "professional", 15400, "jpy", 0, 0.67, 1},
    {"Al-Salam Catering W.L.L.", "active", "enterprise", 152750, "kwd", 0, 0.58, 2},
    {"Grünkorb Wien GmbH", "active", "enterprise", 49900, "eur", 0, 1.01, 3},
    {"Birke AG", "active", "basic", 2900, "eur", 0, 0.22, 3},
    {"Ridge & Vale Couriers Ltd", "active", "professional", 8900, "gbp", 0, 0.74, 4},
    {"Łódź Express Sp. z o.o.", "unpaid", "professional", 42900, "pln", 85800, 1.12, 4},
    {"Crêpes à Vélo SARL", "trialing", "professional", 0, "eur", 0, 0.12, 5},
    {"Nordsjø Kurér AS", "active", "professional", 109000, "nok", 0, 0.49, 5},
    {"Lieferwerk Köln UG (haftungsbeschränkt)", "active", "professional", 9900, "eur", 0, 1.34, 6},
    {"Acme GmbH", "active", "professional", 9900, "eur", 0, 0.78, 6},
    {"Prairie Provisions LLC", "active", "enterprise", 54900, "usd", 0, 1.06, 7},
    {"Getränke Müller & Töchter e. K.", "paused", "basic", 2900, "eur", 0, 0.0, 7},
    {"Østerbro Madkasser ApS", "active", "basic", 21900, "dkk", 0, 0.35, 8},
    {"Kuryer Trans Kraków", "past_due", "basic", 12900, "pln", 12900, 0.81, 8},
    {"São Jorge Entregas Rápidas Ltda", "active", "professional", 54900, "brl", 0, 0.55, 9},
    {"Riyadh Fresh Delivery Co.", "active", "enterprise", 205000, "sar", 0, 0.88, 10},
    {"Metzgerei Übelhör Lieferservice", "active", "basic", 2900, "eur", 0, 0.18, 10},
    {"Harbour City Parcels Pty Ltd", "active", "professional", 15900, "aud", 0, 0.63, 11},
    {"شركة السلام للتموين", "active", "enterprise", 152750, "kwd", 0, 0.58, 11},
    {"Fjällräven Matleverans AB", "trialing", "enterprise", 0, "sek", 0, 0.27, 11},
    {"Pâtisserie Brûlée & Fils", "active", "basic", 2900, "eur", 0, 0.46, 12},
    {"Čerstvé Potraviny Brno s.r.o.", "active", "professional", 249000, "czk", 0, 0.71, 13},
};

QVariant moneyCell(qint64 minor, const char *currency)
{
    return QVariant::fromValue(core::Money{minor, QString::fromLatin1(currency)});
}

core::ListRow rowOf(const SampleRow &row, int number)
{
    const QDateTime today({2026, 6, 12}, {0, 0}, Qt::UTC);
    core::ListRow made;
    made.id = QUuid::createUuidV5(QUuid(), QString::number(number));
    made.cells = {QString::fromUtf8(row.name),
                  QString::fromLatin1(row.status),
                  QString::fromLatin1(row.plan),
                  moneyCell(row.mrr, row.currency),
                  row.overdue > 0 ? moneyCell(row.overdue, row.currency) : QVariant(),
                  row.peak,
                  today.addDays(row.days),
                  u"billing@tenant.example"_s,
                  u"cus_QxT9aV4mLr0Zp2"_s,
                  today.addYears(-1)};
    return made;
}

void addLimit(const ui::Theme &theme, QVBoxLayout *section, const QString &name, double ratio,
              const QString &figures)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label =
        new ui::TextLabel(theme, name, {ui::TextSize::Small, ui::Weight::Regular, ui::Role::Text});
    label->setFixedSize(104, 26);
    auto *bar = new ui::LimitBar(theme);
    bar->setRatio(ratio);
    bar->setFixedWidth(76);
    auto *share = new ui::TextLabel(theme, QString::number(qRound(ratio * 100)) + u" %"_s,
                                    {ui::TextSize::Small, ui::Weight::Medium, ui::Role::Text});
    share->setFixedWidth(44);
    share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *used = new ui::TextLabel(theme, figures,
                                   {ui::TextSize::Small, ui::Weight::Regular, ui::Role::Text2});
    used->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(label);
    row->addWidget(bar);
    row->addWidget(share);
    row->addWidget(used, 1);
    section->addLayout(row);
}

} // namespace

QList<core::ListRow> sampleTenants()
{
    QList<core::ListRow> rows;
    int number = 0;
    for (int round = 0; round < 17; ++round) {
        for (const SampleRow &row : tenants)
            rows.append(rowOf(row, number++));
    }
    return rows;
}

void ScriptedDialogs::open(QDialog *dialog, QWidget *)
{
    titles.append(dialog->windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ScriptedDialogs::ask(const ui::Question &question, QWidget *,
                          std::function<void(bool)> answered)
{
    titles.append(question.title);
    answered(answer);
}

void ScriptedDialogs::chooseFile(const ui::SaveRequest &request, QWidget *,
                                 std::function<void(QString)> chosen)
{
    titles.append(request.title);
    if (!file.isEmpty())
        chosen(file);
}

SamplePanel::SamplePanel(const ui::Theme &theme, const ui::Actions &actions)
    : DetailPanel(theme)
{
    setTitle(u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG"_s);
    chip()->setState(u"past_due"_s);
    setSubtitle(u"Enterprise · renews today"_s);
    auto *retry = new QAction(u"Retry payment"_s, this);
    addAction(retry, ui::ButtonKind::Primary);
    auto *change = new QAction(u"Change plan"_s, this);
    addAction(change, ui::ButtonKind::Plain);
    auto *stripe = new QAction(actions[ui::ActionId::OpenInStripe]->icon(), u"Stripe"_s, this);
    addAction(stripe, ui::ButtonKind::Plain);
    moreMenu()->addAction(u"Cancel subscription…"_s);
    auto *facts = new ui::FactStrip(theme);
    facts->addFact(u"MRR"_s, u"594.00"_s, u"EUR"_s);
    facts->addFact(u"Balance"_s, u"1,188.00"_s, u"EUR"_s);
    facts->addFact(u"Overdue"_s, u"45 d"_s, u"2 invoices"_s, true);
    fixedArea()->addWidget(facts);
    QVBoxLayout *ids = addSection(ui::DetailPanel::Column::Main, {});
    auto *customer = new ui::CopyableId(theme);
    customer->setId(u"cus_QxT9aV4mLr0Zp2"_s, true);
    addFact(ids, u"Stripe customer"_s, customer);
    auto *tenant = new ui::CopyableId(theme);
    tenant->setId(u"7c1e04b2-93fa-4d0e-b1c7-5a2f"_s, true);
    addFact(ids, u"Tenant"_s, tenant);
    addFact(ids, u"Pays with"_s,
            new ui::TextLabel(theme, u"Visa ···· 4242"_s,
                              {ui::TextSize::Small, ui::Weight::Regular, ui::Role::Text}));
    QVBoxLayout *limits =
        addSection(ui::DetailPanel::Column::Main, u"Limits in June"_s, u"Usage"_s);
    addLimit(theme, limits, u"Orders"_s, 0.93, u"92,840 / 100,000"_s);
    addLimit(theme, limits, u"Active drivers"_s, 0.57, u"287 / 500"_s);
    addLimit(theme, limits, u"Storage"_s, 0.61, u"612 / 1,000 GB"_s);
    addLimit(theme, limits, u"API calls"_s, 1.34, u"1,340 / 1,000"_s);
    QVBoxLayout *advice = addSection(ui::DetailPanel::Column::Main, u"Advice"_s);
    advice->addWidget(new ui::Advice(
        theme, ui::StatusColor::Red, "circle-x"_L1, u"Payment declined: insufficient funds"_s,
        u"The bank refused 594.00 EUR this morning. Stripe tries again on Mon 15 June. If they "
        "want to pay sooner or by transfer, send the invoice link."_s));
}

SampleShell::SampleShell(ui::Theme &theme)
    : actions(theme)
    , window(theme, actions, viewState)
{
    source.rows = sampleTenants();
    const ui::ListWords words{u"Search tenants"_s,
                              [](qint64 count) { return u"%1 tenants"_s.arg(count); },
                              u"No tenants yet"_s,
                              u"A tenant is a delivery company that is billed through Stripe."_s,
                              u"No tenant matches the filters"_s,
                              u"Tenants could not be loaded"_s};
    tenants = new ui::ListPage({theme, source, clock, viewState, actions, dialogs},
                               {u"tenants"_s, u"Tenants"_s, "building-2"_L1, 1},
                               core::ListId::Tenants, words);
    tenants->addPreset({u"all"_s, u"All"_s});
    const core::Filter renews{u"renews"_s, core::FilterOperator::Within, qint64(30)};
    const core::Filter status{u"status"_s, core::FilterOperator::NotEquals, u"canceled"_s};
    tenants->addPreset(
        {u"renewing"_s, u"Renewing in 30 days"_s, {renews, status}, {{u"renews"_s}}});
    tenants->addPreset({u"past-due"_s, u"Past due"_s});
    tenants->addPreset({u"over-limit"_s, u"Over a limit"_s});
    for (int i = 0; const qint64 count : {-1, 412, 37, 4})
        tenants->views().tabs().setCount(i++, count);
    tenants->addHeadAction(actions[ui::ActionId::ExportList]);
    tenants->addHeadAction(actions[ui::ActionId::NewTenant], true);
    tenants->selectionBar().addAction(actions[ui::ActionId::ChangePlan]);
    tenants->selectionBar().addAction(actions[ui::ActionId::CancelSubscription], true);
    tenants->setEmptyAction(actions[ui::ActionId::NewTenant]);
    tenants->setPanel(new SamplePanel(theme, actions));
    window.addPage(tenants);
    window.setTestMode(true);
    window.setUser(u"Miriam Öztürk"_s, u"Operator"_s);
    window.setCount(u"tenants"_s, ui::NavCount{10214, {}});
    window.setUnread(3);
    using State = services::PartHealth::State;
    using Part = services::Health::Part;
    window.setHealth(Part::Database, {State::Good, u"local"_s, {}, {}});
    window.setHealth(Part::Stripe, {State::Good, u"test"_s, {}, {}});
    window.setHealth(Part::Listener, {State::Good, u":8000"_s, {}, {}});
    window.setHealth(Part::Lag, {State::Good, u"0.2 s"_s, {}, {}});
    window.setClock(u"12 Jun 2026, 14:32 UTC"_s);
}

SampleDialog::SampleDialog(const ui::Theme &theme, QWidget *parent)
    : DialogFrame(theme, u"New tenant"_s, parent)
{
    setSubtitle(u"Creates the customer, the subscription and the first sign-in"_s);
    setBodyWidth(464);
    body()->addWidget(new ui::FieldRow(theme, u"Company name"_s,
                                       new QLineEdit(u"Süßwaren-Express Lübeck GmbH"_s)));
    auto *pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(new ui::FieldRow(theme, u"Billing e-mail"_s,
                                     new QLineEdit(u"rechnung@suesswaren.example"_s)));
    auto *vat = new ui::FieldRow(theme, u"VAT number"_s, new QLineEdit(u"DE 318 224 907"_s));
    vat->setHint(u"optional"_s);
    pair->addWidget(vat);
    body()->addLayout(pair);
    auto *address = new ui::FieldRow(theme, u"Address in OMS"_s, new QLineEdit(u"suesswaren"_s));
    address->setHint(u"cannot be changed later"_s);
    address->setError(u"Süßwaren Kontor Hamburg took this address a moment ago."_s,
                      u"Use suesswaren-luebeck"_s);
    body()->addWidget(address);
    auto *plans = new ui::OptionCards(theme);
    plans->addOption(u"basic"_s, u"Basic"_s, u"29.00 EUR"_s);
    plans->addOption(u"professional"_s, u"Professional"_s, u"99.00 EUR"_s);
    plans->addOption(u"enterprise"_s, u"Enterprise"_s, u"499.00 EUR"_s);
    plans->addOption(u"custom"_s, u"Custom"_s, u"set limits"_s);
    plans->setCurrent(u"professional"_s);
    auto *plan = new ui::FieldRow(theme, u"Plan"_s, plans);
    plan->setHint(u"per month"_s);
    body()->addWidget(plan);
    auto *trial = new QComboBox;
    trial->addItems({u"14 days, until 26 Jun 2026"_s, u"No trial"_s});
    body()->addWidget(new ui::FieldRow(theme, u"Trial"_s, trial));
    fillSide();
    addQuietButton(u"Undo step 1 and close"_s);
    addButton(u"Finish later"_s, ui::ButtonKind::Plain);
    addButton(u"Continue with step 2"_s, ui::ButtonKind::Primary)->setDefault(true);
}

void SampleDialog::fillSide()
{
    auto *steps = new ui::StepList(theme());
    using State = ui::Step::State;
    steps->setSteps({{u"Customer in Stripe"_s, State::Done, u"cus_RdK2pW8sTt41Ux"_s, true},
                     {u"Reserve the address"_s, State::Failed, u"Taken. Change it and continue"_s},
                     {u"Subscription with trial"_s, State::Waiting, {}},
                     {u"Plan limits"_s, State::Waiting, {}},
                     {u"Invitation e-mail"_s, State::Waiting, {}}});
    side()->addWidget(steps);
    side()->addStretch();
    side()->addWidget(new ui::Paragraph(
        theme(),
        u"Nothing is charged before the trial ends. Finished steps are kept and not "
        "repeated."_s,
        {ui::TextSize::Small, ui::Weight::Regular, ui::Role::Text2}));
}
