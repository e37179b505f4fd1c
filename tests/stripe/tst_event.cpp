// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/event.h"
#include "stripe/eventscan.h"
#include "stripe/secrets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using stripe::Event;
using stripe::parseEvent;

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheEnvelope();
    void readsTheOldestForms();
    void readsEveryEventFixture_data();
    void readsEveryEventFixture();
    void readsListedEvents();
    void readsTheSameEnvelope_data();
    void readsTheSameEnvelope();
    void keepsTheTextOfTheObject_data();
    void keepsTheTextOfTheObject();
    void putsItInTheOrderOfJsonb();
    void refuses_data();
    void refuses();
    void replacesWhatTheDatabaseRefuses();
};

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A whole event around this text.
QByteArray eventAround(const QByteArray &description)
{
    return R"({"id":"evt_1","object":"event","type":"customer.updated","created":1700000000,)"
           R"("data":{"object":{"id":"cus_1","object":"customer","description":")"
        + description + R"("}}})";
}

} // namespace

void TestEvent::readsTheEnvelope()
{
    const auto event =
        parseEvent(fixture(QStringLiteral("event_customer.subscription.updated.json")));
    QVERIFY(event.has_value());
    const QJsonObject json =
        QJsonDocument::fromJson(fixture(QStringLiteral("event_customer.subscription.updated.json")))
            .object();
    QCOMPARE(event->id, json.value(QLatin1String("id")).toString());
    QCOMPARE(event->type, QStringLiteral("customer.subscription.updated"));
    QCOMPARE(event->apiVersion, QStringLiteral("2023-10-16"));
    QCOMPARE(event->created.toSecsSinceEpoch(), json.value(QLatin1String("created")).toInteger());
    QCOMPARE(event->created.timeSpec(), Qt::UTC);
    QCOMPARE(event->livemode, false);
    QCOMPARE(event->pendingWebhooks, json.value(QLatin1String("pending_webhooks")).toInt());
    const QJsonObject request = json.value(QLatin1String("request")).toObject();
    QCOMPARE(event->requestId, request.value(QLatin1String("id")).toString());
    QCOMPARE(event->requestIdempotencyKey,
             request.value(QLatin1String("idempotency_key")).toString());
    QCOMPARE(event->objectType, QStringLiteral("subscription"));
    QCOMPARE(event->objectId, QStringLiteral("sub_1OFxAcmeSubscription0001"));
    QCOMPARE(
        event->object,
        json.value(QLatin1String("data")).toObject().value(QLatin1String("object")).toObject());
    QVERIFY(!event->previousAttributes.isEmpty());
}

void TestEvent::readsTheOldestForms()
{
    // The request as a plain id, null, a number too large for seconds, and an id-less object.
    const auto event = parseEvent(
        R"({"id":"evt_1","object":"event","type":"invoice.upcoming","created":1700000000,)"
        R"("request":"req_1","api_version":null,"account":"acct_1","unheard_of":[{}],)"
        R"("data":{"object":{"object":"invoice","amount_due":9007199254740993}}})");
    QVERIFY(event.has_value());
    QCOMPARE(event->requestId, QStringLiteral("req_1"));
    QCOMPARE(event->account, QStringLiteral("acct_1"));
    QVERIFY(event->apiVersion.isEmpty());
    QVERIFY(event->objectId.isEmpty());
    QCOMPARE(event->object.value(QLatin1String("amount_due")).toInteger(),
             Q_INT64_C(9007199254740993));
}

void TestEvent::readsEveryEventFixture_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files =
        QDir(QStringLiteral(OMS_FIXTURES))
            .entryList({QStringLiteral("event_*.json"), QStringLiteral("basil_event_*.json")});
    QCOMPARE(files.size(), 16);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestEvent::readsEveryEventFixture()
{
    QFETCH(QString, file);
    const auto event = parseEvent(fixture(file));
    QVERIFY(event.has_value());
    QVERIFY(!event->objectId.isEmpty());
    QVERIFY(!event->objectType.isEmpty());
    QVERIFY(event->created.isValid());
    QVERIFY(file.contains(event->type));
}

void TestEvent::readsListedEvents()
{
    const QJsonArray listed =
        QJsonDocument::fromJson(fixture(QStringLiteral("list_events_page.json")))
            .object()
            .value(QLatin1String("data"))
            .toArray();
    QVERIFY(!listed.isEmpty());
    for (const QJsonValue &json : listed)
        QVERIFY(stripe::eventFromJson(json.toObject()).has_value());
}

/// Both readers agree, whatever the shape; the quick one alone takes what Stripe sends.
void TestEvent::readsTheSameEnvelope_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isUsual");
    const QDir folder(QStringLiteral(OMS_FIXTURES));
    for (const QString &name : folder.entryList({QStringLiteral("*event_*.json")}))
        QTest::newRow(qPrintable(name))
            << fixture(name) << !name.startsWith(QStringLiteral("list"));
    const auto row = [](const char *name, const QByteArray &body, bool isUsual) {
        QTest::newRow(name) << body << isUsual;
    };
    const auto with = [](const QByteArray &member) {
        return QByteArray(eventAround("x")).replace("{\"id\":\"evt_1\"", "{" + member);
    };
    row("plain", eventAround("x"), true);
    row("a request as an id", with(R"("request":"req_1","id":"evt_1")"), true);
    row("an account", with(R"("account":"acct_1","id":"evt_1")"), true);
    row("umlauts", eventAround("M\xc3\xbcller"), true);
    row("escapes", eventAround(R"(a\"b\\c\u00e9\n)"), true);
    row("a lone surrogate in the object", eventAround(R"(\ud800)"), true);
    row("braces in a text", eventAround(R"(}]{[)"), true);
    row("numbers", with(R"("n":[0,-1,1.5,-0.25],"id":"evt_1")"), true);
    row("a large number", with(R"("n":123456789012345678901234567890,"id":"evt_1")"), false);
    row("an exponent", with(R"("n":1e5,"id":"evt_1")"), false);
    row("twice the same name", with(R"("id":"evt_0","id":"evt_1")"), false);
    row("an escaped name", with(R"("\u0069d":"evt_1","id":"evt_2")"), false);
    row("an escaped id", with(R"("id":"evt\u005f1")"), false);
    row("an id with NUL", with(R"("id":"evt\u00001")"), false);
    row("the id a number", with(R"("id":17)"), false);
    row("invalid UTF-8", eventAround("\xc3("), false);
    row("a NUL byte", eventAround(QByteArray("a\0b", 3)), false);
    row("a byte order mark", "\xef\xbb\xbf" + eventAround("x"), false);
    row("something behind it", eventAround("x") + " x", false);
    row("cut off", eventAround("x").chopped(1), false);
    row("deep",
        eventAround("x").chopped(1) + ",\"d\":" + QByteArray(200, '[') + QByteArray(200, ']') + '}',
        false);
    row("thin", R"({"id":"evt_1","object":"v2.core.event","type":"a","created":1})", false);
    row("no object", R"({"id":"evt_1","object":"event","type":"a","created":1,"data":{}})", false);
    row("the longest id", with("\"id\":\"" + QByteArray(255, 'x') + '"'), true);
    row("a longer id", with("\"id\":\"" + QByteArray(256, 'x') + '"'), false);
    row("nothing", "", false);
}

void TestEvent::readsTheSameEnvelope()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isUsual);
    QCOMPARE(stripe::scanEnvelope(body).has_value(), isUsual);
    const auto event = parseEvent(body);
    const auto envelope = stripe::readEnvelope(body);
    QCOMPARE(envelope.has_value(), event.has_value());
    if (event)
        QVERIFY(*envelope == static_cast<const stripe::EventEnvelope &>(*event));
    else
        QCOMPARE(envelope.error(), event.error());
}

/// What goes into the database as it came is the object, whole, and holds no secret.
void TestEvent::keepsTheTextOfTheObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isKept");
    const QDir folder(QStringLiteral(OMS_FIXTURES));
    const QStringList files =
        folder.entryList({QStringLiteral("event_*.json"), QStringLiteral("basil_event_*.json")});
    for (const QString &name : files)
        QTest::newRow(qPrintable(name))
            << fixture(name) << !fixture(name).contains("client_secret");
    const auto row = [](const char *name, const QByteArray &body, bool isKept) {
        QTest::newRow(name) << body << isKept;
    };
    const auto holding = [](const QByteArray &member) {
        return QByteArray(eventAround("x"))
            .replace("\"id\":\"cus_1\"", "\"id\":\"cus_1\"," + member);
    };
    row("plain", eventAround("x"), true);
    row("umlauts", eventAround("M\xc3\xbcller"), true);
    row("escapes", eventAround(R"(a\"b\\c\u00e9\n)"), true);
    row("braces in a text", eventAround(R"(}]{[)"), true);
    row("the word in a text", eventAround("client_secret"), true);
    row("an empty hash", holding(R"("metadata":{})"), true);
    row("spaces", holding(R"( "metadata" : { "a" : [ 1 , 2 ] } )"), true);
    row("a secret", holding(R"("secret":"s")"), false);
    row("a secret in a hash", holding(R"("x":{"client_secret":"s"})"), false);
    row("a secret in a list", holding(R"("x":[{"confirmation_secret":{}}])"), false);
    row("a secret with an escaped name", holding(R"("\u0073ecret":"s")"), false);
    row("a lone surrogate", eventAround(R"(\ud800)"), false);
    row("an escaped NUL", eventAround(R"(\u0000)"), false);
    row("a pair of surrogates", eventAround(R"(\ud83d\ude00)"), false);
    row("an exponent", holding(R"("n":1e5)"), false);
}

void TestEvent::keepsTheTextOfTheObject()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isKept);
    const auto event = parseEvent(body);
    QVERIFY(event.has_value());
    QCOMPARE(!event->objectText.isEmpty(), isKept);
    if (isKept) {
        QCOMPARE(QJsonDocument::fromJson(event->objectText).object(), event->object);
        QCOMPARE(stripe::withoutSecrets(event->object), event->object);
    }
}

void TestEvent::putsItInTheOrderOfJsonb()
{
    const auto event = parseEvent(R"({"id":"evt_1","object":"event","type":"customer.updated",)"
                                  R"("created":1700000000,"data":{"object":{"object":"customer",)"
                                  R"("name":"B","id":"cus_1","city":"A","name":"C"}}})");
    QVERIFY(event.has_value());
    // Of two of one name the later one counts, there as here.
    QCOMPARE(event->objectText,
             R"({"id":"cus_1","city":"A","name":"B","name":"C","object":"customer"})");
}

void TestEvent::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const char *field) {
        QTest::newRow(name) << body << QString::fromLatin1(field);
    };
    row("nothing", "", "body");
    row("no JSON", "hello", "body");
    row("cut off", R"({"id":"evt_1","object":"ev)", "body");
    row("something behind it", R"({"id":"evt_1"} x)", "body");
    row("bytes that are no UTF-8", "{\"id\":\"evt_\xff\"}", "body");
    row("an array", "[]", "body");
    row("nested without end", QByteArray(100'000, '['), "body");
    row("an empty object", "{}", "object");
    row("another object", R"({"id":"cus_1","object":"customer"})", "object");
    row("a thin event",
        R"({"id":"evt_1","object":"v2.core.event","type":"v1.customer.created",)"
        R"("created":"2024-01-01T00:00:00Z","related_object":{"id":"cus_1"}})",
        "object");
    row("no id", R"({"object":"event","type":"a","created":1,"data":{"object":{}}})", "id");
    row("an id that is a number",
        R"({"id":5,"object":"event","type":"a","created":1,"data":{"object":{}}})", "id");
    row("no type", R"({"id":"e","object":"event","created":1,"data":{"object":{}}})", "type");
    row("no created", R"({"id":"e","object":"event","type":"a","data":{"object":{}}})", "created");
    row("created as text",
        R"({"id":"e","object":"event","type":"a","created":"1","data":{"object":{}}})", "created");
    row("created with a fraction",
        R"({"id":"e","object":"event","type":"a","created":1.5,"data":{"object":{}}})", "created");
    row("created beyond all calendars",
        R"({"id":"e","object":"event","type":"a","created":9223372036854775807,)"
        R"("data":{"object":{}}})",
        "created");
    row("created before 1970",
        R"({"id":"e","object":"event","type":"a","created":-1,"data":{"object":{}}})", "created");
    row("no data", R"({"id":"e","object":"event","type":"a","created":1})", "data");
    row("data without an object",
        R"({"id":"e","object":"event","type":"a","created":1,"data":{"object":"cus_1"}})", "data");
}

void TestEvent::refuses()
{
    QFETCH(QByteArray, body);
    const auto event = parseEvent(body);
    QVERIFY(!event.has_value());
    QCOMPARE(event.error().kind, core::Error::Kind::Invalid);
    QTEST(event.error().field, "field");
    QVERIFY(!event.error().message.isEmpty());
}

void TestEvent::replacesWhatTheDatabaseRefuses()
{
    // jsonb takes neither; Qt's parser takes both.
    const auto event = parseEvent(eventAround(R"(a\u0000b\ud800c\udc00d\ud83d\ude00)"));
    QVERIFY(event.has_value());
    QCOMPARE(event->id, QStringLiteral("evt_1"));
    QCOMPARE(event->object.value(QLatin1String("description")).toString(),
             QStringLiteral("a\uFFFDb\uFFFDc\uFFFDd😀"));
    const QByteArray text = QJsonDocument(event->object).toJson(QJsonDocument::Compact);
    QVERIFY(!text.contains("\\u"));

    const auto id = parseEvent(QByteArray(eventAround("x")).replace("evt_1", "evt_\\u0000"));
    QVERIFY(id.has_value());
    QCOMPARE(id->id, QStringLiteral("evt_\uFFFD"));
}

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
