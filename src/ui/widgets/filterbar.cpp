// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "models/filterwording.h"
#include "ui/theme/icon.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/filtereditor.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {
constexpr int leastSearch = 130;
}

FilterBar::FilterBar(const Theme &theme, core::ListId list, const core::Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(list)
    , m_clock(clock)
    , m_chips(new QHBoxLayout)
    , m_tools(new QHBoxLayout)
    , m_add(makeButton(theme, tr("Filter"), ButtonKind::Ghost, "plus"_L1))
    , m_search(new QLineEdit)
{
    setFixedHeight(metrics::filterRow);
    setAccessibleName(tr("Filters"));
    setSmall(m_add);
    m_add->setFont(theme.font(TextSize::Small, Weight::Medium));
    m_add->setAccessibleName(tr("Add a filter"));
    m_search->setObjectName(u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(leastSearch);
    m_search->setMaximumWidth(208);
    for (auto *clear : m_search->findChildren<QToolButton *>())
        clear->setAccessibleName(tr("Clear the search"));
    m_search->addAction(icon(theme, "search"_L1, Role::Text3), QLineEdit::LeadingPosition);
    for (auto *button : m_search->findChildren<QToolButton *>()) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(tr("Search"));
    }
    m_chips->setSpacing(6);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gutter, 0, metrics::gutter - metrics::focusRing, 0);
    layout->setSpacing(6);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addLayout(m_chips);
    layout->addWidget(m_add);
    layout->addStretch();
    m_tools->setSpacing(6);
    layout->addLayout(m_tools);
    layout->addWidget(m_search);
    connect(m_add, &QPushButton::clicked, this, [this] { openEditor(-1, m_add); });
    m_typing.setSingleShot(true);
    // Not textEdited: the clear button and a screen reader change the text without editing it.
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::followTyping);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::tellSearch);
}

/// The first letter after a pause is told at once, what follows quickly when it is whole.
void FilterBar::followTyping()
{
    const bool isFirst = !m_typing.isActive();
    m_typing.start(60ms);
    if (isFirst || search().isEmpty())
        tellSearch();
}

void FilterBar::tellSearch()
{
    if (std::exchange(m_toldSearch, search()) != m_toldSearch)
        Q_EMIT searchChanged(m_toldSearch);
}

void FilterBar::setFilters(const QList<core::Filter> &filters)
{
    m_filters = filters;
    rebuild();
}

QString FilterBar::search() const
{
    return m_search->text().trimmed();
}

void FilterBar::setSearch(const QString &text)
{
    const QSignalBlocker blocked(m_search);
    m_search->setText(text);
    m_typing.stop();
    m_toldSearch = search();
}

void FilterBar::setSearchHint(const QString &text)
{
    m_search->setPlaceholderText(text);
    m_search->setAccessibleName(text);
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
    setTabOrder(tool, m_search);
    fit();
}

QSize FilterBar::minimumSizeHint() const
{
    return {2 * metrics::gutter + m_add->sizeHint().width() + leastSearch, metrics::filterRow};
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FilterBar::fit()
{
    for (int at = 0; at < m_tools->count(); ++at)
        m_tools->itemAt(at)->widget()->show();
    for (int at = m_tools->count() - 1; at >= 0 && layout()->minimumSize().width() > width(); --at)
        m_tools->itemAt(at)->widget()->hide();
}

void FilterBar::rebuild()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide(); // a chip may be the sender of what led here
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < static_cast<int>(m_filters.size()); ++i) {
        const models::FilterWords words =
            models::filterWords(m_list, m_filters.at(i), m_clock.now());
        auto *chip = new FilterChip(m_theme, words.subject, words.condition);
        m_chips->addWidget(chip);
        connect(chip, &FilterChip::removeRequested, this, [this, i] { removeFilter(i); });
        connect(chip, &FilterChip::clicked, this, [this, i, chip] { openEditor(i, chip); });
        chip->show(); // else it takes no room yet
    }
    fit();
}

void FilterBar::removeFilter(int index)
{
    m_filters.removeAt(index);
    rebuild();
    m_add->setFocus();
    Q_EMIT filtersChanged(m_filters);
}

void FilterBar::openEditor(int index, QWidget *below)
{
    auto *editor = new FilterEditor(m_theme, m_list, m_clock, this);
    if (index >= 0)
        editor->setFilter(m_filters.at(index));
    connect(editor, &FilterEditor::accepted, this, [this, index](const core::Filter &filter) {
        if (index >= 0 && index < m_filters.size())
            m_filters.replace(index, filter);
        else
            m_filters.append(filter);
        rebuild();
        Q_EMIT filtersChanged(m_filters);
    });
    editor->showBelow(below);
}

} // namespace ui
