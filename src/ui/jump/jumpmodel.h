// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jump.h"
#include "models/statustext.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>

namespace ui {

/// One line of the jump list: an object, a page or an action, and what choosing it does.
struct JumpEntry
{
    QString title;
    QString detail;
    QLatin1StringView icon;
    std::optional<core::Money> amount;        ///< At the trailing edge; else
    std::optional<models::StatusFace> status; ///< this, if there is one.
    QString whyNot;                           ///< Why it cannot be chosen now; else empty.
    std::optional<core::JumpTarget> target;   ///< Kept among the recent ones.
    std::function<void()> choose;
};

/// Entries of one kind below their heading.
struct JumpSection
{
    QString title;
    QList<JumpEntry> entries;
};

/// The lines of the jump list. Headings are rows that cannot be selected.
class JumpModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSections(const QList<JumpSection> &sections);
    /// Null for a heading.
    [[nodiscard]] const JumpEntry *entry(const QModelIndex &index) const;
    /// The next selectable row from `row` in steps of 1 or −1, going round; -1 without one.
    [[nodiscard]] int nextRow(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString heading;
        std::optional<JumpEntry> entry;
    };
    QList<Row> m_rows;
};

} // namespace ui
