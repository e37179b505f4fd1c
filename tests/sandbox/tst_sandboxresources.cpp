// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Every resource: made, read, changed, listed, and each answer held against Stripe's document.
class TestSandboxResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCustomers();
    void mergesMetadata();
    void deletesACustomerWithItsSubscriptions();
    void keepsProductsAndPrices();
    void keepsPaymentMethods();
    void knowsItsAccount();
    void keepsWebhookEndpoints();
    void listsInvoicesAndTheirLines();
    void listsPaymentIntents();
    void listsSubscriptionItems();
    void expandsFourLevels();
    void listsEventsByType();
    void answersForTheWholeWorld();

private:
    RunningSandbox m_sandbox{RunningSandbox::withWorld(u"5:30:14:2024-06-30"_s)};
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

void TestSandboxResources::keepsCustomers()
{
    const Reply made = m_client.post(
        u"/v1/customers"_s,
        "name=Fjord%20Logistics&email=a%40fjord.example&phone=%2B47123&address[city]=Bergen"
        "&address[country]=NO&preferred_locales[]=nb&metadata[tenant_id]=t1&tax_exempt=exempt");
    COMPLIES(made);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.at(u"address.city"_s), u"Bergen"_s);
    QVERIFY(made.at(u"address.line1"_s).isNull());
    QCOMPARE(made.text("tax_exempt"), u"exempt"_s);
    const QString path = u"/v1/customers/"_s + made.text("id");
    const Reply read = m_client.get(path);
    COMPLIES(read);
    QCOMPARE(read.body, made.body);

    const Reply changed = m_client.post(path, "name=Fjord%20AS&phone=&balance=-500");
    COMPLIES(changed);
    QCOMPARE(changed.text("name"), u"Fjord AS"_s);
    QVERIFY(changed.at(u"phone"_s).isNull());
    QCOMPARE(changed.number("balance"), -500);
    QCOMPARE(changed.text("email"), u"a@fjord.example"_s);

    const Reply found = m_client.get(u"/v1/customers"_s, "email=a%40fjord.example");
    COMPLIES(found);
    QCOMPARE(found.data().size(), 1);
    const QJsonObject event = m_client.events().last();
    QCOMPARE(event.value(u"type"), u"customer.updated"_s);
    QCOMPARE(
        event.value(u"data").toObject().value(u"previous_attributes").toObject(),
        QJsonObject(
            {{u"name"_s, u"Fjord Logistics"_s}, {u"phone"_s, u"+47123"_s}, {u"balance"_s, 0}}));
}

void TestSandboxResources::mergesMetadata()
{
    const Reply made =
        m_client.post(u"/v1/customers"_s, "metadata[a]=1&metadata[b]=2&metadata[c]=3");
    const QString path = u"/v1/customers/"_s + made.text("id");
    const Reply merged = m_client.post(path, "metadata[b]=&metadata[c]=4&metadata[d]=5");
    COMPLIES(merged);
    QCOMPARE(merged.at(u"metadata"_s).toObject(),
             QJsonObject({{u"a"_s, u"1"_s}, {u"c"_s, u"4"_s}, {u"d"_s, u"5"_s}}));
    QCOMPARE(m_client.post(path, "metadata=").at(u"metadata"_s).toObject(), QJsonObject());
}

void TestSandboxResources::deletesACustomerWithItsSubscriptions()
{
    const QString customer = m_client.makeCustomer();
    const QString subscription = m_client.subscribe(customer).text("id");
    const Reply deleted = m_client.remove(u"/v1/customers/"_s + customer);
    COMPLIES(deleted);
    QCOMPARE(deleted.body.value(u"deleted"), true);
    const Reply read = m_client.get(u"/v1/customers/"_s + customer);
    COMPLIES(read);
    QCOMPARE(read.body.value(u"deleted"), true);
    QCOMPARE(m_client.get(u"/v1/subscriptions/"_s + subscription).text("status"), u"canceled"_s);
    for (const QJsonValue &one : m_client.get(u"/v1/customers"_s, "limit=100").data())
        QVERIFY(one.toObject().value(u"id") != customer);
    QCOMPARE(m_client.post(u"/v1/customers/"_s + customer, "name=x").status, 404);
}

void TestSandboxResources::keepsProductsAndPrices()
{
    const Reply product = m_client.post(u"/v1/products"_s, "name=Night%20shift&unit_label=driver");
    COMPLIES(product);
    const QByteArray id = product.text("id").toLatin1();
    const Reply price = m_client.post(u"/v1/prices"_s,
                                      "product=" + id
                                          + "&currency=eur&unit_amount=1250"
                                            "&recurring[interval]=month&nickname=Night");
    COMPLIES(price);
    QCOMPARE(price.text("unit_amount_decimal"), u"1250"_s);
    const Reply fraction =
        m_client.post(u"/v1/prices"_s,
                      "product_data[name]=Texts&currency=jpy&unit_amount_decimal=0.2"
                      "&recurring[interval]=month&recurring[usage_type]=metered");
    COMPLIES(fraction);
    QVERIFY(fraction.at(u"unit_amount"_s).isNull());
    const Reply listed = m_client.get(u"/v1/prices"_s, "active=true&product=" + id);
    COMPLIES(listed);
    QCOMPARE(listed.data().size(), 1);
    COMPLIES(m_client.post(u"/v1/prices/"_s + price.text("id"), "active=false"));
    QCOMPARE(m_client.get(u"/v1/prices"_s, "active=true&product=" + id).data().size(), 0);
    COMPLIES(m_client.get(u"/v1/products"_s, "limit=100"));
    COMPLIES(m_client.post(u"/v1/products/"_s + product.text("id"), "description=Late"));
    QCOMPARE(m_client.get(u"/v1/products/"_s + product.text("id")).text("description"), u"Late"_s);
}

void TestSandboxResources::keepsPaymentMethods()
{
    const QString customer = m_client.makeCustomer({});
    const QByteArray form = "customer=" + customer.toLatin1();
    const Reply attached = m_client.post(u"/v1/payment_methods/pm_card_amex/attach"_s, form);
    COMPLIES(attached);
    QCOMPARE(attached.at(u"card.brand"_s), u"amex"_s);
    QCOMPARE(attached.text("customer"), customer);
    const QString id = attached.text("id");
    QVERIFY(id.startsWith(u"pm_1"));
    COMPLIES(m_client.get(u"/v1/payment_methods/"_s + id));
    const Reply listed = m_client.get(u"/v1/payment_methods"_s, form + "&type=card");
    COMPLIES(listed);
    QCOMPARE(listed.data().size(), 1);
    const Reply own = m_client.get(u"/v1/customers/"_s + customer + u"/payment_methods"_s);
    COMPLIES(own);
    QCOMPARE(own.data().size(), 1);
    const Reply detached = m_client.post(u"/v1/payment_methods/"_s + id + u"/detach"_s);
    COMPLIES(detached);
    QVERIFY(detached.at(u"customer"_s).isNull());
    QCOMPARE(m_client.get(u"/v1/payment_methods"_s, form).data().size(), 0);
    const Reply again = m_client.post(u"/v1/payment_methods/"_s + id + u"/attach"_s, form);
    QCOMPARE(again.status, 400);
}

void TestSandboxResources::knowsItsAccount()
{
    const Reply account = m_client.get(u"/v1/account"_s);
    COMPLIES(account);
    QCOMPARE(account.text("id"), u"acct_sandboxOMS"_s);
}

void TestSandboxResources::keepsWebhookEndpoints()
{
    const Reply made =
        m_client.post(u"/v1/webhook_endpoints"_s,
                      "url=http%3A%2F%2F127.0.0.1%3A9%2Fx&enabled_events[]=invoice.created");
    COMPLIES(made);
    QVERIFY(made.text("secret").startsWith(u"whsec_"));
    const QString path = u"/v1/webhook_endpoints/"_s + made.text("id");
    const Reply read = m_client.get(path);
    COMPLIES(read);
    QVERIFY(!read.body.contains(u"secret"));
    const Reply listed = m_client.get(u"/v1/webhook_endpoints"_s);
    COMPLIES(listed);
    QVERIFY(!listed.at(u"data.0"_s).toObject().contains(u"secret"));
    COMPLIES(m_client.remove(path));
    QCOMPARE(m_client.get(path).status, 404);
}

void TestSandboxResources::listsInvoicesAndTheirLines()
{
    const Reply page = m_client.get(u"/v1/invoices"_s, "limit=100");
    COMPLIES(page);
    QCOMPARE(page.data().size(), 100);
    const Reply paid = m_client.get(u"/v1/invoices"_s, "status=paid&limit=5");
    COMPLIES(paid);
    QCOMPARE(paid.data().size(), 5);
    for (const QJsonValue &invoice : paid.data())
        QCOMPARE(invoice.toObject().value(u"status"), u"paid"_s);
    const QString id = paid.at(u"data.0.id"_s).toString();
    const Reply one = m_client.get(u"/v1/invoices/"_s + id);
    COMPLIES(one);
    const Reply lines = m_client.get(u"/v1/invoices/"_s + id + u"/lines"_s);
    COMPLIES(lines);
    QCOMPARE(lines.data(), one.at(u"lines.data"_s).toArray());
    const QByteArray subscription = one.text("subscription").toLatin1();
    const Reply own = m_client.get(u"/v1/invoices"_s, "limit=100&subscription=" + subscription);
    COMPLIES(own);
    QVERIFY(!own.data().isEmpty());
    for (const QJsonValue &invoice : own.data())
        QCOMPARE(invoice.toObject().value(u"subscription").toString().toLatin1(), subscription);
}

void TestSandboxResources::listsPaymentIntents()
{
    const Reply page = m_client.get(u"/v1/payment_intents"_s, "limit=100");
    COMPLIES(page);
    QCOMPARE(page.data().size(), 100);
    const QString id = page.at(u"data.3.id"_s).toString();
    const Reply one = m_client.get(u"/v1/payment_intents/"_s + id);
    COMPLIES(one);
    QCOMPARE(one.body, page.at(u"data.3"_s).toObject());
}

void TestSandboxResources::listsSubscriptionItems()
{
    const QString subscription = m_client.subscribe(m_client.makeCustomer()).text("id");
    const Reply items =
        m_client.get(u"/v1/subscription_items"_s, "subscription=" + subscription.toLatin1());
    COMPLIES(items);
    QCOMPARE(items.data().size(), 1);
    QCOMPARE(items.at(u"data.0.price.id"_s), u"price_basic_monthly"_s);
}

void TestSandboxResources::expandsFourLevels()
{
    const QString customer = m_client.makeCustomer();
    const Reply made = m_client.subscribe(
        customer, "expand[]=latest_invoice.payment_intent.payment_method&expand[]=customer");
    COMPLIES(made);
    QCOMPARE(made.at(u"customer.id"_s), customer);
    QCOMPARE(made.at(u"latest_invoice.payment_intent.status"_s), u"succeeded"_s);
    QCOMPARE(made.at(u"latest_invoice.payment_intent.payment_method.card.last4"_s), u"4242"_s);

    const Reply list = m_client.get(u"/v1/subscriptions"_s,
                                    "limit=3&expand[]=data.customer"
                                    "&expand[]=data.items.data.price.product");
    COMPLIES(list);
    QVERIFY(list.at(u"data.0.customer.email"_s).isString());
    QVERIFY(list.at(u"data.0.items.data.0.price.product.name"_s).isString());

    QCOMPARE(m_client.get(u"/v1/customers"_s, "expand[]=data.nonsense").status, 400);
    QCOMPARE(m_client
                 .get(u"/v1/subscriptions"_s,
                      "expand[]=data.latest_invoice.subscription.latest_invoice."
                      "payment_intent.customer")
                 .status,
             400);
}

void TestSandboxResources::listsEventsByType()
{
    (void)m_client.subscribe(m_client.makeCustomer());
    const Reply some =
        m_client.get(u"/v1/events"_s, "types[]=invoice.paid&types[]=customer.created&limit=2");
    COMPLIES(some);
    QCOMPARE(some.at(u"data.0.type"_s), u"invoice.paid"_s);
    QCOMPARE(some.at(u"data.1.type"_s), u"customer.created"_s);
    const Reply wild = m_client.get(u"/v1/events"_s, "type=customer.subscription.*&limit=100");
    COMPLIES(wild);
    for (const QJsonValue &event : wild.data())
        QVERIFY(event.toObject().value(u"type").toString().startsWith(u"customer.subscription."));
    const Reply one = m_client.get(u"/v1/events/"_s + some.at(u"data.0.id"_s).toString());
    COMPLIES(one);
    QCOMPARE(one.at(u"request.id"_s).toString().left(4), u"req_"_s);
}

void TestSandboxResources::answersForTheWholeWorld()
{
    const Reply customers = m_client.get(u"/v1/customers"_s, "limit=100");
    COMPLIES(customers);
    const QString id = customers.data().last().toObject().value(u"id").toString();
    const QByteArray form = "customer=" + id.toLatin1();
    COMPLIES(m_client.get(u"/v1/customers/"_s + id, "expand[]=subscriptions"));
    COMPLIES(m_client.get(u"/v1/subscriptions"_s, form + "&status=all"));
    COMPLIES(m_client.get(u"/v1/invoices"_s, form));
    COMPLIES(m_client.get(u"/v1/payment_intents"_s, form));
    const Reply cards = m_client.get(u"/v1/payment_methods"_s, form);
    COMPLIES(cards);
    QCOMPARE(cards.data().size(), 1);
    COMPLIES(m_client.get(u"/v1/prices"_s, "limit=100"));
}

QTEST_GUILESS_MAIN(TestSandboxResources)
#include "tst_sandboxresources.moc"
