// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// Whether this desk holds the secret that an endpoint signs with.
enum class EndpointSecret {
    Ours,    ///< In this desk's keychain.
    NotOurs, ///< Another desk's or program's: what it signs is turned away here.
    Unknown, ///< A secret was entered by hand, and Stripe does not say whose it is.
};

/// How long two secrets are in use while one is rolled.
struct RollOverlap
{
    QString replaces;                ///< The endpoint whose place this one takes; empty: none.
    QDateTime until;                 ///< Then the old one is deleted; invalid: a person decides.
    bool endsWithFirstEvent = false; ///< Or earlier, once the new one has delivered.
};

/// One of the account's webhook endpoints, as Stripe lists it. Never its secret.
struct WebhookEndpoint
{
    QString id;
    QString url;
    QString description;
    QString apiVersion; ///< Empty: the account's own version, whatever it is.
    QStringList enabledEvents;
    QDateTime created;
    bool isEnabled = true;
    QString operationId; ///< Set where this product made it.
    RollOverlap overlap;
    EndpointSecret secret = EndpointSecret::Unknown;
    int delivered = 0; ///< Events signed with its secret since this program started.
};

struct NewWebhookEndpoint
{
    QString url;
    QString description;
    RollOverlap overlap; ///< Of one that rolls another's secret.
    QString reason;      ///< For the audit log.
};

/// What is absent stays as it is.
struct WebhookEndpointChange
{
    QString id;
    std::optional<QString> url;
    std::optional<QString> description;
    std::optional<bool> isEnabled;
    bool bringsTypesUpToDate = false;
    QString reason;
};

/// Stripe's own limit.
inline constexpr int mostWebhookEndpoints = 16;

} // namespace core
