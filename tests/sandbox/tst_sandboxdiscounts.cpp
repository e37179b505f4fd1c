// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

/// Coupons, and what they take off a subscription's invoices. The basic plan costs 29.00.
class TestSandboxDiscounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCoupons();
    void refusesCoupons_data();
    void refusesCoupons();
    void takesOffAsLongAsItLasts_data();
    void takesOffAsLongAsItLasts();
    void tellsEachLineItsShare();
    void isTakenOffAgain();
    void isNotRedeemedForEver();
    void staysWithWhomItWasGivenTo();

private:
    QByteArray makeCoupon(const QByteArray &form);
    Reply newestInvoice(const QString &subscription);

    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

QByteArray TestSandboxDiscounts::makeCoupon(const QByteArray &form)
{
    const Reply coupon = m_client.post(u"/v1/coupons"_s, form);
    if (coupon.status != 200 || !coupon.violations.isEmpty())
        qWarning() << coupon.body << coupon.violations;
    return coupon.text("id").toLatin1();
}

Reply TestSandboxDiscounts::newestInvoice(const QString &subscription)
{
    const Reply list =
        m_client.get(u"/v1/invoices"_s, "limit=1&subscription=" + subscription.toLatin1());
    return m_client.get(u"/v1/invoices/"_s + list.at(u"data.0.id"_s).toString());
}

void TestSandboxDiscounts::keepsCoupons()
{
    const Reply made = m_client.post(u"/v1/coupons"_s,
                                     "id=SPRING&percent_off=12.5&duration=repeating"
                                     "&duration_in_months=3&name=Spring&metadata[by]=sales");
    COMPLIES(made);
    QCOMPARE(made.text("id"), u"SPRING"_s);
    QCOMPARE(made.at(u"percent_off"_s), 12.5);
    QCOMPARE(made.at(u"valid"_s), true);
    const Reply renamed = m_client.post(u"/v1/coupons/SPRING"_s, "name=Summer");
    COMPLIES(renamed);
    QCOMPARE(renamed.text("name"), u"Summer"_s);
    COMPLIES(m_client.get(u"/v1/coupons/SPRING"_s));
    const Reply list = m_client.get(u"/v1/coupons"_s, "limit=100");
    COMPLIES(list);
    QStringList ids;
    for (const QJsonValue &coupon : list.data())
        ids.append(coupon[u"id"].toString());
    QVERIFY(ids.contains(u"SPRING"_s));
    QVERIFY(ids.contains(u"PARTNER10"_s)); // the platform's own
    COMPLIES(m_client.remove(u"/v1/coupons/SPRING"_s));
    QCOMPARE(m_client.get(u"/v1/coupons/SPRING"_s).status, 404);
}

void TestSandboxDiscounts::refusesCoupons_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("param");
    QTest::newRow("neither a share nor an amount")
        << QByteArray("duration=once") << u"percent_off"_s;
    QTest::newRow("both") << QByteArray("duration=once&percent_off=5&amount_off=5&currency=eur")
                          << u"percent_off"_s;
    QTest::newRow("more than everything")
        << QByteArray("duration=once&percent_off=101") << u"percent_off"_s;
    QTest::newRow("an amount of no currency")
        << QByteArray("duration=once&amount_off=5") << u"currency"_s;
    QTest::newRow("repeating for how long")
        << QByteArray("duration=repeating&percent_off=5") << u"duration_in_months"_s;
    QTest::newRow("an unknown duration")
        << QByteArray("duration=yearly&percent_off=5") << u"duration"_s;
    QTest::newRow("one that is there")
        << QByteArray("id=PARTNER10&duration=once&percent_off=5") << u"id"_s;
}

void TestSandboxDiscounts::refusesCoupons()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, param);
    const Reply refused = m_client.post(u"/v1/coupons"_s, form);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"param").toString(), param);
}

void TestSandboxDiscounts::takesOffAsLongAsItLasts_data()
{
    QTest::addColumn<QByteArray>("coupon");
    QTest::addColumn<QList<int>>("totals"); // of the first invoice and the renewals after it
    QTest::newRow("a share, once")
        << QByteArray("percent_off=25&duration=once") << QList<int>{2175, 2900, 2900, 2900};
    QTest::newRow("a share, two months")
        << QByteArray("percent_off=25&duration=repeating&duration_in_months=2")
        << QList<int>{2175, 2175, 2900, 2900};
    QTest::newRow("a share, for ever")
        << QByteArray("percent_off=10&duration=forever") << QList<int>{2610, 2610, 2610, 2610};
    QTest::newRow("a third of a cent is rounded")
        << QByteArray("percent_off=33.33&duration=once") << QList<int>{1933, 2900};
    QTest::newRow("an amount, for ever")
        << QByteArray("amount_off=500&currency=eur&duration=forever") << QList<int>{2400, 2400};
    QTest::newRow("more than there is")
        << QByteArray("amount_off=99900&currency=eur&duration=once") << QList<int>{0, 2900};
}

void TestSandboxDiscounts::takesOffAsLongAsItLasts()
{
    QFETCH(QByteArray, coupon);
    QFETCH(QList<int>, totals);
    const Reply made = m_client.subscribe(m_client.makeCustomer(), "coupon=" + makeCoupon(coupon));
    COMPLIES(made);
    QCOMPARE(made.status, 200);
    for (qsizetype period = 0; period < totals.size(); ++period) {
        if (period > 0)
            m_sandbox.advanceDays(31);
        const Reply invoice = newestInvoice(made.text("id"));
        COMPLIES(invoice);
        QCOMPARE(invoice.number("subtotal"), 2900);
        QCOMPARE(invoice.number("total"), totals.at(period));
        QCOMPARE(invoice.number("amount_due"), totals.at(period));
        const bool isLess = totals.at(period) < 2900;
        QCOMPARE(invoice.at(u"total_discount_amounts"_s).toArray().size(), isLess ? 1 : 0);
        if (isLess)
            QCOMPARE(invoice.at(u"total_discount_amounts.0.amount"_s), 2900 - totals.at(period));
    }
    // What lasts is still there, what does not has gone.
    const Reply now = m_client.get(u"/v1/subscriptions/"_s + made.text("id"));
    COMPLIES(now);
    QCOMPARE(now.at(u"discount"_s).isNull(), totals.last() == 2900);
}

void TestSandboxDiscounts::tellsEachLineItsShare()
{
    const Reply price = m_client.post(
        u"/v1/prices"_s,
        "currency=eur&unit_amount=100&product_data[name]=Part&recurring[interval]=month");
    const Reply made =
        m_client.subscribe(m_client.makeCustomer(),
                           "items[1][price]=" + price.text("id").toLatin1() + "&coupon="
                               + makeCoupon("amount_off=1000&currency=eur&duration=once"));
    COMPLIES(made);
    const Reply invoice = newestInvoice(made.text("id"));
    COMPLIES(invoice);
    QCOMPARE(invoice.number("total"), 2000);
    qint64 off = 0;
    for (const QJsonValue &line : invoice.at(u"lines.data"_s).toArray()) {
        const qint64 own = line[u"discount_amounts"][0][u"amount"].toInteger();
        QVERIFY2(own > 0 && own <= line[u"amount"].toInteger(), "in proportion");
        off += own;
    }
    QCOMPARE(off, 1000);
}

void TestSandboxDiscounts::isTakenOffAgain()
{
    const Reply made = m_client.subscribe(m_client.makeCustomer());
    const QString path = u"/v1/subscriptions/"_s + made.text("id");
    const qsizetype before = m_client.eventTypes().size();
    const Reply given = m_client.post(path, "coupon=PARTNER10");
    COMPLIES(given);
    QCOMPARE(given.at(u"discount.coupon.id"_s), u"PARTNER10"_s);
    QCOMPARE(m_client.eventTypes().sliced(before),
             QStringList({u"coupon.updated"_s, u"customer.discount.created"_s,
                          u"customer.subscription.updated"_s}));
    const Reply taken = m_client.remove(path + u"/discount"_s);
    QCOMPARE(taken.status, 200);
    QVERIFY(m_client.get(path).at(u"discount"_s).isNull());
    QCOMPARE(m_client.remove(path + u"/discount"_s).status, 400);
    COMPLIES(m_client.post(path, "coupon=PARTNER10"));
    const Reply cleared = m_client.post(path, "coupon=");
    COMPLIES(cleared);
    QVERIFY(cleared.at(u"discount"_s).isNull());
}

void TestSandboxDiscounts::isNotRedeemedForEver()
{
    const QByteArray coupon = makeCoupon("percent_off=50&duration=once&max_redemptions=1");
    COMPLIES(m_client.subscribe(m_client.makeCustomer(), "coupon=" + coupon));
    QCOMPARE(m_client.get(u"/v1/coupons/"_s + QString::fromLatin1(coupon)).at(u"valid"_s), false);
    const Reply second = m_client.subscribe(m_client.makeCustomer(), "coupon=" + coupon);
    QCOMPARE(second.status, 400);
    QCOMPARE(second.error().value(u"code").toString(), u"coupon_expired"_s);
    const QByteArray dollars = makeCoupon("amount_off=50&currency=usd&duration=once");
    QCOMPARE(m_client.subscribe(m_client.makeCustomer(), "coupon=" + dollars).status, 400);
    QCOMPARE(m_client.subscribe(m_client.makeCustomer(), "coupon=nobody").status, 400);
}

void TestSandboxDiscounts::staysWithWhomItWasGivenTo()
{
    const QByteArray coupon = makeCoupon("percent_off=50&duration=forever");
    const Reply made = m_client.subscribe(m_client.makeCustomer(), "coupon=" + coupon);
    COMPLIES(m_client.remove(u"/v1/coupons/"_s + QString::fromLatin1(coupon)));
    m_sandbox.advanceDays(31);
    QCOMPARE(newestInvoice(made.text("id")).number("total"), 1450);
}

QTEST_GUILESS_MAIN(TestSandboxDiscounts)
#include "tst_sandboxdiscounts.moc"
