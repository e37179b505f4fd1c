// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace support {

class TestCluster;

/// A database of the test's own on the one private cluster that all tests of a build folder share
/// (OMS_TEST_CLUSTER names another folder). It is copied from a migrated template, which is made
/// again when a migration changed, and dropped at the end. A failure ends the test program.
class TestDatabase
{
public:
    enum class Content { Migrated, Empty };
    explicit TestDatabase(Content content = Content::Migrated);
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    [[nodiscard]] QString name() const { return QString::fromLatin1(m_name); }
    /// The role of the engine at a desk: a member of oms_service and oms_admin that owns nothing.
    [[nodiscard]] db::ConnectionParameters parameters() const;
    /// The role that migrates.
    [[nodiscard]] db::ConnectionParameters ownerParameters() const;
    /// A login that belongs to this group alone: oms_viewer, oms_operator, oms_admin, oms_service.
    /// `login` names a person; by default one is shared by all tests.
    [[nodiscard]] db::ConnectionParameters roleParameters(const QByteArray &group,
                                                          const QByteArray &login = {}) const;
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString ownerUrl() const;
    [[nodiscard]] QString roleUrl(const QByteArray &group, const QByteArray &login = {}) const;

    /// Runs SQL as the superuser, past all rights, and gives the first column of the first row.
    QString value(const QByteArray &sql) const;

private:
    [[nodiscard]] db::ConnectionParameters as(const QByteArray &role) const;

    std::shared_ptr<TestCluster> m_cluster;
    QByteArray m_name;
};

/// The same parameters as a URL for DATABASE_URL.
[[nodiscard]] QString toUrl(const db::ConnectionParameters &parameters);

} // namespace support
