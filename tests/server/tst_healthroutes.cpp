// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/healthroutes.h"
#include "services/health.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using services::Health;
using services::PartHealth;
using State = PartHealth::State;

namespace {

http::Response ask(const http::Router &router, const QByteArray &path)
{
    http::Response answer{.status = -1};
    router.handle({.method = "GET", .path = QString::fromLatin1(path), .rawPath = path},
                  [&answer](http::Response response) { answer = std::move(response); });
    return answer;
}

QByteArray header(const http::Response &response, const QByteArray &name)
{
    for (const auto &[own, value] : response.headers) {
        if (own == name)
            return value;
    }
    return {};
}

} // namespace

class HealthRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthIsTheProcess();
    void readyFollowsTheDatabase_data();
    void readyFollowsTheDatabase();
    void readyDoesNotAskStripe();
};

void HealthRoutesTest::healthIsTheProcess()
{
    Health health;
    http::Router router;
    server::addHealthRoutes(router, health);
    const http::Response answer = ask(router, "/healthz");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, R"({"status":"ok"})");
    QCOMPARE(header(answer, "Cache-Control"), "no-store");
}

void HealthRoutesTest::readyFollowsTheDatabase_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("status");
    QTest::newRow("not looked at yet") << int(State::Unknown) << 503;
    QTest::newRow("reachable and migrated") << int(State::Good) << 200;
    QTest::newRow("not answering") << int(State::Bad) << 503;
    QTest::newRow("switched off") << int(State::Off) << 503;
}

void HealthRoutesTest::readyFollowsTheDatabase()
{
    QFETCH(int, state);
    QFETCH(int, status);
    Health health;
    http::Router router;
    server::addHealthRoutes(router, health);
    health.set(Health::Part::Database, {.state = State::Good, .summary = {}, .advice = {}});
    health.set(Health::Part::Database, {.state = State(state), .summary = {}, .advice = {}});
    const http::Response answer = ask(router, "/readyz");
    QCOMPARE(answer.status, status);
    QCOMPARE(header(answer, "Cache-Control"), "no-store");
    if (status == 200)
        return;
    QCOMPARE(header(answer, "Retry-After"), "5");
    const QJsonObject error = QJsonDocument::fromJson(answer.body)[u"error"].toObject();
    QCOMPARE(error[u"type"].toString(), QStringLiteral("api_error"));
    QCOMPARE(error[u"code"].toString(), QStringLiteral("database_unavailable"));
    QVERIFY(error[u"message"].toString().startsWith(u"The database cannot be reached"));
    QCOMPARE(error[u"request_id"].toString().toLatin1(), header(answer, "Request-Id"));
}

void HealthRoutesTest::readyDoesNotAskStripe()
{
    Health health;
    http::Router router;
    server::addHealthRoutes(router, health);
    health.set(Health::Part::Database, {.state = State::Good, .summary = {}, .advice = {}});
    health.set(Health::Part::Stripe, {.state = State::Bad, .summary = {}, .advice = {}});
    health.set(Health::Part::Listener, {.state = State::Off, .summary = {}, .advice = {}});
    QCOMPARE(ask(router, "/readyz").status, 200);
}

QTEST_APPLESS_MAIN(HealthRoutesTest)
#include "tst_healthroutes.moc"
