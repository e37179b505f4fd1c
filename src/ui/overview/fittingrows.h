// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <utility>

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
    /// As many rows as there are items; those that are there already are used again.
    template <typename Row, typename Make>
    QList<Row *> matchRows(qsizetype count, Make make);
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

template <typename Row, typename Make>
QList<Row *> FittingRows::matchRows(qsizetype count, Make make)
{
    QList<QWidget *> rows = m_rows.mid(0, count);
    while (rows.size() < count)
        rows.append(make());
    setRows(rows);
    QList<Row *> typed;
    for (QWidget *row : std::as_const(rows))
        typed.append(static_cast<Row *>(row));
    return typed;
}

} // namespace ui
