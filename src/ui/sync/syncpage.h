// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync.h"
#include "ui/pagecontext.h"
#include "ui/widgets/listpage.h"

namespace models {
class ListSource;
}

namespace ui {

class DriftPanel;
class SyncStrip;

/// What differs between Stripe and this database, most money first, and the comparison that finds
/// it. Stripe's values are taken over one by one or in bulk.
class SyncPage : public ListPage
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    SyncPage(const PageContext &context, models::ListSource &source, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] SyncStrip &strip() const { return *m_strip; }
    void askToStart(); ///< The dialog.

Q_SIGNALS:
    void failed(const core::Error &error);
    void warned(const QString &title, const QString &text);
    void adoptionAsked(qint64 objects);
    void progressed(const QString &text, double share); ///< Of a comparison under way.

private:
    void addPresets();
    void connectParts();
    void followAction();
    void askToAdopt();
    void adopt(const QList<QUuid> &rows);
    /// What "take over" is about: the ticked rows, else the current one. Nothing for all.
    [[nodiscard]] std::optional<QList<QUuid>> wantedRows() const;

    PageContext m_context;
    SyncStrip *m_strip;
    DriftPanel *m_panel;
};

} // namespace ui
