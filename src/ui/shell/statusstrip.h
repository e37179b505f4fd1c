// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/health.h"
#include "ui/widgets/pane.h"

#include <QAbstractButton>
#include <QHash>

class QHBoxLayout;

namespace ui {

class StatusPart;
class TextLabel;

/// The line at the bottom: how each part of the product is doing. A click opens what belongs to
/// it; the tooltip has the advice.
class StatusStrip : public Pane
{
    Q_OBJECT

public:
    explicit StatusStrip(const Theme &theme, QWidget *parent = nullptr);
    void setPart(services::Health::Part part, const services::PartHealth &health);
    void setClock(const QString &text); ///< "12 Jun 2026, 14:32 UTC"

Q_SIGNALS:
    void partPressed(services::Health::Part part);

private:
    QHash<services::Health::Part, StatusPart *> m_parts;
    TextLabel *m_clock;
};

/// One part on the strip.
class StatusPart : public QAbstractButton
{
    Q_OBJECT

public:
    StatusPart(const Theme &theme, const QString &name);
    void setHealth(const services::PartHealth &health);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    services::PartHealth m_health;
};

} // namespace ui
