// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/settingsservice.h"
#include "ui/shell/page.h"

class QVBoxLayout;

namespace ui {

class ConnectionCard;
class Dialogs;
class EndpointsView;
class Notice;
class ViewState;

/// The desk's connections, each tested for real, and how the window looks.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    SettingsPage(Theme &theme, services::SettingsService &settings, Dialogs &dialogs,
                 ViewState &viewState, QWidget *parent = nullptr);
    void refresh() override; ///< Tests everything that is set.
    /// "stripe-key" and so on: that card in sight. "webhook-endpoints": Stripe's endpoints.
    void open(const QString &object) override;
    [[nodiscard]] QString openedObject() const override;
    [[nodiscard]] QStringList breadcrumb() const override;
    /// A place of its own on this page, behind a button of the signing secret's card.
    void setEndpoints(EndpointsView *view);
    [[nodiscard]] EndpointsView *endpoints() const { return m_endpoints; }

private:
    void build(Theme &theme, Dialogs &dialogs, ViewState &viewState);
    void followNotice();
    void showEndpoints(bool isShown);

    services::SettingsService &m_settings;
    Notice *m_notice;
    class QScrollArea *m_scroll;
    class QStackedLayout *m_stack;
    EndpointsView *m_endpoints = nullptr;
    QList<ConnectionCard *> m_cards;
};

} // namespace ui
