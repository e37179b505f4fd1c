// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"
#include "models/statustext.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

/// What the style, the delegates and the painted widgets draw in the same way.
namespace ui::draw {

/// A filled box with an optional 1 px line inside its edge. Invalid colours are not drawn.
void box(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
         const QColor &line = {}, double lineWidth = 1);
/// 3 px accent at 27 % outside a 1 px accent line, red in error. `rect` is the line's.
void focusRing(QPainter &painter, const Theme &theme, const QRectF &rect, double radius,
               bool isError = false);
/// One device pixel high.
void hairline(QPainter &painter, const QRectF &rect, Qt::Edge edge, const QColor &color);

/// The baseline of all texts of a row, whatever their size: AlignVCenter would put 11, 12 and
/// 13 px text one pixel apart.
[[nodiscard]] double baseline(const QPainter &painter, const Theme &theme, const QRectF &row);

enum class Side { Leading, Trailing, Left, Right, Center };

struct TextStyle
{
    QFont font;
    QColor color;
    Side side = Side::Leading;
};
/// One line on the baseline, elided to the rectangle. A text's own direction decides how it runs,
/// the layout's (of the painter) on which side it stands. Returns the width it took.
double text(QPainter &painter, const QRectF &rect, double baseline, const QString &text,
            const TextStyle &style);
/// The same with shaped texts kept, for what is drawn often.
double text(QPainter &painter, const Theme &theme, const QRectF &rect, double baseline,
            const QString &text, const TextStyle &style);

/// Figures in cells of "0", so that they stand in columns also where the font's digits do not.
void figures(QPainter &painter, const Theme &theme, const QRectF &rect, double baseline,
             const QString &text, const TextStyle &style);
[[nodiscard]] double figuresWidth(const Theme &theme, const QString &text, const QFont &font);

inline constexpr double currencySlot = 26;
/// Amount, then the currency's code in a slot of its own. Zero steps back; no amount is "–".
struct MoneyStyle
{
    Weight weight = Weight::Regular;
    QColor amount;
    QColor code;
};
void money(QPainter &painter, const Theme &theme, const QRectF &rect, double baseline,
           const core::Money *money, const MoneyStyle &style);

inline constexpr double chipHeight = 20;
[[nodiscard]] double chipWidth(const Theme &theme, const models::StatusFace &face);
/// The chip begins 6 px before `left`, so that calm and loud icons stand in one line.
void chip(QPainter &painter, const Theme &theme, const QRectF &cell,
          const models::StatusFace &face);
/// A number that means work: tinted pill, 18 px high. Returns its width.
double pill(QPainter &painter, const Theme &theme, const QPointF &trailingCenter,
            const QString &text, StatusColor status, bool isRightToLeft);
[[nodiscard]] double pillWidth(const Theme &theme, const QString &text);

/// Calm below 80 %, amber from there, red above 100 % with a notch where the limit is.
void limitBar(QPainter &painter, const Theme &theme, const QRectF &rect, double ratio,
              bool isRightToLeft);
[[nodiscard]] QColor limitWord(const Theme &theme, double ratio);
[[nodiscard]] bool isLimitLoud(double ratio);

void checkBox(QPainter &painter, const Theme &theme, const QRectF &rect, Qt::CheckState state,
              bool isEnabled = true);

/// Soft, below dialogs and toasts; `rect` is what casts it, `reach` how far it goes.
void shadow(QPainter &painter, const Theme &theme, const QRectF &rect, double radius, int reach);

[[nodiscard]] QRectF mirrored(const QRectF &rect, const QRectF &within, bool isRightToLeft);

} // namespace ui::draw
