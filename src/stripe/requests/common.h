// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"
#include "stripe/form.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <initializer_list>
#include <optional>

// Request builders: one function per Stripe operation, each giving a Call that may be sent, stored
// and sent again byte for byte. Priority, deadline and version are the caller's to change.
namespace stripe {

/// What a Stripe-Version calls for. Builders need it where an expansion exists only in one shape.
enum class Shape {
    Original, ///< 2023-10-16 up to 2025-02-24.acacia.
    Basil,    ///< 2025-03-31: periods on items, invoice.payments, discounts as ids.
    Clover,   ///< 2025-09-30: discount.source.coupon.
};
[[nodiscard]] Shape shapeOf(QByteArrayView version);

/// What all lists understand. Times are whole seconds.
struct ListPage
{
    int limit = 100;        ///< 1 to 100.
    QString startingAfter;  ///< The last id of the page before.
    QString endingBefore;   ///< Never together with startingAfter.
    QDateTime createdFrom;  ///< Inclusive; invalid for any.
    QDateTime createdUntil; ///< Exclusive; invalid for any.
};

// For the builders themselves.
[[nodiscard]] Call getCall(const QString &path, const Form &form = {});
[[nodiscard]] Call postCall(const QString &path, const Form &form, const QByteArray &key);
[[nodiscard]] Call deleteCall(const QString &path, const Form &form);
[[nodiscard]] Call listCall(const QString &path, const ListPage &page, Form form);

/// "/v1/customers/cus_1/…": ids are percent-encoded; an empty one gives a path that is refused.
[[nodiscard]] QString pathTo(QLatin1StringView collection, const QString &id,
                             QLatin1StringView action = {});

/// Unless absent; present and empty clears the field.
void addOptional(Form &form, QByteArrayView key, const std::optional<QString> &value);
void addOptional(Form &form, QByteArrayView key, const std::optional<qint64> &value);
void addOptional(Form &form, QByteArrayView key, const std::optional<bool> &value);
/// Unless empty.
void addFilter(Form &form, QByteArrayView key, const QString &value);

} // namespace stripe
