// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "core/jump.h"
#include "db/database.h"
#include "services/jumpservice.h"
#include "services/stripepage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::JumpKind;
using core::JumpTarget;

/// What the jump list finds by what people have at hand.
class JumpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void words_data();
    void words();
    void finds_data();
    void finds();
    void readsInOrderAndLeavesOutWhatIsGone();
    void tellsWhatItFound();
    void stripePages();

private:
    [[nodiscard]] QStringList titles(const QString &typed) const;

    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<db::Database> m_connection;
    QUuid m_bakery;
    QUuid m_courier;
    QUuid m_open;
    QUuid m_subscription;
};

void JumpTest::initTestCase()
{
    m_database = std::make_unique<support::TestDatabase>();
    const BillingRows rows(*m_database);
    m_bakery = rows.tenant(u"Bäckereilogistik Höflinger & Söhne GmbH"_s, u"post@hoefl.example"_s);
    m_courier = rows.tenant(u"100% Courier_X"_s, u"desk@courier.example"_s);
    rows.tenant(u"Grosse Fahrt"_s, u"fahrt@example.com"_s);
    rows.customer(m_bakery, u"cus_QxT9aV4mLr0Zp2"_s);
    m_subscription = rows.subscription({.tenant = m_bakery,
                                        .id = u"sub_1NcBakery"_s,
                                        .amount = 59400,
                                        .description = u"Enterprise, Monthly"_s,
                                        .created = "now() - interval '90 days'"});
    m_open = rows.invoice({.tenant = m_bakery,
                           .id = u"in_1NBakeryOpen"_s,
                           .number = u"OMS-2026-04817"_s,
                           .total = 59400,
                           .remaining = 59400,
                           .created = "now() - interval '1 day'"});
    rows.invoice({.tenant = m_bakery,
                  .id = u"in_1NBakeryOld"_s,
                  .number = u"OMS-2026-04102"_s,
                  .status = u"paid"_s,
                  .total = 2900,
                  .remaining = 0,
                  .created = "now() - interval '40 days'"});
    rows.invoice({.tenant = m_courier,
                  .id = u"in_1NCourier"_s,
                  .number = u"OMS-2026-05000"_s,
                  .currency = u"jpy"_s,
                  .total = 15400,
                  .remaining = 15400});
    rows.refreshFigures();
    m_connection = std::make_unique<db::Database>(m_database->parameters());
}

QStringList JumpTest::titles(const QString &typed) const
{
    const auto hits = services::JumpService(*m_connection).find(typed).result();
    QStringList titles;
    for (const core::JumpHit &hit : hits.value_or(QList<core::JumpHit>()))
        titles.append(hit.title);
    return hits ? titles : QStringList(hits.error().detail);
}

void JumpTest::words_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<qint64>>("amounts");
    QTest::addColumn<QString>("reference");
    using Amounts = QList<qint64>;
    QTest::newRow("nothing") << u"  "_s << QStringList() << Amounts() << QString();
    QTest::newRow("a name and an amount")
        << u"hoefl 594"_s << QStringList{u"hoefl"_s} << Amounts{594, 59400, 594000} << u"594"_s;
    QTest::newRow("cents") << u"594.50"_s << QStringList() << Amounts{59450, 594500} << u"594.50"_s;
    QTest::newRow("cents with a comma")
        << u"1.594,5"_s << QStringList() << Amounts{159450, 1594500} << u"1.594,5"_s;
    QTest::newRow("thousands or fils")
        << u"1,234"_s << QStringList() << Amounts{1234, 123400, 1234000} << u"1,234"_s;
    QTest::newRow("a number of an invoice")
        << u"OMS-2026"_s << QStringList{u"OMS-2026"_s} << Amounts() << u"OMS-2026"_s;
    QTest::newRow("a letter is no reference")
        << u"a1"_s << QStringList{u"a1"_s} << Amounts() << QString();
    QTest::newRow("no amount so large")
        << u"99999999999999999999"_s << QStringList{u"99999999999999999999"_s} << Amounts()
        << u"99999999999999999999"_s;
    QTest::newRow("four words at most")
        << u"a b c d e f"_s << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s} << Amounts()
        << QString();
}

void JumpTest::words()
{
    QFETCH(QString, typed);
    const core::JumpWords words = core::readJumpWords(typed);
    QTEST(words.names, "names");
    QTEST(words.amounts, "amounts");
    QTEST(words.reference, "reference");
    QCOMPARE(words.spellings.size(), words.names.size());
}

void JumpTest::finds_data()
{
    const QString bakery = u"Bäckereilogistik Höflinger & Söhne GmbH"_s;
    const QString plan = u"Enterprise, Monthly"_s;
    const QString open = u"OMS-2026-04817"_s;
    const QString paid = u"OMS-2026-04102"_s;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing typed") << QString() << QStringList();
    QTest::newRow("part of a name, then what is theirs")
        << u"logistik"_s << QStringList{bakery, plan, open, paid};
    QTest::newRow("without umlauts") << u"hoefling"_s << QStringList{bakery, plan, open, paid};
    QTest::newRow("sharp s") << u"groSSe"_s << QStringList{u"Grosse Fahrt"_s};
    QTest::newRow("two words in any order")
        << u"söhne bäck"_s << QStringList{bakery, plan, open, paid};
    QTest::newRow("a word that does not fit") << u"bäck courier"_s << QStringList();
    QTest::newRow("an address") << u"desk@cour"_s
                                << QStringList{u"100% Courier_X"_s, u"OMS-2026-05000"_s};
    QTest::newRow("LIKE's own signs")
        << u"0% c"_s << QStringList{u"100% Courier_X"_s, u"OMS-2026-05000"_s};
    QTest::newRow("a name and an amount: the invoice first")
        << u"hoefl 594"_s << QStringList{open, bakery};
    QTest::newRow("an amount in a currency without decimals")
        << u"courier_x 15400"_s << QStringList{u"OMS-2026-05000"_s, u"100% Courier_X"_s};
    QTest::newRow("an amount nobody has") << u"hoefl 7"_s << QStringList{bakery};
    QTest::newRow("an invoice's number") << u"2026-0481"_s << QStringList{open};
    QTest::newRow("an invoice's id") << u"in_1NBakeryOld"_s << QStringList{paid};
    QTest::newRow("part of a customer's id") << u"qxt9av4"_s << QStringList{bakery};
    QTest::newRow("a subscription's id") << u"sub_1NcBakery"_s << QStringList{plan};
    QTest::newRow("our own id") << m_bakery.toString(QUuid::WithoutBraces) << QStringList{bakery};
    QTest::newRow("an id of nobody") << QUuid::createUuid().toString() << QStringList();
    QTest::newRow("signs of SQL") << u"'; DROP TABLE tenants; --"_s << QStringList();
}

void JumpTest::finds()
{
    QFETCH(QString, typed);
    QTEST(titles(typed), "found");
}

void JumpTest::readsInOrderAndLeavesOutWhatIsGone()
{
    const QList<JumpTarget> wanted{{JumpKind::Invoice, m_open},
                                   {JumpKind::Tenant, QUuid::createUuid()},
                                   {JumpKind::Tenant, m_courier},
                                   {JumpKind::Subscription, m_open}, // that is an invoice
                                   {JumpKind::Subscription, m_subscription}};
    const auto hits = services::JumpService(*m_connection).read(wanted).result();
    QVERIFY(hits);
    QCOMPARE(hits->size(), 3);
    QCOMPARE(hits->at(0).target, wanted.at(0));
    QCOMPARE(hits->at(1).target, wanted.at(2));
    QCOMPARE(hits->at(2).target, wanted.at(4));
    const auto none = services::JumpService(*m_connection).read({}).result();
    QVERIFY(none && none->isEmpty());
}

void JumpTest::tellsWhatItFound()
{
    const auto hits = services::JumpService(*m_connection).find(u"hoefl 594"_s).result();
    QVERIFY(hits && hits->size() == 2);
    const core::JumpHit &invoice = hits->first();
    QCOMPARE(invoice.tenantId, m_bakery);
    QCOMPARE(invoice.detail, u"Bäckereilogistik Höflinger & Söhne GmbH"_s);
    QCOMPARE(invoice.stripeId, u"in_1NBakeryOpen"_s);
    QCOMPARE(invoice.status, u"open"_s);
    QCOMPARE(invoice.amount, std::optional(core::Money{59400, u"eur"_s}));
    const core::JumpHit &tenant = hits->last();
    QCOMPARE(tenant.detail, u"post@hoefl.example"_s);
    QCOMPARE(tenant.stripeId, u"cus_QxT9aV4mLr0Zp2"_s);
}

void JumpTest::stripePages()
{
    QCOMPARE(services::stripePage(u"cus_A"_s, true),
             QUrl(u"https://dashboard.stripe.com/test/customers/cus_A"_s));
    QCOMPARE(services::stripePage(u"in_A"_s, false),
             QUrl(u"https://dashboard.stripe.com/invoices/in_A"_s));
    QCOMPARE(services::stripePage(u"evt_A"_s, true),
             QUrl(u"https://dashboard.stripe.com/test/events/evt_A"_s));
    QVERIFY(services::stripePage(u"req_A"_s, true).isEmpty());
    QVERIFY(services::stripePage({}, true).isEmpty());
}

QTEST_GUILESS_MAIN(JumpTest)
#include "tst_jump.moc"
