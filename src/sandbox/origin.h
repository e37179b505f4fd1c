// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kinds.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace sandbox {

/// Where an object stands in its list: by creation, then by arrival.
struct Entry
{
    qint64 created = 0; ///< Unix seconds.
    QByteArray id;
};
using Entries = std::vector<Entry>; ///< Oldest first.

/// What was there before the first call: nothing, or a generated world. It never changes.
class Origin
{
public:
    virtual ~Origin() = default;
    /// Empty for an id that is not in it.
    [[nodiscard]] virtual QJsonObject find(Kind kind, const QString &id) = 0;
    /// Everything of one kind; slow in a large world, called once for each kind.
    [[nodiscard]] virtual Entries all(Kind kind) = 0;
    [[nodiscard]] virtual Entries ofCustomer(Kind kind, const QString &customerId) = 0;
    /// How many tenants it has.
    [[nodiscard]] virtual int tenants() const = 0;
    /// Their subscriptions that renew, with the end of their current period as `created`.
    [[nodiscard]] virtual Entries renewals(int firstTenant, int count) = 0;
};

} // namespace sandbox
