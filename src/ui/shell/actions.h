// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QLatin1StringView>
#include <QObject>

#include <span>

class QAction;

namespace ui {

class Theme;

/// What a database role may do; the window disables the rest and says why.
enum class Right { View, Operate, Administer };

/// One action of the product: its words, key, icon and the right it needs, in one table.
enum class ActionId {
    GoBack,
    GoForward,
    ToggleSidebar,
    Jump,
    FocusFilter,
    Refresh,
    ToggleTheme,
    NewTenant,
    ChangePlan,
    NewSubscription,
    CancelSubscription,
    CopyRows,
    GoToRow,
    ExportList,
    ChooseColumns,
    OpenInStripe,
    CompareWithStripe,
    AdoptDrift,
    ReplayEvents,
    ReplayFailed,
    NewEndpoint,
    EditEndpoint,
    UpdateEndpointTypes,
    RollEndpoint,
    DeleteEndpoint,
    Quit,
};

struct ActionRow
{
    ActionId id;
    const char *objectName; ///< For tests and the jump list.
    const char *text;       ///< In the translation context "Actions".
    const char *shortcut;   ///< Portable text, or empty.
    QLatin1StringView icon;
    Right right;
    Qt::ShortcutContext context = Qt::WindowShortcut; ///< Where the shortcut counts.
};
[[nodiscard]] std::span<const ActionRow> actionTable();
[[nodiscard]] const ActionRow &actionRow(ActionId id);

/// The window's actions, made from the table. Pages connect to them and enable them; what the
/// role does not allow stays disabled whatever a page says.
/// `connect(actions[ActionId::NewTenant], &QAction::triggered, …)`
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(const Theme &theme, QObject *parent = nullptr);
    [[nodiscard]] QAction *operator[](ActionId id) const;
    void setRight(Right right);
    [[nodiscard]] Right right() const { return m_right; }
    /// Enables the action, or disables it with the sentence why; the sentence is its tooltip.
    void allow(ActionId id);
    void forbid(ActionId id, const QString &reason);

private:
    void apply(const ActionRow &row);

    QHash<ActionId, QAction *> m_actions;
    QHash<ActionId, QString> m_reasons;
    Right m_right = Right::Administer;
};

} // namespace ui
