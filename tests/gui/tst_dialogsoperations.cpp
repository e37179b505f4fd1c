// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "dialogdriver.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/cancelsubscriptiondialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/operations/consequencelist.h"
#include "ui/operations/newsubscriptiondialog.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationsteps.h"
#include "ui/operations/operationwatcher.h"
#include "ui/operations/resumedialog.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using core::OperationKind;
using core::OperationState;
using Phase = ui::OperationDialog::Phase;

/// Change of plan, new subscription and cancellation on a real database, with real key strokes.
class DialogsOperationsTest : public QObject, private DialogDriver
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { standUp(); }
    void samePlanCannotBeChosen();
    void changeOfPlanIsSubmittedWithItsProration();
    void limitBelowTheUseIsSpelledOut();
    void withoutSubscriptionOnlyLimitsChange();
    void planChangedMeanwhileIsLookedAtAgain();
    void refusedChangeCanBeTriedAgain();
    void newSubscriptionNeedsAPrice();
    void newSubscriptionIsSubmitted();
    void newSubscriptionOffersTestCardsInTestMode_data();
    void newSubscriptionOffersTestCardsInTestMode();
    void newSubscriptionAttachesItsTestCard();
    void refusedPriceStandsAtItsField();
    void cancelAtTheEndIsTheDefaultAndReversible();
    void cancelNowNeedsTheName();
    void keepIsTheDefaultButton();
    void consequencesNameAmountsAndDates();
    void endedSubscriptionCannotBeCanceled();
    void escapeWarnsOnceBeforeAReasonIsLost();
    void watcherFollowsOneGroup();
    void forgottenStepAsks();
    void everyKindIsFoundAgain();
    void everyControlHasAName();

private:
    void openChange();
    void openNew();
    void openCancel(const QString &subscription);
    [[nodiscard]] QStringList consequences() const;

    QUuid m_tenant;
    QString m_subscription;
    QDateTime m_periodEnd = QDateTime::currentDateTimeUtc().addDays(12);
};

void DialogsOperationsTest::init()
{
    sitDown();
    m_tenant = m_desk->addTenant(u"Birke AG"_s, u"office@birke.example"_s, u"professional"_s);
    m_subscription = m_desk->addSubscription(m_tenant, u"professional"_s, m_periodEnd);
}

void DialogsOperationsTest::openChange()
{
    show(new ui::ChangePlanDialog(m_theme, m_desk->services(), m_tenant, m_window.get()));
    QTRY_COMPARE(m_dialog->windowTitle(), u"Change the plan of Birke AG"_s);
    QTRY_COMPARE(find<ui::OptionCard>("enterprise")->accessibleDescription(), u"499.00 EUR"_s);
}

void DialogsOperationsTest::openNew()
{
    show(new ui::NewSubscriptionDialog(m_theme, m_desk->services(), m_tenant, m_window.get()));
    QTRY_COMPARE(find<QComboBox>("price_id")->count(), 5);
}

void DialogsOperationsTest::openCancel(const QString &subscription)
{
    show(new ui::CancelSubscriptionDialog(m_theme, m_desk->services(), m_tenant, subscription,
                                          m_window.get()));
    QTRY_COMPARE(m_dialog->windowTitle(), u"Cancel Professional Plan?"_s);
}

QStringList DialogsOperationsTest::consequences() const
{
    QStringList lines;
    const auto *list = m_dialog->findChild<ui::ConsequenceList *>();
    for (const ui::Consequence &line : list->consequences())
        lines.append(line.title + u" | "_s + line.detail);
    return lines;
}

void DialogsOperationsTest::samePlanCannotBeChosen()
{
    openChange();
    QVERIFY(find<ui::OptionCard>("professional")->isChecked());
    QVERIFY(!find<QPushButton>("act")->isEnabled());
    QVERIFY(find<QPushButton>("act")->toolTip().contains("already"_L1));
    find<ui::OptionCard>("enterprise")->click();
    QVERIFY(find<QPushButton>("act")->isEnabled());
    QVERIFY(find<ui::OptionCard>("professional")->accessibleDescription().contains("now"_L1));
}

void DialogsOperationsTest::changeOfPlanIsSubmittedWithItsProration()
{
    openChange();
    find<ui::OptionCard>("enterprise")->click();
    QVERIFY(find<QRadioButton>("create_prorations")->isVisible());
    QVERIFY(find<QRadioButton>("create_prorations")->text().contains(ui::longDate(m_periodEnd)));
    find<QRadioButton>("always_invoice")->click();
    type("reason", u"Grew over the summer"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    const core::Operation change = m_desk->operation(OperationKind::ChangePlan);
    QCOMPARE(change.tenantId, m_tenant);
    QCOMPARE(change.reason, u"Grew over the summer"_s);
    QCOMPARE(change.input[u"plan_tier"_s].toString(), u"enterprise"_s);
    QCOMPARE(change.input[u"proration_behavior"_s].toString(), u"always_invoice"_s);
    QCOMPARE(change.input[u"expected_row_version"_s].toInt(), 1);
    QCOMPARE(notice().title(), u"The plan is being changed."_s);
    m_desk->finish(m_desk->send(), {{u"subscription_id"_s, m_subscription}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
    QCOMPARE(notice().title(), u"Birke AG is on Enterprise now."_s);
    QVERIFY(!find<QPushButton>("act")->isVisible());
    QVERIFY(find<QPushButton>("keep")->isDefault());
}

void DialogsOperationsTest::limitBelowTheUseIsSpelledOut()
{
    m_desk->addUsage(m_tenant, 4200);
    openChange();
    find<ui::OptionCard>("basic")->click();
    QTRY_COMPARE(find<ui::Paragraph>("overLimit")->text(),
                 u"4,200 used this month: over the new limit at once."_s);
    find<ui::OptionCard>("enterprise")->click();
    QVERIFY(!m_dialog->findChild<ui::Paragraph *>(u"overLimit"_s));
}

void DialogsOperationsTest::withoutSubscriptionOnlyLimitsChange()
{
    m_tenant = m_desk->addTenant(u"Birke AG"_s, u"two@birke.example"_s, u"basic"_s);
    openChange();
    find<ui::OptionCard>("enterprise")->click();
    QVERIFY(!find<QRadioButton>("create_prorations")->isVisible());
    QVERIFY(consequences().value(0).startsWith("No subscription bills this plan"_L1));
}

void DialogsOperationsTest::planChangedMeanwhileIsLookedAtAgain()
{
    openChange();
    find<ui::OptionCard>("enterprise")->click();
    m_desk->sql("UPDATE tenant_plans SET description = 'Agreed by phone'");
    const int version = m_desk->sql("SELECT row_version::text FROM tenant_plans").toInt();
    QVERIFY(version > 1);
    press("act");
    QTRY_VERIFY(notice().isVisible() && notice().title().startsWith("Somebody else"_L1));
    QVERIFY(!find<QPushButton>("act")->isEnabled());
    QTest::mouseClick(find<ui::LinkLabel>("noticeLink"), Qt::LeftButton);
    QTRY_VERIFY(!notice().isVisible() && find<QPushButton>("act")->isEnabled());
    QVERIFY(find<ui::OptionCard>("enterprise")->isChecked()); // the choice stayed
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    QCOMPARE(m_desk->operation(OperationKind::ChangePlan).input[u"expected_row_version"_s].toInt(),
             version);
    // The same once more, noticed by the executor this time.
    m_desk->refuse(
        m_desk->send(),
        {core::Error::Kind::Conflict, u"Somebody else has changed this plan meanwhile."_s, {}, {}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QTest::mouseClick(find<ui::LinkLabel>("noticeLink"), Qt::LeftButton);
    QTRY_COMPARE(m_dialog->phase(), Phase::Editing);
    QCOMPARE(m_desk->operation(OperationKind::ChangePlan).state, OperationState::Withdrawn);
}

void DialogsOperationsTest::refusedChangeCanBeTriedAgain()
{
    openChange();
    find<ui::OptionCard>("enterprise")->click();
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->refuse(m_desk->send(),
                   {core::Error::Kind::Rejected, u"Payment declined: expired card."_s, {}, {}});
    QTRY_COMPARE(notice().title(), u"Payment declined: expired card."_s);
    QCOMPARE(find<QPushButton>("act")->text(), u"Try again"_s);
    find<QRadioButton>("create_prorations")->click();
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    QCOMPARE(m_desk->operation(OperationKind::ChangePlan).state, OperationState::Planned);
}

void DialogsOperationsTest::newSubscriptionNeedsAPrice()
{
    openNew();
    press("act");
    QCOMPARE(error("price_id"), u"Choose a price."_s);
    QVERIFY(find<QComboBox>("price_id")->hasFocus()
            || find<QComboBox>("price_id")->lineEdit()->hasFocus());
    type("price_id", u"Route"_s); // found, but not chosen yet
    press("act");
    QVERIFY(error("price_id").startsWith("There is no such price."_L1));
    QCOMPARE(find<QComboBox>("price_id")->currentText(), u"Route"_s);
}

void DialogsOperationsTest::newSubscriptionIsSubmitted()
{
    openNew();
    type("price_id", u"route planner, yearly · 120.00 EUR yearly"_s); // upper case or not
    find<QSpinBox>("quantity")->setValue(14);
    QVERIFY(consequences().first().startsWith(u"1,680.00 EUR yearly | 14 × 120.00 EUR"_s));
    find<ui::TrialChoice>("trial_days")->setDays(7);
    QVERIFY(consequences().last().startsWith("Nothing is charged before"_L1));
    find<ui::PaymentChoice>("collection_method")->setCurrentIndex(1);
    type("reason", u"Ordered by phone"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    const core::Operation made = m_desk->operation(OperationKind::CreateSubscription);
    QCOMPARE(made.input[u"price_id"_s].toString(), u"price_route_yearly"_s);
    QCOMPARE(made.input[u"quantity"_s].toInt(), 14);
    QCOMPARE(made.input[u"trial_days"_s].toInt(), 7);
    QCOMPARE(made.input[u"days_until_due"_s].toInt(), 30);
    QCOMPARE(made.reason, u"Ordered by phone"_s);
    m_desk->finish(m_desk->send(), {{u"subscription_id"_s, u"sub_New"_s}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
}

void DialogsOperationsTest::newSubscriptionOffersTestCardsInTestMode_data()
{
    QTest::addColumn<bool>("isTestMode");
    QTest::newRow("test mode") << true;
    QTest::newRow("live mode") << false;
}

void DialogsOperationsTest::newSubscriptionOffersTestCardsInTestMode()
{
    QFETCH(bool, isTestMode);
    m_desk->services().isTestMode = isTestMode;
    openNew();
    QCOMPARE(find<QComboBox>("collection_method")->findText(u"Test card that works"_s) >= 0,
             isTestMode);
}

void DialogsOperationsTest::newSubscriptionAttachesItsTestCard()
{
    m_desk->services().isTestMode = true;
    openNew();
    type("price_id", u"Route planner, Yearly · 120.00 EUR yearly"_s);
    find<QComboBox>("collection_method")->setCurrentText(u"Test card that works"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    const core::Operation attach = m_desk->send();
    QCOMPARE(attach.kind, OperationKind::AttachPaymentMethod);
    QCOMPARE(attach.input[u"payment_method"_s].toString(), u"pm_card_visa"_s);
    m_desk->finish(attach, {{u"payment_method_id"_s, u"pm_1"_s}});
    m_desk->finish(m_desk->send(), {{u"customer_id"_s, u"cus_1"_s}});
    m_desk->refuse(m_desk->send(), {core::Error::Kind::Rejected, u"Declined."_s, {}, {}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    // The card is with the customer: another one would have to come with another attachment.
    const auto *items =
        qobject_cast<QStandardItemModel *>(find<QComboBox>("collection_method")->model());
    const auto isOffered = [&](const QString &text) {
        const auto *box = find<QComboBox>("collection_method");
        return items->item(box->findText(text, Qt::MatchStartsWith))->isEnabled();
    };
    QVERIFY(isOffered(u"Test card that works"_s));
    QVERIFY(!isOffered(u"Test card that fails later"_s));
    QVERIFY(isOffered(u"Invoice, 30"_s));
}

void DialogsOperationsTest::refusedPriceStandsAtItsField()
{
    openNew();
    type("price_id", u"Route planner, Yearly · 120.00 EUR yearly"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->refuse(
        m_desk->send(),
        {core::Error::Kind::Invalid, u"This price is inactive."_s, {}, u"items[0][price]"_s});
    QTRY_COMPARE(error("price_id"), u"This price is inactive."_s);
    QVERIFY(find<QComboBox>("price_id")->isEnabled());
}

void DialogsOperationsTest::cancelAtTheEndIsTheDefaultAndReversible()
{
    openCancel(m_subscription);
    QVERIFY(find<QRadioButton>("period_end")->isChecked());
    QVERIFY(find<QRadioButton>("period_end")->text().contains(ui::longDate(m_periodEnd)));
    QCOMPARE(find<QRadioButton>("period_end")->accessibleDescription(),
             u"Can be taken back until then."_s);
    QVERIFY(!find<QLineEdit>("confirmation")->isVisible());
    find<QComboBox>("feedback")->setCurrentText(u"Too expensive"_s);
    type("reason", u"Letter of 9 June"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    const core::Operation canceled = m_desk->operation(OperationKind::CancelSubscription);
    QCOMPARE(canceled.input[u"subscription_id"_s].toString(), m_subscription);
    QCOMPARE(canceled.input[u"at_period_end"_s].toBool(), true);
    QCOMPARE(canceled.input[u"feedback"_s].toString(), u"too_expensive"_s);
    QCOMPARE(canceled.reason, u"Letter of 9 June"_s);
    m_desk->finish(m_desk->send(), {{u"status"_s, u"active"_s}});
    QTRY_COMPARE(notice().title(),
                 u"The subscription ends on %1."_s.arg(ui::longDate(m_periodEnd)));
}

void DialogsOperationsTest::cancelNowNeedsTheName()
{
    openCancel(m_subscription);
    find<QRadioButton>("now")->click();
    auto *act = find<QPushButton>("act");
    QCOMPARE(ui::kindOf(act), ui::ButtonKind::Danger);
    QVERIFY(!act->isEnabled());
    QCOMPARE(act->toolTip(), u"Type the tenant's name first."_s);
    type("confirmation", u"Birke"_s);
    QVERIFY(!act->isEnabled());
    QTest::keyClick(find<QLineEdit>("confirmation"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->operations().isEmpty());
    QTest::keyClicks(find<QLineEdit>("confirmation"), u" AG"_s);
    QVERIFY(act->isEnabled());
    QVERIFY(act->x() > find<QPushButton>("keep")->x()); // danger is last
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    QCOMPARE(
        m_desk->operation(OperationKind::CancelSubscription).input[u"at_period_end"_s].toBool(true),
        false);
    find<QRadioButton>("period_end"); // locked while it runs
    QVERIFY(!find<QRadioButton>("period_end")->isEnabled());
}

void DialogsOperationsTest::keepIsTheDefaultButton()
{
    openCancel(m_subscription);
    auto *keep = find<QPushButton>("keep");
    QCOMPARE(keep->text(), u"Keep subscription"_s);
    QVERIFY(keep->isDefault());
    find<QRadioButton>("now")->click();
    QVERIFY(keep->isDefault());
    QVERIFY(!find<QPushButton>("act")->isDefault());
    type("confirmation", u"Birke AG"_s);
    QTest::keyClick(find<QLineEdit>("confirmation"), Qt::Key_Return);
    QVERIFY(m_desk->operations().isEmpty()); // Enter never ends a subscription
}

void DialogsOperationsTest::consequencesNameAmountsAndDates()
{
    m_desk->addOpenInvoice(m_tenant, u"OMS-2026-05102"_s, 3451);
    openCancel(m_subscription);
    QTRY_COMPARE(consequences().size(), 3);
    const QString end = ui::longDate(m_periodEnd);
    QCOMPARE(consequences().at(0),
             u"It ends on %1 | 99.00 EUR monthly is not billed any more."_s.arg(end));
    QCOMPARE(consequences().at(2),
             u"1 open invoice(s) stay open: 34.51 EUR | OMS-2026-05102; collection goes on"_s);
    find<QRadioButton>("now")->click();
    QVERIFY(consequences().at(1).startsWith("12 day(s) that are paid for are lost"_L1));
}

void DialogsOperationsTest::endedSubscriptionCannotBeCanceled()
{
    m_desk->sql("UPDATE stripe_subscriptions SET status = 'canceled', ended_at = now()");
    show(new ui::CancelSubscriptionDialog(m_theme, m_desk->services(), m_tenant, m_subscription,
                                          m_window.get()));
    QTRY_COMPARE(notice().title(), u"This subscription has ended already."_s);
    QVERIFY(!find<QPushButton>("act")->isEnabled());
}

void DialogsOperationsTest::escapeWarnsOnceBeforeAReasonIsLost()
{
    openCancel(m_subscription);
    QPointer<ui::OperationDialog> dialog = m_dialog;
    type("reason", u"Letter of 9 June"_s);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(notice().title(), u"Nothing has been sent yet."_s);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void DialogsOperationsTest::watcherFollowsOneGroup()
{
    const auto cancel = [this] {
        return m_desk->services().subscriptions.cancel({m_subscription, true, {}, {}}).result();
    };
    const auto group = cancel();
    QVERIFY(group);
    ui::OperationWatcher watcher(m_desk->services().operations, m_desk->services().changes);
    QSignalSpy changed(&watcher, &ui::OperationWatcher::stepsChanged);
    QSignalSpy finished(&watcher, &ui::OperationWatcher::finished);
    watcher.watch(*group);
    QTRY_COMPARE(changed.count(), 1);
    m_desk->tell(); // nothing moved: nothing is said
    m_desk->tell();
    const core::Operation sent = m_desk->send();
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(watcher.steps().first().state, OperationState::Sent);
    m_desk->sql("UPDATE operations SET state = 'done', result = '{}'"); // and nobody tells
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(changed.count(), 3);
}

void DialogsOperationsTest::forgottenStepAsks()
{
    openChange();
    find<ui::OptionCard>("basic")->click();
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->sql("UPDATE operations SET confirmed_at = now() - interval '6 minutes'");
    m_desk->tell();
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    QCOMPARE(notice().title(), u"This was not started."_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->finish(m_desk->send(), {});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
}

void DialogsOperationsTest::everyKindIsFoundAgain()
{
    services::DeskServices &services = m_desk->services();
    const auto reopen = [&](const core::Result<QUuid> &group) {
        QVERIFY(group);
        m_desk->refuse(m_desk->send(), {core::Error::Kind::Rejected, u"Not now."_s, {}, {}});
        const auto steps = services.operations.group(*group).result();
        QVERIFY(steps);
        show(ui::makeResumeDialog(m_theme, services, *steps, m_window.get()));
        QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
        QCOMPARE(notice().title(), u"Not now."_s);
        QCOMPARE(find<QLineEdit>("reason")->text(), u"By phone"_s);
    };
    core::PlanChange change;
    change.tenantId = m_tenant;
    change.tier = core::PlanTier::Enterprise;
    change.proration = core::Proration::None;
    change.reason = u"By phone"_s;
    reopen(services.tenants.changePlan(change).result());
    QTRY_COMPARE(m_dialog->windowTitle(), u"Change the plan of Birke AG"_s); // it is read now
    QVERIFY(find<ui::OptionCard>("enterprise")->isChecked());
    QVERIFY(find<QRadioButton>("none")->isChecked());
    press("act");
    QTRY_COMPARE(m_desk->operation(OperationKind::ChangePlan).state, OperationState::Planned);

    core::NewSubscription subscription;
    subscription.tenantId = m_tenant;
    subscription.priceId = u"price_route_yearly"_s;
    subscription.quantity = 3;
    subscription.collection.daysUntilDue = 30;
    subscription.reason = u"By phone"_s;
    m_desk->finish(m_desk->send(), {}); // the change of plan
    reopen(services.subscriptions.create(subscription).result());
    QTRY_COMPARE(find<QComboBox>("price_id")->currentText(),
                 u"Route planner, Yearly · 120.00 EUR yearly"_s);
    QCOMPARE(find<QSpinBox>("quantity")->value(), 3);
    QCOMPARE(find<ui::PaymentChoice>("collection_method")->collection().daysUntilDue, 30);

    core::Cancellation cancellation{m_subscription, false, u"unused"_s, u"By phone"_s};
    reopen(services.subscriptions.cancel(cancellation).result());
    QTRY_VERIFY(find<QLineEdit>("confirmation")->isVisible());
    QVERIFY(find<QRadioButton>("now")->isChecked());
    QCOMPARE(find<QComboBox>("feedback")->currentText(), u"Not used enough"_s);
    QVERIFY(!find<QPushButton>("act")->isEnabled()); // the name is asked for once more
}

void DialogsOperationsTest::everyControlHasAName()
{
    openChange();
    find<ui::OptionCard>("enterprise")->click();
    QCOMPARE(namelessControls(m_dialog), QStringList());
    openNew();
    QCOMPARE(namelessControls(m_dialog), QStringList());
    openCancel(m_subscription);
    find<QRadioButton>("now")->click();
    QCOMPARE(namelessControls(m_dialog), QStringList());
}

QTEST_MAIN(DialogsOperationsTest)
#include "tst_dialogsoperations.moc"
