// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/textcache.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>

#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::array sizes{TextSize::Status, TextSize::Small, TextSize::Body,  TextSize::Crumb,
                           TextSize::Panel,  TextSize::Title, TextSize::Figure};

/// No weight: the monospaced one.
int keyOf(TextSize size, std::optional<Weight> weight)
{
    return static_cast<int>(size) * 10 + (weight ? static_cast<int>(*weight) + 1 : 0);
}

QString firstInstalled(const QStringList &wanted, const QString &otherwise)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (installed.contains(family))
            return family;
    }
    return otherwise;
}

/// The same widths at every scale and in every theme.
QFont steady(const QString &family, double pixels, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoSubpixelAntialias);
    return font;
}

bool hasOneDigitWidth(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.1)
            return false;
    }
    return true;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_textCache(std::make_unique<TextCache>())
{
    makeFonts();
}

Theme::~Theme() = default;

void Theme::install(QApplication &application)
{
    m_application = &application;
    // Qt 6.4 does not tell whether the system is dark; its own palette does.
    m_isSystemDark = QPalette().color(QPalette::Window).lightness() < 128;
    m_family = firstInstalled({u"Inter"_s},
                              QFontDatabase::systemFont(QFontDatabase::GeneralFont).family());
    m_monoFamily = firstInstalled({u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s},
                                  QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    makeFonts();
    m_hasTabularDigits = hasOneDigitWidth(font(TextSize::Body));
    application.setStyle(new Style(*this));
    m_isDark = m_mode == Mode::Dark || (m_mode == Mode::System && m_isSystemDark);
    apply();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    const bool isDark = mode == Mode::Dark || (mode == Mode::System && m_isSystemDark);
    if (std::exchange(m_isDark, isDark) != isDark)
        apply();
}

void Theme::setTextScale(double scale)
{
    m_textScale = scale;
    apply();
}

/// Palette and fonts in one go: between two frames, so nothing flashes.
void Theme::apply()
{
    makeFonts();
    if (!m_application)
        return;
    QApplication::setFont(font(TextSize::Body));
    QApplication::setFont(font(TextSize::Body, Weight::Medium), "QAbstractButton");
    QApplication::setFont(font(TextSize::Body), "QCheckBox");
    QApplication::setFont(font(TextSize::Body), "QRadioButton");
    QApplication::setFont(font(TextSize::Small, Weight::Medium), "QHeaderView");
    QApplication::setFont(font(TextSize::Small), "QToolTip");
    QApplication::setFont(font(TextSize::Small), "QTipLabel");
    QApplication::setPalette(qtPalette(m_isDark));
    Q_EMIT changed();
}

void Theme::makeFonts()
{
    m_fonts.clear();
    m_textCache->clear();
    for (const TextSize size : sizes) {
        for (const Weight weight : {Weight::Regular, Weight::Medium, Weight::Strong})
            m_fonts.insert(keyOf(size, weight), makeFont(size, weight));
        QFont mono = steady(m_monoFamily, static_cast<int>(size) * m_textScale, QFont::Normal);
        mono.setStyleHint(QFont::Monospace);
        m_fonts.insert(keyOf(size, {}), mono);
    }
}

const QFont &Theme::font(TextSize size, Weight weight) const
{
    return *m_fonts.constFind(keyOf(size, weight));
}

const QFont &Theme::mono(TextSize size) const
{
    return *m_fonts.constFind(keyOf(size, {}));
}

QFont Theme::makeFont(TextSize size, Weight weight) const
{
    const int pixels = static_cast<int>(size);
    QFont font = steady(m_family, pixels * m_textScale, weightOf(weight));
    if (pixels >= static_cast<int>(TextSize::Title))
        font.setLetterSpacing(QFont::PercentageSpacing, 98.2);
    return font;
}

QFont::Weight Theme::weightOf(Weight weight) const
{
    switch (weight) {
    case Weight::Regular:
        return QFont::Normal;
    case Weight::Medium:
        return m_isDark ? QFont::Normal : QFont::Medium;
    case Weight::Strong:
        return m_isDark ? QFont::Medium : QFont::DemiBold;
    }
    return QFont::Normal;
}

} // namespace ui
