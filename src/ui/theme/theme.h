// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFont>
#include <QHash>
#include <QObject>

#include <memory>

class QApplication;

namespace ui {

class TextCache;

/// The type scale, in logical pixels.
enum class TextSize {
    Status = 11,
    Small = 12,
    Body = 13,
    Crumb = 14,
    Panel = 15,
    Title = 18,
    Figure = 24
};

/// 400, 500 and 600; dark uses one step less, because light text on dark blooms.
enum class Weight { Regular, Medium, Strong };

/// Sizes that pages share, in logical pixels.
namespace metrics {
inline constexpr int gap = 8;
inline constexpr int gutter = 16;
inline constexpr int overviewGutter = 20;
inline constexpr int cardGap = 12;
inline constexpr int padding = 16;
inline constexpr int dialogPadding = 24;
inline constexpr int row = 28;
inline constexpr int tabs = 45;
inline constexpr int filterRow = 40;
inline constexpr int footer = 32;
inline constexpr int selectionBar = 44;
inline constexpr int topBar = 44;
inline constexpr int statusBar = 26;
inline constexpr int button = 28;
inline constexpr int smallButton = 24;
inline constexpr int field = 30; ///< Plus focusRing all round.
inline constexpr int focusRing = 2;
inline constexpr int sidebar = 208;
inline constexpr int narrowSidebar = 57;
inline constexpr int panel = 400;
inline constexpr int eventPanel = 560; ///< A payload has three columns.
inline constexpr int search = 320;
inline constexpr int cellPadding = 8;
} // namespace metrics

/// Colours, fonts and light or dark. One object, made by the composition root, outlives all
/// windows and is handed down by reference; `changed` asks widgets to take their colours anew.
///
/// A widget that paints asks color() in paintEvent and needs nothing else: the application's
/// palette change repaints it. TextLabel and the other widgets of ui/widgets follow by themselves.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Light, Dark, System };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Installs style, palette and fonts. Once, before the first widget is made.
    void install(QApplication &application);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_isDark; }
    /// 1.0 is 13 px; the user's setting.
    void setTextScale(double scale);
    [[nodiscard]] double textScale() const { return m_textScale; }

    [[nodiscard]] QColor color(Role role) const { return paletteColor(role, m_isDark); }
    [[nodiscard]] StatusTones status(StatusColor status) const
    {
        return paletteStatus(status, m_isDark);
    }
    /// Kept, not made: a new QFont would look its engine up again for each text it draws.
    [[nodiscard]] const QFont &font(TextSize size, Weight weight = Weight::Regular) const;
    [[nodiscard]] const QFont &mono(TextSize size = TextSize::Small) const;
    /// Whether this font's digits have one width. If not, figures are drawn in cells of "0".
    [[nodiscard]] bool hasTabularDigits() const { return m_hasTabularDigits; }
    [[nodiscard]] TextCache &textCache() const { return *m_textCache; }

Q_SIGNALS:
    void changed(); ///< After the application's palette and fonts were set.

private:
    void apply();
    void makeFonts();
    [[nodiscard]] QFont makeFont(TextSize size, Weight weight) const;
    [[nodiscard]] QFont::Weight weightOf(Weight weight) const;

    Mode m_mode = Mode::Light;
    bool m_isDark = false;
    bool m_isSystemDark = false;
    double m_textScale = 1.0;
    QString m_family;
    QString m_monoFamily;
    bool m_hasTabularDigits = false;
    QApplication *m_application = nullptr;
    std::unique_ptr<TextCache> m_textCache;
    QHash<int, QFont> m_fonts; ///< By size and weight; mono by size alone.
};

} // namespace ui
