// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/endpointscenes.h"

#include "services/deskservices.h"
#include "ui/endpoints/endpointsview.h"
#include "ui/endpoints/endpointtable.h"
#include "ui/operations/operationdialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

EndpointsView *viewOf(MainWindow &window)
{
    return window.findChild<EndpointsView *>(u"endpointsView"_s);
}

bool hasRow(MainWindow &window)
{
    const EndpointsView *view = viewOf(window);
    return view && view->isSettled() && view->table().model()->rowCount() > 0;
}

Scene listScene(MainWindow &window, const PageContext &context)
{
    const auto show = [&window, &endpoints = context.services.endpoints] {
        window.goTo({u"settings"_s, u"webhook-endpoints"_s});
        if (!endpoints.lastRead().isEmpty())
            return; // of the pictures before
        core::NewWebhookEndpoint example;
        example.url = endpoints.settings().suggestedUrl;
        example.description = u"Billing desk"_s;
        (void)endpoints.create(example); // the list follows the operation
    };
    return {u"webhook-endpoints"_s, show, [&window] { return hasRow(window); }, [] {}};
}

Scene dialogScene(MainWindow &window, const PageContext &context, const QString &name, ActionId id)
{
    auto dialog = std::make_shared<QPointer<OperationDialog>>();
    const auto show = [&window, &actions = context.actions, id, dialog] {
        window.goTo({u"settings"_s, u"webhook-endpoints"_s});
        QObject::connect(
            viewOf(window), &EndpointsView::dialogOpened, viewOf(window),
            [dialog](OperationDialog *opened) { *dialog = opened; }, Qt::SingleShotConnection);
        actions[id]->trigger();
    };
    return {name, show, [dialog] { return !dialog->isNull() && (*dialog)->isVisible(); },
            [dialog] {
                if (!dialog->isNull())
                    (*dialog)->done(0);
            }};
}

} // namespace

QList<Scene> endpointScenes(MainWindow &window, const PageContext &context)
{
    return {listScene(window, context),
            dialogScene(window, context, u"webhook-endpoint-new"_s, ActionId::NewEndpoint),
            dialogScene(window, context, u"webhook-endpoint-edit"_s, ActionId::EditEndpoint),
            dialogScene(window, context, u"webhook-endpoint-roll"_s, ActionId::RollEndpoint),
            dialogScene(window, context, u"webhook-endpoint-delete"_s, ActionId::DeleteEndpoint)};
}

} // namespace ui
