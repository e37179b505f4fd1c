// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoicedetail.h"
#include "core/result.h"
#include "core/tenantdetail.h"

#include <QFuture>

namespace db {
class Database;
}

namespace services {

/// What the panels beside the lists show, in one snapshot of the database each.
/// Errors: NotFound; Unreachable.
class DetailService
{
public:
    explicit DetailService(db::Database &database)
        : m_database(database)
    {
    }

    QFuture<core::Result<core::TenantDetail>> tenant(QUuid tenantId);
    QFuture<core::Result<core::InvoiceDetail>> invoice(QUuid invoiceId);

private:
    db::Database &m_database;
};

} // namespace services
