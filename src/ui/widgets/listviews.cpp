// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listviews.h"

#include "ui/dialogs.h"
#include "ui/widgets/viewnamedialog.h"
#include "ui/widgets/viewtabs.h"

#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ListViews::ListViews(const ListParts &parts, core::ListId list, QObject *parent)
    : QObject(parent)
    , m_theme(parts.theme)
    , m_dialogs(parts.dialogs)
    , m_list(list)
    , m_saved(parts.viewState, list)
    , m_counts(parts.source)
    , m_tabs(new ViewTabs(parts.theme))
{
    connect(m_tabs, &ViewTabs::currentChanged, this, &ListViews::chosen);
    connect(&m_counts, &models::ViewCounts::counted, this, [this](int view, qint64 rows) {
        m_known.insert(m_views.at(view).id, rows);
        m_tabs->setCount(view, rows);
    });
}

void ListViews::addPreset(const ListPreset &preset)
{
    m_presets.append(preset);
    showTabs();
}

int ListViews::indexOf(const QString &id) const
{
    const auto it = std::ranges::find(m_views, id, &ListPreset::id);
    return it == m_views.end() ? -1 : static_cast<int>(it - m_views.begin());
}

int ListViews::currentIndex() const
{
    return m_tabs->currentIndex();
}

ListPreset ListViews::current() const
{
    return m_views.value(currentIndex());
}

void ListViews::setCurrent(int index)
{
    const QSignalBlocker blocked(m_tabs);
    m_tabs->setCurrentIndex(index);
}

/// The tabs anew; the current view stays current where there still is one of its id.
void ListViews::showTabs()
{
    const QSignalBlocker blocked(m_tabs);
    const QString id = current().id;
    m_views = m_presets + m_saved.views();
    while (m_tabs->count() > m_views.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < m_views.size())
        m_tabs->addView({});
    for (int index = 0; index < m_views.size(); ++index) {
        m_tabs->setTabText(index, m_views.at(index).title);
        m_tabs->setCount(index, m_known.value(m_views.at(index).id, -1));
    }
    m_tabs->setCurrentIndex(std::max(0, indexOf(id)));
    countAll();
}

void ListViews::countAll()
{
    QList<core::ListQuery> queries;
    for (const ListPreset &view : std::as_const(m_views))
        queries.append(
            {.list = m_list, .search = view.search, .filters = view.filters, .sort = {}});
    m_counts.setQueries(queries);
}

QStringList ListViews::savedTitles() const
{
    QStringList titles;
    for (const ListPreset &view : m_saved.views())
        titles.append(view.title);
    return titles;
}

void ListViews::save(ListPreset view, QWidget *over)
{
    const QString name = current().isSaved ? current().title : QString();
    auto *dialog = new ViewNameDialog(m_theme, tr("Save view"), name, savedTitles(), true);
    connect(dialog, &ViewNameDialog::named, this,
            [this, view = std::move(view)](const QString &title) mutable {
                view.title = title;
                const QString id = m_saved.keep(view).id;
                showTabs();
                setCurrent(indexOf(id));
                Q_EMIT changed();
            });
    m_dialogs.open(dialog, over);
}

void ListViews::rename(const ListPreset &view, QWidget *over)
{
    QStringList taken = savedTitles();
    taken.removeOne(view.title);
    auto *dialog = new ViewNameDialog(m_theme, tr("Rename the view"), view.title, taken, false);
    connect(dialog, &ViewNameDialog::named, this, [this, id = view.id](const QString &title) {
        m_saved.rename(id, title);
        showTabs();
        Q_EMIT changed();
    });
    m_dialogs.open(dialog, over);
}

void ListViews::remove(const ListPreset &view, QWidget *over)
{
    const Question question{tr("Delete the view “%1”?").arg(view.title),
                            tr("Only the view is deleted; nothing it shows is."), tr("Delete view"),
                            tr("Keep it"), true};
    m_dialogs.ask(question, over, [this, id = view.id](bool isSure) {
        if (!isSure)
            return;
        const bool wasCurrent = current().id == id;
        m_saved.remove(id);
        showTabs();
        if (wasCurrent)
            Q_EMIT chosen(0);
        Q_EMIT changed();
    });
}

void ListViews::fillMenu(QMenu *menu, const ListPreset &view, QWidget *over)
{
    for (const ListPreset &saved : m_saved.views()) {
        QAction *action = menu->addAction(QString(saved.title).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(current().id == saved.id);
        connect(action, &QAction::triggered, this,
                [this, id = saved.id] { Q_EMIT chosen(indexOf(id)); });
    }
    if (m_saved.views().isEmpty())
        menu->addAction(tr("No view saved yet"))->setEnabled(false);
    menu->addSeparator();
    QAction *save = menu->addAction(tr("Save view…"));
    save->setObjectName(u"saveView"_s);
    connect(save, &QAction::triggered, this, [this, view, over] { this->save(view, over); });
    const ListPreset shown = current();
    if (!shown.isSaved)
        return;
    QAction *other = menu->addAction(tr("Rename “%1”…").arg(shown.title));
    other->setObjectName(u"renameView"_s);
    connect(other, &QAction::triggered, this, [this, shown, over] { rename(shown, over); });
    QAction *gone = menu->addAction(tr("Delete “%1”…").arg(shown.title));
    gone->setObjectName(u"deleteView"_s);
    connect(gone, &QAction::triggered, this, [this, shown, over] { remove(shown, over); });
}

} // namespace ui
