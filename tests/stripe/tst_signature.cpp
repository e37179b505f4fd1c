// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/signature.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace std::chrono_literals;
using stripe::SignatureFault;
using stripe::verifySignature;

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheVectors_data();
    void judgesTheVectors();
    void namesTheFault_data();
    void namesTheFault();
    void acceptsWhatItSigned();
};

namespace {

const auto signedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);

/// Our reasons, finer than those of the vectors, in the vectors' words.
QString vectorReason(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::MissingHeader:
    case SignatureFault::NoTimestamp:
        return QStringLiteral("malformed_header");
    case SignatureFault::NoSignature:
        return QStringLiteral("no_signature_with_expected_scheme");
    case SignatureFault::NoMatch:
        return QStringLiteral("no_matching_signature");
    case SignatureFault::TooOld:
    case SignatureFault::TooNew:
        return QStringLiteral("timestamp_outside_tolerance");
    }
    return {};
}

} // namespace

void TestSignature::judgesTheVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    QFile file(QStringLiteral(OMS_FIXTURES "/webhook_signatures.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("vectors")).toArray();
    QCOMPARE(vectors.size(), 17);
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector.toObject().value(QLatin1String("name")).toString()))
            << vector.toObject();
}

void TestSignature::judgesTheVectors()
{
    QFETCH(QJsonObject, vector);
    QList<QByteArray> secrets;
    const QJsonArray several = vector.value(QLatin1String("secrets")).toArray();
    for (const QJsonValue &secret : several)
        secrets.append(secret.toString().toUtf8());
    if (secrets.isEmpty())
        secrets.append(vector.value(QLatin1String("secret")).toString().toUtf8());
    const auto now = QDateTime::fromSecsSinceEpoch(
        vector.value(QLatin1String("received_at")).toInteger(), Qt::UTC);
    const std::chrono::seconds tolerance(vector.value(QLatin1String("tolerance_s")).toInteger());

    const auto verdict = verifySignature(vector.value(QLatin1String("payload")).toString().toUtf8(),
                                         vector.value(QLatin1String("header")).toString().toUtf8(),
                                         secrets, now, tolerance);
    const bool isExpected =
        vector.value(QLatin1String("expect")).toString() == QLatin1String("accept");
    QCOMPARE(verdict.has_value(), isExpected);
    if (!isExpected)
        QCOMPARE(vectorReason(verdict.error()), vector.value(QLatin1String("reason")).toString());
}

void TestSignature::namesTheFault_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QList<QByteArray>>("secrets");
    QTest::addColumn<qint64>("receivedAfter"); // s after signing
    QTest::addColumn<QByteArray>("fault");     // empty: accepted
    const QList<QByteArray> secrets{"whsec_a"};
    const QByteArray good = stripe::signatureHeader("{}", secrets, signedAt);
    const QByteArray v1 = good.sliced(good.indexOf("v1="));
    const auto row = [](const char *name, const QByteArray &header, const QList<QByteArray> &keys,
                        qint64 after, const char *fault) {
        QTest::newRow(name) << header << keys << after << QByteArray(fault);
    };
    row("good", good, secrets, 0, "");
    row("exactly 300 s old", good, secrets, 300, "");
    row("301 s old", good, secrets, 301, "too_old");
    row("exactly 300 s ahead", good, secrets, -300, "");
    row("301 s ahead", good, secrets, -301, "too_new");
    row("no header", "", secrets, 0, "missing_header");
    row("blank header", "  ", secrets, 0, "missing_header");
    row("no timestamp", v1, secrets, 0, "no_timestamp");
    row("timestamp with a sign", "t=+1700000000," + v1, secrets, 0, "no_timestamp");
    row("timestamp that overflows", "t=99999999999999999999," + v1, secrets, 0, "no_timestamp");
    row("timestamp that is no number", "t=now," + v1, secrets, 0, "no_timestamp");
    row("only another scheme", "t=1700000000,v0=aa", secrets, 0, "no_signature");
    row("empty signature", "t=1700000000,v1=", secrets, 0, "no_match");
    row("signature in capitals", good.left(good.indexOf("v1=") + 3) + v1.sliced(3).toUpper(),
        secrets, 0, "no_match");
    row("old and forged is first of all forged", "t=1600000000," + v1, secrets, 0, "no_match");
    row("no secret configured", good, {}, 0, "no_match");
    row("signed with an empty secret", stripe::signatureHeader("{}", {QByteArray()}, signedAt),
        {QByteArray()}, 0, "no_match");
    row("an empty secret beside a good one", good, {QByteArray(), "whsec_a"}, 0, "");
    row("spaces behind commas", QByteArray(good).replace(",", ", "), secrets, 0, "");
    row("commas and parts without a value", ",,x,=," + good + ",,", secrets, 0, "");
}

void TestSignature::namesTheFault()
{
    QFETCH(QByteArray, header);
    QFETCH(QList<QByteArray>, secrets);
    QFETCH(qint64, receivedAfter);
    const auto verdict =
        verifySignature("{}", header, secrets, signedAt.addSecs(receivedAfter), 300s);
    QTEST(verdict ? QByteArray() : QByteArray(stripe::toText(verdict.error())), "fault");
    if (verdict)
        QCOMPARE(*verdict, signedAt);
}

void TestSignature::acceptsWhatItSigned()
{
    const QByteArray body = QByteArray("{\"a\":\"\xc3\xa9\0\"}", 11);
    const QByteArray header = stripe::signatureHeader(body, {"whsec_old", "whsec_new"}, signedAt);
    QCOMPARE(header.count("v1="), 2);
    QVERIFY(verifySignature(body, header, {"whsec_new"}, signedAt).has_value());
    QVERIFY(verifySignature(body, header, {"whsec_old"}, signedAt).has_value());
    QVERIFY(!verifySignature(body.chopped(1), header, {"whsec_old"}, signedAt).has_value());
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
