// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisiondriver.h"
#include "ui/operations/notice.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/optioncards.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::OperationKind;
using core::OperationState;
using Phase = ui::OperationDialog::Phase;

/// The steps of "New tenant" after they were submitted: refused, continued, left, found again.
class DialogsStepsTest : public QObject, private ProvisionDriver
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sitDown();
        m_draft = {};
        openForm();
    }
    void cleanup() { standUp(); }
    void refusedStepIsCorrectedAndResumed();
    void laterStepGoesOnWithoutRepeatingTheFirst();
    void changedPlanReachesTheLaterStepToo();
    void unreachableStripeIsSaidAndGoesOn();
    void takenBackReturnsToTheForm();
    void subscriptionCanBeLeftOut();
    void finishLaterIsFoundAgain();
    void doneOpensTheTenant();
};

void DialogsStepsTest::refusedStepIsCorrectedAndResumed()
{
    submit();
    const core::Operation sent = m_desk->send();
    m_desk->refuse(
        sent, {core::Error::Kind::Invalid, u"Invalid email address"_s, u"req_1"_s, u"email"_s});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QCOMPARE(error("email"), u"Invalid email address"_s);
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("email"));
    QCOMPARE(step(0).state, ui::Step::State::Failed);
    QCOMPARE(find<QPushButton>("act")->text(), u"Continue with step 1"_s);
    QCOMPARE(find<QLineEdit>("name")->text(), u"Süßwaren-Express Lübeck GmbH"_s);
    QVERIFY(!find<QCheckBox>("subscribe")->isEnabled()); // the steps are fixed now

    type("email", u"buchhaltung@suesswaren.example"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    const core::Operation again = m_desk->operation(OperationKind::CreateCustomer);
    QCOMPARE(again.state, OperationState::Planned);
    QVERIFY(again.idempotencyKey != sent.idempotencyKey);
    QCOMPARE(again.id, sent.id);
    QCOMPARE(again.input[u"email"_s].toString(), u"buchhaltung@suesswaren.example"_s);
    QCOMPARE(again.input[u"tenant_id"_s], sent.input[u"tenant_id"_s]);
    QVERIFY(error("email").isEmpty());
}

void DialogsStepsTest::laterStepGoesOnWithoutRepeatingTheFirst()
{
    submit();
    m_desk->finish(m_desk->send(), {{u"customer_id"_s, u"cus_RdK2pW8sTt41Ux"_s}});
    const core::Operation second = m_desk->send();
    m_desk->refuse(
        second,
        {core::Error::Kind::Invalid, u"This price is inactive."_s, {}, u"items[0][price]"_s});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QCOMPARE(step(0).state, ui::Step::State::Done);
    QCOMPARE(step(0).detail, u"cus_RdK2pW8sTt41Ux"_s);
    QCOMPARE(find<QPushButton>("act")->text(), u"Continue with step 2"_s);
    QCOMPARE(error("price_id"), u"This price is inactive."_s);
    QVERIFY(!find<QLineEdit>("name")->isEnabled()); // finished
    QVERIFY(find<QComboBox>("price_id")->isEnabled());

    type("price_id", u"Enterprise Plan · 499.00 EUR monthly"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    QCOMPARE(m_desk->operation(OperationKind::CreateCustomer).state, OperationState::Done);
    const core::Operation again = m_desk->operation(OperationKind::CreateSubscription);
    QCOMPARE(again.input[u"price_id"_s].toString(), u"price_enterprise_monthly"_s);
    QCOMPARE(again.input[u"tenant_id"_s], second.input[u"tenant_id"_s]);
    m_desk->finish(m_desk->send(), {{u"subscription_id"_s, u"sub_New"_s}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
}

void DialogsStepsTest::changedPlanReachesTheLaterStepToo()
{
    submit();
    m_desk->refuse(
        m_desk->send(),
        {core::Error::Kind::Invalid, u"This plan is not in the catalogue."_s, {}, u"plan_tier"_s});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QVERIFY(!error("plan_tier").isEmpty());
    find<ui::OptionCard>("enterprise")->click();
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    QCOMPARE(m_desk->operation(OperationKind::CreateCustomer).input[u"plan_tier"_s].toString(),
             u"enterprise"_s);
    QCOMPARE(m_desk->operation(OperationKind::CreateSubscription).input[u"price_id"_s].toString(),
             u"price_enterprise_monthly"_s);
}

void DialogsStepsTest::unreachableStripeIsSaidAndGoesOn()
{
    submit();
    const core::Operation sent = m_desk->send();
    m_desk->loseAnswer(sent);
    QTRY_COMPARE(notice().title(), u"Stripe does not answer."_s);
    QCOMPARE(notice().text(), u"This step is kept and tried again by itself."_s);
    QVERIFY(find<QPushButton>("keep")->isEnabled()); // can be left
    m_desk->finish(sent, {{u"customer_id"_s, u"cus_New"_s}});
    QTRY_COMPARE(step(0).state, ui::Step::State::Done);
    QVERIFY(!notice().isVisible());
}

void DialogsStepsTest::takenBackReturnsToTheForm()
{
    submit();
    m_desk->refuse(m_desk->send(),
                   {core::Error::Kind::Forbidden, u"The key may not do that."_s, {}, {}});
    QTRY_COMPARE(notice().title(), u"The key may not do that."_s); // no field is to blame
    press("giveUp");
    QTRY_COMPARE(m_dialog->phase(), Phase::Editing);
    QCOMPARE(m_desk->operation(OperationKind::CreateSubscription).state, OperationState::Withdrawn);
    QCOMPARE(find<QLineEdit>("name")->text(), u"Süßwaren-Express Lübeck GmbH"_s);
    QVERIFY(find<QLineEdit>("name")->isEnabled());
    press("act"); // and once more
    QTRY_COMPARE(m_desk->operations().size(), 4);
}

void DialogsStepsTest::subscriptionCanBeLeftOut()
{
    submit();
    m_desk->finish(m_desk->send(), {{u"customer_id"_s, u"cus_New"_s}});
    m_desk->refuse(m_desk->send(), {core::Error::Kind::Rejected, u"Payment declined."_s, {}, {}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QCOMPARE(find<QPushButton>("giveUp")->text(), u"Leave out the subscription"_s);
    press("giveUp");
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
    QCOMPARE(step(1).detail, u"Left out"_s);
}

void DialogsStepsTest::finishLaterIsFoundAgain()
{
    QSignalSpy submitted(m_dialog, &ui::OperationDialog::submitted);
    find<ui::TrialChoice>("trial_days")->setDays(30);
    submit();
    const QUuid group = submitted.first().first().toUuid();
    press("keep");
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(!m_draft.tenant); // it is no draft any more
    m_desk->refuse(m_desk->send(), {core::Error::Kind::Invalid, u"Too long."_s, {}, u"name"_s});

    openGroup(group);
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QCOMPARE(find<QLineEdit>("name")->text(), u"Süßwaren-Express Lübeck GmbH"_s);
    QCOMPARE(find<ui::TrialChoice>("trial_days")->days(), 30);
    QCOMPARE(error("name"), u"Too long."_s);
    type("name", u"Süßwaren-Express"_s);
    press("act");
    QTRY_COMPARE(m_desk->operation(OperationKind::CreateCustomer).state, OperationState::Planned);
    QCOMPARE(m_desk->operation(OperationKind::CreateCustomer).input[u"name"_s].toString(),
             u"Süßwaren-Express"_s);
    QCOMPARE(m_desk->operation(OperationKind::CreateSubscription).input[u"trial_days"_s].toInt(),
             30);
}

void DialogsStepsTest::doneOpensTheTenant()
{
    submit();
    const core::Operation first = m_desk->send();
    m_desk->finish(first, {{u"customer_id"_s, u"cus_New"_s}});
    m_desk->finish(m_desk->send(), {{u"subscription_id"_s, u"sub_New"_s}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
    QCOMPARE(notice().title(), u"Süßwaren-Express Lübeck GmbH is set up."_s);
    QCOMPARE(find<QPushButton>("keep")->text(), u"Close"_s);
    QSignalSpy opened(m_dialog, &ui::OperationDialog::openTenant);
    press("act");
    QCOMPARE(opened.first().first().toUuid(), first.tenantId);
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(DialogsStepsTest)
#include "tst_dialogssteps.moc"
