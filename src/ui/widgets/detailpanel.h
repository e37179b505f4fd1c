// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QScrollArea>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QVBoxLayout;
class QMenu;

namespace ui {

class Chip;
class LinkLabel;
class Pane;
class Paragraph;
class ProgressLine;
class TextLabel;

/// The panel beside a list: a fixed head (title, state, actions) and a scrolling body of sections.
/// Subclass it per kind of object:
/// `setTitle(name); chip()->setState(state); setSubtitle(…); addAction(a, ButtonKind::Primary);
///  QVBoxLayout *ids = addSection({}); addFact(ids, tr("Stripe customer"), new CopyableId(…));`
class DetailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPanel(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A link below the title, for example the tenant of an invoice.
    LinkLabel *setTitleLink(const QString &text);
    void setSubtitle(const QString &text);
    [[nodiscard]] Chip *chip() const { return m_chip; }
    /// Buttons below the head in this order; an action is also in the panel's menu. The first
    /// primary one has no icon: three of them must fit into 368 px in German too.
    void addAction(QAction *action, ButtonKind kind);
    [[nodiscard]] QMenu *moreMenu(); ///< Behind "…"; made when first asked for.
    void setRunning(bool isRunning); ///< A line below the head while facts are being read.

    /// Fixed below the head: three facts side by side, or advice.
    [[nodiscard]] QVBoxLayout *fixedArea() const { return m_fixed; }
    /// A titled part of the body; with an empty title only a gap. `link` leads to all of it.
    QVBoxLayout *addSection(const QString &title, const QString &linkText = {},
                            LinkLabel **link = nullptr);
    /// A label and its value in two columns.
    void addFact(QVBoxLayout *section, const QString &label, QWidget *value);
    void clearSections();

Q_SIGNALS:
    void closeRequested();
    void expandRequested(); ///< The full page.

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead(QVBoxLayout *layout);

    const Theme &m_theme;
    Paragraph *m_title;
    QVBoxLayout *m_titleWords;
    LinkLabel *m_titleLink = nullptr;
    Chip *m_chip;
    TextLabel *m_subtitle;
    QHBoxLayout *m_actions;
    QMenu *m_more = nullptr;
    ProgressLine *m_running;
    QVBoxLayout *m_fixed;
    QVBoxLayout *m_body;
};

/// Facts side by side under a panel's head: label above, figure below, lines between.
class FactStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FactStrip(const Theme &theme, QWidget *parent = nullptr);
    /// `figure` in 15 px, `unit` small beside it. Red needs the figure to say why.
    void addFact(const QString &label, const QString &figure, const QString &unit,
                 bool isAlarming = false);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHBoxLayout *m_layout;
};

} // namespace ui
