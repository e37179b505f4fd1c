// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/world.h"

#include <QByteArray>

#include <functional>
#include <span>
#include <vector>

namespace demo {

/// What goes into the raw column of each mirrored kind: the object as JSON text.
struct RawJson
{
    std::function<QByteArray(const core::Customer &)> customer;
    std::function<QByteArray(const core::Product &)> product;
    std::function<QByteArray(const core::Price &)> price;
    std::function<QByteArray(const core::Subscription &)> subscription;
    std::function<QByteArray(const core::Invoice &)> invoice;
    std::function<QByteArray(const core::PaymentIntent &)> intent;

    /// The compact renderings, of at most 700 bytes each.
    [[nodiscard]] static RawJson compact();
};

/// A table that the world is written to.
struct CopyTable
{
    QLatin1StringView name;
    QLatin1StringView columns; ///< Separated by ", ".
    bool isMirrored = false;   ///< Has the columns of a snapshot, after these.

    [[nodiscard]] QString columnList() const;
    /// COPY name (columns) FROM STDIN
    [[nodiscard]] QString statement() const;
};

/// Collects a world's rows, table by table, as COPY takes them. Derived figures (tenant_figures)
/// and plan_catalogue are the database's own.
class CopyRows
{
public:
    CopyRows(const World &world, RawJson raw);

    /// In an order that foreign keys allow; take() counts in it.
    [[nodiscard]] static std::span<const CopyTable> tables();

    /// Products and prices: once for a world.
    void appendCatalogue();
    void append(const TenantHistory &history);

    /// Bytes waiting in all tables: take them when they are many.
    [[nodiscard]] qsizetype size() const;
    /// The lines of one table since it was last asked; empties it.
    [[nodiscard]] QByteArray take(std::size_t table);

private:
    const World &m_world;
    const RawJson m_raw;
    std::vector<QByteArray> m_lines;
};

} // namespace demo
