// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"

#include <QAccessible>
#include <QMetaObject>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

bool isInteractive(const QAccessibleInterface &item)
{
    switch (item.role()) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::Table:
    case QAccessible::ProgressBar:
    case QAccessible::Dialog:
    case QAccessible::MenuItem:
        return true;
    default:
        return item.state().focusable;
    }
}

QString pathOf(QAccessibleInterface *item)
{
    QStringList path;
    for (QAccessibleInterface *at = item; at; at = at->parent()) {
        const QObject *object = at->object();
        if (object)
            path.prepend(QString::fromLatin1(object->metaObject()->className()) + u'#'
                         + object->objectName());
    }
    return path.join(u'/');
}

/// Inner parts that Qt shows although their owner speaks for them.
bool isInnerPart(const QObject *object)
{
    return object
        && (object->inherits("QScrollBar") || object->objectName() == "qt_spinbox_lineedit"_L1
            || object->objectName().startsWith("qt_scrollarea"_L1));
}

void walk(QAccessibleInterface *item, QStringList &nameless, int depth)
{
    if (!item || !item->isValid() || depth > 40 || item->state().invisible)
        return;
    if (isInnerPart(item->object()))
        return;
    if (isInteractive(*item) && item->text(QAccessible::Name).isEmpty())
        nameless.append(pathOf(item));
    // A table's cells speak for themselves; a long list has more of them than is worth a walk.
    const int children =
        item->role() == QAccessible::Table ? qMin(item->childCount(), 120) : item->childCount();
    for (int i = 0; i < children; ++i)
        walk(item->child(i), nameless, depth + 1);
}

} // namespace

QStringList namelessControls(QWidget *root)
{
    QStringList nameless;
    walk(QAccessible::queryAccessibleInterface(root), nameless, 0);
    return nameless;
}
