// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace stripe {

/// Builds Stripe's form encoding (NOTES §2). Keys are full paths, for example
/// add("items[0][price]", id). Order is kept, so equal input gives equal bytes.
class Form
{
public:
    Form &add(QByteArrayView key, const QString &value);
    Form &add(QByteArrayView key, qint64 value);
    Form &add(QByteArrayView key, bool value) = delete; // ambiguous with integers: use addFlag
    Form &addFlag(QByteArrayView key, bool value);
    Form &unset(QByteArrayView key); ///< Sends `key=`, which clears the field.
    Form &addHash(QByteArrayView key, const QJsonObject &hash); ///< key[a]=…; nested; strings kept.
    Form &expand(QByteArrayView path);

    [[nodiscard]] QByteArray encoded() const { return m_encoded; }

private:
    void addValue(const QByteArray &path, const QJsonValue &value);
    void append(const QByteArray &key, const QByteArray &value);
    QByteArray m_encoded;
    int m_expands = 0;
};

} // namespace stripe
