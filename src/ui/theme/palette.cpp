// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <array>

namespace ui {
namespace {

struct ColorRow
{
    Role role;
    QRgb light;
    QRgb dark;
};

// Contrast was measured with WCAG 2 on every surface a colour is drawn on: texts stay above
// 4.5 : 1, field outlines above 3 : 1, in both columns.
constexpr std::array colors{
    ColorRow{Role::Window, 0xFFF5F6F8, 0xFF0F1114},
    ColorRow{Role::Base, 0xFFFFFFFF, 0xFF16181C},
    ColorRow{Role::Sunken, 0xFFFAFBFC, 0xFF131518},
    ColorRow{Role::Raised, 0xFFFFFFFF, 0xFF1E2126},
    ColorRow{Role::FieldFill, 0xFFFFFFFF, 0xFF131518},
    ColorRow{Role::Hover, 0xFFF0F1F4, 0xFF212429},
    ColorRow{Role::CurrentRow, 0xFFF1F2F5, 0xFF212429},
    ColorRow{Role::SelectedRow, 0xFFEEEDFB, 0xFF26243C},
    ColorRow{Role::Soft, 0xFFEEECFB, 0xFF272445},
    ColorRow{Role::NavCurrent, 0xFFE6E8EE, 0xFF23262D},
    ColorRow{Role::FilterChip, 0xFFF1F2F5, 0xFF22252B},
    ColorRow{Role::Border, 0xFFE2E4E9, 0xFF282B32},
    ColorRow{Role::Hairline, 0xFFEEF0F3, 0xFF202329},
    ColorRow{Role::Grid, 0xFFECEEF2, 0xFF25282F},
    ColorRow{Role::Control, 0xFFCDD2DA, 0xFF3A3F48},
    ColorRow{Role::Field, 0xFF7E8592, 0xFF717987},
    ColorRow{Role::Text, 0xFF15181E, 0xFFDFE2E8},
    ColorRow{Role::Text2, 0xFF4B525F, 0xFFA9B0BC},
    ColorRow{Role::Text3, 0xFF5F6673, 0xFF939AA8},
    ColorRow{Role::Off, 0xFF9298A4, 0xFF626976},
    ColorRow{Role::Accent, 0xFF5144C9, 0xFFA89FFF},
    ColorRow{Role::Fill, 0xFF5144C9, 0xFF6457DC},
    ColorRow{Role::FillHover, 0xFF463AB5, 0xFF7064E6},
    ColorRow{Role::OnFill, 0xFFFFFFFF, 0xFFFFFFFF},
    ColorRow{Role::Danger, 0xFFC4291F, 0xFFC9372C},
    ColorRow{Role::DangerHover, 0xFFAD2219, 0xFFB92F25},
    ColorRow{Role::OnDanger, 0xFFFFFFFF, 0xFFFFFFFF},
    ColorRow{Role::Track, 0xFFE4E7EC, 0xFF2C3038},
    ColorRow{Role::CalmBar, 0xFFA7B0BF, 0xFF566073},
    ColorRow{Role::Histogram, 0xFFC6CDD8, 0xFF3C4450},
    ColorRow{Role::ScrollThumb, 0xFFC6CAD3, 0xFF42474F},
    ColorRow{Role::Shade, 0x5C1C202C, 0x97050608},
    ColorRow{Role::Shadow, 0x66141824, 0xC0000000},
};
static_assert(colors.size() == static_cast<std::size_t>(Role::Count_));

struct StatusRow
{
    StatusColor status;
    std::array<QRgb, 5> light; ///< word, fill, icon, wash, line
    std::array<QRgb, 5> dark;
};

constexpr std::array statuses{
    StatusRow{StatusColor::Green,
              {0xFF0F6838, 0xFFE1F3E8, 0xFF1A8F4F, 0xFFF3FAF6, 0xFFCBE7D6},
              {0xFF62D39A, 0xFF11301F, 0xFF2FAE70, 0xFF13201A, 0xFF1E4230}},
    StatusRow{StatusColor::Blue,
              {0xFF1755AE, 0xFFE4EDFB, 0xFF2F74D9, 0xFFF4F8FE, 0xFFCFDFF7},
              {0xFF8ABCFF, 0xFF162B4B, 0xFF4B8FEF, 0xFF151D2A, 0xFF233D63}},
    StatusRow{StatusColor::Amber,
              {0xFF7D4A00, 0xFFFCEFD0, 0xFFC27C00, 0xFFFEF9EC, 0xFFF2DEB2},
              {0xFFF0B648, 0xFF36290C, 0xFFD99A1C, 0xFF211D13, 0xFF4A3A14}},
    StatusRow{StatusColor::Red,
              {0xFFAD2219, 0xFFFCE7E5, 0xFFD6372D, 0xFFFEF5F4, 0xFFF5D0CC},
              {0xFFFF958D, 0xFF42191A, 0xFFEB5D55, 0xFF241719, 0xFF552729}},
    StatusRow{StatusColor::Grey,
              {0xFF4B525F, 0xFFECEEF1, 0xFF7E8694, 0xFFF7F8F9, 0xFFE2E4E9},
              {0xFFA9B0BC, 0xFF272A31, 0xFF7D8593, 0xFF1B1E23, 0xFF2B2F37}},
};

struct QtRow
{
    QPalette::ColorRole qt;
    Role role;
};

constexpr std::array qtRoles{
    QtRow{QPalette::Window, Role::Window},
    QtRow{QPalette::WindowText, Role::Text},
    QtRow{QPalette::Base, Role::Base},
    QtRow{QPalette::AlternateBase, Role::Sunken},
    QtRow{QPalette::ToolTipBase, Role::Raised},
    QtRow{QPalette::ToolTipText, Role::Text},
    QtRow{QPalette::PlaceholderText, Role::Text3},
    QtRow{QPalette::Text, Role::Text},
    QtRow{QPalette::Button, Role::Base},
    QtRow{QPalette::ButtonText, Role::Text},
    QtRow{QPalette::BrightText, Role::OnFill},
    QtRow{QPalette::Highlight, Role::SelectedRow},
    QtRow{QPalette::HighlightedText, Role::Text},
    QtRow{QPalette::Link, Role::Accent},
    QtRow{QPalette::LinkVisited, Role::Accent},
    QtRow{QPalette::Light, Role::Base},
    QtRow{QPalette::Midlight, Role::Hairline},
    QtRow{QPalette::Mid, Role::Border},
    QtRow{QPalette::Dark, Role::Control},
    QtRow{QPalette::Shadow, Role::Field},
};

} // namespace

QColor paletteColor(Role role, bool isDark)
{
    const ColorRow &row = colors.at(static_cast<std::size_t>(role));
    return QColor::fromRgba(isDark ? row.dark : row.light);
}

StatusTones paletteStatus(StatusColor status, bool isDark)
{
    const StatusRow &row = statuses.at(static_cast<std::size_t>(status));
    const std::array<QRgb, 5> &tones = isDark ? row.dark : row.light;
    return {QColor(tones[0]), QColor(tones[1]), QColor(tones[2]), QColor(tones[3]),
            QColor(tones[4])};
}

QPalette qtPalette(bool isDark)
{
    QPalette palette;
    for (const QtRow &row : qtRoles)
        palette.setColor(row.qt, paletteColor(row.role, isDark));
    const QColor off = paletteColor(Role::Off, isDark);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, off);
    return palette;
}

} // namespace ui
