// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

namespace stripe {

/// Fields to set; what is absent stays as it is, what is present and empty is cleared.
struct WebhookEndpointFields
{
    std::optional<QString> url;
    QStringList enabledEvents; ///< Empty: as they are.
    std::optional<QString> description;
    std::optional<bool> disabled; ///< On update only.
    QString apiVersion;           ///< On creation only; it cannot be changed later.
    QJsonObject metadata;         ///< Keys that are not named stay.
};

/// Its answer is the only one that ever holds the signing secret.
[[nodiscard]] Call createWebhookEndpoint(const WebhookEndpointFields &fields,
                                         const QByteArray &key);
[[nodiscard]] Call retrieveWebhookEndpoint(const QString &id);
[[nodiscard]] Call updateWebhookEndpoint(const QString &id, const WebhookEndpointFields &fields,
                                         const QByteArray &key);
[[nodiscard]] Call deleteWebhookEndpoint(const QString &id);
[[nodiscard]] Call listWebhookEndpoints(const ListPage &page = {});

} // namespace stripe
