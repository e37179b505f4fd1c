// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripecontract.h"

#include "contractform.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <vector>

namespace {

using contract::Report;
using contract::Schema;
using contract::SchemaSet;

constexpr char formType[] = "application/x-www-form-urlencoded";

/// One method of one path.
struct Operation
{
    QByteArray method;
    QStringList segments; ///< "{customer}" stands for any one.
    int literals = 0;
    Schema parameters; ///< Of query and body together, as the fields of one object.
    const Schema *success = nullptr;
    const Schema *failure = nullptr;
};

const Schema *schemaOf(SchemaSet &schemas, const QJsonObject &response)
{
    const QJsonObject content = response.value(QLatin1String("content")).toObject();
    const QJsonObject json = content.value(QLatin1String("application/json")).toObject();
    return schemas.compiled(json.value(QLatin1String("schema")).toObject());
}

/// Where each parameter goes is no question here: a GET has no body, and for DELETE the document
/// lists a body, while Stripe's own libraries send its fields as the query.
void readParameters(SchemaSet &schemas, const QJsonObject &definition, Operation &operation)
{
    operation.parameters.type = Schema::Type::Object;
    const QJsonArray parameters = definition.value(QLatin1String("parameters")).toArray();
    for (const QJsonValue &value : parameters) {
        const QJsonObject parameter = value.toObject();
        if (parameter.value(QLatin1String("in")).toString() != QLatin1String("query"))
            continue;
        const QString name = parameter.value(QLatin1String("name")).toString();
        const QJsonObject schema = parameter.value(QLatin1String("schema")).toObject();
        operation.parameters.properties.insert(name, schemas.compiled(schema));
        if (parameter.value(QLatin1String("required")).toBool())
            operation.parameters.required.append(name);
    }
    const QJsonObject content = definition.value(QLatin1String("requestBody"))
                                    .toObject()
                                    .value(QLatin1String("content"))
                                    .toObject();
    const QJsonObject form = content.value(QLatin1String(formType)).toObject();
    if (form.isEmpty())
        return;
    const Schema *body = schemas.compiled(form.value(QLatin1String("schema")).toObject());
    operation.parameters.properties.insert(body->properties);
    operation.parameters.required += body->required;
}

Operation operationFrom(SchemaSet &schemas, const QString &path, const QString &method,
                        const QJsonObject &definition)
{
    Operation operation;
    operation.method = method.toUpper().toLatin1();
    operation.segments = path.split(u'/');
    for (const QString &segment : operation.segments)
        operation.literals += segment.startsWith(u'{') ? 0 : 1;
    readParameters(schemas, definition, operation);
    const QJsonObject responses = definition.value(QLatin1String("responses")).toObject();
    operation.success = schemaOf(schemas, responses.value(QLatin1String("200")).toObject());
    operation.failure = schemaOf(schemas, responses.value(QLatin1String("default")).toObject());
    return operation;
}

bool isMatch(const Operation &operation, const QStringList &segments)
{
    if (operation.segments.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool isAny = operation.segments.at(i).startsWith(u'{') && !segments.at(i).isEmpty();
        if (!isAny && operation.segments.at(i) != segments.at(i))
            return false;
    }
    return true;
}

} // namespace

struct StripeContract::Document
{
    explicit Document(const QJsonObject &json);

    [[nodiscard]] const Operation *find(QByteArrayView method, const QString &path) const;

    SchemaSet schemas;
    std::vector<Operation> operations;
};

StripeContract::Document::Document(const QJsonObject &json)
    : schemas(json.value(QLatin1String("components"))
                  .toObject()
                  .value(QLatin1String("schemas"))
                  .toObject())
{
    const QJsonObject paths = json.value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            operations.push_back(
                operationFrom(schemas, path.key(), method.key(), method.value().toObject()));
    }
}

/// "/v1/invoices/upcoming" rather than "/v1/invoices/{invoice}": most literal segments win.
const Operation *StripeContract::Document::find(QByteArrayView method, const QString &path) const
{
    const QStringList segments = path.split(u'/'); // encoded: an id may hold a slash
    const Operation *best = nullptr;
    for (const Operation &operation : operations) {
        if (operation.method == method && isMatch(operation, segments)
            && (!best || operation.literals > best->literals))
            best = &operation;
    }
    return best;
}

StripeContract::StripeContract(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument json = QJsonDocument::fromJson(source.readAll());
    if (!json.object().value(QLatin1String("paths")).toObject().isEmpty())
        m_document = std::make_unique<Document>(json.object());
}

StripeContract::~StripeContract() = default;

bool StripeContract::isLoaded() const
{
    return m_document != nullptr;
}

QStringList StripeContract::checkRequest(QByteArrayView method, const QString &path,
                                         QByteArrayView form) const
{
    if (!m_document)
        return {QStringLiteral("the OpenAPI document was not read")};
    const Operation *operation = m_document->find(method, path);
    if (!operation)
        return {path + QStringLiteral(" is no path with method ")
                + QString::fromLatin1(method.toByteArray())};
    Report report;
    const contract::FormNode root = contract::parsedForm(form, report);
    contract::checkForm(operation->parameters, root, {}, report);
    return report.violations;
}

QStringList StripeContract::checkResponse(QByteArrayView method, const QString &path,
                                          int httpStatus, const QJsonObject &body) const
{
    if (!m_document)
        return {QStringLiteral("the OpenAPI document was not read")};
    const Operation *operation = m_document->find(method, path);
    // A path that is not Stripe's may only be answered with an error.
    const bool isSuccess = httpStatus >= 200 && httpStatus < 300;
    if (!operation && isSuccess)
        return {path + QStringLiteral(" is no path, yet was answered with success")};
    if (!operation)
        return checkObject(QStringLiteral("error"), body);
    Report report;
    const Schema *schema = isSuccess ? operation->success : operation->failure;
    contract::checkJson(*schema, body, QStringLiteral("body"), report);
    return report.violations;
}

QStringList StripeContract::checkObject(const QString &schema, const QJsonObject &object) const
{
    const Schema *named = m_document ? m_document->schemas.named(schema) : nullptr;
    if (!named)
        return {schema + QStringLiteral(" is no schema of the OpenAPI document")};
    Report report;
    contract::checkJson(*named, object, schema, report);
    return report.violations;
}
