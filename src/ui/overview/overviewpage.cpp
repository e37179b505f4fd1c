// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "models/wording.h"
#include "services/deskservices.h"
#include "ui/operations/answered.h"
#include "ui/widgets/detailpanel.h"
#include "ui/widgets/statepane.h"

#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context.theme, {u"overview"_s, tr("Overview"), "layout-dashboard"_L1, 0}, parent)
    , m_context(context)
    , m_stack(new QStackedLayout(this))
    , m_facts(new FactStrip(context.theme))
    , m_state(new StatePane(context.theme))
{
    m_stack->addWidget(m_facts);
    m_stack->addWidget(m_state);
    m_changes.setSingleShot(true);
    m_changes.setInterval(300ms);
    connect(&m_changes, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&context.services.changes, &services::ChangeNotifier::changed, &m_changes,
            qOverload<>(&QTimer::start));
    refresh();
}

void OverviewPage::refresh()
{
    whenAnswered(m_context.services.overview.overview(), this,
                 [this](const core::Result<core::Overview> &answer) { take(answer); });
}

void OverviewPage::take(const core::Result<core::Overview> &answer)
{
    if (!answer) {
        m_state->showError(tr("The figures could not be loaded"), answer.error());
        connect(m_state->addButton(tr("Try again"), true), &QPushButton::clicked, this,
                &OverviewPage::refresh);
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_facts->clear();
    m_facts->addFact(tr("Tenants"), models::countText(answer->counts.tenants), {});
    m_facts->addFact(tr("Over a limit"), models::countText(answer->counts.exceeding), {});
    m_stack->setCurrentWidget(m_facts);
}

} // namespace ui
