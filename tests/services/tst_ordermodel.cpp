// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhistories.h"
#include "mirrormodel.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// When Stripe can be asked.
enum class Reach { Always, Never, Sometimes };

struct Course
{
    Reach reach = Reach::Always;
    bool isLate = false; ///< All of the events come when everything has happened.
};

} // namespace

/// The order rule without a database: thousands of histories, each event delivered at any time
/// after it happened, some twice, in batches of any size, while Stripe can be asked or not.
class OrderModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsTheHistory_data();
    void endsAsTheHistory();
    void everyOrderEndsAlikeWithoutStripe();
    void cleanupTestCase();

private:
    /// Lets a history happen and its events come; what the mirror then is.
    void run(support::MirrorModel &mirror, const support::History &history, Course course,
             QRandomGenerator &dice);

    int m_lives = 0;
    int m_doubted = 0; ///< Histories at whose end there was a doubt.
    int m_answered = 0;
};

void OrderModelTest::run(support::MirrorModel &mirror, const support::History &history,
                         Course course, QRandomGenerator &dice)
{
    QList<QJsonObject> onTheWay;
    const auto deliver = [&](qsizetype most) {
        std::shuffle(onTheWay.begin(), onTheWay.end(), dice);
        while (most > 0 && !onTheWay.isEmpty()) {
            const qsizetype size = std::min<qsizetype>({most, onTheWay.size(), dice.bounded(1, 5)});
            QList<QJsonObject> batch = onTheWay.first(size);
            onTheWay = onTheWay.sliced(size);
            if (dice.bounded(4) == 0) // an event that is worked off again by hand
                onTheWay.append(batch.first());
            mirror.apply(batch);
            most -= size;
        }
    };
    for (qsizetype i = 0; i < history.steps.size(); ++i) {
        const support::History::Step &step = history.steps.at(i);
        onTheWay += step.events;
        const bool isLast = i + 1 == history.steps.size();
        const qint64 until = isLast ? step.second + 1 : history.steps.at(i + 1).second;
        if (!course.isLate)
            deliver(dice.bounded(int(onTheWay.size()) + 1));
        const bool isReachable = course.reach == Reach::Always
            || (course.reach == Reach::Sometimes && dice.bounded(2) == 0);
        if (isReachable && dice.bounded(2) == 0) // it may be long until doubts are looked at
            mirror.fetch(step.object, dice.bounded(int(until - step.second) + 1) + step.second);
    }
    deliver(std::numeric_limits<qsizetype>::max());
}

void OrderModelTest::endsAsTheHistory_data()
{
    QTest::addColumn<int>("life");
    for (int life = 0; life < support::lives().size(); ++life)
        QTest::newRow(support::lives().at(life).name) << life;
}

void OrderModelTest::endsAsTheHistory()
{
    QFETCH(int, life);
    ++m_lives;
    QRandomGenerator dice(support::printedSeed());
    const int orders = std::max(600, qEnvironmentVariableIntValue("OMS_ORDERS"));
    for (int order = 0; order < orders; ++order) {
        const support::History history =
            support::historyOf(support::lives().at(life), u"x_1"_s, dice);
        const support::History::Step &last = history.steps.last();
        support::MirrorModel mirror;
        const Course course{Reach(dice.bounded(3)), dice.bounded(3) == 0};
        run(mirror, history, course, dice);
        m_doubted += mirror.isDoubtful();
        m_answered += mirror.answers() > 0;
        QVERIFY2(!mirror.hasRegressed(), qPrintable(mirror.story()));
        // What is not in doubt is right, whether Stripe was there or not.
        if (!mirror.isDoubtful())
            QVERIFY2(mirror.mark() == support::History::markOf(last.object),
                     qPrintable(mirror.story()));
        // An end is known with the events alone.
        if (support::lives().at(life).endsForGood)
            QVERIFY2(mirror.mark() == support::History::markOf(last.object),
                     qPrintable(mirror.story()));
        for (int asked = 0; asked < 3 && mirror.isDoubtful(); ++asked) // it is back
            mirror.fetch(last.object, last.second + 1 + asked);
        QVERIFY2(!mirror.isDoubtful(), qPrintable(mirror.story()));
        QVERIFY2(mirror.mark() == support::History::markOf(last.object),
                 qPrintable(mirror.story()));
        QVERIFY2(!mirror.hasRegressed(), qPrintable(mirror.story()));
    }
}

/// Without Stripe it is not arrival that decides: every order of the same events ends in one row.
void OrderModelTest::everyOrderEndsAlikeWithoutStripe()
{
    QRandomGenerator dice(support::printedSeed());
    const int histories = std::max(150, qEnvironmentVariableIntValue("OMS_ORDERS") / 8);
    for (int number = 0; number < histories; ++number) {
        const support::Life &life = support::lives().at(dice.bounded(int(support::lives().size())));
        const support::History history = support::historyOf(life, u"x_1"_s, dice);
        QString expected;
        for (int order = 0; order < 8; ++order) {
            support::MirrorModel mirror;
            run(mirror, history, {Reach::Never, dice.bounded(2) == 0}, dice);
            if (order == 0)
                expected = mirror.mark() + u' ' + mirror.source();
            QVERIFY2(mirror.mark() + u' ' + mirror.source() == expected,
                     qPrintable(expected + u'\n' + mirror.story()));
        }
    }
}

/// It was not all plain sailing.
void OrderModelTest::cleanupTestCase()
{
    qInfo("%d ended in doubt, of %d Stripe was asked on the way", m_doubted, m_answered);
    const bool isWhole = m_lives == support::lives().size(); // else only some were asked for
    QVERIFY(!isWhole || m_doubted > 50);
    QVERIFY(!isWhole || m_answered > 50);
}

QTEST_APPLESS_MAIN(OrderModelTest)
#include "tst_ordermodel.moc"
