// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/detailservice.h"

#include "db/database.h"
#include "db/invoicedetailrepository.h"
#include "db/tenantdetailrepository.h"

namespace services {

QFuture<core::Result<core::TenantDetail>> DetailService::tenant(QUuid tenantId)
{
    return m_database.read([tenantId](db::Session &session) {
        return db::TenantDetailRepository(session).find(tenantId);
    });
}

QFuture<core::Result<core::InvoiceDetail>> DetailService::invoice(QUuid invoiceId)
{
    return m_database.read([invoiceId](db::Session &session) {
        return db::InvoiceDetailRepository(session).find(invoiceId);
    });
}

} // namespace services
