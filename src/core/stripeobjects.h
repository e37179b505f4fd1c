// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"
#include "core/stripecatalog.h"
#include "core/stripecustomer.h"
#include "core/stripeinvoice.h"
#include "core/stripepayments.h"
#include "core/stripesubscription.h"

// Stripe's billing objects as this product mirrors them. Layer stripe reads both API shapes into
// these, layer db stores them. Ids are Stripe's; times are UTC; an invalid QDateTime is "none".
