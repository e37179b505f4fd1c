// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/pgconnection.h"
#include "db/privatecluster.h"

#include <memory>

namespace bench {

/// The database that all measurements read: 30 000 tenants, 36 months, a million invoices and
/// more, in a private cluster with the product's own settings. Made once and kept; another version
/// of the schema has one of its own. A failure ends the program.
class BenchSet
{
public:
    BenchSet();

    [[nodiscard]] db::ConnectionParameters desk() const { return m_cluster->deskParameters(); }
    [[nodiscard]] db::ConnectionParameters owner() const { return m_cluster->ownerParameters(); }
    [[nodiscard]] const db::PrivateCluster &cluster() const { return *m_cluster; }
    /// A pure function of the schema: where the set lies. Named "cluster", as the window's own
    /// private database is in its folder.
    [[nodiscard]] static QString folder();

private:
    void fillWhereEmpty();
    void expectDurable() const;

    std::unique_ptr<db::PrivateCluster> m_cluster;
};

/// Ends the program with a sentence.
[[noreturn]] void die(const QString &sentence);
template <typename T>
T valueOf(core::Result<T> result)
{
    if (!result)
        die(result.error().message + QStringLiteral(" (") + result.error().detail + u')');
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace bench
