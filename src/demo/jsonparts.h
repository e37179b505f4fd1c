// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stripecustomer.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

// Small pieces that the renderers of this folder share.
namespace demo::json {

/// null for an empty text: Stripe never sends "".
[[nodiscard]] QJsonValue textOrNull(const QString &text);
/// Unix seconds, or null for an invalid time.
[[nodiscard]] QJsonValue stampOrNull(const QDateTime &time);
/// null for an empty object.
[[nodiscard]] QJsonValue objectOrNull(const QJsonObject &object);
/// Parses a template that stands in the source; what it holds is the same in every object.
[[nodiscard]] QJsonObject skeleton(const char *text);
/// An address with all six of Stripe's fields; null for an empty one.
[[nodiscard]] QJsonValue addressOrNull(const QJsonObject &address);
/// A customer's invoice_settings with all four of Stripe's fields.
[[nodiscard]] QJsonObject invoiceSettings(const core::Customer &customer);

} // namespace demo::json
