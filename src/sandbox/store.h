// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/errors.h"
#include "sandbox/origin.h"

#include <QHash>

#include <array>
#include <functional>
#include <optional>

namespace sandbox {

class Journal;

/// One page of a list, as asked for.
struct ListQuery
{
    Kind kind = Kind::Customer;
    int limit = 10;
    QString startingAfter;
    QString endingBefore;
    QString customer;                                 ///< Only this customer's; empty: all.
    qint64 from = 0;                                  ///< created >= from
    qint64 to = std::numeric_limits<qint64>::max();   ///< created <= to
    std::function<bool(const QJsonObject &)> accepts; ///< Further filters; none: everything.
};

struct Page
{
    QList<QJsonObject> objects; ///< Newest first.
    bool hasMore = false;
};

/// All objects: those of the origin, and over them what was made or changed since. Changes are
/// staged and become visible to lists, and durable, together in commit().
class Store
{
public:
    explicit Store(Origin &origin)
        : m_origin(origin)
    {
    }

    /// Staged objects included; empty when there is none. A deleted one is a stub.
    [[nodiscard]] QJsonObject find(Kind kind, const QString &id) const;
    /// Fails with resource_missing when a cursor names no object.
    [[nodiscard]] tl::expected<Page, ApiError> list(const ListQuery &query);
    /// All of one customer, staged ones included, oldest first, deleted ones left out.
    [[nodiscard]] QList<QJsonObject> ofCustomer(Kind kind, const QString &customerId) const;
    /// Whether it was made or changed since the origin.
    [[nodiscard]] bool isChanged(Kind kind, const QString &id) const;

    void put(Kind kind, const QJsonObject &object);
    [[nodiscard]] const QList<std::pair<Kind, QJsonObject>> &staged() const { return m_staged; }
    [[nodiscard]] bool isStaged() const { return !m_staged.isEmpty(); }
    void rollback();
    /// Makes what is staged visible. The caller has written stagedLine() before.
    void commit();
    [[nodiscard]] QJsonArray stagedLine() const;
    /// Takes the array that an earlier stagedLine() gave.
    void replay(const QJsonArray &objects);

private:
    struct Shelf ///< All of one kind.
    {
        QHash<QString, QJsonObject> objects; ///< Made or changed here; wins over the origin.
        QHash<QString, Entries> byCustomer;  ///< Made here.
        Entries index;                       ///< Origin's and made here, oldest first.
        Entries unindexed;                   ///< Made before the index was first needed.
        bool isIndexed = false;
    };

    [[nodiscard]] Shelf &shelf(Kind kind) { return m_shelves[std::size_t(kind)]; }
    [[nodiscard]] const Shelf &shelf(Kind kind) const { return m_shelves[std::size_t(kind)]; }
    [[nodiscard]] const Entries &index(Kind kind);
    [[nodiscard]] Entries entriesOf(Kind kind, const QString &customerId) const;
    [[nodiscard]] tl::expected<std::size_t, ApiError> positionOf(const Entries &entries,
                                                                 const ListQuery &query,
                                                                 const QString &cursor,
                                                                 const QString &param) const;
    [[nodiscard]] std::optional<QJsonObject> accepted(const ListQuery &query,
                                                      const Entry &entry) const;
    void adopt(Kind kind, const QJsonObject &object);

    Origin &m_origin;
    std::array<Shelf, kindCount> m_shelves;
    QList<std::pair<Kind, QJsonObject>> m_staged; ///< In the order of the first put.
};

} // namespace sandbox
