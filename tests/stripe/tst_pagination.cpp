// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "stripe/failure.h"
#include "stripe/httpclient.h"
#include "stripe/pagination.h"
#include "stripe/requests/customers.h"

#include <QCoro/QCoroTimer>

#include <QTest>
#include <QTimer>

#include <memory>

using namespace stripe;

class TestPagination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAllPagesInOrder();
    void resumesAfterACursor();
    void stopsWhenTold();
    void waitsForTheHandler();
    void readsAnEmptyList();
    void reportsAMissingCursor();
    void reportsListsThatCannotEnd_data();
    void reportsListsThatCannotEnd();
    void endsWhenTheClientGoes();

private:
    using Outcome = tl::expected<Listing, Failure>;
    Outcome read(Call call, qsizetype stopAfter = -1);

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    QStringList m_ids;
};

namespace {

/// `count` customers from cus_<from> on.
QByteArray listOf(int from, int count, bool hasMore)
{
    QByteArrayList objects;
    for (int i = from; i < from + count; ++i)
        objects.append(R"({"object":"customer","id":"cus_)" + QByteArray::number(i) + "\"}");
    return R"({"object":"list","url":"/v1/customers","has_more":)"
        + QByteArray(hasMore ? "true" : "false") + R"(,"data":[)" + objects.join(',') + "]}";
}

} // namespace

void TestPagination::init()
{
    m_client.reset();
    m_server = std::make_unique<ScriptedServer>();
    const auto key = checkKey(u"sk_test_sandbox"_qs, m_server->url());
    QVERIFY(key.has_value());
    m_client = std::make_unique<HttpClient>(
        ClientOptions{.key = *key, .base = m_server->url(), .limits = {.perSecond = 1000}});
    m_ids.clear();
}

TestPagination::Outcome TestPagination::read(Call call, qsizetype stopAfter)
{
    const auto onPage = [this, stopAfter](Page page) -> QCoro::Task<bool> {
        for (const QJsonObject &object : page.objects)
            m_ids.append(object.value(QLatin1String("id")).toString());
        co_return stopAfter < 0 || m_ids.size() < stopAfter;
    };
    return QCoro::waitFor(readPages(*m_client, std::move(call), onPage));
}

void TestPagination::readsAllPagesInOrder()
{
    m_server->thenJson(200, listOf(0, 100, true));
    m_server->thenJson(200, listOf(100, 100, true));
    m_server->thenJson(200, listOf(200, 7, false));
    const Outcome listing = read(listCustomers({}, u"a+b@c.example"_qs));
    QVERIFY(listing.has_value());
    QVERIFY(listing->isComplete);
    QCOMPARE(listing->pages, 3);
    QCOMPARE(listing->objects, 207);
    QCOMPARE(m_ids.size(), 207);
    for (int i = 0; i < 207; ++i)
        QCOMPARE(m_ids.at(i), u"cus_"_qs + QString::number(i));
    QCOMPARE(m_server->requests().at(0).query(), "email=a%2Bb%40c.example&limit=100");
    QCOMPARE(m_server->requests().at(1).query(),
             "email=a%2Bb%40c.example&limit=100&starting_after=cus_99");
    QCOMPARE(m_server->requests().at(2).query(),
             "email=a%2Bb%40c.example&limit=100&starting_after=cus_199");
}

void TestPagination::resumesAfterACursor()
{
    m_server->thenJson(200, listOf(50, 10, true));
    m_server->thenJson(200, listOf(60, 1, false));
    const Outcome listing = read(listCustomers({.limit = 10, .startingAfter = u"cus_49"_qs}));
    QVERIFY(listing.has_value());
    QCOMPARE(m_server->requests().at(0).query(), "limit=10&starting_after=cus_49");
    QCOMPARE(m_server->requests().at(1).query(), "limit=10&starting_after=cus_59");
}

void TestPagination::stopsWhenTold()
{
    m_server->thenJson(200, listOf(0, 10, true));
    m_server->thenJson(200, listOf(10, 10, true));
    const Outcome listing = read(listCustomers(), 15);
    QVERIFY(listing.has_value());
    QVERIFY(!listing->isComplete);
    QCOMPARE(listing->lastId, u"cus_19"_qs);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestPagination::waitsForTheHandler()
{
    m_server->thenJson(200, listOf(0, 10, true));
    m_server->thenJson(200, listOf(10, 10, false));
    QList<qsizetype> requestsSeen;
    const auto onPage = [&](Page page) -> QCoro::Task<bool> {
        Q_UNUSED(page)
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(20);
        co_await pause;
        requestsSeen.append(m_server->requests().size());
        co_return true;
    };
    const Outcome listing = QCoro::waitFor(readPages(*m_client, listCustomers(), onPage));
    QVERIFY(listing.has_value());
    QCOMPARE(requestsSeen, (QList<qsizetype>{1, 2})); // no page is asked for ahead
}

void TestPagination::readsAnEmptyList()
{
    m_server->thenJson(200, listOf(0, 0, false));
    const Outcome listing = read(listCustomers());
    QVERIFY(listing.has_value());
    QVERIFY(listing->isComplete);
    QCOMPARE(listing->objects, 0);
}

void TestPagination::reportsAMissingCursor()
{
    m_server->thenJson(200, listOf(0, 10, true));
    m_server->thenJson(400,
                       R"({"error":{"type":"invalid_request_error","param":"starting_after",)"
                       R"("code":"resource_missing","message":"No such customer: 'cus_9'"}})");
    const Outcome listing = read(listCustomers());
    QVERIFY(!listing.has_value());
    QVERIFY(isCursorMissing(listing.error()));
    QCOMPARE(m_ids.size(), 10); // what was read before stays read
}

void TestPagination::reportsListsThatCannotEnd_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("no list") << QByteArray(R"({"object":"customer","id":"cus_1"})") << QByteArray();
    QTest::newRow("more to come, but nothing to continue after")
        << QByteArray(R"({"object":"list","data":[],"has_more":true})") << QByteArray();
    QTest::newRow("the same page for ever") << listOf(0, 10, true) << listOf(0, 10, true);
}

void TestPagination::reportsListsThatCannotEnd()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    m_server->thenJson(200, first);
    m_server->thenJson(200, second);
    const Outcome listing = read(listCustomers());
    QVERIFY(!listing.has_value());
    QCOMPARE(listing.error().error.kind, core::Error::Kind::Internal);
    QVERIFY(!isCursorMissing(listing.error()));
}

void TestPagination::endsWhenTheClientGoes()
{
    m_server->then({.isSilent = true});
    std::optional<Outcome> listing;
    const auto reader = [&]() -> QCoro::Task<> {
        const auto onPage = [](Page) -> QCoro::Task<bool> { co_return true; };
        listing = co_await readPages(*m_client, listCustomers(), onPage);
    };
    reader();
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(!listing.has_value());
    m_client.reset();
    QVERIFY(listing.has_value()); // before the destructor returned
    QCOMPARE(listing->error().error.kind, core::Error::Kind::Canceled);
}

QTEST_GUILESS_MAIN(TestPagination)
#include "tst_pagination.moc"
