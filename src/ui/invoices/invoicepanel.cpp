// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/invoices/invoicepanel.h"

#include "core/clock.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/invoices/balancewalk.h"
#include "ui/invoices/invoicewords.h"
#include "ui/stripelink.h"
#include "ui/tenants/panelrows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

InvoicePanel::InvoicePanel(const PageContext &context, QWidget *parent)
    : DetailPanel(context.theme, parent)
    , m_context(context)
    , m_tenant(setTitleLink({}))
{
    setObjectName(u"invoicePanel"_s);
    setAccessibleName(tr("Invoice"));
    connect(m_tenant, &LinkLabel::activated, this,
            [this] { Q_EMIT tenantRequested(m_invoice.tenantId); });
    followChanges(context.services.changes, [this](const core::Change &change) {
        const bool isPayment = change.entity == "payment_intent"_L1 && !m_invoice.tenantId.isNull()
            && change.tenantId == m_invoice.tenantId;
        return isPayment || (!m_invoiceId.isNull() && change.id == m_invoiceId);
    });
}

void InvoicePanel::showInvoice(const QUuid &invoiceId)
{
    m_invoiceId = invoiceId;
    refresh();
}

void InvoicePanel::refresh()
{
    if (m_invoiceId.isNull())
        return;
    setRunning(true);
    const quint64 generation = ++m_generation;
    const QUuid asked = m_invoiceId;
    services::whenReady(m_context.services.details.invoice(asked), this,
                        [this, asked, generation](const core::Result<core::InvoiceDetail> &answer) {
                            if (generation == m_generation)
                                take(asked, answer);
                        });
}

void InvoicePanel::take(const QUuid &asked, const core::Result<core::InvoiceDetail> &answer)
{
    setRunning(false);
    if (!answer) {
        if (m_invoice.id != asked) {
            clearSections();
            setTitle(tr("Not loaded"));
        }
        setSubtitle(answer.error().message);
        return;
    }
    m_invoice = *answer;
    fill();
    Q_EMIT shown();
}

void InvoicePanel::fill()
{
    if (m_invoice.id.isNull())
        return; // not read yet
    setTitle(m_invoice.number.isEmpty() ? tr("Draft") : m_invoice.number);
    m_tenant->setText(m_invoice.tenantId.isNull() ? tr("No tenant yet") : m_invoice.tenantName);
    m_tenant->setLink(!m_invoice.tenantId.isNull());
    chip()->setState(m_invoice.status);
    const QString remaining = models::moneyText(m_invoice.remaining);
    setSubtitle(m_invoice.daysOverdue > 0 ? tr("%n day(s) overdue, %1 remaining", nullptr,
                                               static_cast<int>(m_invoice.daysOverdue))
                                                .arg(remaining)
                                          : tr("%1 remaining").arg(remaining));
    clearSections();
    fillAdvice();
    fillBalance();
    fillAttempts();
    fillLines();
    fillDetails();
}

void InvoicePanel::fillAdvice()
{
    delete m_advice;
    m_advice = nullptr;
    const InvoiceAdvice advice = adviceFor(m_invoice, m_context.clock.now());
    if (advice.title.isEmpty())
        return;
    m_advice = new Advice(theme(), advice.status, advice.icon, advice.title, advice.text);
    fixedArea()->addWidget(m_advice);
}

void InvoicePanel::fillBalance()
{
    QVBoxLayout *section =
        addSection(Column::Main, tr("Balance, %1").arg(models::currencyCode(m_invoice.total)));
    auto *walk = new BalanceWalk(theme());
    walk->setInvoice(m_invoice);
    section->addWidget(walk);
}

void InvoicePanel::fillAttempts()
{
    if (m_invoice.attempts.isEmpty() && !m_invoice.nextAttempt.isValid())
        return;
    const QDateTime now = m_context.clock.now();
    QVBoxLayout *section = addSection(Column::Side, tr("Payments"));
    if (m_invoice.nextAttempt.isValid())
        section->addWidget(makeFactLine(theme(), "clock"_L1, StatusColor::Blue, tr("Next attempt"),
                                        models::shortDate(m_invoice.nextAttempt, now)));
    for (const core::PaymentAttempt &attempt : std::as_const(m_invoice.attempts)) {
        const bool isPaid = attempt.status == "succeeded"_L1;
        const QString text = isPaid ? tr("Paid %1").arg(models::moneyText(attempt.amount))
            : attempt.declineCode.isEmpty()
            ? tr("Waiting for %1").arg(models::moneyText(attempt.amount))
            : tr("Declined: %1").arg(declineText(attempt.declineCode));
        section->addWidget(makeFactLine(theme(), isPaid ? "circle-check"_L1 : "circle-x"_L1,
                                        isPaid ? StatusColor::Green : StatusColor::Red, text,
                                        models::shortDate(attempt.created, now)));
    }
}

void InvoicePanel::fillLines()
{
    QVBoxLayout *section = addSection(Column::Main, tr("Lines"));
    if (!m_invoice.linesReadable)
        section->addWidget(makeHint(theme(), tr("Your role may not read an invoice's lines.")));
    else if (m_invoice.lines.isEmpty())
        section->addWidget(makeHint(theme(), tr("The lines are not known here yet.")));
    for (const core::InvoiceLine &line : std::as_const(m_invoice.lines))
        section->addWidget(makeFactLine(theme(), "circle-dot"_L1, StatusColor::Grey,
                                        line.description, models::moneyText(line.amount)));
    if (m_invoice.hasMoreLines)
        section->addWidget(makeHint(theme(), tr("Stripe has more lines of this invoice.")));
}

void InvoicePanel::fillDetails()
{
    QVBoxLayout *section = addSection(Column::Side, tr("Details"));
    const auto addId = [&](const QString &label, const QString &id) {
        if (id.isEmpty())
            return;
        auto *value = new CopyableId(theme());
        showStripeId(value, id, m_context.services);
        addFact(section, label, value);
    };
    const auto addTime = [&](const QString &label, const QDateTime &time) {
        if (time.isValid())
            addFact(section, label, makeText(theme(), models::exactTime(time)));
    };
    addId(tr("Stripe invoice"), m_invoice.invoiceId);
    addId(tr("Subscription"), m_invoice.subscriptionId);
    addId(tr("Customer"), m_invoice.customerId);
    addFact(section, tr("Collected by"),
            makeText(theme(), models::collectionText(m_invoice.collectionMethod)));
    addTime(tr("Created"), m_invoice.created);
    addTime(tr("Due"), m_invoice.dueDate);
    addTime(tr("Paid"), m_invoice.paidAt);
    addTime(tr("Voided"), m_invoice.voidedAt);
    if (!m_invoice.hostedInvoiceUrl.isEmpty()) {
        auto *link = new CopyableId(theme());
        link->setId(m_invoice.hostedInvoiceUrl);
        addFact(section, tr("Invoice link"), link);
    }
}

} // namespace ui
