// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/world.h"
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Walking through lists: everything once, newest first, forwards and backwards.
class TestSandboxLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksTheWholeWorldOnce_data();
    void walksTheWholeWorldOnce();
    void holdsWhatTheWorldHolds();
    void walksBackwards();
    void showsNewObjectsFirst();
    void keepsTheCursorWhileObjectsComeIn();
    void pagesOfOneCustomerAddUp();
    void filtersByCreation();
    void changesKeepTheirPlace();

private:
    [[nodiscard]] QStringList walk(const QString &path, const QByteArray &filter = {})
    {
        QStringList ids;
        QByteArray cursor;
        while (true) {
            const Reply page = m_client.get(path, "limit=37" + filter + cursor);
            for (const QJsonValue &object : page.data())
                ids.append(object.toObject().value(u"id").toString());
            if (!page.body.value(u"has_more").toBool() || page.data().isEmpty())
                return ids;
            cursor = "&starting_after=" + ids.last().toLatin1();
        }
    }

    RunningSandbox m_sandbox{RunningSandbox::withWorld(u"11:60:20:2024-06-30"_s)};
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

void TestSandboxLists::walksTheWholeWorldOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("customers") << u"/v1/customers"_s << QByteArray() << 60;
    QTest::newRow("subscriptions") << u"/v1/subscriptions"_s << QByteArray("&status=all") << 50;
    QTest::newRow("invoices") << u"/v1/invoices"_s << QByteArray() << 400;
    QTest::newRow("payment intents") << u"/v1/payment_intents"_s << QByteArray() << 300;
    QTest::newRow("prices") << u"/v1/prices"_s << QByteArray() << 20;
    QTest::newRow("products") << u"/v1/products"_s << QByteArray() << 5;
}

void TestSandboxLists::walksTheWholeWorldOnce()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, filter);
    QFETCH(int, atLeast);
    const QStringList ids = walk(path, filter);
    QVERIFY2(ids.size() >= atLeast, QByteArray::number(ids.size()));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    qint64 last = std::numeric_limits<qint64>::max();
    for (qsizetype i = 0; i < ids.size(); i += 10) {
        const qint64 created = m_client.get(path + u'/' + ids[i]).number("created");
        QVERIFY(created > 0 && created <= last);
        last = created;
    }
}

void TestSandboxLists::holdsWhatTheWorldHolds()
{
    const demo::World world(*demo::WorldParameters::fromText(u"11:60:20:2024-06-30"));
    QSet<QString> expected;
    for (int i = 0; i < world.tenantCount(); ++i) {
        for (const core::Invoice &invoice : world.tenant(i).invoices)
            expected.insert(invoice.id);
    }
    QStringList ids = walk(u"/v1/invoices"_s);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()), expected);
}

void TestSandboxLists::walksBackwards()
{
    const QStringList forwards = walk(u"/v1/customers"_s);
    QStringList backwards;
    QByteArray cursor = forwards.last().toLatin1();
    while (true) {
        const Reply page = m_client.get(u"/v1/customers"_s, "limit=7&ending_before=" + cursor);
        QStringList ids;
        for (const QJsonValue &object : page.data())
            ids.append(object.toObject().value(u"id").toString());
        backwards = ids + backwards;
        if (!page.body.value(u"has_more").toBool())
            break;
        cursor = ids.first().toLatin1();
    }
    backwards.append(forwards.last());
    QCOMPARE(backwards, forwards);
}

void TestSandboxLists::showsNewObjectsFirst()
{
    const QString first = m_client.makeCustomer();
    const QString second = m_client.makeCustomer();
    const QStringList ids = walk(u"/v1/customers"_s);
    QCOMPARE(ids.mid(0, 2), QStringList({second, first}));
}

void TestSandboxLists::keepsTheCursorWhileObjectsComeIn()
{
    const QStringList before = walk(u"/v1/customers"_s);
    const Reply page = m_client.get(u"/v1/customers"_s, "limit=5");
    (void)m_client.makeCustomer();
    const Reply next =
        m_client.get(u"/v1/customers"_s, "limit=5&starting_after=" + before[4].toLatin1());
    QCOMPARE(next.at(u"data.0.id"_s), before[5]);
    QCOMPARE(page.at(u"data.4.id"_s), before[4]);
}

void TestSandboxLists::pagesOfOneCustomerAddUp()
{
    QSet<QString> all;
    for (const QString &customer : walk(u"/v1/customers"_s)) {
        for (const QString &id : walk(u"/v1/invoices"_s, "&customer=" + customer.toLatin1())) {
            QVERIFY(!all.contains(id));
            all.insert(id);
        }
    }
    QCOMPARE(all.size(), walk(u"/v1/invoices"_s).size());
}

void TestSandboxLists::filtersByCreation()
{
    const qint64 from = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    const qint64 to = QDateTime(QDate(2024, 2, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    const QByteArray filter =
        "&created[gte]=" + QByteArray::number(from) + "&created[lt]=" + QByteArray::number(to);
    const QStringList january = walk(u"/v1/invoices"_s, filter);
    QVERIFY(!january.isEmpty());
    int expected = 0;
    for (const QString &id : walk(u"/v1/invoices"_s)) {
        const qint64 created = m_client.get(u"/v1/invoices/"_s + id).number("created");
        expected += created >= from && created < to;
    }
    QCOMPARE(january.size(), expected);
}

void TestSandboxLists::changesKeepTheirPlace()
{
    const QStringList before = walk(u"/v1/customers"_s);
    const QString middle = before[before.size() / 2];
    QCOMPARE(m_client.post(u"/v1/customers/"_s + middle, "name=Renamed").status, 200);
    QCOMPARE(walk(u"/v1/customers"_s), before);
    QCOMPARE(m_client.get(u"/v1/customers/"_s + middle).text("name"), u"Renamed"_s);
}

QTEST_GUILESS_MAIN(TestSandboxLists)
#include "tst_sandboxlists.moc"
