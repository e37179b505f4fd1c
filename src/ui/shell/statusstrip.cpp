// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/widgets/textlabel.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;
using services::PartHealth;

namespace ui {
namespace {

struct PartFace
{
    QLatin1StringView icon;
    StatusColor status;
    QString word; ///< For screen readers.
};

PartFace faceOf(PartHealth::State state)
{
    switch (state) {
    case PartHealth::State::Unknown:
        return {"circle-dashed"_L1, StatusColor::Grey, StatusStrip::tr("not known yet")};
    case PartHealth::State::Good:
        return {"circle-check"_L1, StatusColor::Green, StatusStrip::tr("good")};
    case PartHealth::State::Degraded:
        return {"triangle-alert"_L1, StatusColor::Amber, StatusStrip::tr("limited")};
    case PartHealth::State::Bad:
        return {"circle-x"_L1, StatusColor::Red, StatusStrip::tr("not working")};
    case PartHealth::State::Off:
        return {"circle-x"_L1, StatusColor::Grey, StatusStrip::tr("off")};
    }
    return {};
}

constexpr double iconSide = 12;
constexpr double iconGap = 6;
constexpr double wordGap = 5;

} // namespace

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : Pane(theme, Role::Window, Qt::TopEdge, parent)
    , m_clock(new TextLabel(theme, {}, {TextSize::Status, Weight::Regular, Role::Text3}))
{
    setFixedHeight(metrics::statusBar);
    setAccessibleName(tr("Status"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gutter - 4, 1, metrics::gutter, 0);
    row->setSpacing(13);
    using Part = services::Health::Part;
    struct Shown
    {
        Part part;
        QString id;
        QString name;
    };
    const Shown parts[] = {{Part::Database, u"database"_s, tr("Database")},
                           {Part::Stripe, u"stripe"_s, tr("Stripe")},
                           {Part::Listener, u"listener"_s, tr("Listener")},
                           {Part::Lag, u"lag"_s, tr("Lag")}};
    for (const auto &[part, id, name] : parts) {
        auto *button = new StatusPart(theme, name);
        button->setObjectName(u"status."_s + id);
        row->addWidget(button);
        m_parts.insert(part, button);
        connect(button, &QAbstractButton::clicked, this,
                [this, which = part] { Q_EMIT partPressed(which); });
    }
    row->addStretch();
    row->addWidget(m_clock);
}

void StatusStrip::setPart(services::Health::Part part, const PartHealth &health)
{
    m_parts.value(part)->setHealth(health);
}

void StatusStrip::setClock(const QString &text)
{
    m_clock->setText(text);
}

StatusPart::StatusPart(const Theme &theme, const QString &name)
    : m_theme(theme)
{
    setText(name);
    setFixedHeight(22);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setHealth({});
}

void StatusPart::setHealth(const PartHealth &health)
{
    m_health = health;
    setAccessibleName(tr("%1: %2, %3", "part, state, details")
                          .arg(text(), faceOf(health.state).word, health.summary));
    setAccessibleDescription(health.advice);
    setToolTip(health.advice);
    updateGeometry();
    update();
}

QSize StatusPart::sizeHint() const
{
    const QFontMetricsF name(m_theme.font(TextSize::Status, Weight::Medium));
    const QFontMetricsF summary(m_theme.font(TextSize::Status));
    const QString words = m_health.summary.isEmpty() ? u"–"_s : m_health.summary;
    const double width = 4 + iconSide + iconGap + name.horizontalAdvance(text()) + wordGap
        + summary.horizontalAdvance(words) + 5;
    return {static_cast<int>(std::ceil(width)), 22};
}

void StatusPart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    if (underMouse())
        draw::box(painter, all, 4, m_theme.color(Role::NavCurrent));
    if (hasFocus())
        draw::box(painter, all, 4, {}, m_theme.color(Role::Accent), 2);
    const PartFace face = faceOf(m_health.state);
    const StatusTones tones = m_theme.status(face.status);
    paintIcon(painter, draw::mirrored({4, 5, iconSide, iconSide}, all, isRtl), face.icon,
              tones.icon);
    const QFontMetricsF metrics(m_theme.font(TextSize::Status));
    const double ratio = painter.device()->devicePixelRatioF();
    const double base = std::round((all.center().y() + metrics.capHeight() / 2) * ratio) / ratio;
    const QRectF words = draw::mirrored(all.adjusted(4 + iconSide + iconGap, 0, 0, 0), all, isRtl);
    const double width = draw::text(painter, words, base, text(),
                                    {m_theme.font(TextSize::Status, Weight::Medium),
                                     m_theme.color(Role::Text2), draw::Side::Leading});
    const bool isLoud =
        m_health.state == PartHealth::State::Bad || m_health.state == PartHealth::State::Degraded;
    const QRectF rest = draw::mirrored(
        {words.left() + width + wordGap, 0, words.width() - width - wordGap, all.height()}, words,
        isRtl);
    draw::text(painter, rest, base, m_health.summary.isEmpty() ? u"–"_s : m_health.summary,
               {m_theme.font(TextSize::Status), isLoud ? tones.word : m_theme.color(Role::Text3),
                draw::Side::Leading});
}

} // namespace ui
