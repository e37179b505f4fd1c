// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QString>

#include <utility>

namespace core {

/// Why an operation failed. Crosses every layer as a value; nothing throws across one.
struct Error
{
    enum class Kind {
        Invalid, ///< What was typed cannot be taken; `field` names where.
        NotFound,
        Conflict,  ///< Somebody else changed it, or it exists already.
        Forbidden, ///< The database role or the Stripe key may not do this.
        Rejected,  ///< Stripe said no, nothing moved.
        RateLimited,
        Unreachable, ///< Stripe or the database does not answer; the outcome may be unknown.
        Storage,     ///< The database or the disk refused.
        Canceled,
        Internal,
    };
    Kind kind = Kind::Internal;
    QString message; ///< One translated sentence for the operator.
    QString detail;  ///< For the log: SQLSTATE, Stripe code, request id. Never a key or a card.
    QString field;   ///< The input at fault, as the form or the API names it; else empty.

    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

/// `return fail(Error::Kind::NotFound, tr("No such invoice."));` converts to any Result<T>.
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, QString message,
                                                QString detail = {}, QString field = {})
{
    return tl::unexpected(Error{kind, std::move(message), std::move(detail), std::move(field)});
}

/// Passes the error of one result on as the error of another: `return passOn(rows);`
template <typename T>
[[nodiscard]] tl::unexpected<Error> passOn(const Result<T> &failed)
{
    return tl::unexpected(failed.error());
}

} // namespace core
