// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace ui {

/// A result that is told without interrupting. Failures stay until they are closed.
struct Toast
{
    enum class Kind { Done, Failed, Note };
    Kind kind = Kind::Done;
    QString title;
    QString text;
    QString link; ///< Leads to the object; empty for none.
    std::function<void()> follow;
};

/// The results at the bottom trailing corner of a window, newest below. `toasts.add(toast)`.
class ToastStack : public QWidget
{
    Q_OBJECT

public:
    ToastStack(const Theme &theme, QWidget *over);
    void add(const Toast &toast);
    [[nodiscard]] int count() const;
    void place(); ///< After the window's size changed; done by itself.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void remove(QWidget *card);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace ui
