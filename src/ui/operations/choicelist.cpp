// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/choicelist.h"

#include "ui/widgets/textlabel.h"

#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int wordsAt = 22; // where a radio button's words begin

QString detailName(const QString &id)
{
    return id + "-detail"_L1;
}

} // namespace

ChoiceList::ChoiceList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(metrics::focusRing, 2, metrics::focusRing, 0);
    m_layout->setSpacing(0);
}

void ChoiceList::addChoice(const QString &id, const QString &title, const QString &detail)
{
    auto *button = new QRadioButton(title);
    button->setObjectName(id);
    auto *words = new Paragraph(m_theme, {}, {TextSize::Small, Weight::Regular, Role::Text2});
    words->setObjectName(detailName(id));
    auto *below = new QHBoxLayout; // unlike margins, a spacing is mirrored
    below->setContentsMargins(0, 0, 0, 8);
    below->setSpacing(0);
    below->addSpacing(wordsAt);
    below->addWidget(words, 1);
    m_layout->addWidget(button);
    m_layout->addLayout(below);
    setWords(id, title, detail);
    connect(button, &QRadioButton::toggled, this, [this, id](bool isChosen) {
        if (isChosen)
            Q_EMIT currentChanged(id);
    });
}

void ChoiceList::setWords(const QString &id, const QString &title, const QString &detail)
{
    auto *button = findChild<QRadioButton *>(id);
    auto *words = findChild<Paragraph *>(detailName(id));
    if (!button || !words)
        return;
    button->setText(title);
    button->setAccessibleName(title);
    button->setAccessibleDescription(detail);
    words->setText(detail);
    words->setVisible(!detail.isEmpty());
}

void ChoiceList::forbid(const QString &id, const QString &reason)
{
    auto *button = findChild<QRadioButton *>(id);
    if (!button)
        return;
    button->setEnabled(false);
    button->setToolTip(reason);
    button->setAccessibleDescription(reason);
}

QString ChoiceList::current() const
{
    const auto buttons = findChildren<QRadioButton *>();
    for (const QRadioButton *button : buttons) {
        if (button->isChecked())
            return button->objectName();
    }
    return {};
}

void ChoiceList::setCurrent(const QString &id)
{
    if (auto *button = findChild<QRadioButton *>(id))
        button->setChecked(true);
}

} // namespace ui
