// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/searchcombo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace ui {

SearchCombo::SearchCombo(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setMaxVisibleItems(12);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setMaxVisibleItems(12);
    connect(this, &QComboBox::currentTextChanged, this, &SearchCombo::note);
}

void SearchCombo::setRows(const QList<std::pair<QString, QString>> &textsAndIds)
{
    const QString typed = isUnknown() ? currentText() : QString();
    const QString id = m_wanted.isEmpty() ? chosenId() : m_wanted;
    clear();
    for (const auto &[text, rowId] : textsAndIds)
        addItem(text, rowId);
    setCurrentIndex(-1);
    if (typed.isEmpty())
        choose(id);
    else
        setEditText(typed);
}

QString SearchCombo::chosenId() const
{
    const int row = findText(currentText(), Qt::MatchFixedString);
    return row < 0 ? QString() : itemData(row).toString();
}

void SearchCombo::choose(const QString &id)
{
    m_wanted = id;
    setCurrentIndex(id.isEmpty() ? -1 : findData(id));
    if (currentIndex() >= 0)
        lineEdit()->setCursorPosition(0); // the beginning of a long row is what tells
}

bool SearchCombo::isUnknown() const
{
    return !currentText().trimmed().isEmpty() && chosenId().isEmpty();
}

void SearchCombo::note()
{
    const QString id = chosenId();
    if (id == m_told)
        return;
    m_told = id;
    if (!id.isEmpty())
        m_wanted = id;
    Q_EMIT chosen(id);
}

} // namespace ui
