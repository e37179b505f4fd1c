// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/kind.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QVariant>

namespace ui {
namespace {
constexpr auto kindProperty = "kind";
constexpr auto smallProperty = "small";
constexpr auto invalidProperty = "invalid";

/// QPushButton keeps its size hint until it is told that something changed.
void measureAnew(QAbstractButton *button)
{
    QEvent changed(QEvent::StyleChange);
    QCoreApplication::sendEvent(button, &changed);
    button->updateGeometry();
    button->update();
}

} // namespace

void setKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    measureAnew(button);
}

ButtonKind kindOf(const QWidget *widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt())
                  : ButtonKind::Plain;
}

void setSmall(QAbstractButton *button)
{
    button->setProperty(smallProperty, true);
    measureAnew(button);
}

bool isSmall(const QWidget *widget)
{
    return widget && widget->property(smallProperty).toBool();
}

void setInvalid(QWidget *field, bool isInvalid)
{
    field->setProperty(invalidProperty, isInvalid);
    field->update();
}

bool isInvalid(const QWidget *field)
{
    return field && field->property(invalidProperty).toBool();
}

} // namespace ui
