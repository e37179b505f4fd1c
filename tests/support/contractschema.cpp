// SPDX-License-Identifier: GPL-3.0-or-later
#include "contractschema.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace contract {

namespace {

Schema::Type typeFromText(const QString &text)
{
    static const QHash<QString, Schema::Type> types{
        {QStringLiteral("string"), Schema::Type::String},
        {QStringLiteral("integer"), Schema::Type::Integer},
        {QStringLiteral("number"), Schema::Type::Number},
        {QStringLiteral("boolean"), Schema::Type::Boolean},
        {QStringLiteral("object"), Schema::Type::Object},
        {QStringLiteral("array"), Schema::Type::Array},
    };
    return types.value(text, Schema::Type::Any);
}

bool isOfType(Schema::Type type, const QJsonValue &value)
{
    switch (type) {
    case Schema::Type::Any:
        return true;
    case Schema::Type::String:
        return value.isString();
    case Schema::Type::Integer:
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    case Schema::Type::Number:
        return value.isDouble();
    case Schema::Type::Boolean:
        return value.isBool();
    case Schema::Type::Object:
        return value.isObject();
    case Schema::Type::Array:
        return value.isArray();
    }
    return false;
}

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + value.toString().left(60) + u'"';
    if (value.isObject() || value.isArray())
        return value.isObject() ? QStringLiteral("an object") : QStringLiteral("an array");
    return value.isNull() ? QStringLiteral("null") : value.toVariant().toString();
}

/// Reports what is wrong with the alternative that comes nearest.
void checkAnyOf(const Schema &schema, const QJsonValue &value, const QString &path, Report &report)
{
    QStringList nearest;
    for (const Schema *alternative : schema.anyOf) {
        Report attempt;
        checkJson(*alternative, value, path, attempt);
        if (attempt.violations.isEmpty())
            return;
        if (nearest.isEmpty() || attempt.violations.size() < nearest.size())
            nearest = attempt.violations;
    }
    report.violations += nearest;
}

void checkObject(const Schema &schema, const QJsonObject &object, const QString &path,
                 Report &report)
{
    for (const QString &name : schema.required) {
        if (!object.contains(name))
            report.add(path, QStringLiteral("lacks \"%1\"").arg(name));
    }
    if (schema.isOpaque)
        return;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Schema *field = schema.properties.value(it.key(), schema.additional);
        const QString fieldPath = path + u'.' + it.key();
        if (field)
            checkJson(*field, it.value(), fieldPath, report);
        else
            report.add(fieldPath, QStringLiteral("is not a field of this object"));
    }
}

} // namespace

void Report::add(const QString &path, const QString &what)
{
    violations.append(path + u' ' + what);
}

SchemaSet::SchemaSet(const QJsonObject &namedSchemas)
    : m_definitions(namedSchemas)
{
}

const Schema *SchemaSet::named(const QString &name)
{
    if (Schema *known = m_named.value(name))
        return known;
    if (!m_definitions.contains(name))
        return nullptr;
    Schema &schema = newSchema();
    m_named.insert(name, &schema); // before it is filled: schemas refer to each other in circles
    fill(schema, m_definitions.value(name).toObject());
    return &schema;
}

const Schema *SchemaSet::compiled(const QJsonObject &definition)
{
    const QString reference = definition.value(QLatin1String("$ref")).toString();
    if (!reference.isEmpty())
        return named(reference.section(u'/', -1));
    Schema &schema = newSchema();
    fill(schema, definition);
    return &schema;
}

Schema &SchemaSet::newSchema()
{
    return m_schemas.emplace_back();
}

void SchemaSet::fill(Schema &schema, const QJsonObject &definition)
{
    schema.type = typeFromText(definition.value(QLatin1String("type")).toString());
    schema.isNullable = definition.value(QLatin1String("nullable")).toBool();
    schema.maxLength = definition.value(QLatin1String("maxLength")).toInt(-1);
    const QJsonArray allowed = definition.value(QLatin1String("enum")).toArray();
    for (const QJsonValue &value : allowed)
        schema.allowed.append(value);
    const QJsonArray alternatives = definition.value(QLatin1String("anyOf")).toArray();
    for (const QJsonValue &alternative : alternatives)
        schema.anyOf.push_back(compiled(alternative.toObject()));
    const QJsonArray required = definition.value(QLatin1String("required")).toArray();
    for (const QJsonValue &name : required)
        schema.required.append(name.toString());
    const QJsonObject properties = definition.value(QLatin1String("properties")).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        schema.properties.insert(it.key(), compiled(it.value().toObject()));
    if (definition.contains(QLatin1String("items")))
        schema.items = compiled(definition.value(QLatin1String("items")).toObject());

    const QJsonValue additional = definition.value(QLatin1String("additionalProperties"));
    if (additional.isObject())
        schema.additional = compiled(additional.toObject());
    const bool isDescribed = !properties.isEmpty() || schema.additional != nullptr;
    schema.isOpaque = additional.toBool() || definition.contains(QLatin1String("x-opaque"))
        || (!isDescribed && additional.isUndefined());
}

void checkJson(const Schema &schema, const QJsonValue &value, const QString &path, Report &report)
{
    if (value.isNull() && schema.isNullable)
        return;
    if (!schema.anyOf.empty()) {
        checkAnyOf(schema, value, path, report);
        return;
    }
    if (!isOfType(schema.type, value)) {
        report.add(path, QStringLiteral("is %1, of the wrong type").arg(shown(value)));
        return;
    }
    if (!schema.allowed.isEmpty() && !schema.allowed.contains(value))
        report.add(path, QStringLiteral("is %1, which is not allowed").arg(shown(value)));
    if (schema.maxLength >= 0 && value.toString().size() > schema.maxLength)
        report.add(path, QStringLiteral("is longer than %1").arg(schema.maxLength));
    if (schema.type == Schema::Type::Object)
        checkObject(schema, value.toObject(), path, report);
    if (schema.type == Schema::Type::Array && schema.items) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            checkJson(*schema.items, array.at(i), path + u'[' + QString::number(i) + u']', report);
    }
}

} // namespace contract
