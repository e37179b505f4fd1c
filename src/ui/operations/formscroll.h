// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

/// The fields of a dialog: as high as they need, and scrolling where the window is lower.
class FormScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormScroll(QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
    [[nodiscard]] int heightFor(int width) const; ///< To show all of it.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitContent();

    QWidget *m_content;
    QVBoxLayout *m_fields;
};

} // namespace ui
