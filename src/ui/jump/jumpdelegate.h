// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

struct JumpEntry;

/// Draws the lines of the jump list: icon, title, whose it is; amount or state at the far edge.
class JumpDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JumpDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                    const JumpEntry &entry) const;
    [[nodiscard]] double paintTrailing(QPainter &painter, const QRectF &line, bool isRtl,
                                       const JumpEntry &entry) const;

    const Theme &m_theme;
};

} // namespace ui
