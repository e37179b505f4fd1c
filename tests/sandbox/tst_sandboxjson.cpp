// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsoncompact.h"
#include "demo/world.h"
#include "stripecontract.h"

#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// Everything of a small world, rendered and held against Stripe's document.
class TestSandboxJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rendersTheCatalogue();
    void rendersEveryObjectOfTheWorld();
    void rendersAnEvent();
    void keepsCompactObjectsShort();

private:
    [[nodiscard]] QStringList violations(const QString &schema, const QJsonObject &object) const
    {
        return m_contract->checkObject(schema, object);
    }
    std::unique_ptr<StripeContract> m_contract;
    std::unique_ptr<demo::World> m_world;
    demo::PriceJson m_prices;
};

void TestSandboxJson::initTestCase()
{
    m_contract =
        std::make_unique<StripeContract>(QStringLiteral(OMS_FIXTURES "/openapi-2023-10-16.json"));
    QVERIFY(m_contract->isLoaded());
    const auto parameters = demo::WorldParameters::fromText(u"3:40:18:2024-06-30");
    QVERIFY(parameters);
    m_world = std::make_unique<demo::World>(*parameters);
    QHash<QString, QJsonObject> prices;
    for (const core::Price &price : m_world->prices())
        prices.insert(price.id, demo::toJson(price));
    m_prices = [prices](const QString &id) { return prices.value(id); };
}

void TestSandboxJson::rendersTheCatalogue()
{
    for (const core::Product &product : m_world->products())
        QCOMPARE(violations(u"product"_s, demo::toJson(product)), QStringList());
    for (const core::Price &price : m_world->prices()) {
        const QJsonObject object = demo::toJson(price);
        QCOMPARE(violations(u"price"_s, object), QStringList());
        QCOMPARE(violations(u"plan"_s, demo::planJson(object)), QStringList());
    }
}

void TestSandboxJson::rendersEveryObjectOfTheWorld()
{
    int invoices = 0;
    for (int index = 0; index < m_world->tenantCount(); ++index) {
        const demo::TenantHistory history = m_world->tenant(index);
        QCOMPARE(violations(u"customer"_s, demo::toJson(history.customer)), QStringList());
        QCOMPARE(violations(u"payment_method"_s, demo::toJson(m_world->card(index))),
                 QStringList());
        for (const core::Subscription &subscription : history.subscriptions) {
            QCOMPARE(violations(u"subscription"_s, demo::toJson(subscription, m_prices)),
                     QStringList());
        }
        for (const core::PaymentIntent &intent : history.paymentIntents)
            QCOMPARE(violations(u"payment_intent"_s, demo::toJson(intent)), QStringList());
        for (const core::Invoice &invoice : history.invoices) {
            const auto key = m_world->find(demo::ObjectKind::Invoice, invoice.id);
            QVERIFY(key);
            const QJsonObject object =
                demo::toJson(invoice, history.customer, m_world->invoiceLines(*key), m_prices);
            QCOMPARE(violations(u"invoice"_s, object), QStringList());
            qint64 sum = 0;
            for (const QJsonValue &line :
                 object.value(u"lines").toObject().value(u"data").toArray())
                sum += line.toObject().value(u"amount").toInteger();
            QCOMPARE(sum, invoice.subtotal);
            ++invoices;
        }
    }
    QVERIFY(invoices > 100);
}

void TestSandboxJson::rendersAnEvent()
{
    const demo::EventFrame frame{.id = u"evt_1"_s,
                                 .type = u"customer.updated"_s,
                                 .created = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC),
                                 .requestId = u"req_1"_s,
                                 .pendingWebhooks = 1};
    const QJsonObject customer = demo::toJson(m_world->tenant(0).customer);
    const QJsonObject event = demo::eventJson(frame, customer, {{u"name"_s, u"Old"_s}});
    QCOMPARE(violations(u"event"_s, event), QStringList());
    QCOMPARE(event.value(u"data").toObject().value(u"previous_attributes").toObject(),
             QJsonObject({{u"name"_s, u"Old"_s}}));
    QVERIFY(!demo::eventJson(frame, customer, {})
                 .value(u"data")
                 .toObject()
                 .contains(u"previous_attributes"));
}

void TestSandboxJson::keepsCompactObjectsShort()
{
    const auto isGood = [](const QByteArray &bytes, const QString &id) {
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(bytes, &error).object();
        return error.error == QJsonParseError::NoError && object.value(u"id") == id
            && bytes.size() <= 700;
    };
    for (int index = 0; index < m_world->tenantCount(); ++index) {
        const demo::TenantHistory history = m_world->tenant(index);
        QVERIFY(isGood(demo::toCompactJson(history.customer), history.customer.id));
        for (const core::Subscription &subscription : history.subscriptions)
            QVERIFY(isGood(demo::toCompactJson(subscription), subscription.id));
        for (const core::Invoice &invoice : history.invoices)
            QVERIFY(isGood(demo::toCompactJson(invoice), invoice.id));
        for (const core::PaymentIntent &intent : history.paymentIntents)
            QVERIFY(isGood(demo::toCompactJson(intent), intent.id));
    }
}

QTEST_GUILESS_MAIN(TestSandboxJson)
#include "tst_sandboxjson.moc"
