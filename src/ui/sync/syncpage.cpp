// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/dialogs.h"
#include "ui/shell/actions.h"
#include "ui/sync/driftpanel.h"
#include "ui/sync/startsyncdialog.h"
#include "ui/sync/syncstrip.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/listview.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncPage)
};

ListWords words()
{
    return {
        Text::tr("Search differences"),
        [](qint64 count) {
            return Text::tr("%Ln difference(s)", nullptr, static_cast<int>(count));
        },
        Text::tr("No difference is known"),
        Text::tr("What a comparison with Stripe finds stands here until it is settled, most money "
                 "first."),
        Text::tr("No difference matches"),
        Text::tr("Differences could not be loaded")};
}

core::Filter is(const QString &column, const QStringList &values)
{
    return {column, core::FilterOperator::Equals, values};
}

} // namespace

PageFace SyncPage::ownFace()
{
    return {u"sync"_s, Text::tr("Comparison"), "arrow-down-up"_L1, 3};
}

SyncPage::SyncPage(const PageContext &context, models::ListSource &source, QWidget *parent)
    : ListPage(
        {context.theme, source, context.clock, context.viewState, context.actions, context.dialogs},
        ownFace(), core::ListId::Drift, words(), parent)
    , m_context(context)
    , m_strip(new SyncStrip(context))
    , m_panel(new DriftPanel(context))
{
    setStrip(m_strip);
    addPresets();
    addHeadAction(context.actions[ActionId::ExportList]);
    setPanel(m_panel);
    m_panel->addAction(context.actions[ActionId::AdoptDrift], ButtonKind::Primary);
    selectionBar().addAction(context.actions[ActionId::AdoptDrift]);
    connectParts();
    followAction();
}

void SyncPage::addPresets()
{
    addPreset({u"all"_s, Text::tr("All")});
    addPreset({u"money"_s,
               Text::tr("Money at stake"),
               {{u"stake"_s, core::FilterOperator::AtLeast, qint64(1)}}});
    addPreset({u"missing"_s,
               Text::tr("Missing"),
               {is(u"status"_s, {u"missing_here"_s, u"missing_there"_s})}});
    addPreset({u"invoices"_s, Text::tr("Invoices"), {is(u"kind"_s, {u"invoice"_s})}});
    addPreset(
        {u"subscriptions"_s, Text::tr("Subscriptions"), {is(u"kind"_s, {u"subscription"_s})}});
}

void SyncPage::connectParts()
{
    const Actions &all = m_context.actions;
    connect(all[ActionId::CompareWithStripe], &QAction::triggered, this, &SyncPage::askToStart);
    connect(all[ActionId::AdoptDrift], &QAction::triggered, this, [this] {
        if (isVisible())
            askToAdopt();
    });
    connect(this, &ListPage::opened, this, &ListPage::openWhole);
    connect(this, &ListPage::currentIdChanged, this, [this](const QUuid &id) {
        const int row = model().rowOf(id);
        if (const core::ListRow *known = row < 0 ? nullptr : model().listRow(row))
            m_panel->showRow(*known);
        followAction();
    });
    connect(&model(), &models::ListTableModel::checkedChanged, this, &SyncPage::followAction);
    connect(&model(), &models::ListTableModel::stateChanged, this, &SyncPage::followAction);
    connect(m_strip, &SyncStrip::failed, this, &SyncPage::failed);
    connect(m_strip, &SyncStrip::warned, this, &SyncPage::warned);
    connect(m_strip, &SyncStrip::progressed, this, &SyncPage::progressed);
}

void SyncPage::refresh()
{
    ListPage::refresh();
    m_strip->refresh();
}

void SyncPage::askToStart()
{
    auto *dialog = new StartSyncDialog(m_context.theme, window());
    connect(dialog, &StartSyncDialog::chosen, this, [this](core::SyncMode mode) {
        services::whenReady(m_context.services.sync.start(mode), this,
                            [this](const core::Result<QUuid> &started) {
                                if (!started)
                                    Q_EMIT failed(started.error());
                                m_strip->refresh();
                            });
    });
    m_context.dialogs.open(dialog, this);
}

std::optional<QList<QUuid>> SyncPage::wantedRows() const
{
    using Kind = core::RowSelection::Kind;
    const models::CheckedRows &checked = model().checked();
    const core::RowSelection ticked = checked.of(model().query()).selection;
    if (checked.isEverything() && ticked.kind == Kind::All && filterBar().filters().isEmpty()
        && filterBar().search().isEmpty())
        return QList<QUuid>();
    if (checked.isEverything())
        return std::nullopt;
    if (ticked.kind == Kind::Only && !ticked.ids.isEmpty())
        return ticked.ids;
    return shownId().isNull() ? std::nullopt : std::optional(QList<QUuid>{shownId()});
}

void SyncPage::followAction()
{
    Actions &all = m_context.actions;
    const models::CheckedRows &checked = model().checked();
    if (wantedRows())
        all.allow(ActionId::AdoptDrift);
    else if (checked.isEverything())
        all.forbid(ActionId::AdoptDrift,
                   Text::tr("Clear the filters to take over everything, or tick single rows."));
    else
        all.forbid(ActionId::AdoptDrift, Text::tr("Choose a difference first."));
}

void SyncPage::askToAdopt()
{
    const std::optional<QList<QUuid>> rows = wantedRows();
    if (!rows)
        return;
    const QString effects =
        Text::tr("Each object is read from Stripe again, and all its fields here are set to what "
                 "Stripe says. Nothing is changed at Stripe. What Stripe has no more then counts "
                 "as deleted or canceled here. The audit log keeps both values and your name.");
    const auto count = static_cast<int>(rows->size());
    const Question question{
        rows->isEmpty() ? Text::tr("Take over everything from Stripe?")
                        : Text::tr("Take over %n difference(s) from Stripe?", nullptr, count),
        effects, Text::tr("Take over"), Text::tr("Keep what is here"), rows->size() != 1};
    m_context.dialogs.ask(question, this, [this, rows](bool isAccepted) {
        if (isAccepted)
            adopt(*rows);
    });
}

void SyncPage::adopt(const QList<QUuid> &rows)
{
    services::whenReady(m_context.services.sync.adopt(rows), this,
                        [this](const core::Result<qint64> &asked) {
                            if (!asked) {
                                Q_EMIT failed(asked.error());
                                return;
                            }
                            model().setAllChecked(false);
                            Q_EMIT adoptionAsked(*asked);
                        });
}

} // namespace ui
