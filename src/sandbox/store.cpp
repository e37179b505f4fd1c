// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store.h"

#include <QJsonArray>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static QString idOf(const QJsonObject &object)
{
    return object.value("id"_L1).toString();
}

/// Behind everything of the same second: what arrives later is newer.
static void insertInOrder(Entries &entries, Entry entry)
{
    const auto at = std::ranges::upper_bound(entries, entry.created, {}, &Entry::created);
    entries.insert(at, std::move(entry));
}

QJsonObject Store::find(Kind kind, const QString &id) const
{
    for (const auto &[stagedKind, object] : m_staged) {
        if (stagedKind == kind && object.value("id"_L1) == id)
            return object;
    }
    const auto it = shelf(kind).objects.constFind(id);
    return it == shelf(kind).objects.constEnd() ? m_origin.find(kind, id) : *it;
}

bool Store::isChanged(Kind kind, const QString &id) const
{
    return shelf(kind).objects.contains(id);
}

void Store::put(Kind kind, const QJsonObject &object)
{
    const QString id = idOf(object);
    const auto it = std::ranges::find_if(
        m_staged, [&](const auto &s) { return s.first == kind && idOf(s.second) == id; });
    if (it == m_staged.end())
        m_staged.append({kind, object});
    else
        it->second = object;
}

void Store::rollback()
{
    m_staged.clear();
}

QJsonArray Store::stagedLine() const
{
    QJsonArray line;
    for (const auto &[kind, object] : m_staged)
        line.append(object);
    return line;
}

void Store::commit()
{
    const auto staged = std::exchange(m_staged, {});
    for (const auto &[kind, object] : staged)
        adopt(kind, object);
}

void Store::replay(const QJsonArray &objects)
{
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        if (const auto kind = kindFromText(object.value("object"_L1).toString()))
            adopt(*kind, object);
    }
}

void Store::adopt(Kind kind, const QJsonObject &object)
{
    Shelf &to = shelf(kind);
    const QString id = idOf(object);
    const bool isNew = !to.objects.contains(id) && m_origin.find(kind, id).isEmpty();
    to.objects.insert(id, object);
    if (!isNew)
        return;
    const Entry entry{object.value("created"_L1).toInteger(object.value("date"_L1).toInteger()),
                      id.toLatin1()};
    const QString customer = object.value("customer"_L1).toString();
    if (!customer.isEmpty())
        insertInOrder(to.byCustomer[customer], entry);
    insertInOrder(to.isIndexed ? to.index : to.unindexed, entry);
}

const Entries &Store::index(Kind kind)
{
    Shelf &of = shelf(kind);
    if (!of.isIndexed) {
        of.index = m_origin.all(kind);
        for (Entry &entry : of.unindexed)
            insertInOrder(of.index, std::move(entry));
        of.unindexed.clear();
        of.isIndexed = true;
    }
    return of.index;
}

Entries Store::entriesOf(Kind kind, const QString &customerId) const
{
    Entries entries = m_origin.ofCustomer(kind, customerId);
    for (const Entry &entry : shelf(kind).byCustomer.value(customerId))
        insertInOrder(entries, entry);
    return entries;
}

QList<QJsonObject> Store::ofCustomer(Kind kind, const QString &customerId) const
{
    QList<QJsonObject> objects;
    QStringList seen;
    const auto add = [&](const QJsonObject &object) {
        seen.append(idOf(object));
        if (!object.value("deleted"_L1).toBool() && object.value("customer"_L1) == customerId)
            objects.append(object);
    };
    for (const Entry &entry : entriesOf(kind, customerId))
        add(find(kind, QString::fromLatin1(entry.id)));
    for (const auto &[stagedKind, object] : m_staged) {
        if (stagedKind == kind && !seen.contains(idOf(object)))
            add(object);
    }
    return objects;
}

tl::expected<std::size_t, ApiError> Store::positionOf(const Entries &entries,
                                                      const ListQuery &query, const QString &cursor,
                                                      const QString &param) const
{
    const QByteArray id = cursor.toLatin1();
    const QJsonObject object = find(query.kind, cursor);
    // A deleted object's stub has lost its `created`: look at all of them.
    const bool isDated = object.contains("created"_L1);
    const qint64 created = object.value("created"_L1).toInteger();
    const auto from =
        isDated ? std::ranges::lower_bound(entries, created, {}, &Entry::created) : entries.begin();
    const auto it = std::find_if(from, entries.end(), [&](const Entry &e) { return e.id == id; });
    if (object.isEmpty() || it == entries.end())
        return tl::unexpected(missing(query.kind, cursor, param));
    return std::size_t(it - entries.begin());
}

std::optional<QJsonObject> Store::accepted(const ListQuery &query, const Entry &entry) const
{
    QJsonObject object = find(query.kind, QString::fromLatin1(entry.id));
    if (object.value("deleted"_L1).toBool())
        return std::nullopt;
    // A card that moved on is in its first customer's list still.
    if (!query.customer.isEmpty() && object.value("customer"_L1) != query.customer)
        return std::nullopt;
    if (query.accepts && !query.accepts(object))
        return std::nullopt;
    return object;
}

tl::expected<Page, ApiError> Store::list(const ListQuery &query)
{
    const Entries own =
        query.customer.isEmpty() ? Entries() : entriesOf(query.kind, query.customer);
    const Entries &entries = query.customer.isEmpty() ? index(query.kind) : own;
    // [first, last) holds what the page may be taken from.
    auto first = std::ranges::lower_bound(entries, query.from, {}, &Entry::created);
    auto last = std::ranges::upper_bound(entries, query.to, {}, &Entry::created);
    const bool isBackwards = !query.endingBefore.isEmpty();
    if (isBackwards || !query.startingAfter.isEmpty()) {
        const auto position = isBackwards
            ? positionOf(entries, query, query.endingBefore, u"ending_before"_s)
            : positionOf(entries, query, query.startingAfter, u"starting_after"_s);
        if (!position)
            return tl::unexpected(position.error());
        const auto cursor = entries.begin() + std::ptrdiff_t(*position);
        if (isBackwards)
            first = std::max(first, cursor + 1);
        else
            last = std::min(last, cursor);
    }
    Page page;
    while (first < last) {
        const Entry &entry = isBackwards ? *first++ : *--last;
        std::optional<QJsonObject> object = accepted(query, entry);
        if (!object)
            continue;
        if (page.objects.size() == query.limit) {
            page.hasMore = true;
            break;
        }
        page.objects.append(*std::move(object));
    }
    if (isBackwards)
        std::ranges::reverse(page.objects);
    return page;
}

} // namespace sandbox
