// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/housekeepingrepository.h"
#include "mirrordesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'701'388'800;

} // namespace

/// What the mirror keeps of objects, and the figures that lists show of their tenants.
class MirrorRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsBothShapesAlike();
    void removesItemsThatAreGone();
    void keepsItemsThatDidNotFitThePage();
    void namesAStateItDoesNotKnow();
    void keepsAnInvoiceOfAnUnknownState();
    void keepsNoSecrets();
    void namesWhatASubscriptionIsMadeOf();
    void figuresFollowTheInvoices();
    void figuresFollowTheGravestSubscription();
    void renewsWithTheEarliestItem();
    void figuresFollowTheLimits();
    void paidInvoicesRememberTheTier();
    void theClockMakesInvoicesOverdue();
    void takesYen();

private:
    db::MirrorOutcome write(const QJsonObject &object)
    {
        ++m_second;
        return m_desk->write({object, noon + m_second, u"evt_%1"_s.arg(m_second)});
    }
    [[nodiscard]] QJsonObject ours(const QString &fixture) const
    {
        QJsonObject object = MirrorDesk::fixture(fixture);
        object[u"customer"_s] = u"cus_ours"_s;
        return object;
    }
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_desk->sql(query); }

    std::unique_ptr<MirrorDesk> m_desk;
    QUuid m_tenant;
    int m_second = 0;
};

void MirrorRowsTest::init()
{
    m_desk = std::make_unique<MirrorDesk>();
    m_tenant = m_desk->addTenant("Tenant");
    QJsonObject customer = MirrorDesk::fixture(u"customer"_s);
    customer[u"id"_s] = u"cus_ours"_s;
    write(customer);
    m_desk->link(u"cus_ours"_s, m_tenant);
}

void MirrorRowsTest::cleanup()
{
    m_desk.reset();
}

void MirrorRowsTest::keepsBothShapesAlike()
{
    const QByteArray columns =
        "SELECT concat_ws('|', status, current_period_start, current_period_end, mrr, amount,"
        " currency, collection_method) FROM stripe_subscriptions WHERE stripe_subscription_id = '";
    QJsonObject original = ours(u"subscription_active"_s);
    QJsonObject basil = ours(u"basil_subscription_active"_s);
    original[u"id"_s] = u"sub_1"_s;
    basil[u"id"_s] = u"sub_2"_s;
    write(original);
    write(basil);
    QCOMPARE(sql(columns + "sub_2'"), sql(columns + "sub_1'"));
    QVERIFY(sql(columns + "sub_1'").contains(u"active|20"));

    const QByteArray invoice =
        "SELECT concat_ws('|', status, total, amount_paid, amount_remaining, tax, currency,"
        " stripe_subscription_id, billing_reason) FROM stripe_invoices WHERE stripe_invoice_id = '";
    QJsonObject paid = ours(u"invoice_paid"_s);
    QJsonObject basilPaid = ours(u"basil_invoice_paid"_s);
    paid[u"id"_s] = u"in_1"_s;
    basilPaid[u"id"_s] = u"in_2"_s;
    write(paid);
    write(basilPaid);
    QCOMPARE(sql(invoice + "in_2'"), sql(invoice + "in_1'"));
}

void MirrorRowsTest::removesItemsThatAreGone()
{
    QJsonObject subscription = ours(u"subscription_active"_s);
    QJsonObject items = subscription[u"items"].toObject();
    QJsonArray data = items[u"data"].toArray();
    const int count = int(data.size());
    QVERIFY(count >= 1);
    QJsonObject added = data.first().toObject();
    added[u"id"_s] = u"si_added"_s;
    data.append(added);
    items[u"data"_s] = data;
    subscription[u"items"_s] = items;
    write(subscription);
    const QByteArray live = "SELECT count(*) FROM stripe_subscription_items WHERE NOT is_deleted";
    QCOMPARE(sql(live), QString::number(count + 1));
    const int mrr = sql("SELECT mrr FROM tenant_figures").toInt();
    data.removeLast();
    items[u"data"_s] = data;
    subscription[u"items"_s] = items;
    write(subscription);
    QCOMPARE(sql(live), QString::number(count));
    QVERIFY(sql("SELECT mrr FROM tenant_figures").toInt() < mrr);
    QCOMPARE(sql("SELECT count(*) FROM stripe_subscription_items"), QString::number(count + 1));
}

void MirrorRowsTest::keepsItemsThatDidNotFitThePage()
{
    QJsonObject subscription = ours(u"subscription_active"_s);
    write(subscription);
    const QString before = sql("SELECT count(*) FROM stripe_subscription_items"
                               " WHERE NOT is_deleted");
    QJsonObject items = subscription[u"items"].toObject();
    items[u"data"_s] = QJsonArray();
    items[u"has_more"_s] = true;
    subscription[u"items"_s] = items;
    write(subscription);
    QCOMPARE(sql("SELECT count(*) FROM stripe_subscription_items WHERE NOT is_deleted"), before);
}

void MirrorRowsTest::namesAStateItDoesNotKnow()
{
    QJsonObject subscription = ours(u"subscription_active"_s);
    write(subscription);
    subscription[u"status"_s] = u"hibernating"_s;
    const auto refused = m_desk->tryWrite({subscription, noon + 99, u"evt_99"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::Error::Kind::Invalid);
    QVERIFY(refused.error().message.contains(u"hibernating"));
    QCOMPARE(sql("SELECT status FROM stripe_subscriptions"), u"active"_s);
}

void MirrorRowsTest::keepsAnInvoiceOfAnUnknownState()
{
    QJsonObject invoice = ours(u"invoice_open"_s);
    invoice[u"status"_s] = u"forgiven"_s;
    write(invoice);
    QCOMPARE(sql("SELECT status || ' ' || (raw ->> 'status') FROM stripe_invoices"),
             u"unknown forgiven"_s);
}

void MirrorRowsTest::keepsNoSecrets()
{
    QJsonObject intent = ours(u"payment_intent_succeeded"_s);
    intent[u"client_secret"_s] = u"pi_1_secret_hush"_s;
    write(intent);
    QCOMPARE(sql("SELECT raw::text LIKE '%hush%' FROM stripe_payment_intents"), u"f"_s);
}

void MirrorRowsTest::namesWhatASubscriptionIsMadeOf()
{
    write(ours(u"subscription_active"_s)); // before its product, as events may come
    const QJsonObject product = MirrorDesk::fixture(u"product"_s);
    const QJsonObject price = MirrorDesk::fixture(u"price_licensed"_s);
    write(price);
    write(product);
    const QString text = sql("SELECT description FROM stripe_subscriptions");
    QVERIFY2(text.contains(product[u"name"].toString()), qPrintable(text));
    QJsonObject renamed = product;
    renamed[u"name"_s] = u"Fleet Suite"_s;
    write(renamed);
    QVERIFY(sql("SELECT description FROM stripe_subscriptions").contains(u"Fleet Suite"));
}

void MirrorRowsTest::figuresFollowTheInvoices()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QJsonObject invoice = ours(u"invoice_open"_s);
    invoice[u"due_date"_s] = now - 3600;
    const qint64 remaining = invoice[u"amount_remaining"].toInteger();
    QVERIFY(remaining > 0);
    write(invoice);
    QCOMPARE(sql("SELECT overdue FROM tenant_figures"), QString::number(remaining));
    QCOMPARE(sql("SELECT extract(epoch FROM overdue_since)::bigint FROM tenant_figures"),
             QString::number(now - 3600));
    QJsonObject next = invoice;
    next[u"id"_s] = u"in_next"_s;
    next[u"due_date"_s] = now + 3600;
    write(next);
    QCOMPARE(sql("SELECT overdue FROM tenant_figures"), QString::number(remaining));
    QCOMPARE(sql("SELECT extract(epoch FROM next_due_at)::bigint FROM tenant_figures"),
             QString::number(now + 3600));
    invoice[u"status"_s] = u"paid"_s;
    invoice[u"amount_remaining"_s] = 0;
    write(invoice);
    QCOMPARE(sql("SELECT overdue FROM tenant_figures"), u"0"_s);
}

void MirrorRowsTest::figuresFollowTheGravestSubscription()
{
    QJsonObject first = ours(u"subscription_active"_s);
    QJsonObject second = first;
    first[u"id"_s] = u"sub_1"_s;
    second[u"id"_s] = u"sub_2"_s;
    second[u"items"_s] =
        QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray()}, {u"has_more"_s, false}};
    const auto status = [this] { return sql("SELECT status FROM tenant_figures"); };
    write(first);
    QCOMPARE(status(), u"active"_s);
    second[u"status"_s] = u"canceled"_s;
    write(second);
    QCOMPARE(status(), u"active"_s);
    first[u"status"_s] = u"past_due"_s;
    write(first);
    QCOMPARE(status(), u"past_due"_s);
    first[u"status"_s] = u"canceled"_s;
    write(first);
    QCOMPARE(status(), u"canceled"_s);
    (void)sql("UPDATE tenants SET status = 'suspended' RETURNING 1");
    write(first);
    QCOMPARE(status(), u"suspended"_s); // the tenant's own word counts more
}

void MirrorRowsTest::renewsWithTheEarliestItem()
{
    QJsonObject subscription = ours(u"basil_subscription_active"_s);
    QJsonObject items = subscription[u"items"].toObject();
    QJsonObject item = items[u"data"].toArray().first().toObject();
    QJsonObject later = item;
    item[u"current_period_end"_s] = noon + 1000;
    later[u"id"_s] = u"si_later"_s;
    later[u"current_period_end"_s] = noon + 9000;
    items[u"data"_s] = QJsonArray{later, item};
    subscription[u"items"_s] = items;
    write(subscription);
    QCOMPARE(sql("SELECT extract(epoch FROM renews_at)::bigint FROM tenant_figures"),
             QString::number(noon + 1000));
}

void MirrorRowsTest::figuresFollowTheLimits()
{
    (void)sql("INSERT INTO tenant_plans (tenant_id, plan_tier, name, max_orders_per_month,"
              " max_active_drivers) SELECT id, 'basic', 'Basic', 1000, 10 FROM tenants"
              " RETURNING 1");
    (void)sql("INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count,"
              " active_drivers_count) SELECT id, date_trunc('month', now() AT TIME ZONE 'UTC')"
              " AT TIME ZONE 'UTC', (date_trunc('month', now() AT TIME ZONE 'UTC')"
              " + interval '1 month') AT TIME ZONE 'UTC', 500, 12 FROM tenants RETURNING 1");
    write(ours(u"subscription_active"_s));
    QCOMPARE(sql("SELECT concat_ws(' ', peak_limit, peak_metric, plan_tier) FROM tenant_figures"),
             u"1.2 max_active_drivers basic"_s);
    (void)sql("UPDATE tenant_plans SET max_active_drivers = 0 RETURNING 1");
    write(ours(u"subscription_active"_s));
    QCOMPARE(sql("SELECT peak_limit FROM tenant_figures"), u"Infinity"_s);
}

void MirrorRowsTest::paidInvoicesRememberTheTier()
{
    (void)sql("INSERT INTO tenant_plans (tenant_id, plan_tier, name, started_at, ended_at,"
              " is_active) SELECT id, 'basic', 'Basic', '2020-01-01', '2023-06-01', false"
              " FROM tenants RETURNING 1");
    (void)sql("INSERT INTO tenant_plans (tenant_id, plan_tier, name, started_at)"
              " SELECT id, 'enterprise', 'Enterprise', '2023-06-01' FROM tenants RETURNING 1");
    write(ours(u"invoice_paid"_s)); // paid in December 2023
    QCOMPARE(sql("SELECT plan_tier FROM stripe_invoices"), u"enterprise"_s);
}

void MirrorRowsTest::theClockMakesInvoicesOverdue()
{
    QJsonObject invoice = ours(u"invoice_open"_s);
    invoice[u"due_date"_s] = QDateTime::currentSecsSinceEpoch() + 3600;
    write(invoice);
    QCOMPARE(sql("SELECT overdue FROM tenant_figures"), u"0"_s);
    (void)sql("UPDATE stripe_invoices SET due_date = now() - interval '1 minute' RETURNING 1");
    (void)sql("UPDATE tenant_figures SET next_due_at = now() - interval '1 minute' RETURNING 1");
    auto job = m_desk->database.write([](db::Session &session) {
        return db::HousekeepingRepository(session).refreshDueFigures();
    });
    job.waitForFinished();
    QVERIFY(job.result().has_value());
    QVERIFY(sql("SELECT overdue FROM tenant_figures").toInt() > 0);
}

void MirrorRowsTest::takesYen()
{
    QJsonObject invoice = ours(u"invoice_open"_s);
    invoice[u"currency"_s] = u"jpy"_s;
    invoice[u"total"_s] = 9800;
    invoice[u"due_date"_s] = noon;
    write(invoice);
    QCOMPARE(sql("SELECT total || ' ' || currency FROM stripe_invoices"), u"9800 jpy"_s);
    QCOMPARE(sql("SELECT currency FROM tenant_figures"), u"jpy"_s);
}

QTEST_GUILESS_MAIN(MirrorRowsTest)
#include "tst_mirrorrows.moc"
