// SPDX-License-Identifier: GPL-3.0-or-later
#include "contractform.h"

#include <QRegularExpression>
#include <QUrl>

namespace contract {

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

/// "items[0][price]" → items, 0, price; empty when brackets do not match.
QStringList segmentsOf(const QString &key)
{
    static const QRegularExpression whole(QStringLiteral("^([^\\[\\]]+)((?:\\[[^\\[\\]]*\\])*)$"));
    const QRegularExpressionMatch match = whole.match(key);
    if (!match.hasMatch())
        return {};
    QStringList segments{match.captured(1)};
    const QString rest = match.captured(2);
    if (!rest.isEmpty())
        segments += rest.sliced(1, rest.size() - 2).split(QStringLiteral("]["));
    return segments;
}

FormNode &childAt(FormNode &root, const QStringList &segments)
{
    FormNode *node = &root;
    for (QString segment : segments) {
        if (segment.isEmpty()) // "[]" appends
            segment = QString::number(node->children.size());
        node = &node->children[segment];
    }
    return *node;
}

bool isWellFormed(Schema::Type type, const QString &text)
{
    static const QRegularExpression integer(QStringLiteral("^-?[0-9]+$"));
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+(\\.[0-9]+)?$"));
    switch (type) {
    case Schema::Type::Integer:
        return integer.match(text).hasMatch();
    case Schema::Type::Number:
        return number.match(text).hasMatch();
    case Schema::Type::Boolean:
        return text == QLatin1String("true") || text == QLatin1String("false");
    case Schema::Type::String:
    case Schema::Type::Any:
        return true;
    case Schema::Type::Object:
    case Schema::Type::Array:
        return false;
    }
    return false;
}

void checkScalar(const Schema &schema, const FormNode &node, const QString &path, Report &report)
{
    if (!node.value || !node.children.isEmpty()) {
        report.add(path, QStringLiteral("has fields of its own, but is a single value"));
        return;
    }
    const QString &text = *node.value;
    if (!isWellFormed(schema.type, text))
        report.add(path, QStringLiteral("is \"%1\", of the wrong type").arg(text));
    if (!schema.allowed.isEmpty() && !schema.allowed.contains(QJsonValue(text)))
        report.add(path, QStringLiteral("is \"%1\", which is not allowed").arg(text));
    if (schema.maxLength >= 0 && text.size() > schema.maxLength)
        report.add(path, QStringLiteral("is longer than %1").arg(schema.maxLength));
}

void checkFields(const Schema &schema, const FormNode &node, const QString &path, Report &report)
{
    if (node.value)
        report.add(path, QStringLiteral("is a single value, but has fields"));
    for (const QString &name : schema.required) {
        if (!node.children.contains(name))
            report.add(path, QStringLiteral("lacks \"%1\"").arg(name));
    }
    for (auto it = node.children.begin(); it != node.children.end(); ++it) {
        const Schema *field = schema.properties.value(it.key(), schema.additional);
        const QString fieldPath = path.isEmpty() ? it.key() : path + u'[' + it.key() + u']';
        if (field)
            checkForm(*field, it.value(), fieldPath, report);
        else if (!schema.isOpaque)
            report.add(fieldPath, QStringLiteral("is not a parameter"));
    }
}

void checkElements(const Schema &schema, const FormNode &node, const QString &path, Report &report)
{
    if (node.value)
        report.add(path, QStringLiteral("is a single value, but a list"));
    for (qsizetype i = 0; i < node.children.size(); ++i) {
        const QString index = QString::number(i);
        const QString elementPath = path + u'[' + index + u']';
        const auto element = node.children.find(index);
        if (element == node.children.end()) {
            report.add(elementPath, QStringLiteral("is missing: indices run from 0 on"));
            return;
        }
        if (schema.items)
            checkForm(*schema.items, *element, elementPath, report);
    }
}

} // namespace

FormNode parsedForm(QByteArrayView form, Report &report)
{
    FormNode root;
    if (form.isEmpty())
        return root;
    const QByteArrayList fields = form.toByteArray().split('&');
    for (const QByteArray &field : fields) {
        const qsizetype equals = field.indexOf('=');
        const QString key = decoded(field.first(std::max<qsizetype>(equals, 0)));
        const QStringList segments = segmentsOf(key);
        if (equals < 0 || segments.isEmpty()) {
            report.add(QString::fromUtf8(field), QStringLiteral("is not key=value"));
            continue;
        }
        FormNode &node = childAt(root, segments);
        if (node.value)
            report.add(key, QStringLiteral("is given twice"));
        node.value = decoded(field.sliced(equals + 1));
    }
    return root;
}

void checkForm(const Schema &schema, const FormNode &node, const QString &path, Report &report)
{
    if (!schema.anyOf.empty()) {
        QStringList nearest;
        for (const Schema *alternative : schema.anyOf) {
            Report attempt;
            checkForm(*alternative, node, path, attempt);
            if (attempt.violations.isEmpty())
                return;
            if (nearest.isEmpty() || attempt.violations.size() < nearest.size())
                nearest = attempt.violations;
        }
        report.violations += nearest;
        return;
    }
    if (schema.type == Schema::Type::Object)
        checkFields(schema, node, path, report);
    else if (schema.type == Schema::Type::Array)
        checkElements(schema, node, path, report);
    else
        checkScalar(schema, node, path, report);
}

} // namespace contract
