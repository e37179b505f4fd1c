// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "provisiondriver.h"
#include "ui/operations/planchoice.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::OperationKind;
using Phase = ui::OperationDialog::Phase;

/// "New tenant" on a real database, with real key strokes.
class DialogsProvisionTest : public QObject, private ProvisionDriver
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { standUp(); }
    void emptyFieldsAreNamedAndTheFirstTakesTheFocus();
    void fieldIsCheckedWhenItIsLeft();
    void sameTenantIsAnErrorWithTheWayToIt();
    void sameEmailElsewhereIsOnlyANote();
    void submitWritesBothSteps();
    void withoutASubscriptionThereIsOneStep();
    void customPlanAsksForLimitsAndPrice();
    void limitThatIsNoNumberIsToldSo();
    void pricesThatAreNotThereAreToldSo();
    void longErrorsAreShownWhole();
    void testCardsAreOfferedInTestModeOnly();
    void draftSurvivesClosing();
    void enterLeadsToTheNextField();
    void doublePressSubmitsOnce();
    void everyControlHasAName();
};

void DialogsProvisionTest::init()
{
    sitDown();
    m_draft = {};
    openForm();
}

void DialogsProvisionTest::emptyFieldsAreNamedAndTheFirstTakesTheFocus()
{
    find<QLineEdit>("email")->setFocus();
    press("act");
    QCOMPARE(error("name"), u"Enter the company's name."_s);
    QCOMPARE(error("email"), u"Enter the address that invoices go to."_s);
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("name"));
    QCOMPARE(find<QLineEdit>("name")->accessibleDescription(), error("name"));
    QCOMPARE(m_dialog->phase(), Phase::Editing);
    QVERIFY(m_desk->operations().isEmpty());
}

void DialogsProvisionTest::fieldIsCheckedWhenItIsLeft()
{
    type("email", u"rechnung.suesswaren"_s);
    QVERIFY(error("email").isEmpty()); // not while typing
    leave("email");
    QVERIFY(error("email").startsWith("This is not an e-mail address."_L1));
    QVERIFY(error("name").isEmpty()); // nobody was there yet
    type("email", u"rechnung@suesswaren.example"_s);
    QVERIFY(error("email").isEmpty());
}

void DialogsProvisionTest::sameTenantIsAnErrorWithTheWayToIt()
{
    const QUuid there = m_desk->addTenant(u"Birke AG"_s, u"office@birke.example"_s);
    fillIn(u" birke ag"_s, u"Office@Birke.example"_s);
    leave("email");
    QTRY_VERIFY(error("name").contains("exists already"_L1));
    auto *link = row("name")->findChild<ui::LinkLabel *>();
    QCOMPARE(link->text(), u"Open it"_s);
    QSignalSpy opened(m_dialog, &ui::OperationDialog::openTenant);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toUuid(), there);

    openForm(); // what was typed is still there
    QCOMPARE(find<QLineEdit>("name")->text(), u"birke ag"_s);
    press("act");
    QTRY_VERIFY(error("name").contains("exists already"_L1));
    QVERIFY(m_desk->operations().isEmpty());
}

void DialogsProvisionTest::sameEmailElsewhereIsOnlyANote()
{
    m_desk->addTenant(u"Birke AG"_s, u"books@bookkeeper.example"_s);
    m_desk->addTenant(u"Acme GmbH"_s, u"books@bookkeeper.example"_s);
    fillIn(u"Grünkorb Wien GmbH"_s, u"books@bookkeeper.example"_s);
    leave("email");
    auto *note = find<ui::Paragraph>("emailNote");
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains("1 other tenant"_L1), qPrintable(note->text()));
    QVERIFY(error("email").isEmpty() && error("name").isEmpty());
    press("act");
    QTRY_COMPARE(m_desk->operations().size(), 2);
}

void DialogsProvisionTest::submitWritesBothSteps()
{
    fillIn();
    type("phone", u"+49 451 123"_s);
    QTest::mouseClick(find<ui::LinkLabel>("addAddress"), Qt::LeftButton);
    type("line1", u"Fischergrube 1"_s);
    type("postal_code", u"23552"_s);
    type("city", u"Lübeck"_s);
    type("country", u"Germany (DE)"_s);
    find<ui::OptionCard>("professional")->click();
    find<ui::TrialChoice>("trial_days")->setDays(14);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);

    const auto rows = m_desk->operations();
    QCOMPARE(rows.size(), 2);
    const QJsonObject first = rows.first().input;
    QCOMPARE(rows.first().kind, OperationKind::CreateCustomer);
    QCOMPARE(first[u"name"_s].toString(), u"Süßwaren-Express Lübeck GmbH"_s);
    QCOMPARE(first[u"email"_s].toString(), u"rechnung@suesswaren.example"_s);
    QCOMPARE(first[u"phone"_s].toString(), u"+49 451 123"_s);
    QCOMPARE(first[u"address"_s].toObject(),
             (QJsonObject{{u"line1"_s, u"Fischergrube 1"_s},
                          {u"postal_code"_s, u"23552"_s},
                          {u"city"_s, u"Lübeck"_s},
                          {u"country"_s, u"DE"_s}}));
    QCOMPARE(first[u"plan_tier"_s].toString(), u"professional"_s);
    QCOMPARE(rows.last().kind, OperationKind::CreateSubscription);
    const QJsonObject second = rows.last().input;
    QCOMPARE(second[u"price_id"_s].toString(), u"price_professional_monthly"_s);
    QCOMPARE(second[u"trial_days"_s].toInt(), 14);
    QCOMPARE(second[u"collection_method"_s].toString(), u"send_invoice"_s);
    QCOMPARE(second[u"days_until_due"_s].toInt(), 14);
    QCOMPARE(second[u"tenant_id"_s], first[u"tenant_id"_s]);
    QVERIFY(!find<QLineEdit>("name")->isEnabled()); // nothing moves while it runs
    QTRY_COMPARE(step(0).state, ui::Step::State::Running);
    QCOMPARE(step(1).state, ui::Step::State::Waiting);
}

void DialogsProvisionTest::withoutASubscriptionThereIsOneStep()
{
    QCOMPARE(m_dialog->findChild<ui::StepList *>()->steps().size(), 2);
    find<QCheckBox>("subscribe")->click();
    QCOMPARE(m_dialog->findChild<ui::StepList *>()->steps().size(), 1);
    QVERIFY(!find<QComboBox>("trial_days")->isEnabled());
    submit();
    QCOMPARE(m_desk->operations().size(), 1);
    m_desk->finish(m_desk->send(), {{u"customer_id"_s, u"cus_New"_s}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
}

void DialogsProvisionTest::customPlanAsksForLimitsAndPrice()
{
    fillIn();
    QVERIFY(!find<QLineEdit>("max_orders_per_month")->isVisible());
    find<ui::OptionCard>("custom")->click();
    QVERIFY(find<QLineEdit>("max_orders_per_month")->isVisible());
    press("act");
    QCOMPARE(error("max_orders_per_month"), u"A custom plan needs this limit."_s);
    QVERIFY(!error("price_id").isEmpty());
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("max_orders_per_month"));
    type("max_orders_per_month", u"25,000"_s);
    type("max_active_drivers", u"80"_s);
    type("max_storage_gb", u"0"_s);
    type("api_rate_limit_per_minute", u"400"_s);
    type("price_id", u"no such thing"_s);
    press("act");
    QVERIFY2(error("price_id").startsWith("There is no such price."_L1),
             qPrintable(error("price_id")));
    type("price_id", u"Route planner, Yearly · 120.00 EUR yearly"_s);
    press("act");
    QTRY_COMPARE(m_desk->operations().size(), 2);
    const auto rows = m_desk->operations();
    QCOMPARE(rows.first().input[u"max_orders_per_month"_s].toInteger(), 25000);
    QCOMPARE(rows.first().input[u"max_storage_gb"_s].toInteger(-1), 0);
    QCOMPARE(rows.first().input[u"price_id"_s].toString(), u"price_route_yearly"_s);
    QCOMPARE(rows.last().input[u"price_id"_s].toString(), u"price_route_yearly"_s);
}

void DialogsProvisionTest::limitThatIsNoNumberIsToldSo()
{
    fillIn();
    find<ui::OptionCard>("custom")->click();
    type("max_active_drivers", u"about ten"_s);
    press("act");
    QVERIFY(error("max_active_drivers").startsWith("Write a whole number"_L1));
    QCOMPARE(find<QLineEdit>("max_active_drivers")->text(), u"about ten"_s);
}

void DialogsProvisionTest::pricesThatAreNotThereAreToldSo()
{
    ui::PlanChoice plan(m_theme);
    plan.setTier(core::PlanTier::Custom);
    const auto sentences = [&plan] {
        QStringList all;
        for (const core::Error &error : plan.unreadable())
            all.append(error.message);
        return all;
    };
    QCOMPARE(sentences(),
             QStringList(u"The prices are still being read. Try again in a moment."_s));
    plan.showPricesError(u"The database does not answer."_s);
    QCOMPARE(plan.rows().last()->errorText(), u"The database does not answer."_s);
    QCOMPARE(sentences(), QStringList(u"The database does not answer."_s));
    const QSignalSpy wanted(&plan, &ui::PlanChoice::catalogueWanted);
    Q_EMIT plan.rows().last()->fixRequested();
    QCOMPARE(wanted.size(), 1);
    plan.setPrices({core::PriceOption{}});
    QVERIFY(!plan.rows().last()->hasError());
    QVERIFY(sentences().isEmpty());
}

void DialogsProvisionTest::longErrorsAreShownWhole()
{
    m_desk->addTenant(u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG"_s,
                      u"buchhaltung@hoeflinger.example"_s, u"professional"_s);
    fillIn(u"Süßwaren-Express Lübeck"_s, u"buchhaltung@hoeflinger.example"_s);
    leave("email");
    QTRY_VERIFY(find<ui::Paragraph>("emailNote")->isVisible());
    find<ui::OptionCard>("custom")->click();
    QTest::mouseClick(find<ui::LinkLabel>("addAddress"), Qt::LeftButton);
    type("max_orders_per_month", u"about ten"_s);
    press("act");
    const auto cutOff = [this] {
        QStringList texts;
        for (const ui::Paragraph *words : m_dialog->findChildren<ui::Paragraph *>())
            if (words->isVisible() && words->height() < words->heightForWidth(words->width()))
                texts.append(words->text());
        return texts;
    };
    QVERIFY(!error("max_orders_per_month").isEmpty());
    QTRY_COMPARE(cutOff(), QStringList());
}

void DialogsProvisionTest::testCardsAreOfferedInTestModeOnly()
{
    QVERIFY(find<ui::PaymentChoice>("collection_method")->findText(u"Test card that works"_s) >= 0);
    find<ui::PaymentChoice>("collection_method")->setCurrentText(u"Test card that fails later"_s);
    submit();
    QCOMPARE(m_desk->operations().first().input[u"payment_method"_s].toString(),
             u"pm_card_chargeCustomerFail"_s);
    QCOMPARE(m_desk->operations().last().input[u"collection_method"_s].toString(),
             u"charge_automatically"_s);
    m_desk->services().isTestMode = false;
    openForm();
    QVERIFY(find<ui::PaymentChoice>("collection_method")->findText(u"Test card that works"_s) < 0);
}

void DialogsProvisionTest::draftSurvivesClosing()
{
    fillIn(u"Birke AG"_s, u"half an addr"_s);
    find<ui::OptionCard>("enterprise")->click();
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    openForm();
    QCOMPARE(find<QLineEdit>("name")->text(), u"Birke AG"_s);
    QCOMPARE(find<QLineEdit>("email")->text(), u"half an addr"_s);
    QVERIFY(find<ui::OptionCard>("enterprise")->isChecked());
}

void DialogsProvisionTest::enterLeadsToTheNextField()
{
    type("name", u"Birke AG"_s);
    QTest::keyClick(find<QLineEdit>("name"), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("email"));
    QTest::keyClicks(find<QLineEdit>("email"), u"office@birke.example"_s);
    QTest::keyClick(find<QLineEdit>("email"), Qt::Key_Return);
    QVERIFY(m_desk->operations().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->operations().size(), 2);
}

void DialogsProvisionTest::doublePressSubmitsOnce()
{
    fillIn();
    auto *act = find<QPushButton>("act");
    QTest::mouseClick(act, Qt::LeftButton);
    QTest::mouseClick(act, Qt::LeftButton);
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    QCOMPARE(m_desk->operations().size(), 2);
}

void DialogsProvisionTest::everyControlHasAName()
{
    QCOMPARE(namelessControls(m_dialog), QStringList());
    find<ui::OptionCard>("custom")->click();
    QTest::mouseClick(find<ui::LinkLabel>("addAddress"), Qt::LeftButton);
    press("act");
    QCOMPARE(namelessControls(m_dialog), QStringList());
    find<ui::OptionCard>("basic")->click();
    submit();
    m_desk->refuse(m_desk->send(), {core::Error::Kind::Forbidden, u"No."_s, {}, {}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QCOMPARE(namelessControls(m_dialog), QStringList());
}

QTEST_MAIN(DialogsProvisionTest)
#include "tst_dialogsprovision.moc"
