// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QJsonArray;
namespace db {
class PgConnection;
}

/// Holds the mirror against the sandbox, object by object and field by field: every customer,
/// subscription, invoice, payment intent, refund and credit note that the sandbox lists is there as
/// it says, and no other is. Reads the sandbox's HTTP API and the tables by itself, without the
/// product's code for either.
/// @return One sentence for each difference; empty when both are the same.
[[nodiscard]] QStringList differencesFromSandbox(const db::PgConnection &mirror,
                                                 const QString &sandboxUrl, const QByteArray &key);

/// All elements of one of the sandbox's lists, for example "/v1/events?type=invoice.paid".
[[nodiscard]] QJsonArray wholeSandboxList(const QString &sandboxUrl, const QByteArray &key,
                                          const QString &path);
