// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jump/jumpmodel.h"

#include "models/wording.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// What a screen reader says of a line.
QString spokenText(const JumpEntry &entry)
{
    QStringList parts{entry.title};
    if (!entry.detail.isEmpty())
        parts.append(entry.detail);
    if (entry.amount)
        parts.append(models::moneyText(*entry.amount));
    if (entry.status)
        parts.append(entry.status->word);
    if (!entry.whyNot.isEmpty())
        parts.append(entry.whyNot);
    return parts.join(u", "_s);
}

} // namespace

void JumpModel::setSections(const QList<JumpSection> &sections)
{
    beginResetModel();
    m_rows.clear();
    for (const JumpSection &section : sections) {
        if (section.entries.isEmpty())
            continue;
        m_rows.append({section.title, std::nullopt});
        for (const JumpEntry &entry : section.entries)
            m_rows.append({{}, entry});
    }
    endResetModel();
}

const JumpEntry *JumpModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return nullptr;
    const std::optional<JumpEntry> &entry = m_rows.at(index.row()).entry;
    return entry ? &*entry : nullptr;
}

int JumpModel::nextRow(int row, int step) const
{
    const auto count = static_cast<int>(m_rows.size());
    for (int tried = 0; tried < count; ++tried) {
        row = (row + step + count) % count;
        if (m_rows.at(row).entry)
            return row;
    }
    return -1;
}

int JumpModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JumpModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.entry ? row.entry->title : row.heading;
    case Qt::AccessibleTextRole:
        return row.entry ? spokenText(*row.entry) : row.heading;
    case Qt::ToolTipRole:
        return row.entry && !row.entry->whyNot.isEmpty() ? row.entry->whyNot : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags JumpModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!entry(index))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace ui
