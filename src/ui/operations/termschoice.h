// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/tenantdetail.h"

#include <QComboBox>
#include <QDateTime>

namespace ui {

/// How long a subscription is tried before it costs: none, 7, 14 or 30 days, each with its end.
class TrialChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit TrialChoice(const QDateTime &now, QWidget *parent = nullptr);
    [[nodiscard]] int days() const { return currentData().toInt(); }
    void setDays(int days);
    [[nodiscard]] QDateTime end() const { return m_now.addDays(days()); }

private:
    void addDays(int days);

    QDateTime m_now;
};

/// How a subscription is paid: by invoice, with what is on file, or in test mode with one of
/// Stripe's test cards.
class PaymentChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit PaymentChoice(QWidget *parent = nullptr);
    void addTestCards();
    /// `name`: "Visa ending in 4242"; the first choice then.
    void addOnFile(const QString &name);
    [[nodiscard]] core::Collection collection() const;
    void setCollection(const core::Collection &collection);
    /// A card is attached in a step of its own: once that is done only this one, or an invoice, can
    /// be chosen.
    void keepOnlyCard(const QString &paymentMethod, const QString &reason);
    void allowAll(); ///< Takes that back.

private:
    QList<core::Collection> m_rows;
};

/// "Visa ending in 4242".
[[nodiscard]] QString paymentMethodText(const core::PaymentMethodSummary &method);

} // namespace ui
