// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/random.h"
#include "demo/timeline.h"

namespace demo {

/// How the collection of one invoice must go for the tenant to end as it shall.
enum class Course { Any, Succeeds, Fails };

/// Charges an invoice from its finalisation on: up to four attempts within 15 days.
/// @return When the last attempt failed, no further one will follow; else 0.
Seconds charge(Bill &bill, Course course, Seconds end, Random &random);

/// Sends an invoice and waits for the transfer: paid in time, late, never, or voided.
void send(Bill &bill, int dueDays, Seconds end, Random &random);

} // namespace demo
