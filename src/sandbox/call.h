// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/context.h"

namespace sandbox {

/// One call whose parameters have been found in order.
struct Call
{
    QString path;
    QString id; ///< What stood for {} in the route; empty without one.
    Params params;
};

using Run = Answer (*)(Context &, const Call &);

} // namespace sandbox
