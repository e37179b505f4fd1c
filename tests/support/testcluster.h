// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/pgconnection.h"
#include "db/privatecluster.h"

#include <memory>

namespace support {

/// The private cluster of the tests: quick instead of durable, and open to any of its roles.
class TestCluster
{
public:
    /// One for all databases of a test program; the server stops with the last program.
    static std::shared_ptr<TestCluster> shared();
    TestCluster();
    ~TestCluster();
    Q_DISABLE_COPY_MOVE(TestCluster)

    /// Where files are made quickly: in memory where there is room, for a database has a thousand.
    [[nodiscard]] static QString scratchFolder();
    [[nodiscard]] static QString directory();
    [[nodiscard]] db::ConnectionParameters parameters(const QByteArray &role,
                                                      const QByteArray &database) const;
    /// The superuser's connection to a database.
    [[nodiscard]] db::PgConnection admin(const QByteArray &database = "postgres") const;
    /// The name of a database with all migrations, made where there is none yet.
    [[nodiscard]] QByteArray migratedTemplate() const;
    /// Makes a login that belongs to these groups, where it does not exist.
    void ensureLogin(const QByteArray &login, const QByteArray &groups) const;

private:
    void makeTemplate(const db::PgConnection &connection, const QByteArray &name) const;
    void dropLeftovers() const;

    std::unique_ptr<db::PrivateCluster> m_cluster;
};

/// The value of a result, or the end of the test program with its error.
template <typename T>
T orDie(core::Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s (%s)", what, qPrintable(result.error().message),
               qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace support
