// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrordesk.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'701'388'800;

struct Line
{
    qint64 amount = 0; ///< Below zero: a sub-cent price.
    QString interval = u"month"_s;
    int count = 1;
    int quantity = 1;
    bool isMetered = false;
    bool isTiered = false;
};

QJsonObject itemOf(const Line &line, int number, const QString &currency)
{
    const bool isSubCent = line.amount < 0;
    const QJsonObject price{
        {u"id"_s, u"price_%1"_s.arg(number)},
        {u"object"_s, u"price"_s},
        {u"product"_s, u"prod_1"_s},
        {u"currency"_s, currency},
        {u"billing_scheme"_s, line.isTiered ? u"tiered"_s : u"per_unit"_s},
        {u"unit_amount"_s, isSubCent || line.isTiered ? QJsonValue() : QJsonValue(line.amount)},
        {u"unit_amount_decimal"_s, isSubCent ? u"0.2"_s : QString::number(line.amount)},
        {u"recurring"_s,
         QJsonObject{{u"interval"_s, line.interval},
                     {u"interval_count"_s, line.count},
                     {u"usage_type"_s, line.isMetered ? u"metered"_s : u"licensed"_s}}}};
    QJsonObject item{{u"id"_s, u"si_%1"_s.arg(number)},
                     {u"object"_s, u"subscription_item"_s},
                     {u"price"_s, price}};
    if (!line.isMetered)
        item[u"quantity"_s] = line.quantity;
    return item;
}

QJsonObject subscriptionOf(const QList<Line> &lines, const QString &status = u"active"_s,
                           const QString &id = u"sub_1"_s, const QString &currency = u"usd"_s)
{
    QJsonObject subscription = MirrorDesk::fixture(u"subscription_active"_s);
    QJsonArray items;
    const int first = id.last(1).toInt() * 10;
    for (const Line &line : lines)
        items.append(itemOf(line, first + int(items.size()), currency));
    subscription[u"id"_s] = id;
    subscription[u"status"_s] = status;
    subscription[u"currency"_s] = currency;
    subscription[u"discount"_s] = QJsonValue();
    subscription[u"items"_s] =
        QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, items}, {u"has_more"_s, false}};
    return subscription;
}

QJsonObject couponOf(const char *member, double value, const QString &duration)
{
    return {{u"id"_s, u"di_1"_s},
            {u"object"_s, u"discount"_s},
            {u"coupon"_s,
             QJsonObject{{u"id"_s, u"co_1"_s},
                         {QString::fromLatin1(member), value},
                         {u"duration"_s, duration}}}};
}

} // namespace

/// MRR to the unit, and the ledger that says how it came about (analytics.md).
class MrrLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk = std::make_unique<MirrorDesk>(); }
    void cleanupTestCase() { m_desk.reset(); }
    void init();
    void mrr_data();
    void mrr();
    void ledgerKinds();
    void ledgerAcrossCurrencies();
    void theSumOfTheLedgerIsTheMrr();
    void unassignedCountsFromTheLinkOn();
    void straysAreCountedToo();

private:
    /// As this test's customer's, with ids that no other test has.
    void write(QJsonObject object)
    {
        ++m_second;
        object[u"customer"_s] = m_customer;
        object[u"id"_s] = u"%1_%2"_s.arg(object[u"id"].toString()).arg(m_run);
        QJsonObject items = object[u"items"].toObject();
        QJsonArray data = items[u"data"].toArray();
        for (qsizetype i = 0; i < data.size(); ++i) {
            QJsonObject item = data.at(i).toObject();
            item[u"id"_s] = u"%1_%2"_s.arg(item[u"id"].toString()).arg(m_run);
            data[i] = item;
        }
        items[u"data"_s] = data;
        object[u"items"_s] = items;
        m_desk->write({object, noon + m_second, u"evt_%1"_s.arg(m_second)});
    }
    /// `$t` is this test's tenant.
    [[nodiscard]] QString sql(QByteArray query) const
    {
        return m_desk->sql(
            query.replace("$t", "'" + m_tenant.toByteArray(QUuid::WithoutBraces) + "'"));
    }
    [[nodiscard]] QString kindsOf(const QByteArray &currency = "usd") const
    {
        return sql("SELECT coalesce(string_agg(kind || ' ' || delta, ', ' ORDER BY seq), '')"
                   " FROM mrr_movements WHERE tenant_id = $t AND currency = '"
                   + currency + "'");
    }

    std::unique_ptr<MirrorDesk> m_desk;
    QString m_customer;
    QUuid m_tenant;
    int m_run = 0;
    int m_second = 0;
};

/// Another tenant and customer for each test.
void MrrLedgerTest::init()
{
    ++m_run;
    m_tenant = m_desk->addTenant("Tenant " + QByteArray::number(m_run));
    m_customer = u"cus_%1"_s.arg(m_run);
    QJsonObject own = MirrorDesk::fixture(u"customer"_s);
    own[u"id"_s] = m_customer;
    m_desk->write({own, noon, u"req_1"_s, core::Snapshot::Source::Fetch});
    if (QByteArray(QTest::currentTestFunction()) != "unassignedCountsFromTheLinkOn")
        m_desk->link(m_customer, m_tenant);
}

void MrrLedgerTest::mrr_data()
{
    QTest::addColumn<QJsonObject>("subscription");
    QTest::addColumn<QString>("mrr");
    const auto row = [](const char *name, const QList<Line> &lines, const char *mrr,
                        const QString &status = u"active"_s) {
        QTest::newRow(name) << subscriptionOf(lines, status) << QString::fromLatin1(mrr);
    };
    row("a month is itself", {{4900}}, "4900");
    row("a year is a twelfth", {{1200, u"year"_s}}, "100");
    row("half a unit is rounded away from zero", {{1206, u"year"_s}}, "101");
    row("three twelfths that make a half are rounded once",
        {{10, u"year"_s}, {10, u"year"_s}, {10, u"year"_s}}, "3");
    row("a quarter is a third", {{1000, u"month"_s, 3}}, "333");
    row("a week is 52 twelfths", {{1200, u"week"_s}}, "5200");
    row("a day is 365 twelfths", {{120, u"day"_s}}, "3650");
    row("two weeks", {{1200, u"week"_s, 2}}, "2600");
    row("the quantity counts", {{4900, u"month"_s, 1, 3}}, "14700");
    row("items add up", {{4900}, {1200, u"year"_s}}, "5000");
    row("metered items do not count", {{4900}, {100, u"month"_s, 1, 1, true}}, "4900");
    row("sub-cent prices do not count", {{4900}, {-1}}, "4900");
    row("tiered prices do not count", {{4900}, {100, u"month"_s, 1, 1, false, true}}, "4900");
    row("a free item", {{0}}, "0");
    row("a trial does not count", {{4900}}, "0", u"trialing"_s);
    row("past due counts", {{4900}}, "4900", u"past_due"_s);
    row("unpaid does not count", {{4900}}, "0", u"unpaid"_s);
    row("canceled does not count", {{4900}}, "0", u"canceled"_s);
    const auto discounted = [](const char *name, const QJsonObject &discount, const char *mrr) {
        QJsonObject subscription = subscriptionOf({{4900}});
        subscription[u"discount"_s] = discount;
        QTest::newRow(name) << subscription << QString::fromLatin1(mrr);
    };
    discounted("ten percent for ever", couponOf("percent_off", 10, u"forever"_s), "4410");
    discounted("a third for ever", couponOf("percent_off", 33.3, u"forever"_s), "3268");
    discounted("ten percent once", couponOf("percent_off", 10, u"once"_s), "4900");
    discounted("an amount for ever", couponOf("amount_off", 900, u"forever"_s), "4000");
    discounted("more off than there is", couponOf("amount_off", 9900, u"forever"_s), "0");
    QJsonObject yearly = subscriptionOf({{12000, u"year"_s}});
    yearly[u"discount"_s] = couponOf("amount_off", 1200, u"forever"_s);
    QTest::newRow("an amount off each year's invoice") << yearly << u"900"_s;
    QTest::newRow("yen have no smaller unit")
        << subscriptionOf({{1200, u"year"_s}}, u"active"_s, u"sub_1"_s, u"jpy"_s) << u"100"_s;
}

void MrrLedgerTest::mrr()
{
    QFETCH(QJsonObject, subscription);
    QFETCH(QString, mrr);
    write(subscription);
    QCOMPARE(sql("SELECT mrr FROM tenant_figures WHERE tenant_id = $t"), mrr);
    QCOMPARE(sql("SELECT coalesce(sum(delta), 0) FROM mrr_movements WHERE tenant_id = $t"), mrr);
}

void MrrLedgerTest::ledgerKinds()
{
    write(subscriptionOf({{1000}}, u"trialing"_s));
    QCOMPARE(kindsOf(), QString());
    write(subscriptionOf({{1000}}));
    write(subscriptionOf({{1000}})); // nothing moved
    write(subscriptionOf({{1500}}));
    write(subscriptionOf({{700}}));
    write(subscriptionOf({{300}}, u"active"_s, u"sub_2"_s));
    write(subscriptionOf({{700}}, u"canceled"_s));
    write(subscriptionOf({{300}}, u"canceled"_s, u"sub_2"_s));
    write(subscriptionOf({{400}}, u"active"_s, u"sub_3"_s));
    QCOMPARE(kindsOf(),
             u"new 1000, expansion 500, contraction -800, expansion 300, "
             "contraction -700, churn -300, reactivation 400"_s);
}

void MrrLedgerTest::ledgerAcrossCurrencies()
{
    write(subscriptionOf({{1000}}));
    write(subscriptionOf({{500}}, u"active"_s, u"sub_2"_s, u"eur"_s));
    QCOMPARE(kindsOf("eur"), u"expansion 500"_s); // the tenant pays already
    QCOMPARE(sql("SELECT concat_ws(' ', mrr, currency) FROM tenant_figures"
                 " WHERE tenant_id = $t"),
             u"1000 usd"_s);
    write(subscriptionOf({{1000}}, u"canceled"_s));
    QCOMPARE(kindsOf(), u"new 1000, contraction -1000"_s); // and goes on paying in euro
    QCOMPARE(sql("SELECT concat_ws(' ', mrr, currency) FROM tenant_figures"
                 " WHERE tenant_id = $t"),
             u"500 eur"_s);
    write(subscriptionOf({{500}}, u"canceled"_s, u"sub_2"_s, u"eur"_s));
    QCOMPARE(kindsOf("eur"), u"expansion 500, churn -500"_s);
}

void MrrLedgerTest::theSumOfTheLedgerIsTheMrr()
{
    const QStringList states{u"active"_s, u"past_due"_s, u"trialing"_s, u"unpaid"_s, u"canceled"_s};
    QRandomGenerator dice(7);
    for (int i = 0; i < 60; ++i) {
        const QString id = u"sub_%1"_s.arg(dice.bounded(3) + 1);
        write(subscriptionOf({{dice.bounded(5000), dice.bounded(2) ? u"month"_s : u"year"_s, 1,
                               dice.bounded(4) + 1}},
                             states.at(dice.bounded(int(states.size()))), id));
        QCOMPARE(sql("SELECT coalesce(sum(m.delta), 0) = (SELECT whole_units(sum(s.mrr))"
                     " FROM stripe_subscriptions s WHERE s.tenant_id = $t)"
                     " AND coalesce(sum(m.delta), 0) = (SELECT f.mrr FROM tenant_figures f"
                     " WHERE f.tenant_id = $t) FROM mrr_movements m WHERE m.tenant_id = $t"),
                 u"t"_s);
    }
}

void MrrLedgerTest::unassignedCountsFromTheLinkOn()
{
    write(subscriptionOf({{1000}}));
    QCOMPARE(sql("SELECT tenant_id IS NULL FROM stripe_subscriptions WHERE"
                 " stripe_customer_id = '"
                 + m_customer.toLatin1() + "'"),
             u"t"_s);
    QCOMPARE(kindsOf(), QString());
    m_desk->link(m_customer, m_tenant);
    QCOMPARE(kindsOf(), u"new 1000"_s);
    QCOMPARE(sql("SELECT tenant_id = $t FROM stripe_subscriptions WHERE stripe_customer_id = '"
                 + m_customer.toLatin1() + "'"),
             u"t"_s);
}

void MrrLedgerTest::straysAreCountedToo()
{
    write(subscriptionOf({{1000}}, u"trialing"_s));
    (void)sql("UPDATE stripe_subscriptions SET tenant_id = NULL, status = 'active',"
              " mrr = 1000 WHERE tenant_id = $t RETURNING 1");
    auto job = m_desk->database.write(
        [](db::Session &session) { return db::MirrorRepository(session).linkStrays(); });
    job.waitForFinished();
    QCOMPARE(job.result().value(), 1);
    QCOMPARE(kindsOf(), u"new 1000"_s);
    QCOMPARE(sql("SELECT mrr FROM tenant_figures WHERE tenant_id = $t"), u"1000"_s);
}

QTEST_GUILESS_MAIN(MrrLedgerTest)
#include "tst_mrrledger.moc"
