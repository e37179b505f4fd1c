// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoicedetail.h"
#include "core/result.h"
#include "ui/pagecontext.h"
#include "ui/widgets/detailpanel.h"

namespace ui {

/// One invoice: why it is in its state in plain words, its balance as a walk, attempts, lines.
class InvoicePanel : public DetailPanel
{
    Q_OBJECT

public:
    InvoicePanel(const PageContext &context, QWidget *parent = nullptr);

    void showInvoice(const QUuid &invoiceId);
    void refresh() override;
    [[nodiscard]] QUuid invoiceId() const { return m_invoiceId; }
    [[nodiscard]] const core::InvoiceDetail &invoice() const { return m_invoice; }

Q_SIGNALS:
    void tenantRequested(const QUuid &tenantId);
    void shown();

protected:
    void fill() override;

private:
    void take(const QUuid &asked, const core::Result<core::InvoiceDetail> &answer);
    void fillAdvice();
    void fillBalance();
    void fillAttempts();
    void fillLines();
    void fillDetails();

    PageContext m_context;
    LinkLabel *m_tenant;
    QUuid m_invoiceId;
    core::InvoiceDetail m_invoice;
    QWidget *m_advice = nullptr;
    quint64 m_generation = 0;
};

} // namespace ui
