// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan.h"
#include "core/tenantdetail.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace ui {

/// What a tenant has and what it gets, side by side: price and limits, each old → new. A new limit
/// below what is used already is red, with the use beside it.
class PlanComparison : public QWidget
{
    Q_OBJECT

public:
    explicit PlanComparison(const Theme &theme, QWidget *parent = nullptr);

    struct Side
    {
        QString title; ///< "Basic"
        QString price; ///< "29.00 EUR monthly"
        core::PlanLimits limits;
        bool operator==(const Side &) const = default;
    };
    void compare(const Side &before, const Side &after, const QList<core::LimitUse> &uses);

private:
    void addHead(const Side &before, const Side &after);
    void addRow(const QString &title, const QString &before, const QString &after, bool isChanged,
                const QString &warning);
    void clear();

    const Theme &m_theme;
    QGridLayout *m_grid = nullptr;
};

/// What the running month has used of a limit; nothing where it is not known.
[[nodiscard]] std::optional<qint64> usedOf(const QList<core::LimitUse> &uses, const char *metric);

} // namespace ui
