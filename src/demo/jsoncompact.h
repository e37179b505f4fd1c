// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stripeobjects.h"

#include <QByteArray>

// The same objects in a few hundred bytes, for the bench set's million raw objects: every field
// this product mirrors, nothing else, at most 700 bytes unless the metadata alone is longer.
namespace demo {

[[nodiscard]] QByteArray toCompactJson(const core::Customer &customer);
[[nodiscard]] QByteArray toCompactJson(const core::Subscription &subscription);
[[nodiscard]] QByteArray toCompactJson(const core::Invoice &invoice);
[[nodiscard]] QByteArray toCompactJson(const core::PaymentIntent &intent);

} // namespace demo
