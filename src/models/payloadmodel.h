// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace models {

/// An event's payload as a tree: each field with what it was before, where the event says so
/// (`data.previous_attributes`), and what it is. Branches are made when they are opened. Shows
/// everything, or what changed alone.
class PayloadModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Field, Before, After, ColumnCount };
    enum Role {
        IsChangedRole = Qt::UserRole + 1, ///< The value was another before.
        LeadsToChangeRole,                ///< Something below it was another before.
        IsBranchRole,                     ///< The cell only counts what is below.
    };
    enum class Shows { Everything, Changes };

    explicit PayloadModel(Shows shows, QObject *parent = nullptr);
    ~PayloadModel() override;

    void setPayload(const QJsonObject &event);
    [[nodiscard]] const QJsonObject &payload() const { return m_payload; }
    /// Single values that changed.
    [[nodiscard]] int changeCount() const { return m_changes; }
    [[nodiscard]] bool hasBefore() const { return m_changes > 0; }

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Node;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    void fill(Node &node) const;
    [[nodiscard]] std::unique_ptr<Node> childOf(Node &parent, const QString &key,
                                                const QJsonValue &before,
                                                const QJsonValue &after) const;
    [[nodiscard]] QVariant displayed(const Node &node, int column) const;

    Shows m_shows;
    QJsonObject m_payload;
    std::unique_ptr<Node> m_root;
    int m_changes = 0;
};

/// A value as the tree shows it: times of Stripe in words, text as it is. Empty for undefined.
[[nodiscard]] QString payloadText(const QString &field, const QJsonValue &value);

} // namespace models
