// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/copyline.h"
#include "demo/copyrows.h"

namespace demo {

/// What the rows of one table are written from.
struct CopyInput
{
    const World &world;
    const RawJson &raw;
    const TenantHistory *history; ///< nullptr for the catalogue's tables.
};

// The mirrored objects, in copymirror.cpp.
void writeProducts(QByteArray &out, const CopyInput &input);
void writePrices(QByteArray &out, const CopyInput &input);
void writeCustomers(QByteArray &out, const CopyInput &input);
void writeSubscriptions(QByteArray &out, const CopyInput &input);
void writeItems(QByteArray &out, const CopyInput &input);
void writeUsageRecords(QByteArray &out, const CopyInput &input);
void writeInvoices(QByteArray &out, const CopyInput &input);
void writeIntents(QByteArray &out, const CopyInput &input);

// The platform's own, in copyplatform.cpp.
void writeTenants(QByteArray &out, const CopyInput &input);
void writePlans(QByteArray &out, const CopyInput &input);
void writeUsage(QByteArray &out, const CopyInput &input);
void writeMovements(QByteArray &out, const CopyInput &input);

} // namespace demo
