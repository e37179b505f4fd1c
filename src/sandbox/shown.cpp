// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/shown.h"

#include "sandbox/fields.h"

#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qsizetype mostShown = 10;

static QJsonObject shortened(QJsonObject list)
{
    const QJsonArray whole = list.value("data"_L1).toArray();
    QJsonArray first;
    for (qsizetype i = 0; i < mostShown; ++i)
        first.append(whole.at(i));
    list.insert("data"_L1, first);
    list.insert("has_more"_L1, true);
    return list;
}

static void shorten(QJsonObject &object, QLatin1StringView field)
{
    const QJsonObject list = object.value(field).toObject();
    if (list.value("data"_L1).toArray().size() > mostShown)
        object.insert(field, shortened(list));
}

QJsonObject asShown(QJsonObject object, bool withTiers)
{
    const QString type = text(object, "object"_L1);
    if (type == "subscription"_L1)
        shorten(object, "items"_L1);
    else if (type == "invoice"_L1 || type == "credit_note"_L1)
        shorten(object, "lines"_L1);
    else if (type == "price"_L1 && !withTiers)
        object.remove("tiers"_L1);
    else if (type == "list"_L1) {
        QJsonArray data = object.value("data"_L1).toArray();
        for (qsizetype i = 0; i < data.size(); ++i)
            data.replace(i, asShown(data.at(i).toObject(), withTiers));
        object.insert("data"_L1, data);
    }
    for (const auto field : {"latest_invoice"_L1, "invoice"_L1, "subscription"_L1}) {
        if (object.value(field).isObject())
            object.insert(field, asShown(object.value(field).toObject()));
    }
    return object;
}

} // namespace sandbox
