// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace sandbox {

/// The parameters of a call, `items[0][price]=x` unfolded into hashes of hashes. Leaves are texts;
/// rules.h has checked that what is read as an integer is one.
class Params
{
public:
    Params() = default;

    /// Reads form encoding: of a body or of a query. Nothing when it cannot be unfolded, for
    /// example when a name is used both as a text and as a hash.
    [[nodiscard]] static std::optional<Params> parse(QByteArrayView form);

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_values.contains(key); }
    /// Present and empty: the caller wants the field cleared.
    [[nodiscard]] bool unsets(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key, const QString &otherwise = {}) const;
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 otherwise = 0) const;
    [[nodiscard]] bool flag(QLatin1StringView key, bool otherwise = false) const;
    [[nodiscard]] Params hash(QLatin1StringView key) const;
    [[nodiscard]] QList<Params> list(QLatin1StringView key) const; ///< Of hashes, by index.
    [[nodiscard]] QStringList texts(QLatin1StringView key) const;  ///< Of plain values.

    /// As a caller writes it: path("price") is "items[0][price]" inside the first item.
    [[nodiscard]] QString path(const QString &key) const;
    [[nodiscard]] const QJsonObject &values() const { return m_values; }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }

private:
    Params(QJsonObject values, QString path);

    QJsonObject m_values;
    QString m_path; ///< Of this hash within the call; empty at the top.
};

} // namespace sandbox
