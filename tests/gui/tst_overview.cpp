// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "models/overviewseries.h"
#include "models/wording.h"
#include "overviewdesk.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/linechart.h"
#include "ui/overview/ageingbars.h"
#include "ui/overview/fittingrows.h"
#include "ui/overview/kpicard.h"
#include "ui/overview/overviewrows.h"
#include "ui/overview/webhookstrip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString euro(const QString &minor)
{
    return models::moneyText({minor.toLongLong(), u"eur"_s});
}

} // namespace

/// The Overview on a real database: its figures are those of plain SQL, follow what changes, and
/// lead on.
class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void figuresAreThoseOfTheDatabase();
    void chartsAreThoseOfTheDatabase();
    void ageingInWords();
    void webhookFigures();
    void currenciesStayApart();
    void chosenCurrencyIsRemembered();
    void aChangeMovesChartAndFigure();
    void aSteadyStreamOfChangesIsNotWaitedOut();
    void outOfSightNothingIsRead();
    void anOverLimitRowOpensItsTenant();
    void aRenewalOpensItsTenant();
    void cardsLeadOnByKeyboard_data();
    void cardsLeadOnByKeyboard();
    void footersCountTheRest();
    void arrowKeysTellEachMonth();
    void aChartIsKeptAsFile_data();
    void aChartIsKeptAsFile();
    void everythingHasAName();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = m_page->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s on the page", name);
        return widget;
    }
    [[nodiscard]] models::Kpi kpi(const char *name) const { return find<ui::KpiCard>(name)->kpi(); }
    [[nodiscard]] QString sumOfMovements() const
    {
        return m_desk->sql("SELECT sum(delta) FROM mrr_movements WHERE currency = 'eur'");
    }
    template <typename Row>
    Row *row(const char *list, qsizetype index) const
    {
        return qobject_cast<Row *>(find<ui::FittingRows>(list)->rows().at(index));
    }

    ui::Theme m_theme;
    std::unique_ptr<OverviewDesk> m_desk;
    std::unique_ptr<ui::OverviewPage> m_page;
    std::unique_ptr<QSignalSpy> m_shown;
};

void OverviewTest::initTestCase()
{
    m_theme.install(*qApp);
}

void OverviewTest::init()
{
    m_desk = std::make_unique<OverviewDesk>(m_theme, OverviewDesk::Rows::Year);
    m_page.reset(m_desk->makePage());
    m_shown = std::make_unique<QSignalSpy>(m_page.get(), &ui::OverviewPage::figuresShown);
    m_page->resize(1232, 828);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(m_shown->count(), 1);
}

void OverviewTest::cleanup()
{
    m_shown.reset();
    m_page.reset();
    m_desk.reset();
}

void OverviewTest::figuresAreThoseOfTheDatabase()
{
    const QString mrr = euro(sumOfMovements());
    QVERIFY2(kpi("kpiMrr").exact.startsWith(mrr), qUtf8Printable(kpi("kpiMrr").exact + mrr));
    QCOMPARE(kpi("kpiMrr").unit, u"EUR"_s);
    QCOMPARE(kpi("kpiMrr").line.size(), 12);

    const QString overdue = euro(m_desk->sql("SELECT sum(amount_remaining) FROM stripe_invoices"
                                             " WHERE status = 'open' AND due_date < now()"
                                             " AND currency = 'eur'"));
    QVERIFY2(kpi("kpiOverdue").exact.startsWith(overdue), qUtf8Printable(overdue));
    QCOMPARE(overdue, u"11,236.00 EUR"_s);
    QCOMPARE(kpi("kpiOverdue").figure, u"11,236"_s);

    QCOMPARE(kpi("kpiExceeding").figure,
             m_desk->sql("SELECT count(DISTINCT tenant_id) FROM tenant_limits WHERE ratio > 1"));
    QVERIFY(kpi("kpiExceeding").figure.toInt() > 0);

    const QString rate = m_desk->sql(
        "SELECT round(100.0 * sum(attempt_count - (status = 'paid')::int) / sum(attempt_count), 1)"
        "  FROM stripe_invoices WHERE collection_method = 'charge_automatically'"
        "   AND created >= date_trunc('month', now(), 'UTC')");
    QCOMPARE(kpi("kpiFailures").figure, rate);
}

void OverviewTest::chartsAreThoseOfTheDatabase()
{
    const models::ChartContent &mrr = find<ui::LineChart>("chartMrr")->content();
    for (qsizetype month = 0; month < 12; ++month) {
        const models::ChartPoint &point = mrr.series.first().points.at(month);
        const QByteArray end =
            point.month.addMonths(1).toString(Qt::ISODate).toLatin1() + "T00:00:00Z";
        QCOMPARE(QString::number(point.minor),
                 m_desk->sql("SELECT sum(delta) FROM mrr_movements WHERE currency = 'eur'"
                             " AND effective_at < '"
                             + end + "'"));
    }
    for (const auto &[chart, sum, column, time] :
         {std::tuple{"chartWalk", "SELECT coalesce(sum(delta), 0) FROM mrr_movements", "kind",
                     "effective_at"},
          std::tuple{"chartCollected", "SELECT coalesce(sum(amount_paid), 0) FROM stripe_invoices",
                     "plan_tier::text", "paid_at"}}) {
        const models::ChartContent &content = find<ui::ColumnChart>(chart)->content();
        QVERIFY(content.series.size() >= 4);
        QVERIFY(content.series.first().points.last().isPartial);
        for (const models::ChartSeries &series : content.series) {
            for (const models::ChartPoint &point : series.points) {
                const QByteArray from = point.month.toString(Qt::ISODate).toLatin1();
                const QByteArray to = point.month.addMonths(1).toString(Qt::ISODate).toLatin1();
                const QByteArray query = QByteArray(sum) + " WHERE currency = 'eur' AND " + column
                    + " = '" + series.id.toLatin1() + "' AND " + time + " >= '" + from
                    + "T00:00:00Z' AND " + time + " < '" + to + "T00:00:00Z'";
                QCOMPARE(QString::number(point.minor), m_desk->sql(query));
            }
        }
    }
}

void OverviewTest::ageingInWords()
{
    const QString words = find<ui::AgeingBars>("ageingBars")->accessibleDescription();
    for (const char *band :
         {"Not due: 18,480.00 EUR", "1–30 days: 6,204.00 EUR", "31–60 days: 3,870.00 EUR",
          "61–90 days: 742.00 EUR", "Over 90 days: 420.00 EUR"})
        QVERIFY2(words.contains(QString::fromUtf8(band)), qUtf8Printable(words));
}

void OverviewTest::webhookFigures()
{
    const auto value = [this](const char *fact) { return find<ui::TextLabel>(fact)->text(); };
    QCOMPARE(value("failed"), u"3"_s);
    QCOMPARE(value("dead"), u"1"_s);
    QCOMPARE(value("median"), u"84 ms"_s);
    QCOMPARE(value("waiting"), u"–"_s);
    QCOMPARE(value("received"),
             m_desk->sql("SELECT count(*) FROM stripe_webhook_events"
                         " WHERE received_at >= date_trunc('day', now(), 'UTC')"));
}

void OverviewTest::currenciesStayApart()
{
    auto *currencies = find<QComboBox>("overviewCurrency");
    QVERIFY(currencies->isVisible());
    QCOMPARE(currencies->currentText(), u"EUR"_s);
    currencies->setCurrentText(u"JPY"_s);
    Q_EMIT currencies->activated(currencies->currentIndex());
    QCOMPARE(kpi("kpiMrr").figure, u"154,000"_s);
    QCOMPARE(kpi("kpiMrr").unit, u"JPY"_s);
    QCOMPARE(find<ui::LineChart>("chartMrr")->content().currency, u"jpy"_s);
    QCOMPARE(kpi("kpiOverdue").figure, u"0"_s);
    // Failed attempts are counted, not summed: they are everybody's.
    QVERIFY(kpi("kpiFailures").figure != u"–"_s);
}

void OverviewTest::chosenCurrencyIsRemembered()
{
    auto *currencies = find<QComboBox>("overviewCurrency");
    currencies->setCurrentText(u"JPY"_s);
    Q_EMIT currencies->activated(currencies->currentIndex());
    m_shown.reset();
    m_page.reset(m_desk->makePage());
    QSignalSpy shown(m_page.get(), &ui::OverviewPage::figuresShown);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(kpi("kpiMrr").unit, u"JPY"_s);
    QCOMPARE(find<QComboBox>("overviewCurrency")->currentText(), u"JPY"_s);
}

void OverviewTest::aChangeMovesChartAndFigure()
{
    auto *chart = find<ui::LineChart>("chartMrr");
    const qint64 before = chart->content().series.first().points.last().minor;
    m_desk->addMovement("new", 123456);
    m_desk->tell();
    QTRY_COMPARE(chart->content().series.first().points.last().minor, before + 123456);
    QVERIFY(kpi("kpiMrr").exact.startsWith(euro(sumOfMovements())));
    QVERIFY(chart->accessibleDescription().endsWith(euro(sumOfMovements())));
    QCOMPARE(find<ui::KpiCard>("kpiMrr")->accessibleDescription(), kpi("kpiMrr").exact);
}

void OverviewTest::aSteadyStreamOfChangesIsNotWaitedOut()
{
    QTimer stream;
    connect(&stream, &QTimer::timeout, this, [this] { m_desk->tell(); });
    stream.start(20ms);
    QTRY_VERIFY_WITH_TIMEOUT(m_shown->count() >= 3, 10'000);
    QVERIFY(stream.isActive());
}

void OverviewTest::outOfSightNothingIsRead()
{
    m_page->hide();
    m_desk->addMovement("new", 100);
    m_desk->tell();
    QTest::qWait(500); // longer than the page would wait before reading
    QCOMPARE(m_shown->count(), 1);
    m_page->show();
    QTRY_COMPARE(m_shown->count(), 2);
    QVERIFY(kpi("kpiMrr").exact.startsWith(euro(sumOfMovements())));
}

void OverviewTest::anOverLimitRowOpensItsTenant()
{
    QSignalSpy navigation(m_page.get(), &ui::Page::navigationRequested);
    auto *worst = row<ui::BreachRow>("breaches", 0);
    QCOMPARE(worst->breach().tenantId,
             QUuid(m_desk->sql("SELECT tenant_id FROM tenant_limits ORDER BY ratio DESC LIMIT 1")));
    QVERIFY(worst->isVisible());
    QTest::mouseClick(worst, Qt::LeftButton);
    QCOMPARE(navigation.count(), 1);
    const auto location = navigation.at(0).at(0).value<ui::Location>();
    QCOMPARE(location.page, u"tenants"_s);
    QCOMPARE(QUuid(location.object), worst->breach().tenantId);
}

void OverviewTest::aRenewalOpensItsTenant()
{
    QSignalSpy navigation(m_page.get(), &ui::Page::navigationRequested);
    auto *first = row<ui::RenewalRow>("renewals", 0);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Return);
    QCOMPARE(navigation.count(), 1);
    QCOMPARE(QUuid(navigation.at(0).at(0).value<ui::Location>().object),
             QUuid(m_desk->sql("SELECT tenant_id FROM stripe_subscriptions"
                               " ORDER BY current_period_end LIMIT 1")));
}

void OverviewTest::cardsLeadOnByKeyboard_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("page");
    QTest::newRow("revenue leads to subscriptions") << QByteArray("kpiMrr") << u"subscriptions"_s;
    QTest::newRow("overdue leads to invoices") << QByteArray("kpiOverdue") << u"invoices"_s;
    QTest::newRow("over a limit leads to tenants") << QByteArray("kpiExceeding") << u"tenants"_s;
    QTest::newRow("failures lead to invoices") << QByteArray("kpiFailures") << u"invoices"_s;
    QTest::newRow("the tenants' footer leads on") << QByteArray("breachFooter") << u"tenants"_s;
    QTest::newRow("the renewals' footer leads on")
        << QByteArray("renewalFooter") << u"subscriptions"_s;
}

void OverviewTest::cardsLeadOnByKeyboard()
{
    QFETCH(QByteArray, card);
    QFETCH(QString, page);
    QSignalSpy navigation(m_page.get(), &ui::Page::navigationRequested);
    auto *target = m_page->findChild<QAbstractButton *>(QString::fromLatin1(card));
    // The footers get their name when they are first filled.
    QVERIFY(target);
    QVERIFY(target->focusPolicy() & Qt::TabFocus);
    target->setFocus();
    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(navigation.count(), 1);
    QCOMPARE(navigation.at(0).at(0).value<ui::Location>().page, page);
}

void OverviewTest::footersCountTheRest()
{
    auto *list = find<ui::FittingRows>("breaches");
    const int all = kpi("kpiExceeding").figure.toInt();
    QVERIFY(list->shown() >= 4);
    QCOMPARE(list->rows().size(), all);
    const auto more = all - static_cast<int>(list->shown());
    auto *footer = find<ui::LinkLabel>("breachFooter");
    QCOMPARE(footer->text().section(u' ', 0, 0), more > 0 ? QString::number(more) : u"All"_s);
    m_page->resize(1232, 1600);
    QTRY_COMPARE(list->shown(), qsizetype(all));
    QCOMPARE(footer->text(), u"All tenants"_s);
}

void OverviewTest::arrowKeysTellEachMonth()
{
    auto *chart = find<ui::LineChart>("chartMrr");
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->chosenMonth(), 11);
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->chosenMonth(), 10);
    const models::ChartPoint &point = chart->content().series.first().points.at(10);
    QVERIFY(chart->accessibleDescription().startsWith(models::monthAndYear(point.month) + u", "_s
                                                      + euro(QString::number(point.minor))));
    QTest::keyClick(chart, Qt::Key_Escape);
    QCOMPARE(chart->chosenMonth(), -1);
    QTest::mouseMove(chart->viewport(), chart->viewport()->rect().center());
    QTRY_VERIFY(chart->chosenMonth() >= 4);
}

void OverviewTest::aChartIsKeptAsFile_data()
{
    QTest::addColumn<ui::ChartFormat>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("its figures as CSV")
        << ui::ChartFormat::Csv << QByteArray("\"Month\",\"Currency\",\"New\",\"Expansion\"");
    QTest::newRow("its picture as PNG") << ui::ChartFormat::Png << QByteArray("\x89PNG");
    QTest::newRow("its drawing as SVG") << ui::ChartFormat::Svg << QByteArray("<?xml");
}

void OverviewTest::aChartIsKeptAsFile()
{
    QFETCH(ui::ChartFormat, format);
    QFETCH(QByteArray, begin);
    QTemporaryDir folder;
    auto *chart = find<ui::ColumnChart>("chartWalk");
    const QString path = folder.filePath(u"walk."_s + ui::chartSuffix(format));
    QVERIFY(ui::writeChart(*chart, format, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begin), bytes.left(60).constData());
    if (format == ui::ChartFormat::Csv) {
        QCOMPARE(bytes.count("\r\n"), 7); // the head and six months
        const qint64 sum = models::monthTotal(chart->content(), 0);
        const QString plain = core::toPlainText({sum, u"eur"_s});
        QVERIFY(bytes.split('\n').at(1).trimmed().endsWith(',' + plain.toLatin1()));
    }
    QVERIFY(!ui::writeChart(*chart, format, folder.filePath(u"no/such/folder"_s)));
}

void OverviewTest::everythingHasAName()
{
    QCOMPARE(namelessControls(m_page.get()), QStringList());
    for (const char *chart : {"chartMrr", "chartWalk", "chartCollected"}) {
        auto *view = find<ui::MonthChart>(chart);
        QVERIFY(!view->accessibleName().isEmpty());
        QVERIFY(view->accessibleDescription().contains(u"EUR"_s));
    }
}

QTEST_MAIN(OverviewTest)
#include "tst_overview.moc"
