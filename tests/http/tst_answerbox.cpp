// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerbox.h"

#include <QTest>

#include <condition_variable>
#include <set>
#include <thread>

using http::AnswerBox;

/// Answers from many threads, on std threads alone: ThreadSanitizer understands those.
class AnswerBoxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakesOncePerBatch();
    void takesTheFirstAnswerOnly();
    void answersForADroppedResponder();
    void dropsAnswersOnceClosed();
    void losesNothingBetweenThreads();
};

void AnswerBoxTest::wakesOncePerBatch()
{
    int wakes = 0;
    const auto box = std::make_shared<AnswerBox>([&wakes] { ++wakes; });
    box->responder(1, 0, 0)({});
    box->responder(1, 1, 0)({});
    QCOMPARE(wakes, 1);
    QCOMPARE(box->take().size(), 2U);
    box->responder(1, 2, 0)({}); // the taker takes until there is nothing: no need to wake it
    QCOMPARE(wakes, 1);
    QCOMPARE(box->take().size(), 1U);
    QCOMPARE(box->take().size(), 0U);
    box->responder(1, 3, 0)({});
    QCOMPARE(wakes, 2);
    QCOMPARE(box->take().size(), 1U);
    QCOMPARE(box->take().size(), 0U);
    box->hold();
    box->responder(1, 4, 0)({});
    QCOMPARE(wakes, 2);
}

void AnswerBoxTest::takesTheFirstAnswerOnly()
{
    const auto box = std::make_shared<AnswerBox>([] {});
    const http::Responder responder = box->responder(7, 3, 42);
    const http::Responder copy = responder;
    responder({.status = 201});
    copy({.status = 202});
    const std::vector<AnswerBox::Answer> answers = box->take();
    QCOMPARE(answers.size(), 1U);
    QCOMPARE(answers[0].connection, 7U);
    QCOMPARE(answers[0].sequence, 3U);
    QCOMPARE(answers[0].bodyBytes, 42);
    QCOMPARE(answers[0].response.status, 201);
}

void AnswerBoxTest::answersForADroppedResponder()
{
    const auto box = std::make_shared<AnswerBox>([] {});
    {
        const http::Responder responder = box->responder(1, 0, 0);
        QCOMPARE(box->take().size(), 0U);
    }
    const std::vector<AnswerBox::Answer> answers = box->take();
    QCOMPARE(answers.size(), 1U);
    QCOMPARE(answers[0].response.status, 500);
}

void AnswerBoxTest::dropsAnswersOnceClosed()
{
    int wakes = 0;
    auto box = std::make_shared<AnswerBox>([&wakes] { ++wakes; });
    const http::Responder responder = box->responder(1, 0, 0);
    box->close();
    box.reset(); // the responder keeps it
    responder({});
    QCOMPARE(wakes, 0);
}

void AnswerBoxTest::losesNothingBetweenThreads()
{
    constexpr quint64 threads = 4;
    constexpr quint64 perThread = 2000;
    std::mutex mutex; // guards isWoken
    std::condition_variable condition;
    bool isWoken = false;
    const auto box = std::make_shared<AnswerBox>([&] {
        const std::lock_guard lock(mutex);
        isWoken = true;
        condition.notify_one();
    });
    std::vector<std::thread> answering;
    for (quint64 thread = 0; thread < threads; ++thread) {
        answering.emplace_back([box, thread] {
            for (quint64 i = 0; i < perThread; ++i)
                box->responder(thread, i, 0)({.body = QByteArray::number(i)});
        });
    }
    std::set<std::pair<quint64, quint64>> seen;
    while (seen.size() < threads * perThread) {
        std::unique_lock lock(mutex);
        if (!condition.wait_for(lock, std::chrono::seconds(30), [&] { return isWoken; }))
            break;
        isWoken = false;
        lock.unlock();
        for (auto answers = box->take(); !answers.empty(); answers = box->take()) {
            for (const AnswerBox::Answer &answer : answers)
                seen.emplace(answer.connection, answer.sequence);
        }
    }
    for (std::thread &thread : answering)
        thread.join();
    QCOMPARE(seen.size(), threads * perThread);
}

QTEST_APPLESS_MAIN(AnswerBoxTest)
#include "tst_answerbox.moc"
