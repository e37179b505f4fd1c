// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rules.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFault_data();
    void findsTheFault();
};

void TestRules::findsTheFault_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *name, const QByteArray &form, const QString &code,
                        const QString &param) {
        QTest::newRow(name) << QByteArray("customer=c" + form) << code << param;
    };
    row("everything in order",
        "&items[0][price]=p&items[0][quantity]=2&n=-5&on=true&how=a&at=now&created[gte]=1"
        "&metadata[x]=y&types[]=a&address[city]=B",
        {}, {});
    row("an unknown name", "&coupoon=x", u"parameter_unknown"_s, u"coupoon"_s);
    row("an unknown name inside an item", "&items[0][prize]=x", u"parameter_unknown"_s,
        u"items[0][prize]"_s);
    row("an unknown name inside a hash", "&address[town]=x", u"parameter_unknown"_s,
        u"address[town]"_s);
    row("decimals for an integer", "&n=12.50", u"parameter_invalid_integer"_s, u"n"_s);
    row("words for an integer in an item", "&items[0][price]=p&items[0][quantity]=many",
        u"parameter_invalid_integer"_s, u"items[0][quantity]"_s);
    row("a required name lacks inside an item", "&items[0][quantity]=1", u"parameter_missing"_s,
        u"items[0][price]"_s);
    row("a word for a flag", "&on=yes", {}, u"on"_s);
    row("none of the choices", "&how=c", {}, u"how"_s);
    row("a word for a time", "&at=tomorrow", u"parameter_invalid_integer"_s, u"at"_s);
    row("an unknown bound of a range", "&created[ge]=1", u"parameter_unknown"_s, u"created[ge]"_s);
    row("a hash where a text belongs", "&name[x]=y", {}, u"name"_s);
    row("a text where a hash belongs", "&metadata=y", {}, u"metadata"_s);
    row("an empty text clears", "&metadata=&n=&how=", {}, {});
    QTest::newRow("the customer lacks")
        << QByteArray("n=1") << u"parameter_missing"_s << u"customer"_s;
    QTest::newRow("the customer is empty")
        << QByteArray("customer=") << u"parameter_invalid_empty"_s << u"customer"_s;
}

void TestRules::findsTheFault()
{
    QFETCH(QByteArray, form);
    QFETCH(QString, code);
    QFETCH(QString, param);
    const auto rules = sandbox::rulesFrom(
        "customer! items[price! quantity:int] n:int on:flag how:(a|b) at:time created:range "
        "metadata:free types:texts address{city} name"_L1);
    const auto params = sandbox::Params::parse(form);
    QVERIFY(params);
    const auto wrong = sandbox::check(*params, rules);
    QCOMPARE(wrong.has_value(), !param.isEmpty());
    if (!wrong)
        return;
    QCOMPARE(wrong->code, code);
    QCOMPARE(wrong->param, param);
    QVERIFY(!wrong->message.isEmpty());
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
