// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoicedetail.h"
#include "ui/theme/palette.h"

namespace ui {

/// What is the matter with an invoice and what happens next, for somebody on the phone. Empty
/// title: nothing is the matter.
struct InvoiceAdvice
{
    QString title;
    QString text;
    QLatin1StringView icon;
    StatusColor status = StatusColor::Grey;
};
[[nodiscard]] InvoiceAdvice adviceFor(const core::InvoiceDetail &invoice, const QDateTime &now);

/// Why a bank or Stripe declined, in plain words; `code` is Stripe's decline or error code.
[[nodiscard]] QString declineText(const QString &code);

} // namespace ui
