// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLatin1StringView>
#include <QWidget>

class QAction;

namespace ui {

/// A place in the window that history, links and the jump field can lead to.
struct Location
{
    QString page;   ///< Page::id().
    QString object; ///< What is open on it, as the page itself names it; often empty.
    bool operator==(const Location &) const = default;
};

/// What the shell knows of a page before it is shown.
struct PageFace
{
    QString id;    ///< Stable: "tenants".
    QString title; ///< Translated: navigation and breadcrumb.
    QLatin1StringView icon;
    int group = 0; ///< The navigation leaves a gap between groups.
};

/// One page of the window. Make a subclass per page, hand it to MainWindow::addPage(), emit
/// `breadcrumbChanged` when what it shows changes, and `navigationRequested` to lead elsewhere.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(const Theme &theme, PageFace face, QWidget *parent = nullptr);

    [[nodiscard]] const PageFace &face() const { return m_face; }
    [[nodiscard]] const QString &id() const { return m_face.id; }

    /// Reads everything anew: F5, and after a lost connection is back.
    virtual void refresh() = 0;
    /// Where in the page one is: the page's own title first.
    [[nodiscard]] virtual QStringList breadcrumb() const { return {m_face.title}; }
    /// Opens what a location names; called with an empty one when the page is shown by itself.
    virtual void open(const QString &object);
    [[nodiscard]] virtual QString openedObject() const { return {}; }
    /// What can be done here, for the jump list and the menus. Owned by the page.
    [[nodiscard]] virtual QList<QAction *> pageActions() const { return {}; }
    /// Where the keyboard goes when the page is shown.
    virtual void takeFocus();
    /// Whether what it shows has been read, or could not be: what is less urgent may begin.
    [[nodiscard]] virtual bool isSettled() const { return true; }

Q_SIGNALS:
    void settled();
    void breadcrumbChanged();
    void navigationRequested(const ui::Location &location);
    /// A new step for the history: the user opened something else on the page.
    void locationChanged();
    /// The step one is at now leads here: another row became current, the filters changed.
    void locationMoved();

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    PageFace m_face;
};

} // namespace ui
