// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventpanel.h"

#include "core/clock.h"
#include "models/driftwording.h"
#include "models/eventwording.h"
#include "models/overviewkpi.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/events/eventadvice.h"
#include "ui/events/eventcontent.h"
#include "ui/stripelink.h"
#include "ui/tenants/panelrows.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/linklabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

EventPanel::EventPanel(const PageContext &context, QWidget *parent)
    : DetailPanel(context.theme, parent)
    , m_context(context)
    , m_content(new EventContent(context.theme, context.clock, this))
    , m_tenant(setTitleLink({}))
{
    setObjectName(u"eventPanel"_s);
    setAccessibleName(tr("Event"));
    m_content->hide();
    setColumnWidth(metrics::eventPanel);
    connect(m_tenant, &LinkLabel::activated, this,
            [this] { Q_EMIT tenantRequested(m_event.tenantId); });
    followChanges(context.services.changes, [this](const core::Change &change) {
        return change.entity == "event"_L1 && (change.id.isNull() || change.id == m_id);
    });
}

void EventPanel::showEvent(const QUuid &id)
{
    m_id = id;
    refresh();
}

void EventPanel::refresh()
{
    if (m_id.isNull())
        return;
    setRunning(true);
    const quint64 generation = ++m_generation;
    const QUuid asked = m_id;
    services::whenReady(m_context.services.events.find(asked), this,
                        [this, asked, generation](const core::Result<core::EventDetail> &answer) {
                            if (generation == m_generation)
                                take(asked, answer);
                        });
}

void EventPanel::take(const QUuid &asked, const core::Result<core::EventDetail> &answer)
{
    setRunning(false);
    if (!answer) {
        if (m_event.id != asked) {
            m_content->setParent(this);
            m_content->hide();
            clearSections();
            setTitle(tr("Not loaded"));
        }
        setSubtitle(answer.error().message);
        return;
    }
    m_event = *answer;
    fill();
    Q_EMIT shown();
}

void EventPanel::fill()
{
    if (m_event.id.isNull())
        return; // not read yet
    setTitle(models::eventTypeText(m_event.type));
    m_tenant->setText(m_event.tenantId.isNull() ? tr("No tenant is linked") : m_event.tenantName);
    m_tenant->setLink(!m_event.tenantId.isNull());
    chip()->setState(m_event.state);
    setSubtitle(m_event.type);
    m_content->setParent(this); // its branches and its tab outlive the sections
    clearSections();
    fillAdvice();
    fillFacts();
    fillTouched();
    QVBoxLayout *section = addSection(Column::Main, {});
    section->addWidget(m_content);
    m_content->setEvent(m_event);
    m_content->show();
}

void EventPanel::fillAdvice()
{
    delete m_advice;
    m_advice = nullptr;
    const EventAdvice advice = adviceFor(m_event, m_context.clock.now());
    if (advice.title.isEmpty())
        return;
    m_advice = new Advice(theme(), advice.status, advice.icon, advice.title, advice.text);
    m_advice->setObjectName(u"eventAdvice"_s);
    fixedArea()->addWidget(m_advice);
}

void EventPanel::fillFacts()
{
    const Column column = isWide() ? Column::Side : Column::Main;
    QVBoxLayout *section = addSection(column, {});
    addId(section, tr("Event"), m_event.eventId);
    addId(section, models::objectKindText(m_event.objectType), m_event.objectId);
    addId(section, tr("Request"), m_event.requestId);
    const QDateTime now = m_context.clock.now();
    const qint64 late = std::max<qint64>(0, m_event.created.msecsTo(m_event.received));
    addFact(
        section, tr("Created"),
        makeText(theme(),
                 tr("%1, received %2 later")
                     .arg(models::momentText(m_event.created, now), models::durationText(late))));
    const bool isWorkedOff = m_event.state == "done"_L1 || m_event.state == "ignored"_L1;
    if (isWorkedOff && m_event.processed.isValid())
        addFact(
            section, tr("Processed", "when an event was worked off"),
            makeText(theme(),
                     tr("%1 after it was received")
                         .arg(models::durationText(m_event.received.msecsTo(m_event.processed)))));
    addFact(section, tr("Came by", "how an event came"),
            makeText(theme(),
                     tr("%1, API %2", "delivered, API version")
                         .arg(models::eventWayText(m_event.via), m_event.apiVersion)));
}

void EventPanel::fillTouched()
{
    if (m_event.touched.isEmpty())
        return;
    const Column column = isWide() ? Column::Side : Column::Main;
    QVBoxLayout *section = addSection(column, tr("Changed here"));
    for (const QString &touched : std::as_const(m_event.touched)) {
        const QString kind = touched.section(u':', 0, 0);
        const QString id = touched.section(u':', 1);
        const bool hasList =
            kind == "invoice"_L1 || kind == "subscription"_L1 || kind == "customer"_L1;
        auto *value = new CopyableId(theme());
        showStripeId(value, id, m_context.services);
        value->setId(id, hasList);
        connect(value, &CopyableId::activated, this,
                [this, kind, id] { Q_EMIT objectRequested(kind, id); });
        addFact(section, models::objectKindText(kind), value);
    }
}

void EventPanel::addId(QVBoxLayout *section, const QString &label, const QString &id)
{
    if (id.isEmpty())
        return;
    auto *value = new CopyableId(theme());
    showStripeId(value, id, m_context.services);
    addFact(section, label, value);
}

} // namespace ui
