// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payloadmodel.h"

#include <QTreeView>

namespace ui {

class Theme;

/// A payload as a tree of 24 px rows: what changed lies on a wash, the old value struck through,
/// the new one in full ink.
class PayloadTree : public QTreeView
{
    Q_OBJECT

public:
    PayloadTree(const Theme &theme, models::PayloadModel::Shows shows, QWidget *parent = nullptr);

    /// What was open stays open where the same fields are there again.
    void setPayload(const QJsonObject &event);
    [[nodiscard]] models::PayloadModel &payload() const { return *m_model; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void heightChanged(); ///< Branches were opened or closed.

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openChanges(const QModelIndex &parent);
    void shareWidth();

    const Theme &m_theme;
    models::PayloadModel *m_model;
};

} // namespace ui
