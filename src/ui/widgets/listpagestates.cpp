// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/viewtabs.h"

#include <QAction>

using models::ListTableModel;

namespace ui {

/// Rows where there are rows, whatever else is true: what is here is never hidden by a state.
void ListPage::showState()
{
    const auto state = m_model->state();
    const bool hasRows = m_model->rowCount() > 0;
    const bool isFirstLoad =
        state == ListTableModel::State::Loading || state == ListTableModel::State::Idle;
    const bool isFailed = state == ListTableModel::State::Failed;
    m_skeleton->setVisible(!hasRows && isFirstLoad && !m_isForbidden);
    m_statePane->setVisible(m_isForbidden || (!hasRows && !isFirstLoad));
    if (!m_isForbidden && !hasRows && isFailed) {
        m_statePane->showError(m_words.failedTitle, m_model->error());
        connect(m_statePane->addButton(tr("Try again now"), true), &QPushButton::clicked, this,
                &ListPage::refresh);
    } else if (!m_isForbidden && !hasRows && !isFirstLoad) {
        showNoRows();
    }
    if (isFailed && hasRows)
        setOffline(m_model->error().message);
    else if (state == ListTableModel::State::Ready)
        setOffline({});
    if (state == ListTableModel::State::Ready && !m_wanted.isNull())
        m_list->setCurrentId(m_wanted);
    showFooter();
    if (isVisible() && m_model->isCounted())
        m_views->counts().setActive(true); // last, after the rows and this view's own
    if (isSettled())
        Q_EMIT settled();
}

bool ListPage::isSettled() const
{
    const auto state = m_model->state();
    return m_isForbidden || state == ListTableModel::State::Ready
        || state == ListTableModel::State::Failed;
}

void ListPage::showNoRows()
{
    const bool isFiltered = !m_filterBar->filters().isEmpty() || !m_filterBar->search().isEmpty();
    if (isFiltered) {
        m_statePane->showNothingFound(m_words.nothingTitle,
                                      tr("Change the search or the filters to see more."));
        QPushButton *clear = m_statePane->addButton(tr("Clear filters"), true);
        connect(clear, &QPushButton::clicked, this, [this] {
            m_filterBar->setFilters({});
            m_filterBar->setSearch({});
            ask();
        });
        return;
    }
    m_statePane->showEmpty(m_words.emptyTitle, m_words.emptyText);
    if (!m_emptyAction)
        return;
    QPushButton *button = m_statePane->addButton(m_emptyAction->text(), true);
    button->setEnabled(m_emptyAction->isEnabled());
    button->setToolTip(m_emptyAction->toolTip());
    connect(button, &QPushButton::clicked, m_emptyAction, &QAction::trigger);
}

void ListPage::showFooter()
{
    const models::ListColumn *summed = nullptr;
    for (const models::ListColumn &column : m_model->columns()) {
        if (column.id == core::summedColumn(m_listId))
            summed = &column;
    }
    const bool isKnown = m_model->isCounted();
    if (m_isForbidden)
        m_footer->setText(tr("No permission"));
    else if (isKnown)
        m_footer->setText(m_words.count(m_model->totals().count));
    else
        m_footer->setText(m_model->state() == ListTableModel::State::Failed ? tr("Not loaded")
                                                                            : tr("Loading…"));
    m_footer->setSums(summed ? models::titleOf(*summed) : QString(),
                      isKnown && !m_isForbidden ? m_model->totals().sums : QList<core::Money>());
    showSelection();
}

void ListPage::showSelection()
{
    const auto &checked = m_model->checked();
    QString title;
    for (const models::ListColumn &column : m_model->columns()) {
        if (column.id == core::summedColumn(m_listId))
            title = models::titleOf(column);
    }
    m_selectionBar->setSelection(checked.count(m_model->totals()), checked.sums(m_model->totals()),
                                 title);
}

void ListPage::showForbidden(const QString &title, const QString &text)
{
    m_isForbidden = true;
    m_statePane->showForbidden(title, text);
    showState();
}

void ListPage::setOffline(const QString &text)
{
    if (text.isEmpty())
        return m_banner->hide();
    m_banner->showText(text, tr("Try now"));
}

void ListPage::refresh()
{
    if (m_isForbidden)
        return;
    m_model->reload();
}

} // namespace ui
