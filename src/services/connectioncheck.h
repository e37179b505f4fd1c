// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/connectionurl.h"
#include "services/signedinperson.h"

#include <QCoro/QCoroTask>

#include <QStringList>
#include <QUrl>

#include <optional>

namespace db {
class Session;
}

namespace services {

/// The Stripe account and mode that a database belongs to, or a key.
struct StripeOwner
{
    QString account;
    bool isLive = false;
    bool operator==(const StripeOwner &) const = default;
};

/// A database that this desk can work with.
struct CheckedDatabase
{
    SignedInPerson person;
    std::optional<StripeOwner> owner; ///< None before the first call to Stripe.
};

/// A key that Stripe took.
struct CheckedKey
{
    StripeOwner owner;
    QString accountName;
    QStringList missingRights; ///< What a restricted key may not read, as Stripe names it.
};

struct KeyQuestion
{
    QString key;
    QUrl base;
    QByteArray version;
    std::optional<StripeOwner> owner; ///< The database's.
};

/// Whether the schema is the program's and the login has rights: for the start and for settings.
/// Errors: Conflict, empty, older or newer; Forbidden, no rights.
[[nodiscard]] core::Result<CheckedDatabase> checkDatabase(db::Session &session);
/// The same over a connection of its own, which is closed again. Blocks, for ten seconds where
/// nothing answers: call it on a worker.
[[nodiscard]] core::Result<CheckedDatabase> tryDatabase(const db::ConnectionParameters &parameters);

/// Asks Stripe once, without repeating. Errors as stripe::checkKey() and Stripe give them, and
/// Conflict for another account or mode than the database's.
QCoro::Task<core::Result<CheckedKey>> tryStripeKey(KeyQuestion question);

/// Why a key of one owner does not fit a database of the other, as a sentence.
[[nodiscard]] QString otherOwner(const StripeOwner &database, const StripeOwner &key);

/// The secrets in what was typed, separated by commas, spaces or lines. Errors: Invalid.
[[nodiscard]] core::Result<QStringList> readWebhookSecrets(const QString &text);

} // namespace services
