// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control.h"

#include "sandbox/sandbox.h"

#include <QJsonDocument>

namespace sandbox {

using namespace Qt::StringLiterals;

static http::Response json(const QJsonObject &body, int status = 200)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

static http::Response refused(const QString &message, int status = 400)
{
    return json({{u"error"_s,
                  QJsonObject{{u"type"_s, u"invalid_request_error"_s}, {u"message"_s, message}}}},
                status);
}

static http::Response advance(Sandbox &sandbox, const QJsonObject &body)
{
    const qint64 now = sandbox.now();
    qint64 to = body.value("to"_L1).toInteger(now);
    to += body.value("days"_L1).toInteger() * 24 * 3600 + body.value("seconds"_L1).toInteger();
    if (to <= now)
        return refused(u"Give `days`, `seconds` or `to`: time only goes forward."_s);
    const core::Result<int> done = sandbox.advanceTo(to);
    if (!done)
        return refused(done.error().message, 500);
    return json({{u"now"_s, sandbox.now()}, {u"done"_s, *done}});
}

static http::Response faults(Sandbox &sandbox, const QByteArray &method, const QJsonObject &body)
{
    if (method == "DELETE")
        sandbox.faults().setPlan({});
    if (method == "POST") {
        const core::Result<FaultPlan> plan = Faults::planFrom(body);
        if (!plan)
            return refused(plan.error().message);
        sandbox.faults().setPlan(*plan);
    }
    return json(Faults::toJson(sandbox.faults().plan()));
}

static http::Response webhook(Sandbox &sandbox, const QJsonObject &body)
{
    const QUrl url(body.value("url"_L1).toString());
    const QByteArray secret = body.value("secret"_L1).toString().toUtf8();
    if (!url.isValid() || url.host().isEmpty() || secret.isEmpty())
        return refused(u"Give `url` and `secret`."_s);
    sandbox.setEndpoints({{.url = url, .secret = secret}});
    return json({{u"url"_s, url.toString()}});
}

http::Response control(Sandbox &sandbox, const http::Request &request)
{
    const QString path = request.path;
    QJsonParseError error;
    const QJsonObject body = QJsonDocument::fromJson(request.body, &error).object();
    if (!request.body.isEmpty() && error.error != QJsonParseError::NoError)
        return refused(u"The body is no JSON: "_s + error.errorString());
    if (path == "/sandbox/status"_L1 && request.method == "GET")
        return json(sandbox.status());
    if (path == "/sandbox/faults"_L1)
        return faults(sandbox, request.method, body);
    if (request.method != "POST")
        return refused(u"There is no such control."_s, 404);
    if (path == "/sandbox/advance"_L1)
        return advance(sandbox, body);
    if (path == "/sandbox/webhook"_L1)
        return webhook(sandbox, body);
    if (path == "/sandbox/resend"_L1) {
        const QString id = body.value("event"_L1).toString();
        return sandbox.resend(id) ? json({{u"event"_s, id}})
                                  : refused(u"There is no such event."_s, 404);
    }
    return refused(u"There is no such control."_s, 404);
}

} // namespace sandbox
