// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripecontract.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

// The judge itself: it must let pass what Stripe lets pass, and find what Stripe would refuse.
class TestStripeContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesRequests_data();
    void judgesRequests();
    void acceptsTheFixtures_data();
    void acceptsTheFixtures();
    void findsFaultsInObjects_data();
    void findsFaultsInObjects();
    void judgesResponses();
    void acceptsTheErrorFixtures_data();
    void acceptsTheErrorFixtures();
    void isFast();

private:
    const StripeContract m_contract{QStringLiteral(OMS_FIXTURES "/openapi-2023-10-16.json")};
};

namespace {

QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

void TestStripeContract::judgesRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("violation"); // empty: none
    const auto row = [](const char *name, const char *method, const char *path, const char *form,
                        const char *violation = "") {
        QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(form)
                            << QString::fromLatin1(violation);
    };
    const char *subs = "/v1/subscriptions";
    row("a whole subscription", "POST", subs,
        "customer=cus_1&items[0][price]=price_1&items[0][quantity]=3&trial_end=now&"
        "metadata[a b]=c&expand[]=customer&cancel_at_period_end=false");
    row("unsetting by an empty value", "POST", "/v1/subscriptions/sub_1",
        "cancel_at=&metadata=&pause_collection=");
    row("encoded brackets are brackets", "POST", subs, "customer=c&items%5B0%5D%5Bprice%5D=p");
    row("a range", "GET", "/v1/customers", "created[gte]=1700000000&created[lt]=1800000000");
    row("a point in time", "GET", "/v1/customers", "created=1700000000");
    row("DELETE with fields the document puts in a body", "DELETE", "/v1/subscriptions/sub_1",
        "invoice_now=true&cancellation_details[feedback]=unused");
    row("the literal path wins", "GET", "/v1/invoices/upcoming", "customer=cus_1");
    row("no parameters", "GET", "/v1/account", "");
    row("no such path", "GET", "/v1/unicorns", "", "/v1/unicorns is no path");
    row("no such method", "POST", "/v1/account", "", "is no path with method POST");
    row("an empty id is no id", "GET", "/v1/customers/", "", "is no path");
    row("an unknown parameter", "POST", subs, "customer=c&coupoon=x", "coupoon is not a parameter");
    row("an unknown nested parameter", "POST", subs, "customer=c&items[0][prize]=x",
        "items[0][prize] is not a parameter");
    row("a parameter of another path", "GET", "/v1/invoices/in_1", "customer=cus_1",
        "customer is not a parameter");
    row("a required one is missing", "POST", subs, "items[0][price]=p", "lacks \"customer\"");
    row("not an integer", "POST", subs, "customer=c&trial_period_days=1.5",
        "trial_period_days is \"1.5\", of the wrong type");
    row("not a flag", "POST", subs, "customer=c&cancel_at_period_end=1",
        "cancel_at_period_end is \"1\", of the wrong type");
    row("not one of the words", "POST", subs, "customer=c&proration_behavior=always",
        "proration_behavior is \"always\", which is not allowed");
    row("a word beside an integer", "POST", subs, "customer=c&trial_end=soon", "trial_end is");
    row("a single value for a list", "POST", subs, "customer=c&expand=x",
        "expand is a single value");
    row("a list for a single value", "POST", subs, "customer[0]=c", "customer has fields");
    row("indices with a hole", "POST", subs, "customer=c&items[1][price]=p", "items[0] is missing");
    row("a field for a list", "POST", subs, "customer=c&items[price]=p", "items[0] is missing");
    row("the same twice", "POST", subs, "customer=c&customer=d", "customer is given twice");
    row("no value", "POST", subs, "customer", "customer is not key=value");
    row("brackets that do not close", "POST", subs, "customer=c&items[0=1",
        "items[0=1 is not key=value");
}

void TestStripeContract::judgesRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, form);
    QFETCH(QString, violation);
    const QStringList found = m_contract.checkRequest(method, path, form);
    if (violation.isEmpty())
        QCOMPARE(found, QStringList());
    else
        QVERIFY2(found.join(u'\n').contains(violation), qPrintable(found.join(u'\n')));
}

void TestStripeContract::acceptsTheFixtures_data()
{
    QVERIFY(m_contract.isLoaded());
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QJsonObject>("object");
    const QStringList files =
        QDir(QStringLiteral(OMS_FIXTURES)).entryList({QStringLiteral("*.json")});
    for (const QString &file : files) {
        const QJsonObject object = fixture(file);
        QString schema = object.value(QLatin1String("object")).toString();
        const bool isOther = schema.isEmpty() || schema == QLatin1String("list")
            || schema == QLatin1String("search_result") || file.startsWith(QLatin1String("basil_"))
            || file.contains(QLatin1String("undocumented"))
            || file.contains(QLatin1String("upcoming")); // has no id: another shape in the document
        if (isOther)
            continue;
        if (object.value(QLatin1String("deleted")).toBool())
            schema.prepend(QStringLiteral("deleted_"));
        QTest::newRow(qPrintable(file)) << schema << object;
        if (schema != QLatin1String("event"))
            continue;
        const QJsonObject inner = object.value(QLatin1String("data"))
                                      .toObject()
                                      .value(QLatin1String("object"))
                                      .toObject();
        QTest::newRow(qPrintable(file + QStringLiteral(": its object")))
            << inner.value(QLatin1String("object")).toString() << inner;
    }
}

void TestStripeContract::acceptsTheFixtures()
{
    QFETCH(QString, schema);
    QFETCH(QJsonObject, object);
    QCOMPARE(m_contract.checkObject(schema, object), QStringList());
}

void TestStripeContract::findsFaultsInObjects_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value"); // undefined: removed
    QTest::addColumn<QString>("violation");
    const auto row = [](const char *title, const char *name, const QJsonValue &value,
                        const char *violation) {
        QTest::newRow(title) << QString::fromLatin1(name) << value
                             << QString::fromLatin1(violation);
    };
    row("an unknown field", "color", 1, "subscription.color is not a field of this object");
    row("a missing field", "status", QJsonValue(QJsonValue::Undefined), "lacks \"status\"");
    row("a wrong type", "created", QStringLiteral("now"), "subscription.created is \"now\"");
    row("a fraction for an integer", "created", 1.5, "subscription.created is 1.5");
    row("null where it may not be", "status", QJsonValue::Null, "subscription.status is null");
    row("an unknown word", "status", QStringLiteral("asleep"),
        "subscription.status is \"asleep\", which is not allowed");
    row("another kind of object", "object", QStringLiteral("invoice"), "subscription.object is");
    row("a list without its envelope", "items", QJsonArray(), "subscription.items is an array");
    row("metadata that is not text", "metadata", QJsonObject{{QStringLiteral("a"), 1}},
        "subscription.metadata.a is 1");
    row("neither an id nor an object", "customer", 5, "subscription.customer is 5");
}

void TestStripeContract::findsFaultsInObjects()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, violation);
    QJsonObject subscription = fixture(QStringLiteral("subscription_active.json"));
    if (value.isUndefined())
        subscription.remove(name);
    else
        subscription.insert(name, value);
    const QString found =
        m_contract.checkObject(QStringLiteral("subscription"), subscription).join(u'\n');
    QVERIFY2(found.contains(violation), qPrintable(found));
}

void TestStripeContract::judgesResponses()
{
    const QJsonObject page = fixture(QStringLiteral("list_customers_page.json"));
    const QString customers = QStringLiteral("/v1/customers");
    QCOMPARE(m_contract.checkResponse("GET", customers, 200, page), QStringList());
    QVERIFY(!m_contract.checkResponse("GET", QStringLiteral("/v1/invoices"), 200, page).isEmpty());
    QVERIFY(!m_contract.checkResponse("GET", customers, 404, page).isEmpty());
    const QJsonObject deleted = fixture(QStringLiteral("customer_deleted.json"));
    QCOMPARE(m_contract.checkResponse("GET", customers + QStringLiteral("/cus_1"), 200, deleted),
             QStringList());
    QCOMPARE(m_contract.checkResponse("GET", QStringLiteral("/v1/events"), 200,
                                      fixture(QStringLiteral("list_events_page.json"))),
             QStringList());
}

void TestStripeContract::acceptsTheErrorFixtures_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files =
        QDir(QStringLiteral(OMS_FIXTURES)).entryList({QStringLiteral("error_*.json")});
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestStripeContract::acceptsTheErrorFixtures()
{
    QFETCH(QString, file);
    const QJsonObject given = fixture(file);
    QCOMPARE(m_contract.checkResponse("POST", QStringLiteral("/v1/customers"),
                                      given.value(QLatin1String("http_status")).toInt(),
                                      given.value(QLatin1String("body")).toObject()),
             QStringList());
}

void TestStripeContract::isFast()
{
    const QJsonObject invoice = fixture(QStringLiteral("invoice_open.json"));
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 200; ++i)
        QVERIFY(m_contract.checkObject(QStringLiteral("invoice"), invoice).isEmpty());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestStripeContract)
#include "tst_stripecontract.moc"
