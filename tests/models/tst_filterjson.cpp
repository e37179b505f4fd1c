// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterjson.h"
#include "models/filterwording.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::Filter;
using core::FilterOperator;
using core::ListId;

namespace {
const QDateTime now({2026, 6, 12}, {14, 32}, Qt::UTC);
} // namespace

class FilterJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersComeBackAsTheyWere_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("column");
        QTest::newRow("text") << QVariant(u"Acme"_s) << u"tenant"_s;
        QTest::newRow("any of") << QVariant(QStringList{u"open"_s, u"failed"_s}) << u"status"_s;
        QTest::newRow("an amount") << QVariant(qint64(1234567890123)) << u"total"_s;
        QTest::newRow("a moment") << QVariant(now) << u"due"_s;
        QTest::newRow("days from now") << QVariant(qint64(-30)) << u"due"_s;
        QTest::newRow("a yes") << QVariant(true) << u"paid"_s;
    }
    void filtersComeBackAsTheyWere()
    {
        QFETCH(QVariant, value);
        QFETCH(QString, column);
        const QList<Filter> filters{{column, FilterOperator::Equals, value}};
        const QByteArray text = QJsonDocument(models::toJson(filters)).toJson();
        const QList<Filter> back =
            models::filtersFromJson(ListId::Invoices, QJsonDocument::fromJson(text).array());
        QCOMPARE(back, filters);
        QCOMPARE(back.first().value.typeId(), value.typeId());
    }

    void aLimitKeepsItsLastDigit()
    {
        const QList<Filter> filters{
            {u"peak_limit"_s, FilterOperator::AtLeast, std::nextafter(1.0, 2.0)}};
        const QByteArray text = QJsonDocument(models::toJson(filters)).toJson();
        QCOMPARE_GT(models::filtersFromJson(ListId::Tenants, QJsonDocument::fromJson(text).array())
                        .first()
                        .value.toDouble(),
                    1.0);
    }

    void whatTheListDoesNotKnowIsLeftOut()
    {
        const QByteArray text = R"([{"column":"gone","op":"equals","value":"x"},
                                    {"column":"total","op":"resembles","value":1},
                                    {"column":"total","op":"at_least","value":1}])";
        const QList<Filter> back =
            models::filtersFromJson(ListId::Invoices, QJsonDocument::fromJson(text).array());
        QCOMPARE(back.size(), 1);
        QCOMPARE(back.first().op, FilterOperator::AtLeast);
    }

    void theOrderComesBack()
    {
        const QList<core::SortKey> sort{{u"due"_s, Qt::DescendingOrder}, {u"number"_s}};
        QCOMPARE(models::sortFromJson(ListId::Invoices, models::toJson(sort)), sort);
    }

    void daysFromNowBecomeMoments_data()
    {
        QTest::addColumn<FilterOperator>("op");
        QTest::addColumn<qint64>("days");
        QTest::addColumn<QList<Filter>>("resolved");
        QTest::newRow("what has passed") << FilterOperator::Before << qint64(0)
                                         << QList<Filter>{{u"due"_s, FilterOperator::Before, now}};
        QTest::newRow("in the next days")
            << FilterOperator::Within << qint64(7)
            << QList<Filter>{{u"due"_s, FilterOperator::After, now},
                             {u"due"_s, FilterOperator::Before, now.addDays(7)}};
        QTest::newRow("in the last days")
            << FilterOperator::Within << qint64(-7)
            << QList<Filter>{{u"due"_s, FilterOperator::After, now.addDays(-7)},
                             {u"due"_s, FilterOperator::Before, now}};
    }
    void daysFromNowBecomeMoments()
    {
        QFETCH(FilterOperator, op);
        QFETCH(qint64, days);
        core::ListQuery query{ListId::Invoices, {}, {{u"due"_s, op, days}}, {}};
        QTEST(core::resolved(query, now).filters, "resolved");
    }

    void amountsAreNoDays()
    {
        const core::ListQuery query{
            ListId::Invoices, {}, {{u"total"_s, FilterOperator::AtLeast, qint64(7)}}, {}};
        QCOMPARE(core::resolved(query, now), query);
    }

    void daysFromNowAreTold_data()
    {
        QTest::addColumn<FilterOperator>("op");
        QTest::addColumn<qint64>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("now") << FilterOperator::Before << qint64(0) << u"has passed"_s;
        QTest::newRow("ahead") << FilterOperator::Within << qint64(30)
                               << u"in the next 30 day(s)"_s;
        QTest::newRow("long ago") << FilterOperator::Before << qint64(-60)
                                  << u"more than 60 day(s) ago"_s;
    }
    void daysFromNowAreTold()
    {
        QFETCH(FilterOperator, op);
        QFETCH(qint64, days);
        const models::FilterWords words =
            models::filterWords(ListId::Invoices, {u"due"_s, op, days}, now);
        QTEST(words.condition, "words");
    }
};

QTEST_GUILESS_MAIN(FilterJsonTest)
#include "tst_filterjson.moc"
