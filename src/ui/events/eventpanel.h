// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "core/result.h"
#include "ui/pagecontext.h"
#include "ui/widgets/detailpanel.h"

namespace ui {

class EventContent;

/// One event: what is to be done about it, where it comes from, what it changed, and what is in it.
class EventPanel : public DetailPanel
{
    Q_OBJECT

public:
    EventPanel(const PageContext &context, QWidget *parent = nullptr);

    void showEvent(const QUuid &id);
    using DetailPanel::showEvent;
    void refresh() override;
    [[nodiscard]] const core::EventDetail &detail() const { return m_event; }

Q_SIGNALS:
    void shown(); ///< Its facts are there.
    void tenantRequested(const QUuid &tenant);
    /// An object that it changed: Stripe's word for its kind, and its id.
    void objectRequested(const QString &kind, const QString &stripeId);

protected:
    void fill() override;

private:
    void take(const QUuid &asked, const core::Result<core::EventDetail> &answer);
    void fillAdvice();
    void fillFacts();
    void fillTouched();
    void addId(QVBoxLayout *section, const QString &label, const QString &id);

    PageContext m_context;
    EventContent *m_content;
    LinkLabel *m_tenant;
    QWidget *m_advice = nullptr;
    QUuid m_id;
    core::EventDetail m_event;
    quint64 m_generation = 0; ///< Late answers are dropped.
};

} // namespace ui
