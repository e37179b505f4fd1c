// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/charts/monthchart.h"
#include "ui/dialogs.h"
#include "ui/overview/overviewboard.h"
#include "ui/overview/overviewskeleton.h"
#include "ui/shell/actions.h"
#include "ui/shell/viewstate.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/statepane.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {
const QString currencyKey = u"overview/currency"_s;
}

PageFace OverviewPage::ownFace()
{
    return {u"overview"_s, tr("Overview"), "layout-dashboard"_L1, 0};
}

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context.theme, ownFace(), parent)
    , m_context(context)
    , m_stack(new QStackedLayout(this))
    , m_content(new QWidget)
    , m_banner(new Banner(context.theme))
    , m_scroll(new QScrollArea)
    , m_board(new OverviewBoard(context.theme))
    , m_skeleton(new OverviewSkeleton(context.theme, m_board))
    , m_state(new StatePane(context.theme))
{
    build();
    joinServices();
    refresh();
}

void OverviewPage::build()
{
    m_board->setCurrency(m_context.viewState.value(currencyKey).toString());
    m_scroll->setWidget(m_board);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Overview"));
    m_scroll->viewport()->setBackgroundRole(QPalette::Window);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_scroll, 1);
    m_banner->hide();
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_state);
    connect(m_banner, &Banner::activated, this, &OverviewPage::refresh);
    connect(m_board, &OverviewBoard::navigationRequested, this, &Page::navigationRequested);
    connect(m_board, &OverviewBoard::currencyChosen, this, [this](const QString &currency) {
        m_context.viewState.setValue(currencyKey, currency);
    });
    const QList<MonthChart *> charts = m_board->charts();
    for (MonthChart *chart : charts)
        connect(chart, &MonthChart::saveRequested, this,
                [this, chart](ChartFormat format) { saveChart(chart, format); });
}

void OverviewPage::joinServices()
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(300ms);
    m_retry.setSingleShot(true);
    m_retry.setInterval(10s);
    connect(&m_changes, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&m_retry, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&m_clock, &QTimer::timeout, this, &OverviewPage::refreshSoon);
    m_clock.start(3min);
    connect(&m_context.services.changes, &services::ChangeNotifier::changed, this,
            &OverviewPage::refreshSoon);
    services::Health &health = m_context.services.health;
    connect(&health, &services::Health::changed, this,
            [this, &health](services::Health::Part part) {
                if (part == services::Health::Part::Database
                    && health.part(part).state == services::PartHealth::State::Good)
                    refreshSoon();
            });
}

/// The timer is not started anew: a steady stream of changes must not put the reading off for
/// ever. Out of sight nothing is read; showing the page makes up for it.
void OverviewPage::refreshSoon()
{
    if (!isVisible()) {
        m_isOutdated = true;
        return;
    }
    if (!m_changes.isActive())
        m_changes.start();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isOutdated && !m_isReading)
        refresh();
}

void OverviewPage::refresh()
{
    if (m_isReading) {
        m_isOutdated = true;
        return;
    }
    m_isReading = true;
    m_isOutdated = false;
    services::whenReady(m_context.services.overview.overview(), this,
                        [this](const core::Result<core::Overview> &answer) { take(answer); });
}

void OverviewPage::take(const core::Result<core::Overview> &answer)
{
    m_isReading = false;
    if (!answer)
        showFailure(answer.error());
    else if (answer->counts.tenants == 0 && answer->currencies.isEmpty())
        showEmpty();
    else
        showFigures(*answer);
    if (m_isOutdated)
        refreshSoon();
    Q_EMIT settled();
}

void OverviewPage::showFigures(const core::Overview &overview)
{
    m_at = overview.at;
    m_retry.stop();
    m_board->setOverview(overview);
    m_skeleton->hide();
    m_banner->hide();
    m_stack->setCurrentWidget(m_content);
    Q_EMIT figuresShown();
}

void OverviewPage::showEmpty()
{
    m_at = {};
    m_state->showEmpty(tr("No tenants yet"),
                       tr("Revenue, open balances and renewals appear here with the first "
                          "tenant. Add one, or wait until Stripe's data has been read."));
    QAction *action = m_context.actions[ActionId::NewTenant];
    QPushButton *button = m_state->addButton(QString(action->text()).remove(u'&'), true);
    button->setObjectName(u"overviewNewTenant"_s);
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_stack->setCurrentWidget(m_state);
}

/// Old figures stay, dated, while the database is away; what one may not see is taken away.
void OverviewPage::showFailure(const core::Error &error)
{
    if (error.kind == core::Error::Kind::Forbidden) {
        m_at = {};
        m_state->showForbidden(tr("You may not see the figures"),
                               tr("Your role cannot read revenue and invoices. An administrator "
                                  "can give you the role of a viewer."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_retry.start();
    if (m_at.isValid()) {
        m_banner->showText(
            tr("%1 The figures are those of %2.").arg(error.message, models::exactTime(m_at)),
            tr("Try now"));
        m_banner->show();
        return;
    }
    m_state->showError(tr("The figures could not be loaded"), error);
    connect(m_state->addButton(tr("Try again now"), true), &QPushButton::clicked, this,
            &OverviewPage::refresh);
    m_stack->setCurrentWidget(m_state);
}

void OverviewPage::saveChart(MonthChart *chart, ChartFormat format)
{
    const QString suffix = chartSuffix(format);
    const SaveRequest request{
        tr("Save: %1", "a chart's title").arg(chart->accessibleName()),
        u"%1 %2.%3"_s.arg(chart->accessibleName(), m_at.toString(u"yyyy-MM-dd"), suffix),
        u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix)};
    m_context.dialogs.chooseFile(request, this, [this, chart, format](const QString &path) {
        const core::Result<> written = writeChart(*chart, format, path);
        if (written)
            return;
        m_banner->showText(written.error().message, tr("Dismiss"));
        m_banner->show();
    });
}

void OverviewPage::takeFocus()
{
    if (m_stack->currentWidget() == m_content)
        return m_board->cards().first()->setFocus(Qt::OtherFocusReason);
    const auto buttons = m_state->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible())
            return button->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace ui
