// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventcontent.h"

#include "core/clock.h"
#include "models/statustext.h"
#include "models/wording.h"
#include "ui/events/payloadtree.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/viewtabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::PayloadModel;

namespace ui {

EventContent::EventContent(const Theme &theme, const core::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_tabs(new ViewTabs(theme))
    , m_copy(makeIconButton(theme, "copy"_L1, tr("Copy the payload")))
    , m_note(new Paragraph(theme, {}, {TextSize::Body, Weight::Regular, Role::Text2}))
    , m_changes(new PayloadTree(theme, PayloadModel::Shows::Changes))
    , m_payload(new PayloadTree(theme, PayloadModel::Shows::Everything))
    , m_attempts(new QWidget)
    , m_attemptRows(new QVBoxLayout(m_attempts))
{
    m_tabs->setObjectName(u"eventTabs"_s);
    m_tabs->setAccessibleName(tr("What is in the event"));
    m_changes->setObjectName(u"eventChanges"_s);
    m_payload->setObjectName(u"eventPayload"_s);
    m_note->setObjectName(u"eventNote"_s);
    m_copy->setObjectName(u"copyPayload"_s);
    m_attempts->setObjectName(u"eventAttempts"_s);
    m_tabs->addView(tr("Changes", "what an event changed"));
    m_tabs->addView(tr("Payload", "all of an event"));
    m_tabs->addView(tr("Failed tries"));
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, &EventContent::showTab);
    connect(m_copy, &QPushButton::clicked, this, &EventContent::copyPayload);
    for (PayloadTree *tree : {m_changes, m_payload})
        connect(tree, &PayloadTree::heightChanged, tree,
                [tree] { tree->setFixedHeight(tree->sizeHint().height()); });
}

void EventContent::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *head = new Pane(m_theme, Role::Base, Qt::BottomEdge);
    head->setFixedHeight(metrics::tabs + 1);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->addWidget(m_tabs, 1);
    row->addWidget(m_copy);
    column->addWidget(head);
    column->addSpacing(4);
    column->addWidget(m_note);
    column->addWidget(m_changes);
    column->addWidget(m_payload);
    column->addWidget(m_attempts);
    column->addStretch(1); // on a page of its own there is more room than content
    m_attemptRows->setContentsMargins(0, 4, 0, 0);
    m_attemptRows->setSpacing(4);
}

void EventContent::setEvent(const core::EventDetail &event)
{
    const bool isAnother = event.id != m_event.id;
    m_event = event;
    m_changes->setPayload(event.payload);
    m_payload->setPayload(event.payload);
    m_tabs->setCount(Changes, m_changes->payload().changeCount());
    m_tabs->setCount(Attempts, event.history.size());
    m_copy->setEnabled(!event.payload.isEmpty());
    while (QLayoutItem *item = m_attemptRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const core::EventAttempt &attempt : event.history)
        addAttempt(attempt);
    if (isAnother)
        m_tabs->setCurrentIndex(m_changes->payload().hasBefore() ? Changes
                                    : event.history.isEmpty()    ? Payload
                                                                 : Attempts);
    showTab();
}

void EventContent::addAttempt(const core::EventAttempt &attempt)
{
    const models::StatusFace face = models::statusFace(attempt.state);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(metrics::gap);
    auto *icon = new IconLabel(m_theme, face.icon);
    icon->setStatusIcon(face.icon, face.tone);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new Paragraph(
        m_theme,
        tr("%1: %2", "number of the try, what went wrong").arg(attempt.number).arg(attempt.error));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(words, 1);
    auto *at = new TextLabel(m_theme, models::momentText(attempt.at, m_clock.now()),
                             {TextSize::Small, Weight::Regular, Role::Text3});
    at->setToolTip(models::exactTime(attempt.at));
    row->addWidget(at, 0, Qt::AlignTop);
    m_attemptRows->addWidget(line);
}

QString EventContent::noteFor(Tab tab) const
{
    if (tab == Attempts)
        return m_event.history.isEmpty() ? tr("No try has failed.") : QString();
    if (!m_event.isPayloadReadable)
        return tr("Your role may not read what Stripe sent. Administrators may.");
    if (m_event.payload.isEmpty())
        return m_event.brokenPayload.isEmpty()
            ? tr("Nothing was sent.")
            : tr("This is not readable as Stripe's format. It begins:\n%1")
                  .arg(m_event.brokenPayload);
    if (tab == Changes && !m_changes->payload().hasBefore())
        return tr("Stripe does not say what was before: the event tells of the object as a whole.");
    return {};
}

void EventContent::showTab()
{
    const auto tab = static_cast<Tab>(m_tabs->currentIndex());
    const QString note = noteFor(tab);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_changes->setVisible(tab == Changes && note.isEmpty());
    m_payload->setVisible(tab == Payload && note.isEmpty());
    m_attempts->setVisible(tab == Attempts && note.isEmpty());
}

void EventContent::copyPayload()
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(QJsonDocument(m_event.payload).toJson(QJsonDocument::Indented)));
}

} // namespace ui
