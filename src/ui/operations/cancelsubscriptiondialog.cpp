// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/cancelsubscriptiondialog.h"

#include "models/wording.h"
#include "services/deskservices.h"
#include "services/operations/operationinput.h"
#include "services/whenready.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/choicelist.h"
#include "ui/operations/consequencelist.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationwatcher.h"
#include "ui/theme/icon.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int dialogWidth = 492;
const QString atEnd = u"period_end"_s;
const QString now = u"now"_s;

struct Feedback
{
    const char *wire; ///< Stripe's cancellation_details[feedback].
    const char *text;
};
constexpr std::array feedbacks{
    Feedback{"too_expensive", QT_TRANSLATE_NOOP("CancellationFeedback", "Too expensive")},
    Feedback{"missing_features", QT_TRANSLATE_NOOP("CancellationFeedback", "Features are missing")},
    Feedback{"switched_service",
             QT_TRANSLATE_NOOP("CancellationFeedback", "Moved to another service")},
    Feedback{"unused", QT_TRANSLATE_NOOP("CancellationFeedback", "Not used enough")},
    Feedback{"customer_service",
             QT_TRANSLATE_NOOP("CancellationFeedback", "Not content with the support")},
    Feedback{"too_complex", QT_TRANSLATE_NOOP("CancellationFeedback", "Too complicated")},
    Feedback{"low_quality", QT_TRANSLATE_NOOP("CancellationFeedback", "Quality too low")},
    Feedback{"other", QT_TRANSLATE_NOOP("CancellationFeedback", "Another reason")},
};

struct OpenInvoices
{
    int count = 0;
    QString amount; ///< Together; empty where the currencies differ.
    QStringList numbers;
};

OpenInvoices openInvoices(const QList<core::TenantInvoice> &invoices)
{
    OpenInvoices open;
    core::Money sum;
    bool isOneCurrency = true;
    for (const core::TenantInvoice &invoice : invoices) {
        if (invoice.remaining.minor <= 0 || invoice.status == "draft"_L1
            || invoice.status == "void"_L1 || invoice.status == "uncollectible"_L1)
            continue;
        ++open.count;
        open.numbers.append(invoice.number);
        isOneCurrency =
            isOneCurrency && (sum.currency.isEmpty() || sum.currency == invoice.remaining.currency);
        sum.currency = invoice.remaining.currency;
        sum.minor += invoice.remaining.minor;
    }
    if (isOneCurrency && open.count > 0)
        open.amount = models::moneyText(sum);
    return open;
}

} // namespace

CancelSubscriptionDialog::CancelSubscriptionDialog(const Theme &theme,
                                                   services::DeskServices &services,
                                                   const QUuid &tenantId,
                                                   const QString &subscriptionId, QWidget *parent)
    : OperationDialog(theme, services, tr("Cancel the subscription?"), parent)
    , m_tenantId(tenantId)
    , m_subscriptionId(subscriptionId)
    , m_consequences(new ConsequenceList(theme, tr("What happens")))
    , m_when(new ChoiceList(theme))
    , m_feedback(new QComboBox)
    , m_reason(new QLineEdit)
    , m_name(new QLineEdit(this))
{
    setObjectName(u"cancelSubscriptionDialog"_s);
    setBodyWidth(dialogWidth);
    build(theme);
    connect(m_when, &ChoiceList::currentChanged, this, &CancelSubscriptionDialog::showPhase);
    connect(m_name, &QLineEdit::textChanged, this, &CancelSubscriptionDialog::showWhen);
    setLabels({tr("Cancel subscription"), tr("Keep subscription")});
    read();
    showPhase();
}

void CancelSubscriptionDialog::build(const Theme &theme)
{
    form()->addWidget(m_consequences);
    m_when->setObjectName(u"when"_s);
    m_when->addChoice(atEnd, tr("At the end of the period"), {});
    m_when->addChoice(now, tr("Now"), {});
    m_when->setCurrent(atEnd);
    form()->addWidget(new FieldRow(theme, tr("When"), m_when));
    m_feedback->setObjectName(u"feedback"_s);
    m_feedback->addItem(tr("Not said"), QString());
    for (const Feedback &feedback : feedbacks)
        m_feedback->addItem(QCoreApplication::translate("CancellationFeedback", feedback.text),
                            QString::fromLatin1(feedback.wire));
    auto *feedback = new FieldRow(theme, tr("What the customer says"), m_feedback);
    feedback->setHint(tr("optional"));
    form()->addWidget(feedback);
    m_reason->setObjectName(u"reason"_s);
    auto *reason = new FieldRow(theme, tr("Reason, for the audit log"), m_reason);
    reason->setHint(tr("optional"));
    form()->addWidget(reason);
    m_name->setObjectName(u"confirmation"_s);
    m_name->hide();
    m_matches = m_name->addAction(icon(theme, "check"_L1), QLineEdit::TrailingPosition);
    m_matches->setVisible(false);
    m_consequences->hide();
}

/// Not a FieldRow: its label is cut where it does not fit, and the name has to be read in full.
void CancelSubscriptionDialog::buildName()
{
    const QString words = tr("Type the name to confirm: %1").arg(m_tenant->name);
    m_nameRow = new QWidget;
    auto *layout = new QVBoxLayout(m_nameRow);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    auto *label = new Paragraph(theme(), words, {TextSize::Small, Weight::Medium, Role::Text});
    label->setContentsMargins(metrics::focusRing, 0, metrics::focusRing, 0);
    layout->addWidget(label);
    layout->addWidget(m_name);
    label->setBuddy(m_name);
    m_name->setAccessibleName(words);
    m_name->show();
    form()->addWidget(m_nameRow);
}

void CancelSubscriptionDialog::read()
{
    services::whenReady(services().details.tenant(m_tenantId), this,
                        [this](const core::Result<core::TenantDetail> &detail) { take(detail); });
}

void CancelSubscriptionDialog::take(const core::Result<core::TenantDetail> &detail)
{
    if (!detail) {
        showError(detail.error());
        return;
    }
    m_tenant = *detail;
    const auto found = std::ranges::find(m_tenant->subscriptions, m_subscriptionId,
                                         &core::TenantSubscription::subscriptionId);
    const bool isLiving = found != m_tenant->subscriptions.end() && ui::isLiving(*found);
    if (!isLiving && watcher().group().isNull()) {
        notice().showContent({StatusColor::Grey,
                              "ban"_L1,
                              tr("This subscription has ended already."),
                              {},
                              {},
                              false});
        showPhase();
        return;
    }
    if (!isLiving)
        return; // the operation shown here has ended it
    m_subscription = *found;
    setTitle(tr("Cancel %1?").arg(subscriptionTitle(*m_subscription)));
    if (!m_nameRow)
        buildName();
    const QString end = longDate(m_subscription->periodEnd);
    m_when->setWords(atEnd, tr("At the end of the period, on %1").arg(end),
                     tr("Can be taken back until then."));
    m_when->setWords(now, tr("Now"), tr("Cannot be undone."));
    if (m_subscription->cancelAtPeriodEnd) {
        m_when->forbid(atEnd, tr("It ends on %1 already.").arg(longDate(m_subscription->endsAt)));
        m_when->setCurrent(now);
    }
    showPhase();
    settle();
}

bool CancelSubscriptionDialog::isNow() const
{
    return m_when->current() == now;
}

bool CancelSubscriptionDialog::isConfirmed() const
{
    return m_tenant && m_name->text().simplified() == m_tenant->name.simplified();
}

void CancelSubscriptionDialog::showPhase()
{
    const bool isOpen = phase() == Phase::Editing || phase() == Phase::Stopped;
    for (QWidget *field : QList<QWidget *>{m_when, m_feedback, m_name})
        field->setEnabled(isOpen && m_subscription);
    m_reason->setEnabled(phase() == Phase::Editing && m_subscription); // stays with the operation
    setSubtitle(m_tenant ? m_tenant->name : QString());
    if (phase() == Phase::Done) {
        setSign("circle-check"_L1, StatusColor::Green);
        if (m_subscription)
            setTitle(subscriptionTitle(*m_subscription)); // a question no more
    } else {
        setSign(isNow() ? "octagon-alert"_L1 : "calendar-x"_L1,
                isNow() ? StatusColor::Red : StatusColor::Amber);
        showConsequences();
    }
    showWhen();
    keepButton().setDefault(true);
}

/// The buttons and the typed name, for the choice made.
void CancelSubscriptionDialog::showWhen()
{
    if (m_nameRow)
        m_nameRow->setVisible(isNow() && m_subscription && phase() != Phase::Done);
    m_matches->setVisible(isConfirmed());
    const bool isOpen = phase() == Phase::Editing || phase() == Phase::Stopped;
    const bool isReady = m_subscription && (!isNow() || isConfirmed());
    setKind(&actButton(), isNow() ? ButtonKind::Danger : ButtonKind::Primary);
    if (phase() == Phase::Editing)
        actButton().setText(isNow() ? tr("Cancel now") : tr("Cancel at the end"));
    actButton().setEnabled(isOpen && isReady);
    actButton().setToolTip(
        isOpen && m_subscription && !isReady ? tr("Type the tenant's name first.") : QString());
}

void CancelSubscriptionDialog::restore(const QList<core::Operation> &steps)
{
    const core::Cancellation wanted = services::cancellationFromJson(steps.first().input);
    m_when->setCurrent(wanted.atPeriodEnd ? atEnd : now);
    m_feedback->setCurrentIndex(std::max(0, m_feedback->findData(wanted.feedback)));
    m_reason->setText(steps.first().reason);
}

void CancelSubscriptionDialog::showConsequences()
{
    if (!m_subscription) {
        m_consequences->setConsequences({});
        return;
    }
    const core::TenantSubscription &ends = *m_subscription;
    const auto today = QDateTime::currentDateTimeUtc();
    const QString end = longDate(ends.periodEnd);
    const QString interval =
        ends.items.isEmpty() ? QString() : recurrenceText(ends.items.first().recurrence);
    const QString amount = ends.amount ? models::moneyText(*ends.amount) : QString();
    QList<Consequence> follows;
    follows.append(
        {"circle-x"_L1, isNow() ? StatusColor::Red : StatusColor::Amber,
         isNow() ? tr("It ends now") : tr("It ends on %1").arg(end),
         amount.isEmpty()
             ? QString()
             : tr("%1 %2 is not billed any more.", "amount, how often").arg(amount, interval)});
    const int days = models::daysBetween(today, ends.periodEnd);
    if (isNow() && days > 0 && ends.status != "trialing"_L1)
        follows.append({"undo-2"_L1, StatusColor::Red,
                        tr("%n day(s) that are paid for are lost", nullptr, days),
                        tr("Nothing is credited or paid back for the time until %1.").arg(end)});
    if (!isNow())
        follows.append({"lock"_L1, StatusColor::Grey, tr("Everything works until then"),
                        models::daysInWords(days)});
    const bool isMetered =
        std::ranges::any_of(ends.items, [](const core::TenantSubscriptionItem &item) {
            return item.usageType == core::UsageType::Metered;
        });
    if (isNow() && isMetered)
        follows.append({"gauge"_L1, StatusColor::Red, tr("Usage of this period is not billed"),
                        tr("Choose the end of the period to bill it.")});
    const OpenInvoices open = openInvoices(m_tenant->invoices);
    if (open.count > 0)
        follows.append(
            {"receipt-text"_L1, StatusColor::Amber,
             open.amount.isEmpty()
                 ? tr("%n open invoice(s) stay open", nullptr, open.count)
                 : tr("%n open invoice(s) stay open: %1", nullptr, open.count).arg(open.amount),
             tr("%1; collection goes on").arg(open.numbers.mid(0, 3).join(u", "_s))});
    m_consequences->setConsequences(follows);
}

bool CancelSubscriptionDialog::check()
{
    return m_subscription && (!isNow() || isConfirmed());
}

core::Cancellation CancelSubscriptionDialog::cancellation() const
{
    return {m_subscriptionId, !isNow(), m_feedback->currentData().toString(),
            m_reason->text().trimmed()};
}

QFuture<core::Result<QUuid>> CancelSubscriptionDialog::submit()
{
    return services().subscriptions.cancel(cancellation());
}

QJsonObject CancelSubscriptionDialog::correctedInput(const core::Operation &) const
{
    return services::toJson(cancellation());
}

bool CancelSubscriptionDialog::showAtField(const core::Error &)
{
    return false; // nothing typed here can be wrong for Stripe
}

QString CancelSubscriptionDialog::runningText() const
{
    return tr("The subscription is being canceled.");
}

QString CancelSubscriptionDialog::doneText() const
{
    if (isNow() || !m_subscription)
        return tr("The subscription has ended.");
    return tr("The subscription ends on %1.").arg(longDate(m_subscription->periodEnd));
}

bool CancelSubscriptionDialog::isDirty() const
{
    return !m_reason->text().trimmed().isEmpty();
}

} // namespace ui
