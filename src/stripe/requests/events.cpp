// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/events.h"

#include <QStringList>

namespace stripe {

Call listEvents(const ListPage &page, const QStringList &types)
{
    Form form;
    for (qsizetype i = 0; i < types.size(); ++i)
        form.add("types[" + QByteArray::number(i) + ']', types.at(i));
    return listCall(QStringLiteral("/v1/events"), page, form);
}

Call retrieveEvent(const QString &id)
{
    return getCall(pathTo(QLatin1StringView("events"), id));
}

Call retrieveAccount()
{
    return getCall(QStringLiteral("/v1/account"));
}

} // namespace stripe
