// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/retryrule.h"

#include <QTest>

using namespace std::chrono_literals;
using stripe::decideRetry;
using stripe::FailedAttempt;
using stripe::Priority;

Q_DECLARE_METATYPE(stripe::FailedAttempt)

class TestRetryRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void waits_data();
    void waits();
    void honoursRetryAfter_data();
    void honoursRetryAfter();
};

void TestRetryRule::decides_data()
{
    QTest::addColumn<FailedAttempt>("attempt");
    QTest::addColumn<bool>("isRetry");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const FailedAttempt &attempt, bool isRetry,
                        const char *reason) {
        QTest::newRow(name) << attempt << isRetry << QByteArray(reason);
    };
    row("a closed socket on the first try", {.hasAnswer = false, .wasClosed = true}, true,
        "connection closed on the first try");
    row("a closed socket on the first try, with retries disabled",
        {.hasAnswer = false, .wasClosed = true, .maxRetries = 0}, true,
        "connection closed on the first try");
    row("a closed socket again, with retries disabled",
        {.hasAnswer = false, .wasClosed = true, .retries = 1, .maxRetries = 0}, false,
        "retries used up");
    row("a closed socket later counts as no answer",
        {.hasAnswer = false, .wasClosed = true, .retries = 1}, true, "no answer");
    row("retries used up before anything else is asked",
        {.httpStatus = 500, .shouldRetry = true, .retries = 2}, false, "retries used up");
    row("five retries in the background",
        {.httpStatus = 500, .priority = Priority::Background, .retries = 4, .maxRetries = 5}, true,
        "server error");
    row("no answer", {.hasAnswer = false}, true, "no answer");
    row("Stripe says no to a 500", {.httpStatus = 500, .shouldRetry = false}, false,
        "Stripe-Should-Retry is false");
    row("Stripe says no to a 409", {.httpStatus = 409, .shouldRetry = false}, false,
        "Stripe-Should-Retry is false");
    row("Stripe says yes to a 400", {.httpStatus = 400, .shouldRetry = true}, true,
        "Stripe-Should-Retry is true");
    row("Stripe says yes to a 429", {.httpStatus = 429, .shouldRetry = true}, true,
        "Stripe-Should-Retry is true");
    row("a stored 500 would only be replayed", {.httpStatus = 500, .isReplay = true}, false,
        "stored answer replayed");
    row("a conflict", {.httpStatus = 409}, true, "conflict");
    row("a replayed conflict is one all the same", {.httpStatus = 409, .isReplay = true}, true,
        "conflict");
    row("500", {.httpStatus = 500}, true, "server error");
    row("503", {.httpStatus = 503}, true, "server error");
    row("a plain 429 while somebody waits",
        {.httpStatus = 429, .code = QStringLiteral("rate_limit")}, false, "not retryable");
    row("a plain 429 in the background",
        {.httpStatus = 429, .code = QStringLiteral("rate_limit"), .priority = Priority::Background},
        true, "rate limited, in the background");
    row("a locked object while somebody waits",
        {.httpStatus = 429, .code = QStringLiteral("lock_timeout")}, true, "object locked");
    for (const int status : {302, 400, 401, 402, 403, 404, 424}) {
        for (const Priority priority : {Priority::Interactive, Priority::Background}) {
            const QByteArray name = QByteArray::number(status)
                + (priority == Priority::Background ? " in the background" : " interactive");
            row(name.constData(), {.httpStatus = status, .priority = priority}, false,
                "not retryable");
        }
    }
}

void TestRetryRule::decides()
{
    QFETCH(FailedAttempt, attempt);
    const stripe::RetryDecision decision = decideRetry(attempt, 0.5);
    QTEST(decision.isRetry, "isRetry");
    QTEST(QByteArray(decision.reason), "reason");
    QCOMPARE(decision.delay > 0ms, decision.isRetry);
}

void TestRetryRule::waits_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isBackground");
    QTest::addColumn<int>("retries");
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("delayMs");
    QTest::newRow("first retry") << 500 << false << 0 << 1.0 << 500;
    QTest::newRow("first retry, least jitter: the floor") << 500 << false << 0 << 0.0 << 500;
    QTest::newRow("third retry, most") << 500 << true << 2 << 1.0 << 1000;
    QTest::newRow("third retry, least") << 500 << true << 2 << 0.0 << 500;
    QTest::newRow("fourth retry, middle") << 500 << true << 3 << 0.5 << 1500;
    QTest::newRow("fifth retry, most") << 500 << true << 4 << 1.0 << 4000;
    QTest::newRow("the cap of 5 s") << 500 << true << 20 << 1.0 << 5000;
    QTest::newRow("429 in the background starts at 1 s") << 429 << true << 0 << 0.0 << 1000;
    QTest::newRow("429 in the background, most jitter") << 429 << true << 0 << 1.0 << 1500;
    QTest::newRow("429 in the background doubles") << 429 << true << 3 << 0.0 << 8000;
    QTest::newRow("429 in the background stops at 30 s") << 429 << true << 5 << 0.0 << 30000;
    QTest::newRow("429 in the background, long after") << 429 << true << 90 << 1.0 << 30000;
}

void TestRetryRule::waits()
{
    QFETCH(int, status);
    QFETCH(bool, isBackground);
    QFETCH(int, retries);
    QFETCH(double, random);
    QFETCH(int, delayMs);
    const FailedAttempt attempt{.httpStatus = status,
                                .priority =
                                    isBackground ? Priority::Background : Priority::Interactive,
                                .retries = retries,
                                .maxRetries = 100};
    QCOMPARE(decideRetry(attempt, random).delay, std::chrono::milliseconds(delayMs));
}

void TestRetryRule::honoursRetryAfter_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("delayMs");
    QTest::newRow("a minimum") << 7 << 7000;
    QTest::newRow("shorter than our own delay") << 0 << 500;
    QTest::newRow("a whole minute") << 60 << 60000;
    QTest::newRow("too long to be believed") << 61 << 500;
    QTest::newRow("negative") << -5 << 500;
}

void TestRetryRule::honoursRetryAfter()
{
    QFETCH(int, seconds);
    QFETCH(int, delayMs);
    const FailedAttempt attempt{.httpStatus = 503, .retryAfter = std::chrono::seconds(seconds)};
    QCOMPARE(decideRetry(attempt, 1.0).delay, std::chrono::milliseconds(delayMs));
}

QTEST_GUILESS_MAIN(TestRetryRule)
#include "tst_retryrule.moc"
