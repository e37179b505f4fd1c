// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

/// Usage that is reported, added up, and billed when the period is over; prices in tiers.
class TestSandboxMetering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void billsWhatWasUsed();
    void addsAndOverwrites();
    void addsUpAsThePriceSays_data();
    void addsUpAsThePriceSays();
    void refusesUsage_data();
    void refusesUsage();
    void refusesUsageOfWhatIsCanceled();
    void billsTheLastUsageWhenAskedSo();
    void keepsUsageThatIsNotCleared();
    void knowsTheWorldsUsage();
    void showsTiersWhereTheyAreAskedFor();
    void billsTiers_data();
    void billsTiers();
    void refusesTiers_data();
    void refusesTiers();

private:
    QString makePrice(const QByteArray &form);
    /// A paid subscription to that price alone; gives it, and its item's id.
    Reply subscribe(const QString &price, const QByteArray &more = {});
    static QString itemOf(const Reply &subscription)
    {
        return subscription.at(u"items.data.0.id"_s).toString();
    }
    Reply use(const QString &item, const QByteArray &form)
    {
        return m_client.post(u"/v1/subscription_items/"_s + item + u"/usage_records"_s, form);
    }
    Reply summaries(const QString &item)
    {
        return m_client.get(u"/v1/subscription_items/"_s + item + u"/usage_record_summaries"_s);
    }
    /// The newest invoice of a subscription, once the period is over.
    Reply nextInvoice(const QString &subscription);

    static constexpr auto metered = "currency=eur&product_data[name]=Orders&recurring[interval]="
                                    "month&recurring[usage_type]=metered";
    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

QString TestSandboxMetering::makePrice(const QByteArray &form)
{
    const Reply price = m_client.post(u"/v1/prices"_s, form);
    if (price.status != 200 || !price.violations.isEmpty())
        qWarning() << price.body << price.violations;
    return price.text("id");
}

Reply TestSandboxMetering::subscribe(const QString &price, const QByteArray &more)
{
    return m_client.post(u"/v1/subscriptions"_s,
                         "customer=" + m_client.makeCustomer().toLatin1()
                             + "&items[0][price]=" + price.toLatin1() + more);
}

Reply TestSandboxMetering::nextInvoice(const QString &subscription)
{
    m_sandbox.advanceDays(32);
    const Reply list =
        m_client.get(u"/v1/invoices"_s, "limit=1&subscription=" + subscription.toLatin1());
    return m_client.get(u"/v1/invoices/"_s + list.at(u"data.0.id"_s).toString());
}

void TestSandboxMetering::billsWhatWasUsed()
{
    const QString price = makePrice(QByteArray(metered) + "&unit_amount_decimal=0.2");
    const Reply made = subscribe(price, "&expand[]=latest_invoice");
    COMPLIES(made);
    QCOMPARE(made.text("status"), u"active"_s);
    QCOMPARE(made.at(u"latest_invoice.total"_s), 0); // nothing was used yet
    const QString item = itemOf(made);
    const Reply first = use(item, "quantity=12000");
    COMPLIES(first);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.number("quantity"), 12000);
    m_sandbox.advanceDays(3);
    COMPLIES(use(item, "quantity=345&timestamp=now&action=increment"));
    const Reply open = summaries(item);
    COMPLIES(open);
    QCOMPARE(open.data().size(), 1);
    QCOMPARE(open.at(u"data.0.total_usage"_s), 12345);
    QVERIFY(open.at(u"data.0.period.end"_s).isNull());

    const Reply invoice = nextInvoice(made.text("id"));
    COMPLIES(invoice);
    QCOMPARE(invoice.at(u"lines.data.0.quantity"_s), 12345);
    QCOMPARE(invoice.at(u"lines.data.0.amount"_s), 2469);
    QCOMPARE(invoice.number("total"), 2469);
    QCOMPARE(invoice.at(u"lines.data.0.period.start"_s), made.at(u"current_period_start"_s));
    const Reply closed = summaries(item);
    COMPLIES(closed);
    QCOMPARE(closed.data().size(), 2);
    QCOMPARE(closed.at(u"data.0.total_usage"_s), 0);
    QCOMPARE(closed.at(u"data.1.total_usage"_s), 12345);
    QCOMPARE(closed.at(u"data.1.invoice"_s), invoice.at(u"id"_s));
    QCOMPARE(closed.at(u"data.1.period.end"_s), made.at(u"current_period_end"_s));
}

void TestSandboxMetering::addsAndOverwrites()
{
    const QString item = itemOf(subscribe(makePrice(QByteArray(metered) + "&unit_amount=1")));
    const QByteArray at = "&timestamp=" + QByteArray::number(m_sandbox.now());
    QCOMPARE(use(item, "quantity=5" + at).number("quantity"), 5);
    QCOMPARE(use(item, "quantity=3" + at).number("quantity"), 8);
    QCOMPARE(use(item, "quantity=2&action=set" + at).number("quantity"), 2);
    QCOMPARE(summaries(item).at(u"data.0.total_usage"_s), 2);
}

void TestSandboxMetering::addsUpAsThePriceSays_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("usedNext"); // in a period in which nothing is reported
    QTest::newRow("the sum") << QByteArray("sum") << 17 << 0;
    QTest::newRow("the greatest") << QByteArray("max") << 10 << 0;
    QTest::newRow("the last of the period") << QByteArray("last_during_period") << 4 << 0;
    QTest::newRow("the last ever") << QByteArray("last_ever") << 4 << 4;
}

void TestSandboxMetering::addsUpAsThePriceSays()
{
    QFETCH(QByteArray, how);
    QFETCH(int, used);
    QFETCH(int, usedNext);
    const QString price =
        makePrice(QByteArray(metered) + "&unit_amount=100&recurring[aggregate_usage]=" + how);
    const Reply made = subscribe(price);
    const QString item = itemOf(made);
    for (const char *quantity : {"3", "10", "4"}) {
        m_sandbox.advanceDays(1);
        COMPLIES(use(item, QByteArray("quantity=") + quantity));
    }
    QCOMPARE(nextInvoice(made.text("id")).number("total"), used * 100);
    QCOMPARE(nextInvoice(made.text("id")).number("total"), usedNext * 100);
}

void TestSandboxMetering::refusesUsage_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("param");
    QTest::newRow("before the period") << QByteArray("quantity=1&timestamp=1000") << u"timestamp"_s;
    QTest::newRow("in the future")
        << QByteArray("quantity=1&timestamp=99999999999") << u"timestamp"_s;
    QTest::newRow("without a quantity") << QByteArray("timestamp=now") << u"quantity"_s;
    QTest::newRow("less than nothing") << QByteArray("quantity=-1") << u"quantity"_s;
    QTest::newRow("another action") << QByteArray("quantity=1&action=add") << u"action"_s;
}

void TestSandboxMetering::refusesUsage()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, param);
    const QString item = itemOf(subscribe(makePrice(QByteArray(metered) + "&unit_amount=1")));
    const Reply refused = use(item, form);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"param").toString(), param);
    QCOMPARE(summaries(item).at(u"data.0.total_usage"_s), 0);
}

void TestSandboxMetering::refusesUsageOfWhatIsCanceled()
{
    const Reply made = subscribe(makePrice(QByteArray(metered) + "&unit_amount=1"));
    QCOMPARE(m_client.remove(u"/v1/subscriptions/"_s + made.text("id")).status, 200);
    const Reply refused = use(itemOf(made), "quantity=1");
    COMPLIES(refused);
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.error().value(u"message").toString().contains(u"has been canceled"));
    // Nor of an item that is paid in advance, nor of one that is not there.
    const QString licensed = itemOf(m_client.subscribe(m_client.makeCustomer()));
    QCOMPARE(use(licensed, "quantity=1").status, 400);
    QCOMPARE(use(u"si_nobody"_s, "quantity=1").status, 404);
}

void TestSandboxMetering::billsTheLastUsageWhenAskedSo()
{
    const Reply made = subscribe(makePrice(QByteArray(metered) + "&unit_amount=10"));
    COMPLIES(use(itemOf(made), "quantity=7"));
    const Reply ended =
        m_client.remove(u"/v1/subscriptions/"_s + made.text("id"), "invoice_now=true");
    QCOMPARE(ended.text("status"), u"canceled"_s);
    const Reply invoices =
        m_client.get(u"/v1/invoices"_s, "limit=1&subscription=" + made.text("id").toLatin1());
    QCOMPARE(invoices.at(u"data.0.total"_s), 70);
}

void TestSandboxMetering::keepsUsageThatIsNotCleared()
{
    const Reply made = subscribe(makePrice(QByteArray(metered) + "&unit_amount=10"),
                                 "&items[1][price]=price_basic_monthly");
    COMPLIES(made);
    COMPLIES(use(itemOf(made), "quantity=7"));
    const QString path = u"/v1/subscriptions/"_s + made.text("id");
    const QByteArray removal =
        "items[0][id]=" + itemOf(made).toLatin1() + "&items[0][deleted]=true";
    const Reply refused = m_client.post(path, removal);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"param").toString(), u"items[0][clear_usage]"_s);
    const Reply removed = m_client.post(path, removal + "&items[0][clear_usage]=true");
    COMPLIES(removed);
    QCOMPARE(removed.at(u"items.data"_s).toArray().size(), 1);
}

void TestSandboxMetering::knowsTheWorldsUsage()
{
    RunningSandbox sandbox(RunningSandbox::withWorld(u"1:60:12:2026-06-30"_s));
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    qint64 used = 0;
    const Reply subscriptions = client.get(u"/v1/subscriptions"_s, "limit=100&status=active");
    for (const QJsonValue &subscription : subscriptions.data()) {
        const QJsonArray items = subscription[u"items"].toObject().value(u"data").toArray();
        for (const QJsonValue &item : items) {
            if (item[u"price"][u"recurring"][u"usage_type"] != u"metered"_s)
                continue;
            const Reply list = client.get(u"/v1/subscription_items/"_s + item[u"id"].toString()
                                          + u"/usage_record_summaries"_s);
            COMPLIES(list);
            used += list.at(u"data.0.total_usage"_s).toInteger();
        }
    }
    QVERIFY2(used > 0, "the world has metered items, and they are used");
}

void TestSandboxMetering::showsTiersWhereTheyAreAskedFor()
{
    const QByteArray tiers = "&billing_scheme=tiered&tiers_mode=graduated"
                             "&tiers[0][up_to]=1000&tiers[0][unit_amount]=0"
                             "&tiers[1][up_to]=inf&tiers[1][unit_amount_decimal]=0.2";
    const Reply made = m_client.post(u"/v1/prices"_s, QByteArray(metered) + tiers);
    COMPLIES(made);
    QCOMPARE(made.text("billing_scheme"), u"tiered"_s);
    QCOMPARE(made.text("tiers_mode"), u"graduated"_s);
    QVERIFY(made.at(u"unit_amount"_s).isNull());
    QVERIFY(!made.body.contains(u"tiers"));
    const QString path = u"/v1/prices/"_s + made.text("id");
    QVERIFY(!m_client.get(path).body.contains(u"tiers"));
    const Reply expanded = m_client.get(path, "expand[]=tiers");
    COMPLIES(expanded);
    QCOMPARE(expanded.at(u"tiers.0.up_to"_s), 1000);
    QCOMPARE(expanded.at(u"tiers.0.unit_amount"_s), 0);
    QVERIFY(expanded.at(u"tiers.1.up_to"_s).isNull());
    QCOMPARE(expanded.at(u"tiers.1.unit_amount_decimal"_s), u"0.2"_s);
}

void TestSandboxMetering::billsTiers_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("used");
    QTest::addColumn<QList<int>>("amounts");
    // To 100 at 10 with 500 beside, to 200 at 5, above at 1.
    QTest::newRow("graduated, nothing used") << QByteArray("graduated") << 0 << QList<int>{500};
    QTest::newRow("graduated, first tier") << QByteArray("graduated") << 100 << QList<int>{1500};
    QTest::newRow("graduated, all tiers")
        << QByteArray("graduated") << 250 << QList<int>{1500, 500, 50};
    QTest::newRow("volume, first tier") << QByteArray("volume") << 100 << QList<int>{1500};
    QTest::newRow("volume, second tier") << QByteArray("volume") << 101 << QList<int>{505};
    QTest::newRow("volume, last tier") << QByteArray("volume") << 250 << QList<int>{250};
}

void TestSandboxMetering::billsTiers()
{
    QFETCH(QByteArray, mode);
    QFETCH(int, used);
    QFETCH(QList<int>, amounts);
    const QByteArray tiers = "&billing_scheme=tiered&tiers_mode=" + mode
        + "&tiers[0][up_to]=100&tiers[0][unit_amount]=10&tiers[0][flat_amount]=500"
          "&tiers[1][up_to]=200&tiers[1][unit_amount]=5"
          "&tiers[2][up_to]=inf&tiers[2][unit_amount]=1";
    const Reply made = subscribe(makePrice(QByteArray(metered) + tiers));
    COMPLIES(made);
    if (used > 0)
        COMPLIES(use(itemOf(made), "quantity=" + QByteArray::number(used)));
    const Reply invoice = nextInvoice(made.text("id"));
    COMPLIES(invoice);
    QList<int> billed;
    for (const QJsonValue &line : invoice.at(u"lines.data"_s).toArray())
        billed.append(line[u"amount"].toInt());
    QCOMPARE(billed, amounts);
    QCOMPARE(invoice.number("total"), std::accumulate(amounts.begin(), amounts.end(), 0));
    // The same price in advance: what is licensed is counted by its quantity.
    QByteArray licensed = QByteArray(metered) + tiers;
    licensed.replace("usage_type]=metered", "usage_type]=licensed");
    const Reply paid = subscribe(makePrice(licensed),
                                 "&expand[]=latest_invoice&items[0][quantity]="
                                     + QByteArray::number(std::max(used, 1)));
    COMPLIES(paid);
    if (used > 0)
        QCOMPARE(paid.at(u"latest_invoice.total"_s).toInteger(), invoice.number("total"));
}

void TestSandboxMetering::refusesTiers_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("param");
    const QByteArray tiered = "&billing_scheme=tiered&tiers_mode=volume";
    QTest::newRow("none") << tiered << u"tiers"_s;
    QTest::newRow("without a mode")
        << QByteArray("&billing_scheme=tiered&tiers[0][up_to]=inf&tiers[0][unit_amount]=1")
        << u"tiers_mode"_s;
    QTest::newRow("with an end") << tiered + "&tiers[0][up_to]=5&tiers[0][unit_amount]=1"
                                 << u"tiers[0][up_to]"_s;
    QTest::newRow("descending") << tiered
            + "&tiers[0][up_to]=5&tiers[0][unit_amount]=1&tiers[1][up_to]=5"
              "&tiers[1][unit_amount]=1&tiers[2][up_to]=inf&tiers[2][unit_amount]=1"
                                << u"tiers[1][up_to]"_s;
    QTest::newRow("without an amount")
        << tiered + "&tiers[0][up_to]=inf" << u"tiers[0][unit_amount]"_s;
    QTest::newRow("on a plain price")
        << QByteArray("&unit_amount=1&tiers[0][up_to]=inf&tiers[0][unit_amount]=1")
        << u"billing_scheme"_s;
}

void TestSandboxMetering::refusesTiers()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, param);
    const Reply refused = m_client.post(u"/v1/prices"_s, QByteArray(metered) + form);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"param").toString(), param);
}

QTEST_GUILESS_MAIN(TestSandboxMetering)
#include "tst_sandboxmetering.moc"
