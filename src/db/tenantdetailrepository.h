// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tenantdetail.h"

namespace db {

class Session;

/// Reads what the panel of a tenant shows.
class TenantDetailRepository
{
public:
    explicit TenantDetailRepository(Session &session)
        : m_session(session)
    {
    }

    /// In one snapshot. Errors: NotFound.
    [[nodiscard]] core::Result<core::TenantDetail> find(const QUuid &tenantId) const;

private:
    [[nodiscard]] core::Result<> readHeader(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readBalance(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readPaymentMethod(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readPlan(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readLimits(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readSubscriptions(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readItems(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readInvoices(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readTimeline(core::TenantDetail &tenant) const;
    [[nodiscard]] core::Result<> readOperations(core::TenantDetail &tenant) const;

    Session &m_session;
};

} // namespace db
