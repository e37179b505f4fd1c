// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::array table{
    ActionRow{ActionId::GoBack, "back", QT_TRANSLATE_NOOP("Actions", "Back"), "Alt+Left",
              "arrow-left"_L1, Right::View},
    ActionRow{ActionId::GoForward, "forward", QT_TRANSLATE_NOOP("Actions", "Forward"), "Alt+Right",
              "arrow-right"_L1, Right::View},
    ActionRow{ActionId::ToggleSidebar, "toggleSidebar",
              QT_TRANSLATE_NOOP("Actions", "Show or hide names in the navigation"), "Ctrl+B",
              "panel-left"_L1, Right::View},
    ActionRow{ActionId::Jump, "jump", QT_TRANSLATE_NOOP("Actions", "Search or jump to…"), "Ctrl+K",
              "search"_L1, Right::View},
    ActionRow{ActionId::FocusFilter, "focusFilter",
              QT_TRANSLATE_NOOP("Actions", "Search in this list"), "Ctrl+F", "list-filter"_L1,
              Right::View},
    ActionRow{ActionId::Refresh, "refresh", QT_TRANSLATE_NOOP("Actions", "Refresh"), "F5",
              "refresh-cw"_L1, Right::View},
    ActionRow{ActionId::ToggleTheme, "toggleTheme",
              QT_TRANSLATE_NOOP("Actions", "Switch between light and dark"), "Ctrl+Shift+L",
              "settings"_L1, Right::View},
    ActionRow{ActionId::NewTenant, "newTenant", QT_TRANSLATE_NOOP("Actions", "New tenant"),
              "Ctrl+N", "plus"_L1, Right::Operate},
    ActionRow{ActionId::ChangePlan, "changePlan", QT_TRANSLATE_NOOP("Actions", "Change plan"), "",
              "arrow-down-up"_L1, Right::Operate},
    ActionRow{ActionId::NewSubscription, "newSubscription",
              QT_TRANSLATE_NOOP("Actions", "New subscription"), "", "plus"_L1, Right::Operate},
    ActionRow{ActionId::CancelSubscription, "cancelSubscription",
              QT_TRANSLATE_NOOP("Actions", "Cancel subscription…"), "", "ban"_L1, Right::Operate},
    ActionRow{ActionId::CopyRows, "copyRows", QT_TRANSLATE_NOOP("Actions", "Copy rows"), "Ctrl+C",
              "copy"_L1, Right::View, Qt::WidgetShortcut}, // in a text field it copies text
    ActionRow{ActionId::GoToRow, "goToRow", QT_TRANSLATE_NOOP("Actions", "Go to row…"), "Ctrl+G",
              "arrow-down"_L1, Right::View},
    ActionRow{ActionId::ExportList, "exportList", QT_TRANSLATE_NOOP("Actions", "Export"), "Ctrl+E",
              "download"_L1, Right::View},
    ActionRow{ActionId::ChooseColumns, "chooseColumns",
              QT_TRANSLATE_NOOP("Actions", "Choose columns"), "", "columns-3"_L1, Right::View},
    ActionRow{ActionId::OpenInStripe, "openInStripe",
              QT_TRANSLATE_NOOP("Actions", "Open in Stripe"), "", "external-link"_L1, Right::View},
    ActionRow{ActionId::CompareWithStripe, "compareWithStripe",
              QT_TRANSLATE_NOOP("Actions", "Compare with Stripe…"), "", "refresh-cw"_L1,
              Right::Operate},
    ActionRow{ActionId::AdoptDrift, "adoptDrift",
              QT_TRANSLATE_NOOP("Actions", "Take over from Stripe…"), "", "download"_L1,
              Right::Operate},
    ActionRow{ActionId::ReplayEvents, "replayEvents", QT_TRANSLATE_NOOP("Actions", "Replay…"), "",
              "rotate-ccw"_L1, Right::Operate},
    ActionRow{ActionId::ReplayFailed, "replayFailed",
              QT_TRANSLATE_NOOP("Actions", "Replay all that failed…"), "", "rotate-ccw"_L1,
              Right::Operate},
    ActionRow{ActionId::NewEndpoint, "newEndpoint", QT_TRANSLATE_NOOP("Actions", "New endpoint…"),
              "", "plus"_L1, Right::Administer},
    ActionRow{ActionId::EditEndpoint, "editEndpoint", QT_TRANSLATE_NOOP("Actions", "Edit…"), "",
              "settings"_L1, Right::Administer},
    ActionRow{ActionId::UpdateEndpointTypes, "updateEndpointTypes",
              QT_TRANSLATE_NOOP("Actions", "Bring types up to date"), "", "refresh-cw"_L1,
              Right::Administer},
    ActionRow{ActionId::RollEndpoint, "rollEndpoint", QT_TRANSLATE_NOOP("Actions", "Roll secret…"),
              "", "lock"_L1, Right::Administer},
    ActionRow{ActionId::DeleteEndpoint, "deleteEndpoint", QT_TRANSLATE_NOOP("Actions", "Delete…"),
              "", "trash-2"_L1, Right::Administer},
    ActionRow{
        ActionId::Quit, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", {}, Right::View},
};

QString rightReason(Right needed)
{
    switch (needed) {
    case Right::View:
        return QCoreApplication::translate("Actions", "You may not read this.");
    case Right::Operate:
        return QCoreApplication::translate("Actions",
                                           "Your role may only read. An administrator can give "
                                           "you the role Operator.");
    case Right::Administer:
        return QCoreApplication::translate("Actions", "Only administrators may do this.");
    }
    return {};
}

} // namespace

std::span<const ActionRow> actionTable()
{
    return table;
}

const ActionRow &actionRow(ActionId id)
{
    return *std::ranges::find(table, id, &ActionRow::id); // every action has its row
}

Actions::Actions(const Theme &theme, QObject *parent)
    : QObject(parent)
{
    for (const ActionRow &row : table) {
        auto *action = new QAction(QCoreApplication::translate("Actions", row.text), this);
        action->setObjectName(QLatin1StringView(row.objectName));
        if (*row.shortcut)
            action->setShortcut(QKeySequence(QLatin1StringView(row.shortcut)));
        action->setShortcutContext(row.context);
        if (!row.icon.isEmpty())
            action->setIcon(icon(theme, row.icon));
        m_actions.insert(row.id, action);
        apply(row);
    }
}

QAction *Actions::operator[](ActionId id) const
{
    return m_actions.value(id);
}

void Actions::setRight(Right right)
{
    m_right = right;
    for (const ActionRow &row : table)
        apply(row);
}

void Actions::allow(ActionId id)
{
    m_reasons.remove(id);
    apply(actionRow(id));
}

void Actions::forbid(ActionId id, const QString &reason)
{
    m_reasons.insert(id, reason);
    apply(actionRow(id));
}

/// The role comes first: what it does not allow, no page can.
void Actions::apply(const ActionRow &row)
{
    QAction *action = m_actions.value(row.id);
    const bool isMissingRight = row.right > m_right;
    const QString reason = isMissingRight ? rightReason(row.right) : m_reasons.value(row.id);
    action->setEnabled(reason.isEmpty());
    if (!reason.isEmpty())
        return action->setToolTip(reason);
    const QString words = action->text();
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? words : words + u"  "_s + key);
}

} // namespace ui
