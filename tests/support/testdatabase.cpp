// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdatabase.h"

#include "slowend.h"
#include "testcluster.h"

#include <QCoreApplication>
#include <QUrl>

#include <atomic>

namespace support {

TestDatabase::TestDatabase(Content content)
    : m_cluster(TestCluster::shared())
{
    static std::atomic_int count = 0;
    m_name = "test_" + QByteArray::number(QCoreApplication::applicationPid()) + '_'
        + QByteArray::number(++count);
    QByteArray create = "CREATE DATABASE " + m_name + " OWNER oms_owner";
    if (content == Content::Migrated)
        create += " TEMPLATE " + m_cluster->migratedTemplate();
    create += " STRATEGY FILE_COPY"; // a third quicker than through the log
    orDie(m_cluster->admin().executeScript(create), "database of the test");
    if (content == Content::Migrated)
        m_cluster->ensureLogin("test_desk", "oms_service, oms_admin");
}

TestDatabase::~TestDatabase()
{
    const SlowEnd watch;
    orDie(m_cluster->admin().executeScript("DROP DATABASE " + m_name + " WITH (FORCE)"),
          "drop database of the test");
}

db::ConnectionParameters TestDatabase::parameters() const
{
    return as("test_desk");
}

db::ConnectionParameters TestDatabase::ownerParameters() const
{
    return as("oms_owner");
}

db::ConnectionParameters TestDatabase::roleParameters(const QByteArray &group,
                                                      const QByteArray &login) const
{
    const QByteArray name = login.isEmpty() ? "test_" + group : login;
    m_cluster->ensureLogin(name, group);
    return as(name);
}

QString TestDatabase::url() const
{
    return toUrl(parameters());
}

QString TestDatabase::ownerUrl() const
{
    return toUrl(ownerParameters());
}

QString TestDatabase::roleUrl(const QByteArray &group, const QByteArray &login) const
{
    return toUrl(roleParameters(group, login));
}

QString TestDatabase::value(const QByteArray &sql) const
{
    const db::PgRows rows = orDie(m_cluster->admin(m_name).execute(sql), sql.constData());
    return rows.size() > 0 ? rows.text(0, 0) : QString();
}

db::ConnectionParameters TestDatabase::as(const QByteArray &role) const
{
    return m_cluster->parameters(role, m_name);
}

QString toUrl(const db::ConnectionParameters &parameters)
{
    QByteArray url = "postgresql:///?";
    for (const auto &[keyword, value] : parameters.values)
        url += keyword + '=' + value.toPercentEncoding() + '&';
    url.chop(1);
    return QString::fromLatin1(url);
}

} // namespace support
