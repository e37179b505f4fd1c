// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace ui {

/// Rows of one height, as many as there is room for; the others are hidden, and out of the way of
/// the Tab key.
class FittingRows : public QWidget
{
    Q_OBJECT

public:
    /// `atLeast` rows ask for room.
    FittingRows(int rowHeight, int atLeast, QWidget *parent = nullptr);
    void setRows(const QList<QWidget *> &rows); ///< Takes them; those of before are deleted.
    [[nodiscard]] const QList<QWidget *> &rows() const { return m_rows; }
    [[nodiscard]] qsizetype shown() const;
    [[nodiscard]] QSize sizeHint() const override { return {200, m_rowHeight * m_atLeast}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, m_rowHeight * m_atLeast}; }

Q_SIGNALS:
    void shownChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    int m_rowHeight;
    int m_atLeast;
    QList<QWidget *> m_rows;
};

} // namespace ui
