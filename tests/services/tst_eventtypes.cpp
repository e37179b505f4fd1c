// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventapplier.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'701'388'800;

QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject money(const QString &kind, const QString &id, QJsonObject rest)
{
    rest[u"id"_s] = id;
    rest[u"object"_s] = kind;
    rest[u"amount"_s] = 1200;
    rest[u"currency"_s] = u"usd"_s;
    rest[u"livemode"_s] = false;
    rest[u"created"_s] = noon;
    return rest;
}

/// An object of the kind that events of this type hold.
QJsonObject objectOf(const QString &type)
{
    const QList<std::pair<QString, QJsonObject>> objects{
        {u"charge.dispute."_s,
         money(u"dispute"_s, u"dp_1"_s,
               {{u"charge"_s, u"ch_1"_s},
                {u"payment_intent"_s, u"pi_1"_s},
                {u"status"_s, u"needs_response"_s},
                {u"reason"_s, u"fraudulent"_s},
                {u"evidence_details"_s, QJsonObject{{u"due_by"_s, noon + 86400}}}})},
        {u"charge.refund."_s, fixture(u"refund"_s)},
        {u"refund."_s, fixture(u"refund"_s)},
        {u"charge.refunded"_s,
         money(u"charge"_s, u"ch_1"_s,
               {{u"customer"_s, u"cus_1"_s},
                {u"amount_refunded"_s, 1200},
                {u"refunds"_s, QJsonObject{{u"data"_s, QJsonArray{fixture(u"refund"_s)}}}}})},
        {u"credit_note."_s,
         money(u"credit_note"_s, u"cn_1"_s,
               {{u"customer"_s, u"cus_1"_s},
                {u"invoice"_s, u"in_1"_s},
                {u"total"_s, 1200},
                {u"number"_s, u"CN-1"_s},
                {u"status"_s, u"issued"_s}})},
        {u"customer.discount."_s, fixture(u"discount"_s)},
        {u"customer.subscription."_s, fixture(u"subscription_active"_s)},
        {u"customer."_s, fixture(u"customer"_s)},
        {u"invoice."_s, fixture(u"invoice_open"_s)},
        {u"payment_intent."_s, fixture(u"payment_intent_succeeded"_s)},
        {u"payment_method."_s, fixture(u"payment_method_card"_s)},
        {u"price."_s, fixture(u"price_licensed"_s)},
        {u"product."_s, fixture(u"product"_s)},
    };
    for (const auto &[prefix, object] : objects) {
        if (type.startsWith(prefix))
            return object;
    }
    qFatal("no object for %s", qPrintable(type));
}

stripe::Event eventOf(const QString &type, const QJsonObject &object)
{
    const QJsonObject json{
        {u"id"_s, u"evt_"_s + type}, {u"object"_s, u"event"_s},
        {u"type"_s, type},           {u"created"_s, noon},
        {u"livemode"_s, false},      {u"data"_s, QJsonObject{{u"object"_s, object}}}};
    return support::orDie(stripe::eventFromJson(json), "event");
}

} // namespace

/// What each type of event does: its row, its audit row.
class EventTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTypeIsTold_data();
    void everyTypeIsTold();
    void whatIsDeletedIsKeptAsDeleted_data();
    void whatIsDeletedIsKeptAsDeleted();
    void aRefundBelongsToTheTenantOfItsPayment();
    void aDiscountAsksForWhatItBelongsTo();
    void aNoteNamesTheTenant();

private:
    services::AppliedEvent apply(const stripe::Event &event);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }
    QString linkedCustomer();

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
};

void EventTypesTest::init()
{
    m_database.reset();
    m_test = std::make_unique<support::TestDatabase>();
    m_database = std::make_unique<db::Database>(m_test->parameters());
}

services::AppliedEvent EventTypesTest::apply(const stripe::Event &event)
{
    const auto applied = support::resultOf(m_database->write(
        [event](db::Session &session) { return services::applyEvents(session, {event}); }));
    return support::orDie(applied, qPrintable(event.type)).first();
}

/// A tenant's customer as in the fixtures; gives the tenant.
QString EventTypesTest::linkedCustomer()
{
    const QJsonObject customer = fixture(u"customer"_s);
    apply(eventOf(u"customer.created"_s, customer));
    return sql("WITH t AS (INSERT INTO tenants (name, email) VALUES ('T', 'a@b.example')"
               " RETURNING id) UPDATE stripe_customers SET tenant_id = (SELECT id FROM t)"
               " RETURNING tenant_id");
}

void EventTypesTest::everyTypeIsTold_data()
{
    QTest::addColumn<QString>("type");
    for (const QString &type : services::handledEventTypes())
        QTest::newRow(qPrintable(type)) << type;
    QVERIFY(services::handledEventTypes().size() >= 40);
}

void EventTypesTest::everyTypeIsTold()
{
    QFETCH(QString, type);
    const services::EventType *row = services::eventTypeOf(type);
    const QJsonObject object = objectOf(type);
    const services::AppliedEvent applied = apply(eventOf(type, object));
    QVERIFY(!applied.fault);
    QCOMPARE(applied.verdict, services::EventVerdict::Done);
    QVERIFY(applied.touched.contains(row->entity + u':' + object[u"id"_s].toString()));
    QCOMPARE(sql("SELECT concat_ws('|', action, entity, entity_id) FROM audit_log"
                 " ORDER BY entity <> '"
                 + QByteArray(row->entity.data(), row->entity.size()) + "', seq LIMIT 1"),
             QStringList({row->action, row->entity, object[u"id"_s].toString()}).join(u'|'));
    if (row->effect != services::EventEffect::Mirror)
        return;
    const QByteArray kind = object[u"object"_s].toString().toLatin1();
    QCOMPARE(sql("SELECT stripe_" + kind + "_id FROM stripe_" + kind + "s"),
             object[u"id"_s].toString());
    QVERIFY(sql("SELECT count(*) FROM changes").toInt() > 0);
    // Again: nothing more.
    apply(eventOf(type, object));
    QCOMPARE(sql("SELECT count(*) FROM audit_log"), u"1"_s);
}

void EventTypesTest::whatIsDeletedIsKeptAsDeleted_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("isGone");
    QTest::newRow("customer") << u"customer.deleted"_s
                              << QByteArray("SELECT is_deleted FROM stripe_customers");
    QTest::newRow("price") << u"price.deleted"_s
                           << QByteArray("SELECT is_deleted FROM stripe_prices");
    QTest::newRow("product") << u"product.deleted"_s
                             << QByteArray("SELECT is_deleted FROM stripe_products");
    QTest::newRow("invoice") << u"invoice.deleted"_s
                             << QByteArray("SELECT status = 'deleted' FROM stripe_invoices");
}

void EventTypesTest::whatIsDeletedIsKeptAsDeleted()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, isGone);
    apply(eventOf(type, objectOf(type)));
    QCOMPARE(sql(isGone), u"t"_s);
    // An update of the same second that comes later does not bring it back.
    const QString update = type.section(u'.', 0, 0) + u".updated"_s;
    apply(eventOf(update, objectOf(update)));
    QCOMPARE(sql(isGone), u"t"_s);
}

void EventTypesTest::aRefundBelongsToTheTenantOfItsPayment()
{
    const QString tenant = linkedCustomer();
    QJsonObject intent = fixture(u"payment_intent_succeeded"_s);
    intent[u"customer"_s] = fixture(u"customer"_s)[u"id"_s];
    apply(eventOf(u"payment_intent.succeeded"_s, intent));
    QJsonObject refund = fixture(u"refund"_s);
    refund[u"payment_intent"_s] = intent[u"id"_s];
    apply(eventOf(u"refund.created"_s, refund));
    QCOMPARE(sql("SELECT tenant_id FROM stripe_refunds"), tenant);
    QCOMPARE(sql("SELECT tenant_id FROM audit_log WHERE action = 'refund.created'"), tenant);
}

void EventTypesTest::aDiscountAsksForWhatItBelongsTo()
{
    linkedCustomer();
    QJsonObject discount = fixture(u"discount"_s);
    discount[u"subscription"_s] = QJsonValue();
    discount[u"customer"_s] = fixture(u"customer"_s)[u"id"_s];
    apply(eventOf(u"customer.discount.created"_s, discount));
    QCOMPARE(sql("SELECT needs_fetch FROM stripe_customers"), u"t"_s);
}

void EventTypesTest::aNoteNamesTheTenant()
{
    const QString tenant = linkedCustomer();
    QJsonObject card = fixture(u"payment_method_card"_s);
    card[u"customer"_s] = fixture(u"customer"_s)[u"id"_s];
    apply(eventOf(u"payment_method.attached"_s, card));
    QCOMPARE(sql("SELECT tenant_id FROM audit_log WHERE action = 'payment_method.attached'"),
             tenant);
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE after::text LIKE '%4242%'"), u"0"_s);
}

QTEST_GUILESS_MAIN(EventTypesTest)
#include "tst_eventtypes.moc"
