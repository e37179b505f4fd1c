// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connectionurl.h"

#include "db/pgconnection.h"

#include <QCoreApplication>

#include <algorithm>

namespace db {

QByteArray ConnectionParameters::value(const QByteArray &keyword) const
{
    const auto it = std::ranges::find(values, keyword, &QPair<QByteArray, QByteArray>::first);
    return it == values.end() ? QByteArray() : it->second;
}

void ConnectionParameters::set(const QByteArray &keyword, const QByteArray &value)
{
    const auto it = std::ranges::find(values, keyword, &QPair<QByteArray, QByteArray>::first);
    if (it == values.end())
        values.append({keyword, value});
    else
        it->second = value;
}

QString ConnectionParameters::description() const
{
    const QString name = QString::fromUtf8(value("dbname"));
    const QString service = QString::fromUtf8(value("service"));
    QString host = QString::fromUtf8(value("host"));
    if (host.isEmpty())
        host = QString::fromUtf8(value("hostaddr"));
    if (host.isEmpty() && !service.isEmpty())
        return QCoreApplication::translate("db", "service %1").arg(service);
    if (host.isEmpty() || host.startsWith(u'/'))
        return QCoreApplication::translate("db", "%1 on this computer").arg(name);
    return QCoreApplication::translate("db", "%1 on %2").arg(name, host);
}

core::Result<ConnectionParameters> parseConnectionUrl(const QString &url)
{
    const QByteArray text = url.trimmed().toUtf8();
    if (text.isEmpty())
        return core::fail(core::Error::Kind::Invalid,
                          QCoreApplication::translate("db", "The database address is empty."), {},
                          QStringLiteral("DATABASE_URL"));
    // libpq would take any other word for the name of a database.
    if (!text.contains('=') && !text.startsWith("postgresql://") && !text.startsWith("postgres://"))
        return core::fail(core::Error::Kind::Invalid,
                          QCoreApplication::translate(
                              "db", "The database address must begin with “postgresql://”."),
                          {}, QStringLiteral("DATABASE_URL"));
    return parseConninfo(text);
}

} // namespace db
