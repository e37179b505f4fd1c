// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/log.h"

namespace stripe {

Q_LOGGING_CATEGORY(lcStripe, "oms.stripe")

} // namespace stripe
