// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/textcache.h"

#include <QFontMetricsF>

#include <cmath>

namespace ui {
namespace {

/// Some screens of a list. A shaped line takes 2 kB.
constexpr int capacity = 600;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

TextCache::Line *shaped(const QFont &font, const QString &text)
{
    auto *made = new TextCache::Line;
    made->layout.setText(text);
    made->layout.setFont(font);
    made->layout.setCacheEnabled(true);
    made->layout.beginLayout();
    QTextLine line = made->layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(100000); // one line, however long
        made->ascent = line.ascent();
        made->width = line.naturalTextWidth();
        made->left = line.naturalTextRect().left();
    }
    made->layout.endLayout();
    return made;
}

} // namespace

TextCache::TextCache()
    : m_lines(capacity)
    , m_figures(capacity)
{
}

void TextCache::clear()
{
    m_lines.clear();
    m_figures.clear();
    m_rawFonts.clear();
}

int TextCache::fontKey(const QFont &font)
{
    const int style = (font.styleHint() == QFont::Monospace ? 1 : 0) | (font.underline() ? 2 : 0);
    return font.pixelSize() * 10000 + static_cast<int>(font.weight()) * 4 + style;
}

const TextCache::Line &TextCache::whole(const Key &key, const QFont &font)
{
    if (const Line *known = m_lines.object(key))
        return *known;
    Line *made = shaped(font, key.text);
    m_lines.insert(key, made);
    return *made;
}

const TextCache::Line &TextCache::line(const QFont &font, const QString &text, double room)
{
    const Key key{fontKey(font), text};
    const Line &all = whole(key, font);
    if (all.width <= room + 0.5)
        return all;
    // The cut form under a name no text has: its width behind a control character.
    const int width = static_cast<int>(std::floor(room));
    const Key cut{key.font, text + QChar(0x1f) + QString::number(width)};
    if (const Line *known = m_lines.object(cut))
        return *known;
    const QString elided = QFontMetricsF(font).elidedText(text, Qt::ElideRight, room);
    Line *made = shaped(font, elided);
    m_lines.insert(cut, made);
    return *made;
}

const QRawFont &TextCache::rawFont(const Key &key, const QFont &font)
{
    auto known = m_rawFonts.find(key.font);
    if (known == m_rawFonts.end())
        known = m_rawFonts.insert(key.font, QRawFont::fromFont(font));
    return *known;
}

const TextCache::Figures &TextCache::figures(const QFont &font, const QString &text)
{
    const Key key{fontKey(font), text};
    if (const Figures *known = m_figures.object(key))
        return *known;
    auto *made = new Figures;
    const QRawFont &raw = rawFont(key, font);
    const QList<quint32> glyphs = raw.glyphIndexesForString(text);
    const QList<quint32> zero = raw.glyphIndexesForString(QStringLiteral("0"));
    const double cell = raw.advancesForGlyphIndexes(zero).value(0).x();
    const QList<QPointF> advances = raw.advancesForGlyphIndexes(glyphs);
    QList<QPointF> places;
    double x = 0;
    made->isComplete = glyphs.size() == text.size() && !glyphs.contains(0) && !text.isRightToLeft();
    for (qsizetype i = 0; made->isComplete && i < glyphs.size(); ++i) {
        const double own = advances.at(i).x();
        const bool isFigure = isDigit(text.at(i));
        places.append({isFigure ? x + (cell - own) / 2 : x, 0});
        x += isFigure ? cell : own;
    }
    made->width = x;
    made->run.setRawFont(raw);
    made->run.setGlyphIndexes(glyphs);
    made->run.setPositions(places);
    m_figures.insert(key, made);
    return *made;
}

} // namespace ui
