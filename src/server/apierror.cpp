// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/apierror.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcServer, "oms.server", QtInfoMsg)

QByteArray newRequestId()
{
    quint32 random[3];
    QRandomGenerator::global()->fillRange(random);
    return "req_" + QByteArray(reinterpret_cast<const char *>(random), sizeof random).toHex();
}

} // namespace

http::Response apiError(int status, QLatin1String code, const QString &message)
{
    const QByteArray requestId = newRequestId();
    const QLatin1String type = status < 500 ? "invalid_request_error"_L1 : "api_error"_L1;
    const QJsonObject error{{u"type"_s, type},
                            {u"code"_s, code},
                            {u"message"_s, message},
                            {u"request_id"_s, QString::fromLatin1(requestId)}};
    const QJsonObject body{{u"error"_s, error}};
    qCInfo(lcServer, "%s answered %d %s", requestId.constData(), status, code.data());
    return {.status = status,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .headers = {{"Request-Id", requestId}}};
}

} // namespace server
