// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.h"
#include "http/target.h"

#include <QTest>

using namespace http;

namespace {

Request requestFor(const QByteArray &method, const QByteArray &target)
{
    Request request{.method = method};
    if (!splitTarget(target, request))
        qFatal("the test's target is wrong");
    return request;
}

Response ask(const Router &router, const QByteArray &method, const QByteArray &target)
{
    Response answer{.status = -1};
    router.handle(requestFor(method, target),
                  [&answer](Response response) { answer = std::move(response); });
    return answer;
}

/// Answers with its own name and what was captured.
Handler named(const QByteArray &name)
{
    return [name](const Request &request, const Responder &responder) {
        QByteArray body = name;
        for (const auto &[key, value] : request.captures)
            body += " " + key + "=" + value.toUtf8();
        responder({.body = body});
    };
}

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void answersUnknownPathsInJson();
    void namesTheMethodsOfAPath();
    void leavesUnknownPathsToTheFallback();
};

void RouterTest::finds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *method, const char *target,
                        const char *body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(body);
    };
    row("a literal path", "GET", "/healthz", "health");
    row("HEAD goes where GET goes", "HEAD", "/healthz", "health");
    row("a capture", "GET", "/s/sub_1", "one id=sub_1");
    row("a literal before a capture, though added later", "GET", "/s/renewal", "renewal");
    row("the capture where the literal lacks the method", "DELETE", "/s/renewal",
        "cancel id=renewal");
    row("two captures, decoded", "POST", "/t/a%20b/items/c%2Fd", "items id=a b item=c/d");
    row("an escaped slash does not split", "GET", "/s/a%2Fb", "one id=a/b");
    row("a query does not count", "GET", "/healthz?x=/y", "health");
}

void RouterTest::finds()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    Router router;
    router.add("GET", "/s/{id}", named("one"));
    router.add("DELETE", "/s/{id}", named("cancel"));
    router.add("GET", "/s/renewal", named("renewal"));
    router.add("GET", "/healthz", named("health"));
    router.add("POST", "/t/{id}/items/{item}", named("items"));
    const Response answer = ask(router, method, target);
    QCOMPARE(answer.status, 200);
    QTEST(answer.body, "body");
}

void RouterTest::answersUnknownPathsInJson()
{
    Router router;
    router.add("GET", "/a/{id}", named("a"));
    for (const char *target : {"/", "/a", "/a/", "/a/b/", "/a/b/c", "/A/b", "//a/b"}) {
        const Response answer = ask(router, "GET", target);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.contentType, "application/json");
        QCOMPARE(answer.body,
                 R"({"error":{"message":"There is nothing at this path.",)"
                 R"("type":"invalid_request_error"}})");
    }
}

void RouterTest::namesTheMethodsOfAPath()
{
    Router router;
    router.add("PUT", "/a/{id}", named("put"));
    router.add("GET", "/a/{id}", named("get"));
    router.add("GET", "/a/literal", named("literal"));
    const Response answer = ask(router, "POST", "/a/literal");
    QCOMPARE(answer.status, 405);
    const QList<QPair<QByteArray, QByteArray>> allow{{"Allow", "GET, HEAD, PUT"}};
    QCOMPARE(answer.headers, allow);
}

void RouterTest::leavesUnknownPathsToTheFallback()
{
    Router router;
    router.setFallback(named("fallback"));
    QCOMPARE(ask(router, "GET", "/x").body, "fallback");
}

QTEST_APPLESS_MAIN(RouterTest)
#include "tst_router.moc"
