// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/fittingrows.h"

#include <algorithm>

namespace ui {

FittingRows::FittingRows(int rowHeight, int atLeast, QWidget *parent)
    : QWidget(parent)
    , m_rowHeight(rowHeight)
    , m_atLeast(atLeast)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void FittingRows::setRows(const QList<QWidget *> &rows)
{
    for (QWidget *row : std::as_const(m_rows)) {
        if (!rows.contains(row)) {
            row->hide(); // it may be the sender of the click that led here
            row->deleteLater();
        }
    }
    m_rows = rows;
    QWidget *before = nullptr;
    for (QWidget *row : rows) {
        row->setParent(this);
        if (before)
            setTabOrder(before, row);
        before = row;
    }
    place();
}

qsizetype FittingRows::shown() const
{
    return std::min<qsizetype>(m_rows.size(), height() / m_rowHeight);
}

void FittingRows::place()
{
    int y = 0;
    const qsizetype fitting = shown();
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        m_rows.at(index)->setGeometry(0, y, width(), m_rowHeight);
        m_rows.at(index)->setVisible(index < fitting);
        y += m_rowHeight;
    }
    Q_EMIT shownChanged();
}

void FittingRows::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace ui
