// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionToolButton;

namespace ui {

class Theme;

/// Draws the product's controls over Fusion: buttons by their kind, fields, boxes, menus, thin
/// scroll bars, focus rings. No style sheets: they drop Fusion's drawing, do not mirror, and fight
/// the palette when the theme changes.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Theme &theme);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
                                         const QSize &size, const QWidget *widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption *option,
                                     const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;

private:
    void drawButtonBox(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOptionButton &option, QPainter &painter,
                         const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton &option, QPainter &painter,
                        const QWidget *widget) const;
    void drawRadio(const QStyleOption &option, QPainter &painter) const;
    void drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawCombo(const QStyleOptionComplex &option, QPainter &painter,
                   const QWidget *widget) const;
    void drawComboLabel(const QStyleOption &option, QPainter &painter) const;
    void drawSpin(const QStyleOptionComplex &option, QPainter &painter,
                  const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex &option, QPainter &painter,
                       const QWidget *widget) const;
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter) const;
    void drawProgress(const QStyleOption &option, QPainter &painter) const;
    [[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option) const;

    const Theme &m_theme;
};

} // namespace ui
