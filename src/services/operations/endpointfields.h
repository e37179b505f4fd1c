// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/webhookendpoints.h"

#include <QJsonObject>

// What operations on webhook endpoints send, and what the audit log tells of the answer.
namespace services {

[[nodiscard]] stripe::WebhookEndpointFields creationFields(const QJsonObject &input);
[[nodiscard]] stripe::WebhookEndpointFields changeFields(const QJsonObject &input);
/// Of Stripe's object, without anything secret.
[[nodiscard]] QJsonObject told(const QJsonObject &object);

} // namespace services
