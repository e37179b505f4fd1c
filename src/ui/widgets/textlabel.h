// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

#include <optional>

namespace ui {

/// How a label's words look, by role, so that it follows the theme.
struct LabelStyle
{
    TextSize size = TextSize::Body;
    Weight weight = Weight::Regular;
    Role role = Role::Text;
    bool isMono = false;
};

/// A QLabel in the type scale and palette. `auto *hint = new TextLabel(theme, tr("optional"),
/// {TextSize::Small, Weight::Regular, Role::Text3});`
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const Theme &theme, const QString &text = {}, LabelStyle style = {},
                       QWidget *parent = nullptr);
    void setStyle(LabelStyle style);
    /// In the status' word colour instead of the role's.
    void setStatus(std::optional<StatusColor> status);
    /// One line, elided where it does not fit; the tooltip then has all of it.
    void setElided(bool isElided);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    const Theme &m_theme;
    LabelStyle m_style;
    std::optional<StatusColor> m_status;
    bool m_isElided = false;
};

/// Running text over several lines at 1.45 line height. Its height follows its width also inside
/// box layouts, which clip a word-wrapped QLabel.
class Paragraph : public QLabel
{
    Q_OBJECT

public:
    explicit Paragraph(const Theme &theme, const QString &text = {}, LabelStyle style = {},
                       QWidget *parent = nullptr);
    void setStyle(LabelStyle style);
    void setStatus(std::optional<StatusColor> status);
    void setLineHeight(int pixels);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int layOut(int width, class QPainter *painter) const;
    [[nodiscard]] QFont textFont() const;

    const Theme &m_theme;
    LabelStyle m_style;
    std::optional<StatusColor> m_status;
    int m_lineHeight = 0; ///< 0: 1.45 of the font's size.
};

} // namespace ui
