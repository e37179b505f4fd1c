// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/errors.h"
#include "sandbox/params.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace sandbox {

/// One parameter that a call takes, and what it must look like.
struct Rule
{
    enum class Type {
        Text,
        Integer,
        Flag,
        Time,   ///< Unix seconds, or "now".
        Range,  ///< Unix seconds, or a hash of gt, gte, lt, lte.
        Choice, ///< One of `choices`.
        Texts,  ///< An array of plain values.
        Free,   ///< A hash of anything: metadata.
        Hash,   ///< A hash of `children`.
        List,   ///< An array of such hashes.
    };
    QString name;
    Type type = Type::Text;
    bool isRequired = false;
    QStringList choices;
    QList<Rule> children;
};

/// Reads a call's rules from one line of the route table:
///   `name` a text, `name:int`, `name:flag`, `name:time`, `name:range`, `name:texts`, `name:free`,
///   `name:(a|b)` one of these, `name{…}` a hash, `name[…]` an array of hashes; `!` after it means
///   required. `expand` is always allowed.
[[nodiscard]] QList<Rule> rulesFrom(QLatin1StringView line);

/// The first thing wrong with the parameters, in the words Stripe has for it.
[[nodiscard]] std::optional<ApiError> check(const Params &params, const QList<Rule> &rules);

} // namespace sandbox
