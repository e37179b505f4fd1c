// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/endpoint.h"

#include <QCoreApplication>

namespace http {

using namespace Qt::Literals;

namespace {

QHostAddress addressFrom(QStringView host)
{
    if (host == "localhost"_L1)
        return QHostAddress(QHostAddress::LocalHost);
    if (host == "*"_L1)
        return QHostAddress(QHostAddress::Any);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        return QHostAddress(host.sliced(1, host.size() - 2).toString());
    if (host.count(u'.') != 3) // QHostAddress takes "1" for 0.0.0.1
        return {};
    return QHostAddress(host.toString());
}

} // namespace

core::Result<Endpoint> endpointFromText(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const QHostAddress address = addressFrom(text.first(qMax<qsizetype>(colon, 0)));
    bool isNumber = false;
    const ushort port = text.sliced(colon + 1).toUShort(&isNumber);
    if (colon < 0 || address.isNull() || !isNumber) {
        return core::fail(
            core::Error::Kind::Invalid,
            QCoreApplication::translate("http::Endpoint",
                                        "“%1” is not an address and port such as 127.0.0.1:8000.")
                .arg(text),
            {}, u"listen"_s);
    }
    return Endpoint{.address = address, .port = port};
}

} // namespace http
