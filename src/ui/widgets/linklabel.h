// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace ui {

/// Words that lead somewhere, in the accent colour; or the same words without a way on.
/// Keyboard and screen reader see a link that can be pressed.
class LinkLabel : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkLabel(const Theme &theme, const QString &text = {}, QWidget *parent = nullptr);
    void setLink(bool isLink);
    void setMono(bool isMono);
    void setTextStyle(TextSize size, Weight weight);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;

    const Theme &m_theme;
    TextSize m_size = TextSize::Small;
    Weight m_weight = Weight::Medium;
    bool m_isMono = false;
    bool m_isLink = true;
};

} // namespace ui
