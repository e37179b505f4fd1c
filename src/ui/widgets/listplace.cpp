// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listplace.h"

#include "models/filterjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {

QString toText(const ListPlace &place)
{
    const QString row = place.row.isNull() ? QString() : place.row.toString(QUuid::WithoutBraces);
    if (place == ListPlace{.row = place.row})
        return row;
    QJsonObject json;
    if (!place.view.isEmpty())
        json[u"view"_s] = place.view;
    if (place.filters)
        json[u"filters"_s] = models::toJson(*place.filters);
    if (!row.isEmpty())
        json[u"row"_s] = row;
    if (place.isWhole)
        json[u"whole"_s] = true;
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ListPlace listPlaceFromText(core::ListId list, const QString &text)
{
    if (const QUuid row(text); !row.isNull())
        return ListPlace{.row = row};
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    ListPlace place{.view = json[u"view"_s].toString(),
                    .filters = {},
                    .row = QUuid(json[u"row"_s].toString()),
                    .isWhole = json[u"whole"_s].toBool()};
    if (json.contains(u"filters"_s))
        place.filters = models::filtersFromJson(list, json[u"filters"_s].toArray());
    return place;
}

} // namespace ui
