// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

#include <functional>

class QAction;
class QPushButton;
class QHBoxLayout;
class QVBoxLayout;
class QMenu;

namespace core {
struct Change;
}
namespace services {
class ChangeNotifier;
}

namespace ui {

class Chip;
class LinkLabel;
class Pane;
class Paragraph;
class ProgressLine;
class TextLabel;

/// The facts of one object: a fixed head (title, state, actions) and a scrolling body of sections,
/// as a column beside a list or as a wide page. Subclass it per kind of object:
/// `setTitle(name); chip()->setState(state); setSubtitle(…); addAction(a, ButtonKind::Primary);
///  QVBoxLayout *ids = addSection({}); addFact(ids, tr("Stripe customer"), new CopyableId(…));`
class DetailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPanel(const Theme &theme, QWidget *parent = nullptr);

    /// Where a section stands on the page; beside a list they stand below each other.
    enum class Column { Main, Side };

    void setWide(bool isWide);      ///< A page of its own instead of the column beside a list.
    void setColumnWidth(int width); ///< Beside a list; metrics::panel unless said otherwise.
    [[nodiscard]] bool isWide() const { return m_isWide; }
    [[nodiscard]] QString title() const;
    virtual void refresh() { } ///< The same object again, after a change.

    void setTitle(const QString &title);
    /// A link below the title, for example the tenant of an invoice.
    LinkLabel *setTitleLink(const QString &text);
    void setSubtitle(const QString &text);
    [[nodiscard]] Chip *chip() const { return m_chip; }
    /// Buttons below the head; also in the panel's menu. Three must fit into 368 px in German too.
    void addAction(QAction *action, ButtonKind kind);
    [[nodiscard]] QMenu *moreMenu(); ///< Behind "…"; made when first asked for.
    void setRunning(bool isRunning); ///< A line below the head while facts are being read.

    /// Fixed below the head: three facts side by side, or advice.
    [[nodiscard]] QVBoxLayout *fixedArea() const { return m_fixed; }
    /// A titled part of the body; with an empty title only a gap. `link` leads to all of it.
    QVBoxLayout *addSection(Column column, const QString &title, const QString &linkText = {},
                            LinkLabel **link = nullptr);
    /// A label and its value in two columns.
    void addFact(QVBoxLayout *section, const QString &label, QWidget *value);
    void clearSections();

Q_SIGNALS:
    void closeRequested();
    void expandRequested(); ///< The full page.
    void titleChanged();

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Reads the object again after each change that concerns it: at once in sight, else as soon
    /// as it is shown.
    void followChanges(const services::ChangeNotifier &changes,
                       std::function<bool(const core::Change &)> concerns);
    virtual void fill() { } ///< All sections anew: there is more room on a page.
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using Section = std::pair<QWidget *, Column>;
    void buildHead(QVBoxLayout *layout);
    void buildBody(QVBoxLayout *layout);
    void followWidth();
    void placeSections();

    const Theme &m_theme;
    QWidget *m_frame;
    QVBoxLayout *m_head;
    QPushButton *m_expand = nullptr;
    QPushButton *m_close = nullptr;
    Paragraph *m_title;
    QVBoxLayout *m_titleWords;
    LinkLabel *m_titleLink = nullptr;
    Chip *m_chip;
    TextLabel *m_subtitle;
    QHBoxLayout *m_actions;
    QMenu *m_more = nullptr;
    ProgressLine *m_running;
    QVBoxLayout *m_fixed;
    QHBoxLayout *m_body;
    QVBoxLayout *m_main;
    QVBoxLayout *m_side;
    QList<Section> m_sections;
    int m_columnWidth = metrics::panel;
    bool m_isWide = false;
    bool m_isOutdated = false; ///< Something changed while it was out of sight.
};

} // namespace ui
