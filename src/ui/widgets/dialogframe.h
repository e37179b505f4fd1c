// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace ui {

class IconLabel;
class Pane;
class Paragraph;

/// The frame of every dialog: head with title and close button, body, an optional sunken column
/// on the trailing side, footer with buttons. Subclass it, fill body() and side(), show it through
/// Dialogs::open(). Enter presses the default button; a danger button never is it.
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    DialogFrame(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &text);
    /// An icon in a tinted box before the title: what is dangerous shows it.
    void setSign(QLatin1StringView icon, StatusColor status);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setBodyWidth(int width);
    /// The sunken column for steps or a summary; made when first asked for.
    [[nodiscard]] QVBoxLayout *side();
    /// From leading to trailing; the last one is the one that acts.
    QPushButton *addButton(const QString &text, ButtonKind kind);
    /// At the leading edge, quiet: "Finish later", "Suspend instead…"
    QPushButton *addQuietButton(const QString &text, QLatin1StringView icon = {});
    [[nodiscard]] QRect cardRect() const; ///< Without the shadow around it.

Q_SIGNALS:
    /// The cross or Escape. Unless a subclass overrides askToClose(), the dialog is rejected.
    void closeAsked();

public Q_SLOTS:
    void reject() override;

protected:
    /// Called before the cross or Escape closes; false keeps the dialog (say why in it).
    virtual bool mayClose() { return true; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead(QVBoxLayout *layout);
    void buildMiddle(QVBoxLayout *layout);
    void buildFooter(QVBoxLayout *layout);
    void place();

    const Theme &m_theme;
    Paragraph *m_title;
    Paragraph *m_subtitle;
    QHBoxLayout *m_head;
    QWidget *m_sign = nullptr;
    QHBoxLayout *m_middle;
    QWidget *m_bodyArea;
    QVBoxLayout *m_body;
    QVBoxLayout *m_side = nullptr;
    QHBoxLayout *m_footer = nullptr;
    QHBoxLayout *m_quiet;
    QHBoxLayout *m_buttons;
};

} // namespace ui
