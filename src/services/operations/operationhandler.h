// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/stripeobjects.h"
#include "stripe/client.h"

#include <optional>

namespace db {
class Session;
struct AuditEntry;
} // namespace db

namespace services {

/// What the outcome of an operation means for the desk's signing secrets.
enum class SecretDuty {
    None,
    Keep, ///< The answer holds a new one, once: it is kept before anything is recorded.
    Drop, ///< The object's own is of no use any more.
};

/// What one kind of operation sends to Stripe and what it does with the answer. Stateless; all
/// functions run inside a transaction on a database thread but lookup() and find(), which are
/// pure. The executor decides when.
class OperationHandler
{
public:
    virtual ~OperationHandler() = default;

    /// The call to make; an empty path when Stripe need not be asked.
    /// Errors refuse the operation before anything is sent.
    virtual core::Result<stripe::Call> prepare(db::Session &session,
                                               const core::Operation &operation) const = 0;
    /// Writes mirror rows, our own rows and the audit row. Gives the ids of what was made.
    virtual core::Result<QJsonObject> settle(db::Session &session, const core::Operation &operation,
                                             const stripe::Answer &answer) const = 0;
    /// The question whose answer shows whether the operation took effect (design §6).
    virtual stripe::Call lookup(const core::Operation &operation,
                                const stripe::Call &sent) const = 0;
    /// The object it made or changed, if the lookup's answer shows that it did.
    virtual std::optional<QJsonObject> find(const core::Operation &operation,
                                            const QJsonObject &lookedUp) const = 0;
    /// The outcome, where what it acts on is not there (any more): a deletion wanted just that.
    virtual std::optional<QJsonObject> outcomeWhenGone(const core::Operation &) const
    {
        return std::nullopt;
    }
    [[nodiscard]] virtual SecretDuty secretDuty() const { return SecretDuty::None; }
};

/// The handler of a kind. One table; every kind has its row.
[[nodiscard]] const OperationHandler &handlerOf(core::OperationKind kind);

// For the handlers themselves.
[[nodiscard]] core::Snapshot originOf(const stripe::Answer &answer);
[[nodiscard]] db::AuditEntry auditOf(const core::Operation &operation,
                                     const stripe::Answer &answer);
[[nodiscard]] QString uuidText(const QUuid &id);
/// What every object that we make carries, so that it can be found again without its key.
[[nodiscard]] QJsonObject metadataOf(const core::Operation &operation);
/// The id of the tenant's Stripe customer. Errors: Conflict where it has none yet.
[[nodiscard]] core::Result<QString> customerOf(db::Session &session, const QUuid &tenantId);
/// The element of a list envelope whose metadata names this operation.
[[nodiscard]] std::optional<QJsonObject> ownElement(const core::Operation &operation,
                                                    const QJsonObject &list);

} // namespace services
