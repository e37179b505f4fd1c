// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/scenes.h"

#include "models/listtablemodel.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/desk/endpointscenes.h"
#include "ui/desk/launcher.h"
#include "ui/settings/outcomeline.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/syncstrip.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

ListPage *listPage(MainWindow &window, const QString &id)
{
    return qobject_cast<ListPage *>(window.page(id));
}

bool isLoaded(MainWindow &window, const QString &page)
{
    const ListPage *list = listPage(window, page);
    return list == nullptr || list->model().state() == models::ListTableModel::State::Ready;
}

Scene pageScene(MainWindow &window, const QString &page)
{
    return {page,
            [&window, page] {
                window.goTo({page, {}});
            },
            [&window, page] { return isLoaded(window, page); }, [] {}};
}

/// The list with the row current whose panel has most to tell: the second one.
Scene panelScene(MainWindow &window, const QString &page)
{
    return {page + u"-panel"_s,
            [&window, page] {
                window.goTo({page, {}});
                if (ListPage *list = listPage(window, page)) {
                    list->showPanel(true);
                    list->list().setCurrentId(list->model().idAt(1));
                }
            },
            [&window, page] { return isLoaded(window, page); },
            [&window, page] {
                if (ListPage *list = listPage(window, page))
                    list->showPanel(false);
            }};
}

/// The same row as a page of its own.
Scene wholeScene(MainWindow &window, const QString &page, const QString &name)
{
    Scene scene = panelScene(window, page);
    scene.name = name;
    scene.show = [&window, page, showPanel = scene.show] {
        showPanel();
        if (ListPage *list = listPage(window, page))
            list->openWhole();
    };
    scene.hide = [&window, page, hidePanel = scene.hide] {
        window.goTo({page, {}});
        hidePanel();
    };
    return scene;
}

/// With every connection tested.
Scene settingsScene(MainWindow &window)
{
    Scene scene = pageScene(window, u"settings"_s);
    scene.show = [&window] {
        window.goTo({u"settings"_s, {}});
        window.currentPage()->refresh();
    };
    scene.isReady = [&window] {
        const auto lines = window.page(u"settings"_s)->findChildren<OutcomeLine *>(outcomeName);
        return std::ranges::all_of(lines,
                                   [](const OutcomeLine *line) { return line->hasOutcome(); });
    };
    return scene;
}

struct Example
{
    QUuid tenant;
    QString subscription;
};

/// A tenant with an active subscription, of the rows that both lists have loaded.
Example exampleOf(const models::ListTableModel &tenants, const models::ListTableModel &billed)
{
    using core::ListId;
    const auto cell = [](const core::ListRow &row, ListId list, QLatin1StringView column) {
        return row.cells.at(core::columnIndex(list, column)).toString();
    };
    for (int at = 0; at < billed.rowCount() && billed.listRow(at) != nullptr; ++at) {
        const core::ListRow &row = *billed.listRow(at);
        if (cell(row, ListId::Subscriptions, "status"_L1) != "active"_L1)
            continue;
        for (int other = 0; other < tenants.rowCount() && tenants.listRow(other); ++other) {
            const core::ListRow &tenant = *tenants.listRow(other);
            if (cell(tenant, ListId::Tenants, "name"_L1)
                == cell(row, ListId::Subscriptions, "tenant"_L1))
                return {tenant.id, cell(row, ListId::Subscriptions, "subscription"_L1)};
        }
    }
    return {tenants.idAt(1), {}};
}

using Open = std::function<void(Launcher &, const QUuid &tenant, const QString &subscription)>;

/// A dialog over the tenants' list, on the current tenant.
Scene dialogScene(MainWindow &window, const PageContext &context, const QString &name,
                  const Open &open)
{
    auto *launcher = new Launcher(context, &window);
    auto dialog = std::make_shared<QPointer<OperationDialog>>();
    QObject::connect(launcher, &Launcher::dialogOpened, launcher,
                     [dialog](OperationDialog *opened) { *dialog = opened; });
    const auto show = [&window, launcher, open] {
        window.goTo({u"subscriptions"_s, {}});
        const Example example = exampleOf(listPage(window, u"tenants"_s)->model(),
                                          listPage(window, u"subscriptions"_s)->model());
        open(*launcher, example.tenant, example.subscription);
    };
    return {name, show, [dialog] { return !dialog->isNull() && (*dialog)->isVisible(); },
            [dialog] {
                if (!dialog->isNull())
                    (*dialog)->done(0);
            }};
}

/// The jump list over the tenants, with the first letters of one of them typed.
Scene jumpScene(MainWindow &window)
{
    const auto dialog = [&window] { return window.findChild<QDialog *>(u"jumpDialog"_s); };
    const auto show = [&window, dialog] {
        window.goTo({u"tenants"_s, {}});
        Q_EMIT window.jumpRequested();
        const QString name =
            listPage(window, u"tenants"_s)->model().index(2, 0).data(Qt::DisplayRole).toString();
        dialog()->findChild<QLineEdit *>(u"jumpField"_s)->setText(name.left(4));
    };
    const auto isReady = [dialog] {
        const auto *list = dialog() ? dialog()->findChild<QListView *>(u"jumpList"_s) : nullptr;
        return list && list->model()->rowCount() > 4;
    };
    return {u"jump"_s, show, isReady, [dialog] { dialog()->reject(); }};
}

/// A dialog of an action on the invoices, some of which are ticked.
Scene listScene(MainWindow &window, const PageContext &context, const QString &name,
                ActionId action, const QString &dialogName,
                const std::function<void(QDialog &)> &fill)
{
    const auto dialog = [&window, dialogName] { return window.findChild<QDialog *>(dialogName); };
    const auto show = [&window, &actions = context.actions, action, dialog, fill] {
        window.goTo({u"invoices"_s, {}});
        ListPage *page = listPage(window, u"invoices"_s);
        for (const int row : {1, 2, 5})
            page->model().setData(page->model().index(row, 0), Qt::Checked, Qt::CheckStateRole);
        actions[action]->trigger();
        if (dialog())
            fill(*dialog());
    };
    const auto isReady = [&window, dialog] {
        return dialog() && listPage(window, u"invoices"_s)->model().isCounted();
    };
    const auto hide = [&window, dialog] {
        listPage(window, u"invoices"_s)->model().setAllChecked(false);
        if (dialog())
            dialog()->reject();
    };
    return {name, show, isReady, hide};
}

/// The events, and one of them as soon as its payload is there.
QList<Scene> eventScenes(MainWindow &window)
{
    Scene panel = panelScene(window, u"events"_s);
    panel.isReady = [&window] {
        const auto *content = window.page(u"events"_s)->findChild<QWidget *>(u"eventTabs"_s);
        return content && !content->visibleRegion().isEmpty();
    };
    Scene whole = wholeScene(window, u"events"_s, u"event-page"_s);
    whole.isReady = panel.isReady;
    return {pageScene(window, u"events"_s), panel, whole};
}

/// The comparison before its first time, the question that starts it, and how it fares.
QList<Scene> syncScenes(MainWindow &window, const PageContext &context)
{
    const auto page = [&window] { return qobject_cast<SyncPage *>(window.page(u"sync"_s)); };
    const auto dialog = [&window] { return window.findChild<QDialog *>(u"startSyncDialog"_s); };
    Scene question = pageScene(window, u"sync"_s);
    question.name = u"sync-start"_s;
    question.show = [&window, page] {
        window.goTo({u"sync"_s, {}});
        page()->askToStart();
    };
    question.isReady = [dialog] { return dialog() && dialog()->isVisible(); };
    question.hide = [dialog] { dialog()->reject(); };
    Scene compared = pageScene(window, u"sync"_s);
    compared.name = u"sync-compared"_s;
    compared.show = [&window, page, &sync = context.services.sync] {
        window.goTo({u"sync"_s, {}});
        if (!page()->strip().run())
            services::whenReady(sync.start(core::SyncMode::Report), page(),
                                [page](const core::Result<QUuid> &) { page()->refresh(); });
    };
    compared.isReady = [page] {
        const std::optional<core::SyncRun> &run = page()->strip().run();
        return run && run->objects() > 0; // its end is a minute away
    };
    return {pageScene(window, u"sync"_s), question, compared};
}

} // namespace

QList<Scene> scenesOf(MainWindow &window, const PageContext &context)
{
    QList<Scene> scenes;
    for (const QString &page : {u"overview"_s, u"tenants"_s, u"subscriptions"_s, u"invoices"_s})
        scenes.append(pageScene(window, page));
    for (const QString &page : {u"tenants"_s, u"subscriptions"_s, u"invoices"_s})
        scenes.append(panelScene(window, page));
    scenes.append(wholeScene(window, u"tenants"_s, u"tenant-page"_s));
    scenes.append(wholeScene(window, u"invoices"_s, u"invoice-page"_s));
    scenes.append(eventScenes(window));
    scenes.append(syncScenes(window, context));
    scenes.append(pageScene(window, u"tasks"_s));
    scenes.append(settingsScene(window));
    scenes.append(endpointScenes(window, context));
    scenes.append(jumpScene(window));
    scenes.append(listScene(window, context, u"go-to-row"_s, ActionId::GoToRow, u"goToRowDialog"_s,
                            [](QDialog &dialog) {
                                auto *number = dialog.findChild<QLineEdit *>(u"rowNumber"_s);
                                number->setText(u"1000000000"_s); // more than there are
                            }));
    scenes.append(listScene(window, context, u"export-rows"_s, ActionId::ExportList,
                            u"exportRowsDialog"_s, [](QDialog &) {}));
    scenes.append(dialogScene(window, context, u"new-tenant"_s,
                              [&window](Launcher &launcher, const QUuid &, const QString &) {
                                  launcher.newTenant(&window);
                              }));
    scenes.append(dialogScene(window, context, u"change-plan"_s,
                              [&window](Launcher &launcher, const QUuid &tenant, const QString &) {
                                  launcher.changePlan(tenant, &window);
                              }));
    scenes.append(dialogScene(window, context, u"new-subscription"_s,
                              [&window](Launcher &launcher, const QUuid &tenant, const QString &) {
                                  launcher.newSubscription(tenant, &window);
                              }));
    scenes.append(dialogScene(
        window, context, u"cancel-subscription"_s,
        [&window](Launcher &launcher, const QUuid &tenant, const QString &subscription) {
            launcher.cancelSubscription(tenant, subscription, &window);
        }));
    return scenes;
}

} // namespace ui
