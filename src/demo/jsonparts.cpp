// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/jsonparts.h"

#include <QJsonDocument>

namespace demo::json {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue stampOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toSecsSinceEpoch()) : QJsonValue(QJsonValue::Null);
}

QJsonValue objectOrNull(const QJsonObject &object)
{
    return object.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(object);
}

QJsonObject skeleton(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, text, qPrintable(error.errorString()));
    return document.object();
}

QJsonValue addressOrNull(const QJsonObject &address)
{
    if (address.isEmpty())
        return QJsonValue::Null;
    static const QJsonObject blank = skeleton(R"({"city": null, "country": null, "line1": null,
        "line2": null, "postal_code": null, "state": null})");
    QJsonObject whole = blank;
    for (auto field = address.begin(); field != address.end(); ++field)
        whole.insert(field.key(), field.value());
    return whole;
}

} // namespace demo::json
