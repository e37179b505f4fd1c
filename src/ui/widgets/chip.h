// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statustext.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

/// A state as icon, word and colour; filled where somebody must act.
/// `chip->setState(u"past_due"_s);`
class Chip : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);
    void setState(const QString &wire);
    void setFace(const models::StatusFace &face);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int lead() const;

    const Theme &m_theme;
    models::StatusFace m_face;
};

/// One icon of the set, in a role's or a status' colour; says nothing to a screen reader.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(const Theme &theme, QLatin1StringView name, Role role = Role::Text2, int size = 16,
              QWidget *parent = nullptr);
    void setIcon(QLatin1StringView name, Role role);
    void setStatusIcon(QLatin1StringView name, StatusColor status);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLatin1StringView m_name;
    Role m_role;
    std::optional<StatusColor> m_status;
    int m_size;
};

} // namespace ui
