// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhistories.h"
#include "services/eventapplier.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Versions later than the fixtures', and one that nobody has heard of.
const QStringList laterVersions{u"2025-09-30.clover"_s, u"2026-03-25.dahlia"_s,
                                u"2026-09-30.endive"_s, u"2031-01-01.unheard_of"_s};

/// What versions after basil have added: nothing of it may stand in the way.
QJsonObject asLater(QJsonObject object)
{
    const QString kind = object[u"object"_s].toString();
    object[u"added_later"_s] = QJsonObject{{u"type"_s, u"nested"_s}, {u"list"_s, QJsonArray{1}}};
    if (kind == u"subscription"_s) {
        object[u"billing_mode"_s] = QJsonObject{{u"type"_s, u"flexible"_s}};
        object[u"status_details"_s] = QJsonObject{{u"paused"_s, QJsonValue::Null}};
    }
    return object;
}

QJsonObject discount(const QString &shape)
{
    QJsonObject discount = support::fixture(u"discount"_s);
    if (shape == u"clover"_s) {
        const QJsonValue coupon = discount.take(u"coupon"_s);
        discount[u"source"_s] = QJsonObject{{u"type"_s, u"coupon"_s}, {u"coupon"_s, coupon}};
    }
    return discount;
}

} // namespace

/// Objects in the shape of each API version end in the same rows; a version that is not known is
/// read like the last that is.
class EventShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLaterVersionReadsLikeBasil_data();
    void aLaterVersionReadsLikeBasil();
    void everyShapeTellsADiscount_data();
    void everyShapeTellsADiscount();
    void aSubscriptionEndsWithItsLastItem();
    void aVersionChangesInTheMiddleOfALife();
    void aShapeWithoutTheLinkTakesNoneAway_data();
    void aShapeWithoutTheLinkTakesNoneAway();
    void anUntoldLinkIsAskedFor();

private:
    void apply(const QString &type, const QJsonObject &object, const QString &version,
               qint64 second = 0);
    /// The row of that kind but for what names the event or the version.
    [[nodiscard]] QString row(const QByteArray &kind) const
    {
        return m_test->value("SELECT to_jsonb(t) - 'id' - 'raw' - 'api_version' - 'source_id'"
                             " FROM stripe_"
                             + kind + "s t");
    }
    void forget()
    {
        (void)m_test->value("WITH i AS (DELETE FROM stripe_subscription_items),"
                            " n AS (DELETE FROM stripe_invoices),"
                            " p AS (DELETE FROM stripe_payment_intents)"
                            " DELETE FROM stripe_subscriptions RETURNING 1");
    }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
    int m_events = 0;
};

void EventShapesTest::init()
{
    m_database.reset();
    m_test = std::make_unique<support::TestDatabase>();
    m_database = std::make_unique<db::Database>(m_test->parameters());
}

void EventShapesTest::apply(const QString &type, const QJsonObject &object, const QString &version,
                            qint64 second)
{
    const QJsonObject json{{u"id"_s, u"evt_%1"_s.arg(++m_events)},
                           {u"object"_s, u"event"_s},
                           {u"type"_s, type},
                           {u"api_version"_s, version},
                           {u"created"_s, 1'701'388'800 + second},
                           {u"livemode"_s, false},
                           {u"data"_s, QJsonObject{{u"object"_s, object}}}};
    const stripe::Event event = support::orDie(stripe::eventFromJson(json), "event");
    const auto verdict = support::resultOf(m_database->write(
        [event](db::Session &session) { return services::applyEvent(session, event); }));
    QCOMPARE(support::orDie(verdict, qPrintable(type)), services::EventVerdict::Done);
}

void EventShapesTest::aLaterVersionReadsLikeBasil_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("version");
    const QStringList files = QDir(QStringLiteral(OMS_FIXTURES)).entryList({u"basil_*.json"_s});
    QVERIFY(files.size() >= 9);
    for (const QString &file : files) {
        for (const QString &version : laterVersions)
            QTest::newRow(qPrintable(file.chopped(5) + u' ' + version))
                << file.chopped(5) << version;
    }
}

void EventShapesTest::aLaterVersionReadsLikeBasil()
{
    QFETCH(QString, name);
    QFETCH(QString, version);
    QJsonObject object = support::fixture(name);
    QString type;
    if (object[u"object"_s] == u"event"_s) {
        type = object[u"type"_s].toString();
        object = object[u"data"_s].toObject()[u"object"_s].toObject();
    } else {
        const QString kind = object[u"object"_s].toString();
        type = kind == u"subscription"_s ? u"customer.subscription.updated"_s
            : kind == u"invoice"_s       ? u"invoice.updated"_s
                                         : u"payment_intent.succeeded"_s;
    }
    const QByteArray kind = object[u"object"_s].toString().toLatin1();
    apply(type, object, u"2025-03-31.basil"_s);
    const QString basil = row(kind);
    const QByteArray items =
        "SELECT jsonb_agg(to_jsonb(i) - 'id' - 'subscription_id') FROM stripe_subscription_items i";
    const QString basilItems = m_test->value(items);
    QVERIFY(!basil.isEmpty());
    forget();
    apply(type, asLater(object), version);
    QCOMPARE(row(kind), basil);
    QCOMPARE(m_test->value(items), basilItems);
    QCOMPARE(m_test->value("SELECT api_version FROM stripe_" + kind + "s"), version);
    QCOMPARE(m_test->value("SELECT raw ? 'added_later' FROM stripe_" + kind + "s"), u"t"_s);
}

void EventShapesTest::everyShapeTellsADiscount_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QJsonObject>("more");
    const QJsonArray expanded{discount(u"basil"_s)};
    QTest::newRow("2023-10-16") << u"subscription_active"_s << u"2023-10-16"_s
                                << QJsonObject{{u"discount"_s, discount(u"original"_s)}};
    QTest::newRow("basil") << u"basil_subscription_active"_s << u"2025-03-31.basil"_s
                           << QJsonObject{{u"discounts"_s, expanded}};
    for (const QString &version : laterVersions)
        QTest::newRow(qPrintable(version))
            << u"basil_subscription_active"_s << version
            << QJsonObject{{u"discounts"_s, QJsonArray{discount(u"clover"_s)}}};
}

void EventShapesTest::everyShapeTellsADiscount()
{
    QFETCH(QString, fixture);
    QFETCH(QString, version);
    QFETCH(QJsonObject, more);
    QJsonObject object = support::fixture(fixture);
    for (auto it = more.begin(); it != more.end(); ++it)
        object[it.key()] = it.value();
    apply(u"customer.subscription.updated"_s, object, version);
    QCOMPARE(m_test->value("SELECT discounts -> 0 ->> 'coupon' FROM stripe_subscriptions"),
             u"SAVE20"_s);
    QCOMPARE(m_test->value("SELECT jsonb_array_length(discounts) FROM stripe_subscriptions"),
             u"1"_s);
}

/// So since clover, where a subscription is billed flexibly.
void EventShapesTest::aSubscriptionEndsWithItsLastItem()
{
    QJsonObject object = support::fixture(u"basil_subscription_active"_s);
    QJsonObject list = object[u"items"_s].toObject();
    QJsonArray items = list[u"data"_s].toArray();
    QJsonObject first = items.at(0).toObject();
    QJsonObject second = first;
    second[u"id"_s] = u"si_second"_s;
    first[u"current_period_start"_s] = 1'701'388'800;
    first[u"current_period_end"_s] = 1'704'067'200;
    second[u"current_period_start"_s] = 1'701'388'800;
    second[u"current_period_end"_s] = 1'732'924'800;
    list[u"data"_s] = QJsonArray{first, second};
    object[u"items"_s] = list;
    apply(u"customer.subscription.updated"_s, object, u"2025-09-30.clover"_s);
    QCOMPARE(m_test->value("SELECT extract(epoch FROM current_period_end)::bigint"
                           " FROM stripe_subscriptions"),
             u"1732924800"_s);
}

/// The endpoint is moved to a later version: what comes later is newer, whatever its shape.
void EventShapesTest::aVersionChangesInTheMiddleOfALife()
{
    const QList<std::pair<QString, QString>> shapes{
        {u"invoice_draft"_s, u"2023-10-16"_s},
        {u"basil_invoice_open"_s, u"2025-03-31.basil"_s},
        {u"basil_invoice_paid"_s, u"2031-01-01.unheard_of"_s}};
    for (const QList<int> &order : QList<QList<int>>{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
        forget();
        for (const int at : order) {
            QJsonObject object = support::fixture(shapes.at(at).first);
            object[u"id"_s] = u"in_moved"_s;
            apply(u"invoice.updated"_s, object, shapes.at(at).second, at);
        }
        QCOMPARE(m_test->value("SELECT status || ' ' || api_version FROM stripe_invoices"),
                 u"paid 2031-01-01.unheard_of"_s);
        QVERIFY(!m_test->value("SELECT stripe_subscription_id FROM stripe_invoices").isEmpty());
    }
}

void EventShapesTest::aShapeWithoutTheLinkTakesNoneAway_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("basil");
    QTest::addColumn<QByteArray>("column");
    QTest::newRow("invoice") << u"invoice.updated"_s << u"invoice_open"_s << u"basil_invoice_paid"_s
                             << QByteArray("stripe_payment_intent_id FROM stripe_invoices");
    QTest::newRow("payment intent") << u"payment_intent.succeeded"_s << u"payment_intent_failed"_s
                                    << u"basil_payment_intent_succeeded"_s
                                    << QByteArray("stripe_invoice_id FROM stripe_payment_intents");
}

/// Since basil an invoice and its payment intent do not name each other: whichever event comes
/// first, what the older shape told stays.
void EventShapesTest::aShapeWithoutTheLinkTakesNoneAway()
{
    QFETCH(QString, type);
    QFETCH(QString, older);
    QFETCH(QString, basil);
    QFETCH(QByteArray, column);
    QJsonObject first = support::fixture(older);
    QJsonObject second = support::fixture(basil);
    const QString member = type == u"invoice.updated"_s ? u"payment_intent"_s : u"invoice"_s;
    first[u"id"_s] = second[u"id"_s] = u"x_1"_s;
    first[member] = u"linked"_s;
    QVERIFY(!second.contains(member));
    for (const bool isOlderFirst : {true, false}) {
        forget();
        if (isOlderFirst)
            apply(type, first, u"2023-10-16"_s, 1);
        apply(type, second, u"2025-03-31.basil"_s, 2);
        if (!isOlderFirst)
            apply(type, first, u"2023-10-16"_s, 1);
        QCOMPARE(m_test->value("SELECT " + column), u"linked"_s);
        QCOMPARE(m_test->value("SELECT api_version || ' ' || " + column),
                 u"2025-03-31.basil linked"_s);
    }
}

/// By nothing else can it be known, and only where there is one to know.
void EventShapesTest::anUntoldLinkIsAskedFor()
{
    const auto isAskedFor = [this](const QByteArray &table) {
        return m_test->value("SELECT needs_fetch FROM " + table) == u"t"_s;
    };
    const QJsonObject open = support::fixture(u"basil_invoice_open"_s);
    apply(u"invoice.finalized"_s, open, u"2025-03-31.basil"_s);
    QVERIFY(isAskedFor("stripe_invoices"));
    forget();
    QJsonObject draft = open;
    draft[u"status"_s] = u"draft"_s;
    draft[u"status_transitions"_s] = QJsonObject();
    apply(u"invoice.created"_s, draft, u"2025-03-31.basil"_s);
    QVERIFY(!isAskedFor("stripe_invoices"));
    forget();
    apply(u"invoice.paid"_s, support::fixture(u"basil_invoice_paid__expand_payments"_s),
          u"2025-03-31.basil"_s);
    QVERIFY(!isAskedFor("stripe_invoices"));
    forget();
    apply(u"payment_intent.succeeded"_s, support::fixture(u"basil_payment_intent_succeeded"_s),
          u"2025-03-31.basil"_s);
    QVERIFY(isAskedFor("stripe_payment_intents"));
    forget();
    apply(u"payment_intent.succeeded"_s, support::fixture(u"payment_intent_succeeded"_s),
          u"2023-10-16"_s);
    QVERIFY(!isAskedFor("stripe_payment_intents"));
}

QTEST_GUILESS_MAIN(EventShapesTest)
#include "tst_eventshapes.moc"
