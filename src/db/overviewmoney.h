// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "core/result.h"

#include <QMap>

namespace db {

class Session;

/// Gathers the Overview's figures that are money, by currency.
class OverviewMoney
{
public:
    /// `months` oldest first; the figures reach up to `at`, in the last of them.
    OverviewMoney(Session &session, const QList<QDate> &months, const QDateTime &at);

    [[nodiscard]] core::Result<> read();
    /// The currency most tenants pay in first.
    [[nodiscard]] QList<core::CurrencyFigures> figures() const;

private:
    core::Result<> readPayingTenants();
    core::Result<> readMovements();
    core::Result<> readCollected();
    core::Result<> readOpenBalances();
    core::Result<> readRenewals();
    core::CurrencyFigures &of(const QString &currency);

    Session &m_session;
    qsizetype m_months;
    QVariantMap m_binds;
    QMap<QString, core::CurrencyFigures> m_figures;
};

/// The months' first moments in UTC as an array for width_bucket(): what it answers for a moment
/// is the position of its month, from 1; 0 before the first.
[[nodiscard]] QString monthStarts(const QList<QDate> &months);

} // namespace db
