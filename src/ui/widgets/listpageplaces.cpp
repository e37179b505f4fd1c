// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpanel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listplace.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

// Where on the page one is: the view, the row, the panel beside the list or as a page of its own.
namespace ui {

void ListPage::setPanel(DetailPanel *panel)
{
    m_panel = panel;
    m_row->addWidget(panel);
    panel->hide();
    followPanel();
}

void ListPage::followPanel()
{
    connect(m_panel, &DetailPanel::closeRequested, this, [this] {
        if (m_isWhole) {
            setWhole(false);
            Q_EMIT locationChanged();
        } else {
            showPanel(false);
        }
        m_list->setFocus();
    });
    connect(m_panel, &DetailPanel::expandRequested, this, [this] { Q_EMIT opened(m_shownId); });
    connect(m_panel, &DetailPanel::titleChanged, this, &Page::breadcrumbChanged);
}

void ListPage::showPanel(bool isShown)
{
    m_isPanelWanted = isShown;
    if (m_panel)
        m_panel->setVisible(m_isWhole || (isShown && !m_shownId.isNull()));
}

/// The list is only hidden: its rows, selection and place are the same when it is back.
void ListPage::setWhole(bool isWhole)
{
    if (!m_panel || m_isWhole == isWhole || (isWhole && m_shownId.isNull()))
        return;
    m_isWhole = isWhole;
    m_pane->setVisible(!isWhole);
    m_panel->setWide(isWhole);
    showPanel(m_isPanelWanted);
    takeFocus();
    Q_EMIT breadcrumbChanged();
}

void ListPage::openWhole()
{
    setWhole(true);
    Q_EMIT locationChanged();
}

void ListPage::takeCurrent(const QUuid &id)
{
    if (id.isNull() && !m_wanted.isNull())
        return; // what the panel shows is not among the rows at hand
    m_wanted = {};
    if (std::exchange(m_shownId, id) != id)
        Q_EMIT currentIdChanged(id);
    if (m_isWhole && id.isNull())
        setWhole(false);
    showPanel(m_isPanelWanted);
    Q_EMIT locationMoved();
}

/// Also an object whose row is far down, or not in this view at all: the panel reads it by its id.
void ListPage::showObject(const QUuid &id)
{
    m_isPanelWanted = true;
    if (m_wanted.isNull() && m_list->currentId() == id)
        return showPanel(true);
    m_wanted = id;
    if (m_model->state() == models::ListTableModel::State::Ready && m_list->setCurrentId(id))
        return;
    m_list->clearCurrent();
    if (std::exchange(m_shownId, id) != id)
        Q_EMIT currentIdChanged(id);
    showPanel(true);
}

void ListPage::showView(int index)
{
    if (index < 0 || index >= m_views->views().size())
        return;
    const ListPreset before = m_views->current();
    const ListPreset view = m_views->views().at(index);
    m_views->setCurrent(index);
    if (view.isSaved)
        m_list->restoreColumnState(view.columns);
    else if (before.isSaved)
        m_list->restoreColumnState(m_viewState.value(stateKey("columns")).toByteArray());
    if (view.isSaved || (before.isSaved && m_filterBar->search() == before.search))
        m_filterBar->setSearch(view.search);
    m_filterBar->setFilters(view.filters);
    core::ListQuery query = m_model->query();
    query.filters = view.filters;
    query.search = m_filterBar->search();
    if (!view.sort.isEmpty() || view.isSaved)
        query.sort = view.sort;
    m_model->setQuery(std::move(query));
    Q_EMIT breadcrumbChanged();
}

ListPreset ListPage::asView() const
{
    return {.id = {},
            .title = {},
            .filters = m_filterBar->filters(),
            .sort = m_model->query().sort,
            .search = m_filterBar->search(),
            .columns = m_list->columnState(),
            .isSaved = true};
}

void ListPage::open(const QString &object)
{
    goToPlace(listPlaceFromText(m_listId, object));
}

void ListPage::goToPlace(const ListPlace &place)
{
    const bool isFirst = m_model->state() == models::ListTableModel::State::Idle;
    const int wanted = m_views->indexOf(place.view);
    const int view = wanted >= 0 ? wanted : std::max(0, m_views->currentIndex());
    const QList<core::Filter> filters =
        place.filters.value_or(m_views->views().value(view).filters);
    const bool isElsewhere = (wanted >= 0 || place.filters)
        && (view != m_views->currentIndex() || filters != m_filterBar->filters());
    if (!place.row.isNull() && (isFirst || isElsewhere))
        m_wanted = place.row;
    if (isFirst || isElsewhere)
        showView(view);
    if (filters != m_filterBar->filters() && (isFirst || isElsewhere)) {
        m_filterBar->setFilters(filters);
        ask();
    }
    if (!place.row.isNull())
        showObject(place.row);
    setWhole(place.isWhole);
}

QString ListPage::openedObject() const
{
    if (m_views->views().isEmpty())
        return toText(ListPlace{.row = m_shownId});
    ListPlace place{
        .view = m_views->current().id, .filters = {}, .row = m_shownId, .isWhole = m_isWhole};
    if (m_filterBar->filters() != m_views->current().filters)
        place.filters = m_filterBar->filters();
    return toText(place);
}

QStringList ListPage::breadcrumb() const
{
    if (m_isWhole)
        return {face().title, m_panel->title()};
    QStringList crumbs{face().title};
    if (m_views->currentIndex() > 0) // the first is everything
        crumbs.append(m_views->current().title);
    return crumbs;
}

void ListPage::takeFocus()
{
    if (m_isWhole)
        m_panel->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void ListPage::focusSearch()
{
    setWhole(false);
    m_filterBar->focusSearch();
}

void ListPage::noteChanges(const QList<QUuid> &ids)
{
    m_model->noteChanges(ids);
    m_views->counts().noteChanges();
}

void ListPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_panel && m_panel->isVisible())
        Q_EMIT m_panel->closeRequested();
    else
        Page::keyPressEvent(event);
}

void ListPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_views->counts().setActive(m_model->isCounted());
}

void ListPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_views->counts().setActive(false);
}

} // namespace ui
