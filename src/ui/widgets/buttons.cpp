// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/theme/icon.h"

#include <QAction>

namespace ui {
namespace {

void followAction(QPushButton *button, QAction *action, bool hasText)
{
    const auto follow = [button, action, hasText] {
        const QString words = QString(action->text()).remove(u'&');
        button->setText(hasText ? words : QString());
        button->setAccessibleName(words);
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        // Whoever has no parent yet would be shown as a window of its own.
        if (!action->isVisible() || button->parentWidget())
            button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
        button->setAccessibleDescription(action->isEnabled() ? QString() : action->toolTip());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace

QPushButton *makeButton(const Theme &theme, const QString &text, ButtonKind kind,
                        QLatin1StringView iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    if (!iconName.isEmpty())
        button->setIcon(icon(theme, iconName));
    button->setAutoDefault(false);
    setKind(button, kind);
    return button;
}

QPushButton *makeIconButton(const Theme &theme, QLatin1StringView iconName, const QString &name,
                            QWidget *parent)
{
    QPushButton *button = makeButton(theme, {}, ButtonKind::Ghost, iconName, parent);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QPushButton *makeActionButton(QAction *action, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setAutoDefault(false);
    setKind(button, kind);
    followAction(button, action, true);
    return button;
}

QPushButton *makeActionIconButton(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setAutoDefault(false);
    setKind(button, ButtonKind::Ghost);
    followAction(button, action, false);
    return button;
}

} // namespace ui
