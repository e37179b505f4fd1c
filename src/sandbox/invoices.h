// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer retrieveInvoice(Context &context, const Call &call);
[[nodiscard]] Answer listInvoices(Context &context, const Call &call);
[[nodiscard]] Answer listInvoiceLines(Context &context, const Call &call);
[[nodiscard]] Answer listInvoiceItems(Context &context, const Call &call);
[[nodiscard]] Answer finalizeDraft(Context &context, const Call &call);
[[nodiscard]] Answer payInvoice(Context &context, const Call &call);
[[nodiscard]] Answer voidOpenInvoice(Context &context, const Call &call);
[[nodiscard]] Answer markUncollectible(Context &context, const Call &call);
/// Plays the change and the next renewal; the caller throws away what that staged.
[[nodiscard]] Answer upcomingInvoice(Context &context, const Call &call);

} // namespace sandbox
