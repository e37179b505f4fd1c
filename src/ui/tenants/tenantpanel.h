// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenantdetail.h"
#include "ui/pagecontext.h"
#include "ui/widgets/detailpanel.h"

namespace ui {

class FactStrip;

/// One tenant: what is owed, ids, limits, subscriptions, invoices, what happened lately.
class TenantPanel : public DetailPanel
{
    Q_OBJECT

public:
    TenantPanel(const PageContext &context, QWidget *parent = nullptr);

    /// Reads the tenant and shows it; what was shown stays until the answer is here.
    void showTenant(const QUuid &tenantId);
    void refresh() override;
    [[nodiscard]] QUuid tenantId() const { return m_tenantId; }
    [[nodiscard]] const core::TenantDetail &tenant() const { return m_tenant; }

Q_SIGNALS:
    void invoiceRequested(const QUuid &invoiceId);
    void invoicesRequested(const QUuid &tenantId, const QString &name);
    void cancelRequested(const QString &subscriptionId);
    void shown(); ///< With fresh facts.

protected:
    void fill() override;

private:
    void take(const QUuid &asked, const core::Result<core::TenantDetail> &answer);
    void fillFacts();
    void fillIds();
    void fillLimits();
    void fillSubscriptions();
    void fillInvoices();
    void fillTimeline();
    void fillOperations();

    PageContext m_context;
    FactStrip *m_facts;
    QUuid m_tenantId;
    core::TenantDetail m_tenant;
    quint64 m_generation = 0; ///< Answers to an older question are dropped.
};

} // namespace ui
