// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventspage.h"

#include "core/clock.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/eventreplay.h"
#include "ui/dialogs.h"
#include "ui/events/eventpanel.h"
#include "ui/events/eventstrip.h"
#include "ui/events/turnedawaydialog.h"
#include "ui/operations/notice.h"
#include "ui/shell/actions.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/listplace.h"

#include <QAction>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(EventsPage)
};

ListWords words()
{
    return {
        Text::tr("Search events"),
        [](qint64 count) { return Text::tr("%Ln event(s)", nullptr, static_cast<int>(count)); },
        Text::tr("No event yet"),
        Text::tr("What Stripe reports, such as a paid invoice, stands here as soon as it arrives."),
        Text::tr("No event matches"),
        Text::tr("Events could not be loaded")};
}

core::Filter is(const QString &column, const QStringList &values)
{
    return {column, core::FilterOperator::Equals, values};
}

/// Where an object that an event changed is listed: the page, and the column with its id.
struct ObjectList
{
    QLatin1StringView kind;
    QLatin1StringView page;
    QLatin1StringView column;
};
constexpr std::array objectLists{
    ObjectList{"invoice"_L1, "invoices"_L1, "invoice"_L1},
    ObjectList{"subscription"_L1, "subscriptions"_L1, "subscription"_L1},
    ObjectList{"customer"_L1, "tenants"_L1, "customer"_L1},
};

QString harmless()
{
    return Text::tr("Each is applied as if it had just arrived. What it did already is not done a "
                    "second time, and it never overwrites anything newer. Nothing is changed at "
                    "Stripe. The audit log keeps your name.");
}

} // namespace

PageFace EventsPage::ownFace()
{
    return {u"events"_s, Text::tr("Events"), "activity"_L1, 3};
}

EventsPage::EventsPage(const PageContext &context, models::ListSource &source, QWidget *parent)
    : ListPage(
        {context.theme, source, context.clock, context.viewState, context.actions, context.dialogs},
        ownFace(), core::ListId::Events, words(), parent)
    , m_context(context)
    , m_strip(new EventStrip(context))
    , m_notice(new Notice(context.theme))
    , m_panel(new EventPanel(context))
{
    auto *top = new QWidget;
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_notice);
    setStrip(top);
    addPresets();
    addHeadAction(context.actions[ActionId::ReplayFailed]);
    addHeadAction(context.actions[ActionId::ExportList]);
    setPanel(m_panel);
    m_panel->addAction(context.actions[ActionId::ReplayEvents], ButtonKind::Primary);
    selectionBar().addAction(context.actions[ActionId::ReplayEvents]);
    addRowActions({context.actions[ActionId::ReplayEvents]});
    connectParts();
    followActions();
}

EventsPage::~EventsPage() = default;

void EventsPage::addPresets()
{
    addPreset({u"all"_s, Text::tr("Live")});
    addPreset({u"attention"_s,
               Text::tr("Needs attention"),
               {is(u"status"_s, {u"retrying"_s, u"dead"_s})}});
    addPreset({u"waiting"_s, Text::tr("Waiting"), {is(u"status"_s, {u"waiting"_s})}});
    addPreset({u"unassigned"_s,
               Text::tr("Unassigned"),
               {{u"tenant"_s, core::FilterOperator::IsSet, false},
                is(u"kind"_s,
                   {u"customer"_s, u"subscription"_s, u"invoice"_s, u"payment_intent"_s,
                    u"refund"_s, u"credit_note"_s, u"dispute"_s, u"charge"_s})}});
    addPreset(
        {u"ignored"_s, Text::tr("Not handled"), {is(u"status"_s, {u"ignored"_s, u"refused"_s})}});
}

void EventsPage::connectParts()
{
    const Actions &all = m_context.actions;
    connect(all[ActionId::ReplayEvents], &QAction::triggered, this, [this] {
        if (isVisible())
            askToReplay();
    });
    connect(all[ActionId::ReplayFailed], &QAction::triggered, this, &EventsPage::askToReplayFailed);
    connect(this, &ListPage::opened, this, &ListPage::openWhole);
    connect(this, &ListPage::currentIdChanged, this, [this](const QUuid &id) {
        if (!id.isNull())
            m_panel->showEvent(id);
        followActions();
    });
    connect(&model(), &models::ListTableModel::checkedChanged, this, &EventsPage::followActions);
    connect(m_panel, &EventPanel::shown, this, &EventsPage::followActions);
    connect(m_panel, &EventPanel::tenantRequested, this, [this](const QUuid &tenant) {
        Q_EMIT navigationRequested({u"tenants"_s, tenant.toString(QUuid::WithoutBraces)});
    });
    connect(m_panel, &EventPanel::objectRequested, this, &EventsPage::openObject);
    connect(m_strip, &EventStrip::turnedAwayRequested, this, &EventsPage::showTurnedAway);
    connect(m_strip, &EventStrip::healthShown, this, &EventsPage::followActions);
    connect(m_strip, &EventStrip::moreReceived, this, [this] { noteChanges({}); });
    connect(m_notice, &Notice::linkActivated, this, [this] {
        if (m_replay)
            m_replay->cancel();
    });
}

void EventsPage::refresh()
{
    ListPage::refresh();
    if (m_strip->isVisible())
        m_strip->refresh();
}

void EventsPage::showTurnedAway()
{
    m_context.dialogs.open(new TurnedAwayDialog(m_context, window()), this);
}

void EventsPage::openObject(const QString &kind, const QString &stripeId)
{
    const auto list = std::ranges::find(objectLists, kind, &ObjectList::kind);
    if (list == objectLists.end())
        return;
    const ListPlace place{.view = u"all"_s, .filters = QList{is(list->column, {stripeId})}};
    Q_EMIT navigationRequested({list->page, toText(place)});
}

std::optional<core::ListQuery> EventsPage::wanted() const
{
    using Kind = core::RowSelection::Kind;
    const core::ListQuery shown = core::resolved(model().query(), m_context.clock.now());
    const core::ListQuery ticked = model().checked().of(shown);
    if (ticked.selection.kind != Kind::Only || !ticked.selection.ids.isEmpty())
        return ticked;
    if (shownId().isNull())
        return std::nullopt;
    return core::onlyRows(shown, {shownId()});
}

void EventsPage::followActions()
{
    Actions &all = m_context.actions;
    const core::WebhookFigures &figures = m_strip->health().figures;
    if (figures.failed + figures.dead > 0 && !m_replay)
        all.allow(ActionId::ReplayFailed);
    else
        all.forbid(ActionId::ReplayFailed,
                   m_replay ? Text::tr("A replay is under way.")
                            : Text::tr("No event has failed."));
    const auto query = wanted();
    const bool isOne = query && query->selection.ids.size() == 1
        && query->selection.ids.first() == m_panel->detail().id;
    if (m_replay)
        all.forbid(ActionId::ReplayEvents, Text::tr("A replay is under way."));
    else if (!query)
        all.forbid(ActionId::ReplayEvents, Text::tr("Choose an event first."));
    else if (isOne && m_panel->detail().state == "waiting"_L1)
        all.forbid(ActionId::ReplayEvents, Text::tr("It is waiting to be applied already."));
    else
        all.allow(ActionId::ReplayEvents);
}

/// One that failed is tried again at once; nothing can go wrong by it. All else is asked first.
void EventsPage::askToReplay()
{
    const auto query = wanted();
    if (!query)
        return;
    using Kind = core::RowSelection::Kind;
    const bool isCounted = query->selection.kind == Kind::Only;
    const auto count = static_cast<int>(query->selection.ids.size());
    if (isCounted && count == 1 && query->selection.ids.first() == m_panel->detail().id) {
        const QString &state = m_panel->detail().state;
        if (state == "retrying"_L1 || state == "dead"_L1)
            return replay(*query);
        return confirm(Text::tr("Apply this event once more?"), harmless(), *query);
    }
    confirm(isCounted ? Text::tr("Replay %n event(s)?", nullptr, count)
                      : Text::tr("Replay all events of this list?"),
            harmless(), *query);
}

void EventsPage::askToReplayFailed()
{
    core::ListQuery query{.list = core::ListId::Events};
    query.filters = {is(u"status"_s, {u"retrying"_s, u"dead"_s})};
    const core::WebhookFigures &figures = m_strip->health().figures;
    confirm(Text::tr("Replay the %n event(s) that failed?", nullptr,
                     static_cast<int>(figures.failed + figures.dead)),
            harmless(), query);
}

void EventsPage::confirm(const QString &title, const QString &effects, const core::ListQuery &query)
{
    const Question question{title, effects, Text::tr("Replay", "apply events again"),
                            Text::tr("Leave it"), false};
    m_context.dialogs.ask(question, this, [this, query](bool isAccepted) {
        if (isAccepted)
            replay(query);
    });
}

void EventsPage::replay(const core::ListQuery &query)
{
    if (m_replay)
        return;
    m_replay = m_context.services.events.replayAll(query);
    connect(m_replay.get(), &services::EventReplay::progressed, this,
            [this](qint64 done, qint64 total) {
                if (total <= 0)
                    return;
                const double share = static_cast<double>(done) / static_cast<double>(total);
                Q_EMIT progressed(Text::tr("Replay events"), share);
                if (done > 0 && done < total)
                    m_notice->showContent(
                        {StatusColor::Blue, "rotate-ccw"_L1, Text::tr("Replaying events"),
                         Text::tr("%1 of %2 are waiting to be applied.")
                             .arg(models::countText(done), models::countText(total)),
                         Text::tr("Stop here"), true});
            });
    connect(m_replay.get(), &services::EventReplay::finished, this, &EventsPage::endReplay);
    followActions();
}

void EventsPage::endReplay(const core::Result<qint64> &events)
{
    m_replay.release()->deleteLater(); // it is still telling
    m_notice->clear();
    Q_EMIT progressed({}, 0);
    if (events) {
        model().setAllChecked(false);
        Q_EMIT replayAsked(*events);
    } else {
        Q_EMIT failed(events.error());
    }
    followActions();
}

} // namespace ui
