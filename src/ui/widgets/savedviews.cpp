// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savedviews.h"

#include "models/filterjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QString keyOf(core::ListId list)
{
    return u"lists/%1/views"_s.arg(core::toText(list));
}

QJsonObject toJson(const ListPreset &view)
{
    return {{u"id"_s, view.id},
            {u"title"_s, view.title},
            {u"filters"_s, models::toJson(view.filters)},
            {u"sort"_s, models::toJson(view.sort)},
            {u"search"_s, view.search},
            {u"columns"_s, QString::fromLatin1(view.columns.toBase64())}};
}

ListPreset fromJson(core::ListId list, const QJsonObject &json)
{
    return {.id = json[u"id"_s].toString(),
            .title = json[u"title"_s].toString(),
            .filters = models::filtersFromJson(list, json[u"filters"_s].toArray()),
            .sort = models::sortFromJson(list, json[u"sort"_s].toArray()),
            .search = json[u"search"_s].toString(),
            .columns = QByteArray::fromBase64(json[u"columns"_s].toString().toLatin1()),
            .isSaved = true};
}

} // namespace

SavedViews::SavedViews(ViewState &viewState, core::ListId list)
    : m_viewState(viewState)
    , m_list(list)
{
    const QByteArray text = viewState.value(keyOf(list)).toString().toUtf8();
    const QJsonArray json = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &value : json) {
        const ListPreset view = fromJson(list, value.toObject());
        if (!view.id.isEmpty() && !view.title.isEmpty())
            m_views.append(view);
    }
}

ListPreset SavedViews::keep(ListPreset view)
{
    view.isSaved = true;
    const auto old = std::ranges::find(m_views, view.title, &ListPreset::title);
    if (old != m_views.end()) {
        view.id = old->id;
        *old = view;
    } else {
        view.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_views.append(view);
    }
    write();
    return view;
}

void SavedViews::rename(const QString &id, const QString &title)
{
    for (ListPreset &view : m_views) {
        if (view.id == id)
            view.title = title;
    }
    write();
}

void SavedViews::remove(const QString &id)
{
    m_views.removeIf([&](const ListPreset &view) { return view.id == id; });
    write();
}

void SavedViews::write()
{
    QJsonArray json;
    for (const ListPreset &view : std::as_const(m_views))
        json.append(toJson(view));
    m_viewState.setValue(keyOf(m_list),
                         QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

} // namespace ui
