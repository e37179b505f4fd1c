// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/params.h"

#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Params;

class TestParams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unfoldsNestedNames();
    void decodesPlusAndPercent();
    void readsArraysInOrder();
    void tellsUnsetFromAbsent();
    void refusesWhatCannotBeUnfolded_data();
    void refusesWhatCannotBeUnfolded();
};

void TestParams::unfoldsNestedNames()
{
    const auto params = Params::parse("customer=cus_1&items[0][price]=price_a&items[0][quantity]=3"
                                      "&items[1][price]=price_b&metadata[a.b]=x");
    QVERIFY(params);
    QCOMPARE(params->text("customer"_L1), u"cus_1"_s);
    const QList<Params> items = params->list("items"_L1);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0].text("price"_L1), u"price_a"_s);
    QCOMPARE(items[0].integer("quantity"_L1), 3);
    QCOMPARE(items[1].path(u"price"_s), u"items[1][price]"_s);
    QCOMPARE(params->hash("metadata"_L1).text("a.b"_L1), u"x"_s);
}

void TestParams::decodesPlusAndPercent()
{
    const auto params = Params::parse("name=Caf%C3%A9+%2B%26%3D&items%5B0%5D%5Bprice%5D=p");
    QVERIFY(params);
    QCOMPARE(params->text("name"_L1), u"Café +&="_s);
    QCOMPARE(params->list("items"_L1).first().text("price"_L1), u"p"_s);
}

void TestParams::readsArraysInOrder()
{
    const auto open = Params::parse("expand[]=customer&expand[]=data.customer");
    QVERIFY(open);
    QCOMPARE(open->texts("expand"_L1), QStringList({u"customer"_s, u"data.customer"_s}));
    const auto numbered = Params::parse("t[10]=c&t[9]=b&t[0]=a");
    QVERIFY(numbered);
    QCOMPARE(numbered->texts("t"_L1), QStringList({u"a"_s, u"b"_s, u"c"_s}));
}

void TestParams::tellsUnsetFromAbsent()
{
    const auto params = Params::parse("cancel_at=&flag=true");
    QVERIFY(params);
    QVERIFY(params->unsets("cancel_at"_L1));
    QVERIFY(!params->unsets("flag"_L1));
    QVERIFY(!params->unsets("other"_L1));
    QVERIFY(params->flag("flag"_L1));
    QVERIFY(!params->flag("other"_L1));
}

void TestParams::refusesWhatCannotBeUnfolded_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("a text and a hash of one name") << QByteArray("a=1&a[b]=2");
    QTest::newRow("a hash and a text of one name") << QByteArray("a[b]=2&a=1");
    QTest::newRow("a bracket that is not closed") << QByteArray("a[b=1");
    QTest::newRow("a name that begins with a bracket") << QByteArray("[a]=1");
    QTest::newRow("deeper than anything Stripe has") << QByteArray("a[b][c][d][e][f][g][h][i]=1");
}

void TestParams::refusesWhatCannotBeUnfolded()
{
    QFETCH(QByteArray, form);
    QVERIFY(!Params::parse(form));
}

QTEST_GUILESS_MAIN(TestParams)
#include "tst_params.moc"
