// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>

/// Stripe's OpenAPI document as a judge: may this request be sent, may this answer come back.
/// Every answer is a list of violations, each one sentence that starts with the path to the value
/// at fault; an empty list means that all is well. Loading takes some 100 ms: once per test
/// program.
class StripeContract
{
public:
    /// @param file  tests/fixtures/openapi-2023-10-16.json
    explicit StripeContract(const QString &file);
    ~StripeContract();

    /// Whether the document was read. If not, every check reports it.
    [[nodiscard]] bool isLoaded() const;

    /// Method and path exist; every parameter is known, of its type, and no required one lacks.
    /// @param path  From "/v1/" on, still percent-encoded, without the query.
    /// @param form  The body of a POST, the query of GET and DELETE, encoded.
    [[nodiscard]] QStringList checkRequest(QByteArrayView method, const QString &path,
                                           QByteArrayView form) const;

    /// The answer to such a request is what the operation returns with this status, and holds no
    /// field that the document does not know.
    [[nodiscard]] QStringList checkResponse(QByteArrayView method, const QString &path,
                                            int httpStatus, const QJsonObject &body) const;

    /// @param schema  A name under components/schemas, for example "subscription".
    [[nodiscard]] QStringList checkObject(const QString &schema, const QJsonObject &object) const;

private:
    struct Document;
    std::unique_ptr<Document> m_document;
};
