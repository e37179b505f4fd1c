// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace db {

/// How to reach a database: libpq's keywords and values, in the order they were given.
struct ConnectionParameters
{
    QList<QPair<QByteArray, QByteArray>> values;

    [[nodiscard]] QByteArray value(const QByteArray &keyword) const; ///< Empty where not given.
    void set(const QByteArray &keyword, const QByteArray &value);    ///< Replaces or appends.
    [[nodiscard]] bool isEmpty() const { return values.isEmpty(); }
    /// "oms_billing on db.example.com": for windows and logs, never with the password.
    [[nodiscard]] QString description() const;

    bool operator==(const ConnectionParameters &) const = default;
};

/// Reads a `postgresql://` URL or a keyword string with libpq's own parser: service files,
/// several hosts and escaped passwords mean what they mean to psql.
/// Errors: Invalid, with libpq's reason, which never repeats the password.
[[nodiscard]] core::Result<ConnectionParameters> parseConnectionUrl(const QString &url);

} // namespace db
