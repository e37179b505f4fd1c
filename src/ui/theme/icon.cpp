// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcIcon, "oms.ui.icon", QtInfoMsg)

namespace ui {
namespace {

constexpr std::array directional{
    "arrow-left"_L1, "arrow-right"_L1,   "chevron-right"_L1, "panel-left"_L1, "undo-2"_L1,
    "send"_L1,       "external-link"_L1, "scroll-text"_L1,   "list-todo"_L1,  "trending-up"_L1,
};

/// The SVG with its colour put in. Small icons get a stronger stroke, or they look faint.
QByteArray tinted(QLatin1StringView name, const QColor &color, int size)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcIcon) << "no icon" << name;
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    svg.replace("stroke-width=\"2\"", size >= 16 ? "stroke-width=\"1.8\"" : "stroke-width=\"2.1\"");
    return svg;
}

QPixmap render(QLatin1StringView name, const QColor &color, int size, double ratio, bool isMirrored)
{
    const int pixels = static_cast<int>(std::lround(size * ratio));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(tinted(name, color, size));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isMirrored) {
        painter.translate(pixels, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

/// Asks the theme when it paints; a QIcon made of pixmaps would keep the old theme's colour.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(const Theme &theme, QLatin1StringView name, Role role,
               std::optional<StatusColor> status)
        : m_theme(theme)
        , m_name(name)
        , m_role(role)
        , m_status(status)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, color(mode), QGuiApplication::isRightToLeft());
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return scaledPixmap(size, mode, QIcon::Off, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int logical = static_cast<int>(std::min(size.width(), size.height()) / scale);
        QPixmap pixmap = iconPixmap(m_name, color(mode), logical, scale,
                                    QGuiApplication::isRightToLeft() && isDirectional(m_name));
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new IconEngine(*this); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return m_theme.color(Role::Off);
        return m_status ? m_theme.status(*m_status).icon : m_theme.color(m_role);
    }

    const Theme &m_theme;
    QLatin1StringView m_name;
    Role m_role;
    std::optional<StatusColor> m_status;
};

} // namespace

bool isDirectional(QLatin1StringView name)
{
    return std::ranges::find(directional, name) != directional.end();
}

QPixmap iconPixmap(QLatin1StringView name, const QColor &color, int size, double ratio,
                   bool isMirrored)
{
    const QString key = u"icon/%1/%2/%3/%4/%5"_s.arg(name, color.name(QColor::HexArgb))
                            .arg(size)
                            .arg(ratio)
                            .arg(static_cast<int>(isMirrored));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, color, size, ratio, isMirrored);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, QLatin1StringView name, const QColor &color,
               bool isRightToLeft)
{
    const double side = std::min(rect.width(), rect.height());
    const double ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = iconPixmap(name, color, static_cast<int>(std::lround(side)), ratio,
                                      isRightToLeft && isDirectional(name));
    // On whole device pixels, or the strokes blur.
    const auto snap = [ratio](double at) { return std::round(at * ratio) / ratio; };
    const QPointF corner(snap(rect.x() + (rect.width() - side) / 2),
                         snap(rect.y() + (rect.height() - side) / 2));
    painter.drawPixmap(corner, pixmap);
}

QIcon icon(const Theme &theme, QLatin1StringView name, Role role)
{
    return QIcon(new IconEngine(theme, name, role, std::nullopt));
}

QIcon statusIcon(const Theme &theme, QLatin1StringView name, StatusColor status)
{
    return QIcon(new IconEngine(theme, name, Role::Text2, status));
}

} // namespace ui
