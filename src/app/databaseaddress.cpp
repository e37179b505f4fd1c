// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databaseaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseAddress)
};

/// postgresql://user:HERE@host, ?password=HERE, and password=HERE of a keyword string.
QString withoutPassword(QString text)
{
    static const QRegularExpression ofUser(u"^(postgres(?:ql)?://[^/?#@:]*):[^/?#]*@"_s);
    static const QRegularExpression first(u"\\?password=[^&#]*&?"_s);
    static const QRegularExpression later(u"&password=[^&#]*"_s);
    static const QRegularExpression keyword(uR"((^|\s)password\s*=\s*('(?:[^'\\]|\\.)*'|\S+))"_s);
    if (!text.contains("://"_L1))
        return text.remove(keyword).trimmed();
    text.replace(ofUser, u"\\1@"_s);
    text.replace(first, u"?"_s);
    text.remove(later);
    if (text.endsWith(u'?'))
        text.chop(1);
    return text;
}

tl::unexpected<core::Error> passwordApart()
{
    return core::fail(core::Error::Kind::Invalid,
                      Text::tr("Write the password into its own field, not into the address."), {},
                      u"DATABASE_URL"_s);
}

} // namespace

core::Result<DatabaseAddress> splitDatabaseAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    const auto whole = db::parseConnectionUrl(text);
    if (!whole)
        return core::passOn(whole);
    // "user:pa/ss@host" is a host and a port to libpq, and would lie open in the settings file.
    static const QRegularExpression ports(u"^[0-9,]*$"_s);
    if (!ports.match(QString::fromUtf8(whole->value("port"))).hasMatch())
        return passwordApart();
    const QString password = QString::fromUtf8(whole->value("password"));
    if (password.isEmpty())
        return DatabaseAddress{text, {}};
    const DatabaseAddress split{withoutPassword(text), password};
    const auto rest = db::parseConnectionUrl(split.url);
    if (!rest || !rest->value("password").isEmpty())
        return passwordApart();
    return split;
}

core::Result<db::ConnectionParameters> join(const DatabaseAddress &address)
{
    auto parameters = db::parseConnectionUrl(address.url);
    if (parameters && !address.password.isEmpty())
        parameters->set("password", address.password.toUtf8());
    return parameters;
}

} // namespace app
