// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoicedetail.h"

#include <QWidget>

namespace ui {

class Theme;

/// From the subtotal to what remains, a bar a step that starts where the last one ended.
class BalanceWalk : public QWidget
{
    Q_OBJECT

public:
    explicit BalanceWalk(const Theme &theme, QWidget *parent = nullptr);
    void setInvoice(const core::InvoiceDetail &invoice);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step
    {
        QString label;
        core::Money amount;
        QColor color;
        qint64 from = 0; ///< Minor units where the bar starts.
        bool isResult = false;
    };
    void add(const QString &label, const core::Money &amount, const QColor &color, qint64 &level);
    void paintStep(QPainter &painter, int index) const;

    const Theme &m_theme;
    QList<Step> m_steps;
    qint64 m_highest = 1;
};

} // namespace ui
