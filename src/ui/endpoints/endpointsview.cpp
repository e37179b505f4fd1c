// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpoints/endpointsview.h"

#include "models/endpointreport.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/rollfinisher.h"
#include "services/whenready.h"
#include "ui/dialogs.h"
#include "ui/endpoints/deleteendpointdialog.h"
#include "ui/endpoints/endpointdialog.h"
#include "ui/endpoints/endpointpanel.h"
#include "ui/endpoints/endpointtable.h"
#include "ui/endpoints/rollendpointdialog.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationsteps.h"
#include "ui/operations/operationwatcher.h"
#include "ui/shell/actions.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr std::array onCurrent{ActionId::EditEndpoint, ActionId::UpdateEndpointTypes,
                               ActionId::RollEndpoint, ActionId::DeleteEndpoint};

} // namespace

EndpointsView::EndpointsView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new models::EndpointTableModel(this))
    , m_table(new EndpointTable(context.theme, *m_model))
    , m_panel(new EndpointPanel(context))
    , m_notice(new Notice(context.theme))
    , m_state(new StatePane(context.theme))
    , m_progress(new ProgressLine(context.theme))
    , m_count(new TextLabel(context.theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_watcher(new OperationWatcher(context.services.operations, context.services.changes, this))
{
    setObjectName(u"endpointsView"_s);
    build();
    joinActions();
    m_changes.setSingleShot(true);
    m_changes.setInterval(300ms);
    m_arrivals.setInterval(1s);
    connect(&m_arrivals, &QTimer::timeout, this, &EndpointsView::followArrivals);
    connect(&m_changes, &QTimer::timeout, this, &EndpointsView::refresh);
    connect(&context.services.changes, &services::ChangeNotifier::changed, this,
            [this](const QList<core::Change> &changes) {
                const bool isOurs = std::ranges::any_of(changes, [](const core::Change &change) {
                    return change.entity == "operation"_L1 || change.entity == "*"_L1;
                });
                if (isOurs && isVisible())
                    m_changes.start();
            });
    connect(m_table, &EndpointTable::currentIdChanged, this, &EndpointsView::showCurrent);
    connect(m_table, &EndpointTable::opened, this, [this] { setPanelWanted(true); });
    connect(m_panel, &DetailPanel::closeRequested, this, [this] { setPanelWanted(false); });
    connect(m_notice, &Notice::linkActivated, this, &EndpointsView::finishRoll);
    connect(m_watcher, &OperationWatcher::stepsChanged, this, &EndpointsView::followSteps);
    followActions();
}

void EndpointsView::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildHead(layout);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(metrics::gutter, 0, metrics::gutter, metrics::gap);
    noticeRow->addWidget(m_notice);
    layout->addLayout(noticeRow);
    m_progress->setAccessibleName(tr("Asking Stripe"));
    m_progress->setRunning(true);
    QSizePolicy steady = m_progress->sizePolicy();
    steady.setRetainSizeWhenHidden(true); // no jump when it ends
    m_progress->setSizePolicy(steady);
    layout->addWidget(m_progress);
    auto *list = new QWidget;
    auto *columns = new QHBoxLayout(list);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(m_table, 1);
    columns->addWidget(m_panel);
    auto *pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(list);
    m_stack->addWidget(m_state);
    m_state->setObjectName(u"endpointState"_s);
    layout->addWidget(pages, 1);
    m_panel->hide();
    m_progress->hide();
}

void EndpointsView::buildHead(QVBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::gutter, metrics::gap, metrics::gutter, metrics::gap);
    head->setSpacing(metrics::cardGap);
    head->addWidget(
        makeActionButton(m_context.actions[ActionId::NewEndpoint], ButtonKind::Primary, this));
    m_count->setObjectName(u"endpointCount"_s);
    head->addWidget(m_count, 1);
    auto *again = makeButton(m_context.theme, tr("Look again"), ButtonKind::Plain, "refresh-cw"_L1);
    again->setObjectName(u"endpointsAgain"_s);
    connect(again, &QPushButton::clicked, this, &EndpointsView::refresh);
    head->addWidget(again);
    layout->addLayout(head);
}

void EndpointsView::joinActions()
{
    Actions &actions = m_context.actions;
    const auto on = [&](ActionId id, void (EndpointsView::*act)()) {
        connect(actions[id], &QAction::triggered, this, act);
    };
    on(ActionId::NewEndpoint, &EndpointsView::create);
    on(ActionId::EditEndpoint, &EndpointsView::edit);
    on(ActionId::UpdateEndpointTypes, &EndpointsView::updateTypes);
    on(ActionId::RollEndpoint, &EndpointsView::roll);
    on(ActionId::DeleteEndpoint, &EndpointsView::remove);
    for (const ActionId id : onCurrent)
        m_table->addAction(actions[id]);
}

void EndpointsView::refresh()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_progress->show();
    if (!m_isRead)
        m_count->setText(tr("Reading Stripe's list…"));
    services::whenReady(m_context.services.endpoints.list(), this,
                        [this](const Endpoints &answer) { take(answer); });
}

void EndpointsView::take(const Endpoints &answer)
{
    m_isReading = false;
    m_isRead = true;
    m_progress->hide();
    if (!answer) {
        showState(answer.error());
        return;
    }
    m_error = {};
    adopt(*answer);
    showNotice();
    showCurrent();
}

/// The current one stays so, unless one was made: then it is that one.
void EndpointsView::adopt(const QList<core::WebhookEndpoint> &endpoints)
{
    QString id = m_table->currentId();
    const bool isLater = m_model->rowCount() > 0;
    for (const core::WebhookEndpoint &endpoint : endpoints) {
        if (isLater && m_model->rowOf(endpoint.id) < 0)
            id = endpoint.id;
    }
    m_model->setEndpoints(endpoints, m_context.services.endpoints.settings().apiVersion);
    m_count->setText(
        tr("%1 of %2", "webhook endpoints").arg(endpoints.size()).arg(core::mostWebhookEndpoints));
    if (endpoints.isEmpty())
        return showEmpty();
    m_stack->setCurrentIndex(0);
    if (!m_table->setCurrentId(id))
        m_table->setCurrentId(endpoints.first().id);
}

/// No key or right, Stripe out of reach, or an error: what it is, why, and what can be done.
void EndpointsView::showState(const core::Error &error)
{
    using Kind = core::Error::Kind;
    m_error = error;
    m_count->clear();
    if (error.kind == Kind::Forbidden)
        m_state->showForbidden(tr("The endpoints cannot be read here"), error.message);
    else if (error.kind == Kind::Unreachable)
        m_state->showError(tr("Stripe cannot be reached"), error);
    else
        m_state->showError(tr("The endpoints could not be read"), error);
    QPushButton *again = m_state->addButton(tr("Try again"), true);
    again->setObjectName(u"stateButton"_s);
    connect(again, &QPushButton::clicked, this, &EndpointsView::refresh);
    m_stack->setCurrentWidget(m_state);
    m_notice->clear();
    followActions();
}

void EndpointsView::showEmpty()
{
    m_state->showEmpty(tr("Stripe has no webhook endpoint of this account"),
                       tr("Events are read from Stripe's list every few minutes all the same. With "
                          "an endpoint they come within a second: Stripe sends them to this "
                          "program's address."));
    QPushButton *fresh = m_state->addButton(tr("New endpoint…"), true);
    fresh->setObjectName(u"stateButton"_s);
    const QAction *action = m_context.actions[ActionId::NewEndpoint];
    const QString obstacle = m_context.services.endpoints.secretObstacle();
    fresh->setEnabled(obstacle.isEmpty());
    fresh->setToolTip(obstacle.isEmpty() ? action->toolTip() : obstacle);
    connect(fresh, &QPushButton::clicked, action, &QAction::trigger);
    m_stack->setCurrentWidget(m_state);
}

const core::WebhookEndpoint *EndpointsView::current() const
{
    return m_error.message.isEmpty() ? m_model->endpoint(m_table->currentIndex().row()) : nullptr;
}

std::optional<core::WebhookEndpoint> EndpointsView::find(const QString &id) const
{
    const core::WebhookEndpoint *found = m_model->endpoint(m_model->rowOf(id));
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<core::WebhookEndpoint> EndpointsView::successorOf(const QString &id) const
{
    for (const services::OpenRoll &roll : services::openRolls(m_model->endpoints())) {
        if (roll.old.id == id)
            return roll.fresh;
    }
    return std::nullopt;
}

void EndpointsView::showCurrent()
{
    if (const core::WebhookEndpoint *endpoint = current()) {
        m_panel->showEndpoint(*endpoint, successorOf(endpoint->id),
                              find(endpoint->overlap.replaces));
        m_panel->setVisible(m_isPanelWanted);
    } else {
        m_panel->hide();
    }
    followActions();
}

/// Closed it stays closed, whatever is read again, until a row is opened.
void EndpointsView::setPanelWanted(bool isWanted)
{
    m_isPanelWanted = isWanted;
    m_panel->setVisible(isWanted);
    m_table->setFocus();
}

/// Each action is there, or says why it is not.
void EndpointsView::followActions()
{
    Actions &actions = m_context.actions;
    QString noSecret = m_context.services.endpoints.secretObstacle();
    if (noSecret.isEmpty() && m_model->rowCount() >= core::mostWebhookEndpoints)
        noSecret = tr("Stripe allows 16 endpoints. Delete one first.");
    if (!m_error.message.isEmpty())
        noSecret = m_error.message;
    if (noSecret.isEmpty())
        actions.allow(ActionId::NewEndpoint);
    else
        actions.forbid(ActionId::NewEndpoint, noSecret);
    followChoice(noSecret);
}

void EndpointsView::followChoice(const QString &obstacle)
{
    Actions &actions = m_context.actions;
    const core::WebhookEndpoint *endpoint = current();
    for (const ActionId id : onCurrent) {
        if (endpoint)
            actions.allow(id);
        else
            actions.forbid(id, tr("Choose an endpoint first."));
    }
    if (!endpoint)
        return;
    const bool isRolling =
        successorOf(endpoint->id).has_value() || find(endpoint->overlap.replaces).has_value();
    if (isRolling)
        actions.forbid(ActionId::RollEndpoint,
                       tr("Its secret is being rolled already. Finish that first."));
    else if (!obstacle.isEmpty())
        actions.forbid(ActionId::RollEndpoint, obstacle);
    const QString own = m_context.services.endpoints.settings().apiVersion;
    if (models::reportOf(*endpoint, own).isUpToDate())
        actions.forbid(ActionId::UpdateEndpointTypes,
                       tr("It sends exactly the types that are handled here."));
}

void EndpointsView::showNotice()
{
    const QList<services::OpenRoll> rolls = services::openRolls(m_model->endpoints());
    const QString obstacle = m_context.services.endpoints.secretObstacle();
    if (!rolls.isEmpty()) {
        const services::OpenRoll &roll = rolls.first();
        const int delivered = m_context.services.endpoints.delivered(roll.fresh.id);
        m_delivered = delivered;
        m_arrivals.start();
        m_notice->showContent(
            {StatusColor::Amber, "refresh-cw"_L1,
             tr("Two secrets are in use %1").arg(models::overlapText(roll.fresh.overlap)),
             delivered > 0
                 ? tr("The new endpoint has delivered %n event(s).", nullptr, delivered)
                 : tr("The new endpoint has not delivered yet. Until it has, the old one keeps "
                      "events coming."),
             tr("Finish rolling…"), false});
    } else if (!obstacle.isEmpty()) {
        m_notice->showContent({StatusColor::Blue,
                               "lock"_L1,
                               tr("No secret can be kept at this desk"),
                               obstacle,
                               {},
                               false});
    } else {
        m_notice->clear();
    }
}

/// An event of the new endpoint shows by itself: it is what one waits for.
void EndpointsView::followArrivals()
{
    const QList<services::OpenRoll> rolls = services::openRolls(m_model->endpoints());
    if (rolls.isEmpty() || !isVisible())
        return m_arrivals.stop();
    const int delivered = m_context.services.endpoints.delivered(rolls.first().fresh.id);
    if (std::exchange(m_delivered, delivered) == delivered)
        return;
    showNotice();
    showCurrent();
}

void EndpointsView::finishRoll()
{
    const QList<services::OpenRoll> rolls = services::openRolls(m_model->endpoints());
    if (!rolls.isEmpty())
        open(new DeleteEndpointDialog(m_context.theme, m_context.services, rolls.first().old,
                                      rolls.first().fresh));
}

void EndpointsView::open(OperationDialog *dialog)
{
    connect(dialog, &QDialog::finished, this, &EndpointsView::refresh);
    m_context.dialogs.open(dialog, this);
    Q_EMIT dialogOpened(dialog);
}

void EndpointsView::create()
{
    open(new EndpointDialog(m_context.theme, m_context.services, std::nullopt));
}

void EndpointsView::edit()
{
    if (const core::WebhookEndpoint *endpoint = current())
        open(new EndpointDialog(m_context.theme, m_context.services, *endpoint));
}

void EndpointsView::roll()
{
    if (const core::WebhookEndpoint *endpoint = current())
        open(new RollEndpointDialog(m_context.theme, m_context.services, *endpoint));
}

void EndpointsView::remove()
{
    if (const core::WebhookEndpoint *endpoint = current())
        open(new DeleteEndpointDialog(m_context.theme, m_context.services, *endpoint,
                                      successorOf(endpoint->id)));
}

/// One press: nothing is lost by it, and the list shows what came of it.
void EndpointsView::updateTypes()
{
    const core::WebhookEndpoint *endpoint = current();
    if (!endpoint)
        return;
    core::WebhookEndpointChange change;
    change.id = endpoint->id;
    change.bringsTypesUpToDate = true;
    m_context.actions.forbid(ActionId::UpdateEndpointTypes, tr("It is being changed."));
    services::whenReady(
        m_context.services.endpoints.update(*endpoint, change), this,
        [this](const core::Result<QUuid> &group) {
            if (group)
                m_watcher->watch(*group);
            else
                m_notice->showContent(
                    {StatusColor::Red, "circle-alert"_L1, group.error().message, {}, {}, false});
        });
}

void EndpointsView::followSteps()
{
    const QList<core::Operation> &steps = m_watcher->steps();
    const GroupProgress progress = progressOf(steps, m_context.clock.now());
    switch (progress.state) {
    case GroupProgress::State::Done:
        m_watcher->stop();
        refresh();
        break;
    case GroupProgress::State::Stopped: {
        const core::Error why = steps.value(progress.index).error.value_or(core::Error{});
        m_notice->showContent({StatusColor::Red,
                               "circle-alert"_L1,
                               tr("The types were not changed"),
                               why.message,
                               {},
                               false});
        followActions();
        break;
    }
    case GroupProgress::State::Waiting:
        m_notice->showContent({StatusColor::Amber,
                               "cloud-off"_L1,
                               waitingTitle(steps.value(progress.index)),
                               waitingText(),
                               {},
                               true});
        break;
    case GroupProgress::State::Running:
    case GroupProgress::State::Approval:
    case GroupProgress::State::Asking:
    case GroupProgress::State::GivenUp:
        break;
    }
}

void EndpointsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void EndpointsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Role::Base));
}

} // namespace ui
