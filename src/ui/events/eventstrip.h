// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "core/result.h"
#include "ui/pagecontext.h"
#include "ui/widgets/pane.h"

#include <QTimer>

class QHBoxLayout;

namespace ui {

class IconLabel;
class LinkLabel;
class MinuteBars;
class TextLabel;

/// How Stripe's events fare: how many came today and what became of them, how quickly, when
/// Stripe's list was last read, what was turned away. As many facts as there is room for.
class EventStrip : public Pane
{
    Q_OBJECT

public:
    EventStrip(const PageContext &context, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] const core::EventHealth &health() const { return m_health; }

Q_SIGNALS:
    void healthShown();
    void moreReceived(); ///< Since the time before, whether or not they are worked off.
    void failed(const core::Error &error);
    void turnedAwayRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Fact { Received, Processed, Failed, Dead, Median, Slowest, Oldest, Listed, FactCount };
    struct Part
    {
        QWidget *box;
        IconLabel *icon;
        TextLabel *value;
    };
    void build();
    void addFact(const char *name, const QString &label);
    void setFact(Fact fact, const QString &value);
    void setWork(Fact fact, qint64 count, QLatin1StringView icon, StatusColor status);
    void take(const core::EventHealth &health);
    void fit();

    PageContext m_context;
    QHBoxLayout *m_row;
    QList<Part> m_facts;
    QWidget *m_hour = nullptr;
    MinuteBars *m_bars;
    LinkLabel *m_turnedAway;
    QTimer m_changes;
    QTimer m_clock; ///< What waits grows older without a change.
    core::EventHealth m_health;
    bool m_isReading = false;
    bool m_isOutdated = false;
};

} // namespace ui
