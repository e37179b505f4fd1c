// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/form.h"

#include <QJsonArray>
#include <QTest>

using stripe::Form;

class TestForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesTexts_data();
    void encodesTexts();
    void keepsTheOrderOfCalls();
    void writesIntegersWithAllDigits();
    void writesFlagsAsWords();
    void unsetSendsAnEmptyValue();
    void writesNestedHashes();
    void indexesExpansions();
};

void TestForm::encodesTexts_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("brackets in the key stay as they are")
        << QByteArray("items[0][price]") << QStringLiteral("price_1")
        << QByteArray("items[0][price]=price_1");
    QTest::newRow("brackets in the value do not stay")
        << QByteArray("name") << QStringLiteral("a[0]") << QByteArray("name=a%5B0%5D");
    QTest::newRow("a plus sign is not read as a space")
        << QByteArray("email") << QStringLiteral("a+b@c.example")
        << QByteArray("email=a%2Bb%40c.example");
    QTest::newRow("a space") << QByteArray("name") << QStringLiteral("A B")
                             << QByteArray("name=A%20B");
    QTest::newRow("separators cannot break out of the value")
        << QByteArray("name") << QStringLiteral("x&amount=1=%")
        << QByteArray("name=x%26amount%3D1%3D%25");
    QTest::newRow("letters beyond ASCII go as UTF-8")
        << QByteArray("name") << QStringLiteral("Größe ₤ 😀")
        << QByteArray("name=Gr%C3%B6%C3%9Fe%20%E2%82%A4%20%F0%9F%98%80");
    QTest::newRow("line breaks and NUL") << QByteArray("name") << QString::fromLatin1("a\r\n\0b", 5)
                                         << QByteArray("name=a%0D%0A%00b");
    QTest::newRow("separators cannot break out of the key")
        << QByteArray("metadata[a&b=c]") << QStringLiteral("1")
        << QByteArray("metadata[a%26b%3Dc]=1");
}

void TestForm::encodesTexts()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    Form form;
    form.add(key, value);
    QTEST(form.encoded(), "encoded");
}

void TestForm::keepsTheOrderOfCalls()
{
    Form form;
    form.add("z", QStringLiteral("1")).add("a", QStringLiteral("2")).add("m", qint64(3));
    QCOMPARE(form.encoded(), QByteArray("z=1&a=2&m=3"));
}

void TestForm::writesIntegersWithAllDigits()
{
    Form form;
    form.add("amount", Q_INT64_C(9007199254740993)).add("balance", qint64(-5));
    form.addHash("h", {{QStringLiteral("n"), Q_INT64_C(9007199254740993)}});
    QCOMPARE(form.encoded(),
             QByteArray("amount=9007199254740993&balance=-5&h[n]=9007199254740993"));
}

void TestForm::writesFlagsAsWords()
{
    Form form;
    form.addFlag("prorate", true).addFlag("invoice_now", false);
    QCOMPARE(form.encoded(), QByteArray("prorate=true&invoice_now=false"));
}

void TestForm::unsetSendsAnEmptyValue()
{
    Form form;
    form.unset("cancel_at").add("x", QString());
    QCOMPARE(form.encoded(), QByteArray("cancel_at=&x="));
}

void TestForm::writesNestedHashes()
{
    Form form;
    form.addHash("shipping",
                 {{QStringLiteral("address"),
                   QJsonObject{{QStringLiteral("city"), QStringLiteral("Köln")},
                               {QStringLiteral("line2"), QJsonValue::Null}}},
                  {QStringLiteral("tags"), QJsonArray{QStringLiteral("a"), true, 0.5}}});
    QCOMPARE(form.encoded(),
             QByteArray("shipping[address][city]=K%C3%B6ln&shipping[address][line2]=&"
                        "shipping[tags][0]=a&shipping[tags][1]=true&shipping[tags][2]=0.5"));
}

void TestForm::indexesExpansions()
{
    Form form;
    form.expand("customer").add("limit", qint64(3)).expand("data.latest_invoice");
    QCOMPARE(form.encoded(),
             QByteArray("expand[0]=customer&limit=3&expand[1]=data.latest_invoice"));
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
