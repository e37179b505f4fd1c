// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secretstore.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The file that stands in where there is no keychain.
class SecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecretsInAFileOfTheUsersOwn();
    void forgetsASecretAndKeepsTheOthers();
    void saysWhereItCouldNotBeStored();
};

void SecretStoreTest::keepsSecretsInAFileOfTheUsersOwn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deep/secrets.json"_s);
    app::SecretStore store(path);
    QVERIFY(QCoro::waitFor(store.write(u"STRIPE_SECRET_KEY"_s, u"sk_test_1"_s)));
    QCOMPARE(QFileInfo(path).permissions()
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    app::SecretStore again(path);
    const auto read = QCoro::waitFor(again.read(u"STRIPE_SECRET_KEY"_s));
    QVERIFY(read);
    QCOMPARE(read->value, u"sk_test_1"_s);
    QCOMPARE(read->file, path);
}

void SecretStoreTest::forgetsASecretAndKeepsTheOthers()
{
    const QTemporaryDir folder;
    app::SecretStore store(folder.filePath(u"secrets.json"_s));
    QVERIFY(QCoro::waitFor(store.write(u"STRIPE_SECRET_KEY"_s, u"sk_test_1"_s)));
    QVERIFY(QCoro::waitFor(store.write(u"STRIPE_WEBHOOK_SECRET"_s, u"whsec_1"_s)));
    QVERIFY(QCoro::waitFor(store.remove(u"STRIPE_SECRET_KEY"_s)));
    QCOMPARE(QCoro::waitFor(store.read(u"STRIPE_SECRET_KEY"_s))->value, QString());
    QCOMPARE(QCoro::waitFor(store.read(u"STRIPE_WEBHOOK_SECRET"_s))->value, u"whsec_1"_s);
    QFile file(folder.filePath(u"secrets.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("sk_test_1"));
}

void SecretStoreTest::saysWhereItCouldNotBeStored()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"notafolder"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const QString path = folder.filePath(u"notafolder/secrets.json"_s);
    app::SecretStore store(path);
    const auto written = QCoro::waitFor(store.write(u"STRIPE_SECRET_KEY"_s, u"sk_test_1"_s));
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(path), qPrintable(written.error().message));
    QVERIFY(!written.error().message.contains("sk_test_1"_L1));
}

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "tst_secretstore.moc"
