// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/settingsservice.h"
#include "ui/shell/page.h"

class QVBoxLayout;

namespace ui {

class ConnectionCard;
class Dialogs;
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
    /// "stripe-key" and so on: that card in sight.
    void open(const QString &object) override;

private:
    void build(Theme &theme, Dialogs &dialogs, ViewState &viewState);
    void followNotice();

    services::SettingsService &m_settings;
    Notice *m_notice;
    class QScrollArea *m_scroll;
    QList<ConnectionCard *> m_cards;
};

} // namespace ui
