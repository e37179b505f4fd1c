// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

/// Lowers what an open invoice asks for; of a paid one it gives back, by a refund, as credit for
/// the next invoice, or outside of Stripe.
[[nodiscard]] Answer createCreditNote(Context &context, const Call &call);
[[nodiscard]] Answer retrieveCreditNote(Context &context, const Call &call);
[[nodiscard]] Answer updateCreditNote(Context &context, const Call &call);
[[nodiscard]] Answer voidCreditNote(Context &context, const Call &call);
[[nodiscard]] Answer listCreditNotes(Context &context, const Call &call);
[[nodiscard]] Answer listCreditNoteLines(Context &context, const Call &call);

} // namespace sandbox
