// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace core {

/// One row of an enum's table: the value and its text on the wire and in the database.
template <typename E>
struct EnumText
{
    E value;
    QLatin1StringView text;
};
template <typename E>
EnumText(E, QLatin1StringView) -> EnumText<E>; // clang 16 deduces no aggregates by itself

template <typename E, std::size_t N>
[[nodiscard]] QString textOf(const std::array<EnumText<E>, N> &table, E value)
{
    const auto it = std::ranges::find(table, value, &EnumText<E>::value);
    return it == table.end() ? QString() : QString(it->text);
}

/// Nothing for a text the table does not know: Stripe may add one before we ship it.
template <typename E, std::size_t N>
[[nodiscard]] std::optional<E> valueOf(const std::array<EnumText<E>, N> &table, QStringView text)
{
    const auto it = std::ranges::find_if(table, [&](const auto &row) { return row.text == text; });
    return it == table.end() ? std::nullopt : std::optional(it->value);
}

} // namespace core
