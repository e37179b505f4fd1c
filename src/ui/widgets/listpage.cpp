// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listpage.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/detailpanel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/viewtabs.h"

#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::ListTableModel;

// How the page is put together; what it shows when is in listpagestates.cpp, where on it one is in
// listpageplaces.cpp.
namespace ui {

ListPage::ListPage(const ListParts &parts, PageFace face, core::ListId list, ListWords words,
                   QWidget *parent)
    : Page(parts.theme, std::move(face), parent)
    , m_viewState(parts.viewState)
    , m_actions(parts.actions)
    , m_listId(list)
    , m_words(std::move(words))
    , m_model(new ListTableModel(parts.source, list, parts.clock, this))
    , m_list(new ListView(parts.theme, *m_model))
    , m_views(new ListViews(parts, list, this))
    , m_headActions(new QHBoxLayout)
    , m_filterBar(new FilterBar(parts.theme, list, parts.clock))
    , m_banner(new Banner(parts.theme))
    , m_statePane(new StatePane(parts.theme))
    , m_skeleton(new Skeleton(parts.theme, *m_list))
    , m_selectionBar(new SelectionBar(parts.theme))
    , m_footer(new ListFooter(parts.theme))
{
    m_list->setAccessibleName(Page::face().title);
    m_filterBar->setSearchHint(m_words.searchHint);
    build();
    buildRowActions();
    connectParts();
    recall();
    showState();
}

void ListPage::build()
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins({});
    m_row->setSpacing(0);
    m_pane = new Pane(theme(), Role::Base);
    auto *column = new QVBoxLayout(m_pane);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_filterBar);
    column->addWidget(m_banner);
    column->addWidget(m_list, 1);
    // The states lie over the rows only: header and columns stay where they are.
    auto *states = new QVBoxLayout(m_list->viewport());
    states->setContentsMargins({});
    states->addWidget(m_skeleton);
    states->addWidget(m_statePane);
    column->addWidget(m_selectionBar);
    column->addWidget(m_footer);
    m_row->addWidget(m_pane, 1);
    buildTools();
}

/// What keeps a view, beside the filters that make it.
void ListPage::buildTools()
{
    auto *save = new LinkLabel(theme(), tr("Save view"));
    save->setObjectName(u"saveViewLink"_s);
    save->setToolTip(tr("Keep filters, search, order and columns under a name"));
    connect(save, &LinkLabel::activated, this, [this] { m_views->save(asView(), this); });
    QPushButton *saved =
        makeButton(theme(), tr("Saved views"), ButtonKind::Ghost, "chevron-down"_L1);
    setSmall(saved);
    saved->setFont(theme().font(TextSize::Small, Weight::Medium));
    saved->setObjectName(u"savedViews"_s);
    // The chevron of a menu stands behind its word.
    saved->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    connect(saved, &QPushButton::clicked, this, [this, saved] {
        auto *menu = new QMenu(saved);
        menu->setObjectName(u"savedViewsMenu"_s);
        menu->setAccessibleName(tr("Saved views"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_views->fillMenu(menu, asView(), this);
        menu->popup(saved->mapToGlobal(QPoint(0, saved->height() + 4)));
    });
    m_filterBar->addTool(saved);
    m_filterBar->addTool(save);
}

QWidget *ListPage::buildHead()
{
    auto *head = new Pane(theme(), Role::Base, Qt::BottomEdge);
    head->setFixedHeight(metrics::tabs);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::gutter, 0, metrics::gutter, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(&m_views->tabs());
    row->addStretch(1);
    m_headActions->setSpacing(metrics::gap);
    row->addLayout(m_headActions);
    QPushButton *columns = makeIconButton(theme(), "columns-3"_L1, tr("Choose columns"));
    connect(columns, &QPushButton::clicked, this, [this, columns] {
        QMenu *menu = m_list->makeColumnMenu(columns);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(columns->mapToGlobal(QPoint(0, columns->height() + 4)));
    });
    m_headActions->addWidget(columns);
    return head;
}

void ListPage::connectParts()
{
    connect(m_model, &ListTableModel::stateChanged, this, &ListPage::showState);
    connect(m_model, &ListTableModel::totalsChanged, this, &ListPage::showState);
    connect(m_model, &ListTableModel::checkedChanged, this, &ListPage::showSelection);
    connect(m_model, &ListTableModel::sortChanged, this, &ListPage::remember);
    connect(m_list, &ListView::columnsChanged, this, &ListPage::remember);
    connect(m_list, &ListView::rowActivated, this, &ListPage::opened);
    connect(m_list, &QAbstractItemView::clicked, this, [this] { showPanel(true); });
    connect(m_list, &ListView::currentIdChanged, this, &ListPage::takeCurrent);
    connect(m_filterBar, &FilterBar::filtersChanged, this, &ListPage::ask);
    connect(m_filterBar, &FilterBar::searchChanged, this, &ListPage::ask);
    connect(m_views, &ListViews::chosen, this, [this](int index) {
        showView(index);
        Q_EMIT locationChanged();
    });
    connect(m_views, &ListViews::changed, this, &Page::locationMoved);
    connect(m_selectionBar, &SelectionBar::clearRequested, this,
            [this] { m_model->setAllChecked(false); });
    connect(m_banner, &Banner::activated, this, &ListPage::refresh);
}

/// What can be done with rows: by menu, and with those that are ticked by the bar.
void ListPage::buildRowActions()
{
    m_list->addActions({m_actions[ActionId::CopyRows], m_actions[ActionId::GoToRow]});
    m_selectionBar->addAction(m_actions[ActionId::CopyRows]);
    m_selectionBar->addAction(m_actions[ActionId::ExportList]);
}

void ListPage::addRowActions(const QList<QAction *> &actions)
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_list->insertActions(m_actions[ActionId::CopyRows], actions + QList{separator});
}

void ListPage::addPreset(const ListPreset &preset)
{
    m_views->addPreset(preset);
}

void ListPage::ask()
{
    core::ListQuery query = m_model->query();
    query.filters = m_filterBar->filters();
    query.search = m_filterBar->search();
    m_model->setQuery(std::move(query));
    Q_EMIT locationMoved();
}

void ListPage::addHeadAction(QAction *action, bool isPrimary)
{
    if (isPrimary)
        m_headActions->addWidget(makeActionButton(action, ButtonKind::Primary));
    else
        m_headActions->insertWidget(m_headActions->count(), makeActionIconButton(action));
    addAction(action);
}

void ListPage::setStrip(QWidget *strip)
{
    qobject_cast<QVBoxLayout *>(m_pane->layout())->insertWidget(0, strip);
}

void ListPage::setEmptyAction(QAction *action)
{
    m_emptyAction = action;
}

QString ListPage::stateKey(const char *what) const
{
    return u"lists/%1/%2"_s.arg(core::toText(m_listId), QLatin1StringView(what));
}

void ListPage::remember()
{
    if (m_views->current().isSaved)
        return; // a saved view has columns and order of its own
    m_viewState.setValue(stateKey("columns"), m_list->columnState());
    QStringList sort;
    for (const core::SortKey &key : m_model->query().sort)
        sort.append((key.order == Qt::DescendingOrder ? u"-"_s : u"+"_s) + key.column);
    m_viewState.setValue(stateKey("sort"), sort);
}

/// Before the first load, so that the list is asked for once, in the right order.
void ListPage::recall()
{
    m_list->restoreColumnState(m_viewState.value(stateKey("columns")).toByteArray());
    const QStringList sort = m_viewState.value(stateKey("sort")).toStringList();
    QList<core::SortKey> keys;
    for (const QString &key : sort) {
        if (core::columnIndex(m_listId, QLatin1StringView(key.mid(1).toLatin1())) >= 0)
            keys.append(
                {key.mid(1), key.startsWith(u'-') ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    m_model->setSortSilently(keys);
}

} // namespace ui
