// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace core {
class Clock;
}

namespace ui {

class Paragraph;
class PayloadTree;
class ViewTabs;

/// What is in an event: what it changed, all that was sent, and the attempts to apply it.
class EventContent : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Changes, Payload, Attempts };

    EventContent(const Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);
    void setEvent(const core::EventDetail &event);

private:
    void build();
    void addAttempt(const core::EventAttempt &attempt);
    void showTab();
    void copyPayload();
    [[nodiscard]] QString noteFor(Tab tab) const;

    const Theme &m_theme;
    const core::Clock &m_clock;
    ViewTabs *m_tabs;
    QPushButton *m_copy;
    Paragraph *m_note; ///< What stands where there is nothing to list.
    PayloadTree *m_changes;
    PayloadTree *m_payload;
    QWidget *m_attempts;
    QVBoxLayout *m_attemptRows;
    core::EventDetail m_event;
};

} // namespace ui
