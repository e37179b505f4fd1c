// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filtereditor.h"

#include "models/filterwording.h"
#include "ui/theme/draw.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fieldrow.h"

#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using core::ColumnKind;
using core::FilterOperator;

namespace ui {

FilterEditor::FilterEditor(const Theme &theme, core::ListId list, const core::Clock &clock,
                           QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_theme(theme)
    , m_list(list)
    , m_clock(clock)
    , m_column(new QComboBox)
    , m_operator(new QComboBox)
    , m_values(new QStackedWidget)
    , m_text(new QLineEdit)
    , m_choice(new QComboBox)
    , m_date(new QDateEdit(clock.now().date()))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    setAccessibleName(tr("Filter"));
    m_text->setAccessibleName(tr("Value"));
    m_choice->setAccessibleName(tr("Value"));
    m_date->setAccessibleName(tr("Date"));
    m_date->setCalendarPopup(true);
    for (QWidget *value : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_choice),
                           static_cast<QWidget *>(m_date), new QWidget})
        m_values->addWidget(value);
    m_values->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto columns = models::columnsFor(list);
    for (const models::ListColumn &column : columns)
        m_column->addItem(models::titleOf(column), QString(column.id));
    m_valueRow = new FieldRow(theme, tr("Value"), m_values);
    QPushButton *apply = makeButton(theme, tr("Apply"), ButtonKind::Primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(10);
    layout->addWidget(new FieldRow(theme, tr("Column"), m_column));
    layout->addWidget(new FieldRow(theme, tr("Comparison"), m_operator));
    layout->addWidget(m_valueRow);
    layout->addWidget(apply, 0, Qt::AlignTrailing);
    setFixedWidth(264);
    connect(m_column, &QComboBox::currentIndexChanged, this, &FilterEditor::followColumn);
    connect(m_operator, &QComboBox::currentIndexChanged, this, &FilterEditor::followOperator);
    connect(apply, &QPushButton::clicked, this, &FilterEditor::accept);
    m_column->setCurrentIndex(1); // the state is what is asked for most
}

const models::ListColumn &FilterEditor::column() const
{
    return models::columnsFor(m_list)[static_cast<std::size_t>(m_column->currentIndex())];
}

FilterOperator FilterEditor::chosenOperator() const
{
    return static_cast<FilterOperator>(m_operator->currentData().toInt());
}

void FilterEditor::followColumn()
{
    const models::ListColumn &chosen = column();
    const QStringList choices = models::choicesOf(m_list, chosen.id);
    const QSignalBlocker blocked(m_operator);
    m_operator->clear();
    const QList<FilterOperator> operators =
        models::operatorsFor(choices.isEmpty() ? chosen.kind : ColumnKind::Status);
    for (const FilterOperator op : operators)
        m_operator->addItem(models::operatorText(op, chosen.kind), static_cast<int>(op));
    m_choice->clear();
    for (const QString &wire : choices)
        m_choice->addItem(models::cellText(chosen, wire, {}), wire);
    followOperator();
}

void FilterEditor::followOperator()
{
    m_valueRow->setError({});
    m_valueRow->setVisible(chosenOperator() != FilterOperator::IsSet);
    if (m_choice->count() > 0)
        m_values->setCurrentWidget(m_choice);
    else if (column().kind == ColumnKind::DateTime && chosenOperator() != FilterOperator::Within)
        m_values->setCurrentWidget(m_date);
    else
        m_values->setCurrentWidget(m_text);
    adjustSize();
}

QVariant FilterEditor::numberValue(bool *isValid) const
{
    const double number = QLocale().toDouble(m_text->text().trimmed(), isValid);
    if (chosenOperator() == FilterOperator::Within)
        return static_cast<qint64>(std::llround(number)); // days
    switch (column().kind) {
    case ColumnKind::Money: // typed in major units of a currency with cents
        return static_cast<qint64>(std::llround(number * 100));
    case ColumnKind::Ratio: // typed in percent
        return number / 100;
    case ColumnKind::Count:
        return static_cast<qint64>(std::llround(number));
    case ColumnKind::Text:
    case ColumnKind::Mono:
    case ColumnKind::Status:
    case ColumnKind::DateTime:
        break;
    }
    *isValid = !m_text->text().trimmed().isEmpty();
    return m_text->text().trimmed();
}

QVariant FilterEditor::chosenValue(bool *isValid) const
{
    *isValid = true;
    if (chosenOperator() == FilterOperator::IsSet)
        return {};
    if (m_values->currentWidget() == m_choice)
        return m_choice->currentData();
    if (m_values->currentWidget() == m_date)
        return m_date->date().startOfDay(Qt::UTC);
    return numberValue(isValid);
}

void FilterEditor::accept()
{
    bool isValid = false;
    const core::Filter filter{QString(column().id), chosenOperator(), chosenValue(&isValid)};
    if (!isValid) {
        m_valueRow->setError(tr("Type what to compare with."));
        return adjustSize();
    }
    Q_EMIT accepted(filter);
    close();
}

void FilterEditor::setFilter(const core::Filter &filter)
{
    m_column->setCurrentIndex(m_column->findData(filter.column));
    m_operator->setCurrentIndex(m_operator->findData(static_cast<int>(filter.op)));
    setValue(filter.value);
}

void FilterEditor::setValue(const QVariant &value)
{
    const QVariant first =
        value.typeId() == QMetaType::QStringList ? QVariant(value.toStringList().value(0)) : value;
    switch (column().kind) {
    case ColumnKind::Money:
        return m_text->setText(
            QLocale().toString(static_cast<double>(first.toLongLong()) / 100, 'f', 2));
    case ColumnKind::Ratio:
        return m_text->setText(QLocale().toString(first.toDouble() * 100, 'g', 4));
    case ColumnKind::DateTime: // a distance in days becomes the date that it means today
        if (chosenOperator() == FilterOperator::Within)
            break;
        return m_date->setDate(first.typeId() == QMetaType::LongLong
                                   ? m_clock.now().addDays(first.toLongLong()).date()
                                   : first.toDateTime().toUTC().date());
    case ColumnKind::Text:
    case ColumnKind::Mono:
    case ColumnKind::Status:
    case ColumnKind::Count:
        break;
    }
    m_text->setText(first.toString());
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(first)));
}

void FilterEditor::showBelow(QWidget *anchor)
{
    adjustSize();
    const bool isRtl = anchor->layoutDirection() == Qt::RightToLeft;
    const int left = isRtl ? anchor->width() - width() : 0;
    move(anchor->mapToGlobal(QPoint(left, anchor->height() + 4)));
    show();
    m_values->currentWidget()->setFocus();
}

void FilterEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FilterEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw::box(painter, rect(), 8, m_theme.color(Role::Raised), m_theme.color(Role::Control));
}

} // namespace ui
