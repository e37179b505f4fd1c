// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <deque>
#include <vector>

namespace contract {

/// Where a violation is reported to, with the path to the value at fault.
struct Report
{
    QStringList violations;
    void add(const QString &path, const QString &what);
};

/// One schema of the OpenAPI document, compiled: references resolved, enums as sets.
/// OpenAPI 3.0 is a dialect of its own (`nullable`; form fields, which are all text): the JSON
/// Schema libraries at hand know neither, and Stripe's document uses few keywords.
struct Schema
{
    enum class Type { Any, String, Integer, Number, Boolean, Object, Array };

    Type type = Type::Any;
    bool isNullable = false;
    bool isOpaque = false; ///< An object whose fields are not described.
    qsizetype maxLength = -1;
    QList<QJsonValue> allowed; ///< Empty: any.
    std::vector<const Schema *> anyOf;
    QHash<QString, const Schema *> properties;
    QStringList required;
    const Schema *items = nullptr;
    const Schema *additional = nullptr; ///< Of fields beyond `properties`; null: there are none.
};

/// Owns all schemas of one document and checks values against them.
class SchemaSet
{
public:
    explicit SchemaSet(const QJsonObject &namedSchemas);

    [[nodiscard]] const Schema *named(const QString &name);
    [[nodiscard]] const Schema *compiled(const QJsonObject &definition);

private:
    void fill(Schema &schema, const QJsonObject &definition);
    Schema &newSchema();

    QJsonObject m_definitions;
    QHash<QString, Schema *> m_named;
    std::deque<Schema> m_schemas; // a deque: addresses stay
};

/// Checks JSON, unknown fields included.
void checkJson(const Schema &schema, const QJsonValue &value, const QString &path, Report &report);

} // namespace contract
