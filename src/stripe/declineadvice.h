// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stripe {

/// What the operator should do about a declined payment, as one sentence; empty for a code that
/// says nothing to us. `code` is the decline_code where there is one, else the error's code.
[[nodiscard]] QString declineAdvice(const QString &code);

} // namespace stripe
