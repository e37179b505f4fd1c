// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Refunds and credit notes: what they do to payment, invoice and balance, and what events tell of
/// it; each answer held against Stripe's document.
class TestSandboxMoneyBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refundsInParts();
    void refundsByCharge();
    void refundsThePaymentsOfAWorld();
    void refusesWhatCannotGoBack_data();
    void refusesWhatCannotGoBack();
    void keepsWhatIsNotedOnARefund();
    void creditsAnOpenInvoice();
    void creditsAllOfAnOpenInvoice();
    void givesAPaidInvoiceBack();
    void creditsByLine();
    void showsTenLinesOfACreditNote();
    void refusesCreditNotes_data();
    void refusesCreditNotes();

private:
    /// The first invoice of a new subscription: paid by card, or open.
    void invoice(const QByteArray &collection = {});
    [[nodiscard]] Reply read(const QString &path) { return m_client.get(u"/v1/"_s + path); }
    /// Types of the events since the invoice was made, in alphabetical order.
    QStringList told();

    RunningSandbox m_sandbox{RunningSandbox::withWorld(u"5:6:4:2024-06-30"_s)};
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
    QString m_customer;
    QString m_invoice;
    QString m_intent;
    qint64 m_total = 0;
    qsizetype m_before = 0;
};

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

void TestSandboxMoneyBack::init()
{
    invoice();
}

void TestSandboxMoneyBack::invoice(const QByteArray &collection)
{
    m_customer = m_client.makeCustomer();
    m_invoice = m_client.subscribe(m_customer, collection).text("latest_invoice");
    if (!collection.isEmpty())
        (void)m_client.post(u"/v1/invoices/"_s + m_invoice + u"/finalize"_s);
    const Reply made = read(u"invoices/"_s + m_invoice);
    m_intent = made.text("payment_intent");
    m_total = made.number("total");
    QVERIFY(m_total > 1000);
    m_before = m_client.events().size();
}

QStringList TestSandboxMoneyBack::told()
{
    QStringList types = m_client.eventTypes().sliced(m_before);
    types.sort();
    return types;
}

void TestSandboxMoneyBack::refundsInParts()
{
    const QByteArray intent = "payment_intent=" + m_intent.toLatin1();
    const Reply part =
        m_client.post(u"/v1/refunds"_s, intent + "&amount=500&reason=requested_by_customer");
    COMPLIES(part);
    QCOMPARE(part.number("amount"), 500);
    QCOMPARE(part.text("status"), u"succeeded"_s);
    QCOMPARE(part.text("reason"), u"requested_by_customer"_s);
    QCOMPARE(told(), QStringList({u"charge.refunded"_s, u"refund.created"_s}));
    const Reply rest = m_client.post(u"/v1/refunds"_s, intent);
    COMPLIES(rest);
    QCOMPARE(rest.number("amount"), m_total - 500);
    QCOMPARE(m_client.post(u"/v1/refunds"_s, intent).error().value(u"code"),
             u"charge_already_refunded"_s);

    const Reply listed = m_client.get(u"/v1/refunds"_s, intent);
    COMPLIES(listed);
    QCOMPARE(listed.data().size(), 2);
    QCOMPARE(listed.at(u"data.0.id"_s), rest.text("id"));
    COMPLIES(read(u"refunds/"_s + part.text("id")));
    for (const QJsonObject &event : m_client.events()) {
        if (event.value(u"type") != u"charge.refunded"_s)
            continue;
        const QJsonObject charge = event.value(u"data").toObject().value(u"object").toObject();
        QCOMPARE(SandboxClient::contract().checkObject(u"charge"_s, charge), QStringList());
        QVERIFY(!charge.contains(u"refunds"));
        QCOMPARE(charge.value(u"refunded").toBool(),
                 charge.value(u"amount_refunded").toInteger() == m_total);
    }
}

void TestSandboxMoneyBack::refundsByCharge()
{
    const QByteArray charge =
        read(u"payment_intents/"_s + m_intent).text("latest_charge").toLatin1();
    const Reply made = m_client.post(u"/v1/refunds"_s, "charge=" + charge);
    COMPLIES(made);
    QCOMPARE(made.text("payment_intent"), m_intent);
    const Reply listed = m_client.get(u"/v1/refunds"_s, "charge=" + charge);
    COMPLIES(listed);
    QCOMPARE(listed.data().size(), 1);
    QCOMPARE(m_client.get(u"/v1/refunds"_s, "charge=ch_other").data().size(), 0);
}

void TestSandboxMoneyBack::refundsThePaymentsOfAWorld()
{
    for (const QJsonValue &intent : m_client.get(u"/v1/payment_intents"_s, "limit=100").data()) {
        if (intent.toObject().value(u"status") != u"succeeded"_s)
            continue;
        const QByteArray charge = intent.toObject().value(u"latest_charge").toString().toLatin1();
        COMPLIES(m_client.post(u"/v1/refunds"_s, "amount=1&charge=" + charge));
    }
    QVERIFY(m_client.get(u"/v1/refunds"_s, "limit=100").data().size() > 5);
}

void TestSandboxMoneyBack::refusesWhatCannotGoBack_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("param");
    QTest::newRow("nothing named") << QByteArray("amount=100") << QString();
    QTest::newRow("both named") << QByteArray("charge=ch_1&payment_intent=pi_1") << QString();
    QTest::newRow("an unknown charge") << QByteArray("charge=ch_1") << u"charge"_s;
    QTest::newRow("an unknown payment") << QByteArray("payment_intent=pi_1") << u"payment_intent"_s;
    QTest::newRow("too much") << QByteArray("amount=99999999&payment_intent=%1") << u"amount"_s;
    QTest::newRow("nothing") << QByteArray("amount=0&payment_intent=%1") << u"amount"_s;
    QTest::newRow("a reason of one's own")
        << QByteArray("reason=because&payment_intent=%1") << u"reason"_s;
}

void TestSandboxMoneyBack::refusesWhatCannotGoBack()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, param);
    const Reply refused = m_client.post(u"/v1/refunds"_s, form.replace("%1", m_intent.toLatin1()));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"param").toString(), param);
    QCOMPARE(told(), QStringList());
}

void TestSandboxMoneyBack::keepsWhatIsNotedOnARefund()
{
    const QString id =
        m_client.post(u"/v1/refunds"_s, "payment_intent=" + m_intent.toLatin1()).text("id");
    const Reply noted = m_client.post(u"/v1/refunds/"_s + id, "metadata[ticket]=77");
    COMPLIES(noted);
    QCOMPARE(noted.at(u"metadata.ticket"_s), u"77"_s);
    QVERIFY(told().contains(u"charge.refund.updated"_s));
    QVERIFY(told().contains(u"refund.updated"_s));
    QCOMPARE(m_client.post(u"/v1/refunds/"_s + id + u"/cancel"_s).status, 400);
    QCOMPARE(m_client.get(u"/v1/refunds/re_1"_s).status, 404);
}

void TestSandboxMoneyBack::creditsAnOpenInvoice()
{
    invoice("&collection_method=send_invoice&days_until_due=30");
    const Reply note = m_client.post(u"/v1/credit_notes"_s,
                                     "amount=300&reason=product_unsatisfactory&memo=Sorry&invoice="
                                         + m_invoice.toLatin1());
    COMPLIES(note);
    QCOMPARE(note.text("type"), u"pre_payment"_s);
    QCOMPARE(note.number("total"), 300);
    Reply after = read(u"invoices/"_s + m_invoice);
    QCOMPARE(after.number("amount_remaining"), m_total - 300);
    QCOMPARE(after.number("pre_payment_credit_notes_amount"), 300);
    QCOMPARE(after.number("total"), m_total);
    QCOMPARE(note.text("number"), after.text("number") + u"-CN-01"_s);
    QCOMPARE(told(), QStringList({u"credit_note.created"_s, u"invoice.updated"_s}));

    const Reply voided = m_client.post(u"/v1/credit_notes/"_s + note.text("id") + u"/void"_s);
    COMPLIES(voided);
    QCOMPARE(voided.text("status"), u"void"_s);
    QCOMPARE(read(u"invoices/"_s + m_invoice).number("amount_remaining"), m_total);
    QVERIFY(told().contains(u"credit_note.voided"_s));
    QCOMPARE(m_client.post(u"/v1/credit_notes/"_s + note.text("id") + u"/void"_s).status, 400);
}

void TestSandboxMoneyBack::creditsAllOfAnOpenInvoice()
{
    invoice("&collection_method=send_invoice&days_until_due=30");
    COMPLIES(m_client.post(u"/v1/credit_notes"_s,
                           "amount=" + QByteArray::number(m_total)
                               + "&invoice=" + m_invoice.toLatin1()));
    const Reply after = read(u"invoices/"_s + m_invoice);
    COMPLIES(after);
    QCOMPARE(after.text("status"), u"paid"_s);
    QCOMPARE(after.number("amount_paid"), 0);
    QCOMPARE(read(u"payment_intents/"_s + m_intent).text("status"), u"canceled"_s);
}

void TestSandboxMoneyBack::givesAPaidInvoiceBack()
{
    const Reply note = m_client.post(
        u"/v1/credit_notes"_s,
        "amount=900&refund_amount=400&credit_amount=300&out_of_band_amount=200&invoice="
            + m_invoice.toLatin1());
    COMPLIES(note);
    QCOMPARE(note.text("type"), u"post_payment"_s);
    QCOMPARE(note.number("out_of_band_amount"), 200);
    const Reply refund = read(u"refunds/"_s + note.text("refund"));
    QCOMPARE(refund.number("amount"), 400);
    QCOMPARE(refund.text("payment_intent"), m_intent);
    QCOMPARE(read(u"customers/"_s + m_customer).number("balance"), -300);
    const Reply after = read(u"invoices/"_s + m_invoice);
    QCOMPARE(after.number("post_payment_credit_notes_amount"), 900);
    QCOMPARE(after.number("amount_paid"), m_total);
    QCOMPARE(told(),
             QStringList({u"charge.refunded"_s, u"credit_note.created"_s, u"customer.updated"_s,
                          u"invoice.updated"_s, u"refund.created"_s}));
    const Reply listed =
        m_client.get(u"/v1/credit_notes"_s, "limit=3&customer=" + m_customer.toLatin1());
    COMPLIES(listed);
    QCOMPARE(listed.data().size(), 1);
    QCOMPARE(m_client.get(u"/v1/credit_notes"_s, "invoice=in_other").data().size(), 0);
    COMPLIES(m_client.get(u"/v1/credit_notes/"_s + note.text("id"), "expand[]=refund"));
}

void TestSandboxMoneyBack::creditsByLine()
{
    const QByteArray line =
        read(u"invoices/"_s + m_invoice).at(u"lines.data.0.id"_s).toString().toLatin1();
    const Reply note = m_client.post(
        u"/v1/credit_notes"_s,
        "lines[0][type]=invoice_line_item&lines[0][invoice_line_item]=" + line
            + "&lines[0][amount]=250&lines[1][type]=custom_line_item&lines[1][unit_amount]=50"
              "&lines[1][quantity]=3&lines[1][description]=Delay&credit_amount=400&invoice="
            + m_invoice.toLatin1());
    COMPLIES(note);
    QCOMPARE(note.number("total"), 400);
    QCOMPARE(note.at(u"lines.data.0.invoice_line_item"_s), QString::fromLatin1(line));
    const Reply noted =
        m_client.post(u"/v1/credit_notes/"_s + note.text("id"), "memo=Later&metadata[a]=b");
    COMPLIES(noted);
    QCOMPARE(noted.text("memo"), u"Later"_s);
    QVERIFY(told().contains(u"credit_note.updated"_s));
}

void TestSandboxMoneyBack::showsTenLinesOfACreditNote()
{
    QByteArray form = "credit_amount=13&invoice=" + m_invoice.toLatin1();
    for (int i = 0; i < 13; ++i) {
        const QByteArray line = "&lines[" + QByteArray::number(i) + "]";
        form += line + "[type]=custom_line_item" + line + "[unit_amount]=1";
    }
    const Reply note = m_client.post(u"/v1/credit_notes"_s, form);
    COMPLIES(note);
    QCOMPARE(note.at(u"lines.has_more"_s), true);
    QCOMPARE(note.at(u"lines.data"_s).toArray().size(), 10);
    const QString path = note.at(u"lines.url"_s).toString();
    const Reply first = m_client.get(path, "limit=10");
    COMPLIES(first);
    const Reply rest =
        m_client.get(path, "starting_after=" + first.at(u"data.9.id"_s).toString().toLatin1());
    COMPLIES(rest);
    QCOMPARE(rest.data().size(), 3);
}

void TestSandboxMoneyBack::refusesCreditNotes_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("more than was paid") << QByteArray("amount=99999999&credit_amount=99999999");
    QTest::newRow("ways that do not add up") << QByteArray("amount=300&credit_amount=200");
    QTest::newRow("no way") << QByteArray("amount=300");
    QTest::newRow("no amount") << QByteArray("credit_amount=300");
    QTest::newRow("nothing") << QByteArray("amount=0");
    QTest::newRow("an unknown line")
        << QByteArray("lines[0][type]=invoice_line_item&lines[0][invoice_line_item]=il_1");
    QTest::newRow("a line of no type") << QByteArray("lines[0][unit_amount]=1");
}

void TestSandboxMoneyBack::refusesCreditNotes()
{
    QFETCH(QByteArray, form);
    const Reply refused =
        m_client.post(u"/v1/credit_notes"_s, form + "&invoice=" + m_invoice.toLatin1());
    QCOMPARE(refused.status, 400);
    QCOMPARE(told(), QStringList());
}

QTEST_GUILESS_MAIN(TestSandboxMoneyBack)
#include "tst_sandboxmoneyback.moc"
