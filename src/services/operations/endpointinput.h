// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"

#include <QJsonObject>

// What operations on webhook endpoints keep in operations.input and operations.result.
namespace services {

/// In operations.result: whether the secret of what was made is in the keychain.
inline const QString keptKey = QStringLiteral("secret_kept");

/// In operations.input: whose keychain is needed (db/operationqueue.h, claim()).
inline const QString keeperKey = QStringLiteral("keeper");

/// What an endpoint of ours is made with, decided when it is asked for.
struct EndpointTerms
{
    QString apiVersion;
    QStringList types;
    QString keeper; ///< Whose keychain takes the secret.
};

[[nodiscard]] QJsonObject toJson(const core::NewWebhookEndpoint &endpoint,
                                 const EndpointTerms &terms);
[[nodiscard]] core::NewWebhookEndpoint newEndpointFromJson(const QJsonObject &json);
/// `was` goes to the audit log as what it was before; `types` are those it should have.
[[nodiscard]] QJsonObject toJson(const core::WebhookEndpointChange &change,
                                 const core::WebhookEndpoint &was, const QStringList &types);
[[nodiscard]] core::WebhookEndpointChange endpointChangeFromJson(const QJsonObject &json);
/// The endpoint that a change or deletion is about, as it was.
[[nodiscard]] core::WebhookEndpoint endpointWas(const QJsonObject &input);

/// What of an endpoint the audit log tells.
[[nodiscard]] QJsonObject told(const core::WebhookEndpoint &endpoint);

} // namespace services
