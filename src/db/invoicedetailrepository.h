// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoicedetail.h"
#include "core/result.h"

namespace db {

class Session;

/// Reads what the panel of an invoice shows.
class InvoiceDetailRepository
{
public:
    explicit InvoiceDetailRepository(Session &session)
        : m_session(session)
    {
    }

    /// In one snapshot. Errors: NotFound.
    [[nodiscard]] core::Result<core::InvoiceDetail> find(const QUuid &invoiceId) const;

private:
    [[nodiscard]] core::Result<> readHeader(core::InvoiceDetail &invoice) const;
    [[nodiscard]] core::Result<> readAttempts(core::InvoiceDetail &invoice) const;
    [[nodiscard]] core::Result<> readLines(core::InvoiceDetail &invoice) const;

    Session &m_session;
};

} // namespace db
