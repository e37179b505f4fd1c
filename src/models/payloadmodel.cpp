// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/payloadmodel.h"

#include "models/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {
namespace {

constexpr qint64 earliestTime = 1'000'000'000; // September 2001: a smaller number is no time

/// Stripe's names for times are these and what ends like them.
bool isTimeField(const QString &field)
{
    constexpr std::array names{"created"_L1,
                               "start"_L1,
                               "end"_L1,
                               "due_date"_L1,
                               "next_payment_attempt"_L1,
                               "billing_cycle_anchor"_L1};
    constexpr std::array ends{"_at"_L1, "_start"_L1, "_end"_L1, "_on"_L1, "_date"_L1, "_by"_L1};
    return std::ranges::find(names, field) != names.end()
        || std::ranges::any_of(ends, [&](auto end) { return field.endsWith(end); });
}

bool isBranch(const QJsonValue &value)
{
    return (value.isObject() && !value.toObject().isEmpty())
        || (value.isArray() && !value.toArray().isEmpty());
}

QStringList keysOf(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject().keys();
    QStringList keys;
    for (qsizetype i = 0; i < value.toArray().size(); ++i)
        keys.append(QString::number(i));
    return keys;
}

QJsonValue memberOf(const QJsonValue &value, const QString &key)
{
    if (value.isObject())
        return value.toObject().value(key);
    if (!value.isArray())
        return QJsonValue::Undefined;
    const QJsonArray array = value.toArray();
    const int place = key.toInt();
    return place < array.size() ? array.at(place) : QJsonValue(QJsonValue::Undefined);
}

/// How many single values differ. Of an object Stripe tells the changed fields alone, an array
/// whole.
int countChanges(const QJsonValue &before, const QJsonValue &after, bool isPartial)
{
    if (!isPartial && before == after)
        return 0;
    if (!isBranch(before) && !isBranch(after))
        return 1;
    QStringList keys = keysOf(before);
    if (!isPartial) {
        keys += keysOf(after);
        keys.removeDuplicates();
    }
    int changes = 0;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue was = memberOf(before, key);
        const QJsonValue is = memberOf(after, key);
        const bool staysPartial = isPartial && was.isObject() && is.isObject();
        changes += countChanges(was, is, staysPartial);
    }
    return changes;
}

} // namespace

struct PayloadModel::Node
{
    enum class Knows {
        Nothing, ///< No field of it changed.
        Fields,  ///< `before` has the changed fields alone.
        Whole,   ///< `before` is all that was.
    };

    Node *parent = nullptr;
    int row = 0;
    QString key;
    QJsonValue before;
    QJsonValue after;
    Knows knows = Knows::Nothing;
    bool isFilled = false;
    std::vector<std::unique_ptr<Node>> children = {};

    [[nodiscard]] bool hasBranches() const { return isBranch(before) || isBranch(after); }
    [[nodiscard]] bool isChanged() const { return knows != Knows::Nothing; }
};

PayloadModel::PayloadModel(Shows shows, QObject *parent)
    : QAbstractItemModel(parent)
    , m_shows(shows)
    , m_root(std::make_unique<Node>())
{
}

PayloadModel::~PayloadModel() = default;

void PayloadModel::setPayload(const QJsonObject &event)
{
    beginResetModel();
    m_payload = event;
    m_root = std::make_unique<Node>();
    m_root->isFilled = true;
    const QJsonObject data = event["data"_L1].toObject();
    const QJsonValue before = data["previous_attributes"_L1];
    m_changes = before.isObject() ? countChanges(before, data["object"_L1], true) : 0;
    const auto add = [this](const QString &key, const QJsonValue &was, const QJsonValue &is) {
        std::unique_ptr<Node> node = childOf(*m_root, key, was, is);
        if (m_shows == Shows::Changes && !node->isChanged())
            return;
        node->row = static_cast<int>(m_root->children.size());
        m_root->children.push_back(std::move(node));
    };
    if (m_changes > 0)
        m_root->knows = Node::Knows::Fields;
    add(u"data.object"_s, m_changes > 0 ? before : QJsonValue(QJsonValue::Undefined),
        data["object"_L1]);
    m_root->knows = Node::Knows::Nothing;
    for (auto member = event.begin(); member != event.end(); ++member) {
        if (member.key() != "data"_L1)
            add(member.key(), QJsonValue::Undefined, member.value());
    }
    endResetModel();
}

/// What the parent knows of before decides what the child can know.
std::unique_ptr<PayloadModel::Node> PayloadModel::childOf(Node &parent, const QString &key,
                                                          const QJsonValue &before,
                                                          const QJsonValue &after) const
{
    using Knows = Node::Knows;
    auto node = std::make_unique<Node>(Node{&parent, 0, key, before, after});
    if (parent.knows == Knows::Fields && !before.isUndefined())
        node->knows = before.isObject() && after.isObject() ? Knows::Fields : Knows::Whole;
    else if (parent.knows == Knows::Whole && before != after)
        node->knows = Knows::Whole;
    return node;
}

void PayloadModel::fill(Node &node) const
{
    node.isFilled = true;
    QStringList keys = keysOf(node.after);
    if (node.isChanged()) {
        for (const QString &key : keysOf(node.before)) {
            if (!keys.contains(key))
                keys.append(key);
        }
    }
    for (const QString &key : std::as_const(keys)) {
        std::unique_ptr<Node> child =
            childOf(node, key, memberOf(node.before, key), memberOf(node.after, key));
        if (m_shows == Shows::Changes && !child->isChanged())
            continue;
        child->row = static_cast<int>(node.children.size());
        node.children.push_back(std::move(child));
    }
}

PayloadModel::Node *PayloadModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex PayloadModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       nodeOf(parent)->children.at(static_cast<std::size_t>(row)).get());
}

QModelIndex PayloadModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *parent = nodeOf(index)->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int PayloadModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int PayloadModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool PayloadModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Node *node = nodeOf(parent);
    return node->isFilled ? !node->children.empty() : node->hasBranches();
}

bool PayloadModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return parent.column() <= 0 && !node->isFilled && node->hasBranches();
}

void PayloadModel::fetchMore(const QModelIndex &parent)
{
    Node *node = nodeOf(parent);
    if (!canFetchMore(parent))
        return;
    Node filled{node->parent, node->row, node->key, node->before, node->after, node->knows};
    fill(filled);
    node->isFilled = true;
    if (filled.children.empty())
        return;
    beginInsertRows(parent, 0, static_cast<int>(filled.children.size()) - 1);
    node->children = std::move(filled.children);
    for (const std::unique_ptr<Node> &child : node->children)
        child->parent = node;
    endInsertRows();
}

QVariant PayloadModel::displayed(const Node &node, int column) const
{
    const auto shown = [&node](const QJsonValue &value) -> QString {
        if (value.isObject())
            return tr("%n field(s)", "of a part of a payload",
                      static_cast<int>(value.toObject().size()));
        if (value.isArray())
            return tr("%n item(s)", "of a list in a payload",
                      static_cast<int>(value.toArray().size()));
        return payloadText(node.key, value);
    };
    switch (column) {
    case Field:
        return node.key;
    case Before:
        if (node.isChanged() && node.before.isUndefined())
            return tr("none", "there was no such field");
        return node.isChanged() && node.knows == Node::Knows::Whole ? shown(node.before)
                                                                    : QString();
    case After:
        return node.after.isUndefined() ? tr("none", "there was no such field") : shown(node.after);
    default:
        return {};
    }
}

QVariant PayloadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const QJsonValue &value = index.column() == Before ? node.before : node.after;
    switch (role) {
    case Qt::DisplayRole:
        return displayed(node, index.column());
    case Qt::ToolTipRole: // the number behind a time, and what does not fit
        return index.column() == Field || isBranch(value) ? QVariant()
                                                          : QVariant(value.toVariant().toString());
    case Qt::AccessibleTextRole:
        if (index.column() != Field || !node.isChanged() || node.hasBranches())
            return displayed(node, index.column());
        return tr("%1: was %2, is %3", "a field of a payload")
            .arg(node.key, displayed(node, Before).toString(), displayed(node, After).toString());
    case IsChangedRole:
        return node.isChanged() && !node.hasBranches();
    case LeadsToChangeRole:
        return node.isChanged() && node.hasBranches();
    case IsBranchRole:
        return isBranch(value);
    default:
        return {};
    }
}

QVariant PayloadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field", "of a payload");
    case Before:
        return tr("Before", "the value a field had");
    case After:
        return hasBefore() ? tr("After", "the value a field has") : tr("Value", "of a field");
    default:
        return {};
    }
}

QString payloadText(const QString &field, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const qint64 number = value.toInteger();
        if (isTimeField(field) && number >= earliestTime)
            return exactTime(QDateTime::fromSecsSinceEpoch(number, Qt::UTC));
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
            .sliced(1)
            .chopped(1);
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Object:
        return u"{}"_s;
    case QJsonValue::Array:
        return u"[]"_s;
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace models
