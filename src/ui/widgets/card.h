// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class LinkLabel;
class TextLabel;

/// A box with a line and a head: title, a hint beside it, whatever else on the right. Fill
/// content(); put legends and buttons into head(). A footer is the way on.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const Theme &theme, const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setHint(const QString &hint); ///< "EUR, last 12 months"
    [[nodiscard]] QHBoxLayout *head() const { return m_head; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// "6 more will cross within 30 days ›"; made when first asked for.
    LinkLabel *setFooter(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextLabel *m_title;
    TextLabel *m_hint;
    QHBoxLayout *m_head;
    QVBoxLayout *m_content;
    LinkLabel *m_footer = nullptr;
};

/// A box in a status' wash: something to know or do. `icon`, a title, running text.
class Advice : public QWidget
{
    Q_OBJECT

public:
    Advice(const Theme &theme, StatusColor status, QLatin1StringView icon, const QString &title,
           const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    StatusColor m_status;
};

} // namespace ui
