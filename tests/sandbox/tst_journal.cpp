// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/journal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Journal;

static QList<int> numbersIn(Journal &journal)
{
    QList<int> numbers;
    journal.replay([&](const QJsonObject &line) { numbers.append(line.value(u"n").toInt()); });
    return numbers;
}

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasWritten();
    void cutsOffALineThatWasNotFinished();
    void refusesASecondUser();
    void refusesTheStateOfAnotherWorld();
    void namesTheFolderItCannotMake();
};

void TestJournal::givesBackWhatWasWritten()
{
    const QTemporaryDir folder;
    {
        const auto journal = Journal::open(folder.path(), u"w"_s);
        QVERIFY(journal);
        QCOMPARE(numbersIn(**journal), QList<int>());
        QVERIFY((*journal)->append({{u"n"_s, 1}}));
        QVERIFY((*journal)->append({{u"n"_s, 2}}));
    }
    QCOMPARE(Journal::recordedWorld(folder.path()), u"w"_s);
    const auto journal = Journal::open(folder.path(), u"w"_s);
    QVERIFY(journal);
    QCOMPARE(numbersIn(**journal), QList<int>({1, 2}));
}

void TestJournal::cutsOffALineThatWasNotFinished()
{
    const QTemporaryDir folder;
    {
        const auto journal = Journal::open(folder.path(), u"w"_s);
        QVERIFY(journal);
        (void)numbersIn(**journal);
        QVERIFY((*journal)->append({{u"n"_s, 1}}));
    }
    QFile file(folder.filePath(u"journal.jsonl"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"n\":2,\"put\":[");
    file.close();
    {
        const auto journal = Journal::open(folder.path(), u"w"_s);
        QVERIFY(journal);
        QCOMPARE(numbersIn(**journal), QList<int>({1}));
        QVERIFY((*journal)->append({{u"n"_s, 3}}));
    }
    const auto journal = Journal::open(folder.path(), u"w"_s);
    QVERIFY(journal);
    QCOMPARE(numbersIn(**journal), QList<int>({1, 3}));
}

void TestJournal::refusesASecondUser()
{
    const QTemporaryDir folder;
    const auto first = Journal::open(folder.path(), u"w"_s);
    QVERIFY(first);
    const auto second = Journal::open(folder.path(), u"w"_s);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, core::Error::Kind::Conflict);
    QVERIFY(second.error().message.contains(folder.path()));
}

void TestJournal::refusesTheStateOfAnotherWorld()
{
    const QTemporaryDir folder;
    {
        QVERIFY(Journal::open(folder.path(), u"1:10:2:2024-01-01"_s));
    }
    const auto other = Journal::open(folder.path(), u"2:10:2:2024-01-01"_s);
    QVERIFY(!other);
    QVERIFY(other.error().message.contains(u"1:10:2:2024-01-01"_s));
}

void TestJournal::namesTheFolderItCannotMake()
{
    const auto journal = Journal::open(u"/proc/no/such/folder"_s, u"w"_s);
    QVERIFY(!journal);
    QCOMPARE(journal.error().kind, core::Error::Kind::Storage);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
