// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldrow.h"

#include "ui/theme/kind.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

FieldRow::FieldRow(const Theme &theme, const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new TextLabel(theme, label, {TextSize::Small, Weight::Medium, Role::Text}))
    , m_hint(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text3}))
    , m_errorLine(new QWidget)
    , m_error(new Paragraph(theme, {}, {TextSize::Small, Weight::Regular, Role::Text}))
    , m_fix(new LinkLabel(theme))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::focusRing, 0, metrics::focusRing, 3);
    head->addWidget(m_label);
    head->addStretch();
    head->addWidget(m_hint);
    layout->addLayout(head);
    layout->addWidget(editor);
    buildError(theme, layout);
    m_label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    setFocusProxy(editor);
    connect(m_fix, &LinkLabel::activated, this, &FieldRow::fixRequested);
}

void FieldRow::buildError(const Theme &theme, QVBoxLayout *layout)
{
    auto *line = new QHBoxLayout(m_errorLine);
    line->setContentsMargins(metrics::focusRing, 4, 0, 0);
    line->setSpacing(6);
    auto *sign = new IconLabel(theme, "circle-alert"_L1, Role::Text2, 13);
    sign->setStatusIcon("circle-alert"_L1, StatusColor::Red);
    sign->setFixedSize(13, 17);
    line->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_error->setStatus(StatusColor::Red);
    words->addWidget(m_error);
    words->addWidget(m_fix, 0, Qt::AlignLeading);
    line->addLayout(words, 1);
    layout->addWidget(m_errorLine);
    m_errorLine->hide();
}

void FieldRow::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void FieldRow::setError(const QString &text, const QString &fix)
{
    m_hasError = !text.isEmpty();
    m_error->setText(text);
    m_fix->setText(fix);
    m_fix->setVisible(!fix.isEmpty());
    m_errorLine->setVisible(m_hasError);
    m_editor->setAccessibleDescription(text);
    setInvalid(m_editor, m_hasError);
}

QString FieldRow::errorText() const
{
    return m_error->text();
}

} // namespace ui
