// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QRawFont>
#include <QString>
#include <QTextLayout>

namespace ui {

/// Texts that were shaped once. A list draws the same few hundred words and figures at every
/// step of scrolling; shaping them anew took three quarters of its time. Owned by the theme.
class TextCache
{
public:
    struct Line
    {
        QTextLayout layout;
        double width = 0;
        double ascent = 0;
        double left = 0; ///< Where the layout put it, right-to-left texts at its far end.
    };
    struct Figures
    {
        QGlyphRun run; ///< Digits in cells of "0".
        double width = 0;
        bool isComplete = false; ///< Else the font lacks a character: draw it as text.
    };

    TextCache();
    /// One line of it, elided to `room`. Valid until the next call.
    const Line &line(const QFont &font, const QString &text, double room);
    const Figures &figures(const QFont &font, const QString &text);
    void clear(); ///< After fonts changed.

private:
    struct Key
    {
        int font; ///< Size, weight and family of the theme's fonts as one number.
        QString text;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.font, key.text);
        }
    };

    static int fontKey(const QFont &font);
    const Line &whole(const Key &key, const QFont &font);
    const QRawFont &rawFont(const Key &key, const QFont &font);

    QCache<Key, Line> m_lines;
    QCache<Key, Figures> m_figures;
    QHash<int, QRawFont> m_rawFonts;
};

} // namespace ui
