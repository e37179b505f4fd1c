// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pagecontext.h"
#include "ui/widgets/listpage.h"

#include <memory>

namespace models {
class ListSource;
}
namespace services {
class EventReplay;
}

namespace ui {

class EventPanel;
class EventStrip;
class Notice;

/// Every event that Stripe sent or listed: what became of it, what was in it, and trying it again,
/// one by one or in bulk.
class EventsPage : public ListPage
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    EventsPage(const PageContext &context, models::ListSource &source, QWidget *parent = nullptr);
    ~EventsPage() override;

    void refresh() override;
    [[nodiscard]] EventStrip &strip() const { return *m_strip; }
    void showTurnedAway(); ///< The dialog.

Q_SIGNALS:
    void failed(const core::Error &error);
    void replayAsked(qint64 events);
    void progressed(const QString &text, double share); ///< Of a replay under way; empty: none.

private:
    void addPresets();
    void connectParts();
    void followActions();
    void askToReplay();
    void askToReplayFailed();
    void confirm(const QString &title, const QString &effects, const core::ListQuery &query);
    void replay(const core::ListQuery &query);
    void endReplay(const core::Result<qint64> &events);
    void openObject(const QString &kind, const QString &stripeId);
    /// What "replay" is about: the ticked events, else the current one.
    [[nodiscard]] std::optional<core::ListQuery> wanted() const;

    PageContext m_context;
    EventStrip *m_strip;
    Notice *m_notice; ///< A replay of many under way.
    EventPanel *m_panel;
    std::unique_ptr<services::EventReplay> m_replay;
};

} // namespace ui
