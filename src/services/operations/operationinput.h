// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"

#include <QJsonObject>

// What was asked, as the column operations.input keeps it: REST names, no secrets.
namespace services {

[[nodiscard]] QJsonObject toJson(const core::NewTenant &tenant);
[[nodiscard]] QJsonObject toJson(const core::NewSubscription &subscription);
[[nodiscard]] QJsonObject toJson(const core::PlanChange &change);
[[nodiscard]] QJsonObject toJson(const core::Cancellation &cancellation);

[[nodiscard]] core::NewTenant newTenantFromJson(const QJsonObject &json);
[[nodiscard]] core::NewSubscription newSubscriptionFromJson(const QJsonObject &json);
[[nodiscard]] core::PlanChange planChangeFromJson(const QJsonObject &json);
[[nodiscard]] core::Cancellation cancellationFromJson(const QJsonObject &json);

} // namespace services
