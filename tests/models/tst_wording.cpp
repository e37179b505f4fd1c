// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enums.h"
#include "models/statustext.h"
#include "models/wording.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDateTime now({2026, 6, 12}, {14, 32}, Qt::UTC);
} // namespace

class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortDates_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("this year without the year")
            << QDateTime({2026, 2, 3}, {0, 0}, Qt::UTC) << u"3 Feb"_s;
        QTest::newRow("another year with it")
            << QDateTime({2025, 12, 31}, {0, 0}, Qt::UTC) << u"31 Dec 2025"_s;
        QTest::newRow("no time, no text") << QDateTime() << QString();
    }
    void shortDates()
    {
        QFETCH(QDateTime, time);
        QTEST(models::shortDate(time, now), "text");
    }

    void daysCountDatesNotHours()
    {
        QCOMPARE(models::daysBetween(now, QDateTime({2026, 6, 13}, {0, 5}, Qt::UTC)), 1);
        QCOMPARE(models::daysBetween(now, QDateTime({2026, 6, 12}, {0, 5}, Qt::UTC)), 0);
        QCOMPARE(models::daysText(0), u"today"_s);
        QCOMPARE(models::daysText(-2), u"\u22122 d"_s);
    }

    void intervals_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QString>("text");
        QTest::newRow("month") << u"month"_s << u"monthly"_s;
        QTest::newRow("year") << u"year"_s << u"yearly"_s;
        QTest::newRow("an unknown one as it is") << u"decade"_s << u"decade"_s;
    }
    void intervals()
    {
        QFETCH(QString, wire);
        QTEST(models::intervalText(wire), "text");
    }

    void moneyHasItsDecimals()
    {
        QCOMPARE(models::moneyText({123450, u"eur"_s}), u"1,234.50 EUR"_s);
        QCOMPARE(models::moneyText({15400, u"jpy"_s}), u"15,400 JPY"_s);
        QCOMPARE(models::moneyText({-119, u"kwd"_s}), u"\u22120.119 KWD"_s);
        QCOMPARE(models::percentText(1.337), u"134 %"_s);
    }

    void everyStateHasAFace_data()
    {
        QTest::addColumn<QString>("wire");
        for (const char *wire :
             {"active", "trialing", "past_due", "unpaid", "canceled", "incomplete",
              "incomplete_expired", "paused", "inactive", "suspended", "terminated", "draft",
              "open", "overdue", "retrying", "failed", "paid", "void", "uncollectible"})
            QTest::newRow(wire) << QString::fromLatin1(wire);
    }
    void everyStateHasAFace()
    {
        QFETCH(QString, wire);
        const models::StatusFace face = models::statusFace(wire);
        QVERIFY(!face.icon.isEmpty());
        QVERIFY2(face.word != wire, "a word for people, not the wire text");
    }

    void whoMustActIsLoud()
    {
        QVERIFY(models::statusFace(u"past_due"_s).isLoud);
        QVERIFY(models::statusFace(u"failed"_s).isLoud);
        QVERIFY(!models::statusFace(u"retrying"_s).isLoud);
        QCOMPARE(models::statusFace(u"new_state"_s).word, u"new_state"_s);
    }
};

QTEST_GUILESS_MAIN(WordingTest)
#include "tst_wording.moc"
