// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/declineadvice.h"
#include "stripe/failure.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using core::Error;
using stripe::Exchange;
using stripe::Failure;
using stripe::Method;
using stripe::Outcome;

Q_DECLARE_METATYPE(core::Error::Kind)
Q_DECLARE_METATYPE(stripe::Exchange::Trouble)

class TestFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifiesStripesErrors_data();
    void classifiesStripesErrors();
    void knowsEveryErrorFixture();
    void classifiesStatuses_data();
    void classifiesStatuses();
    void classifiesTrouble_data();
    void classifiesTrouble();
    void tellsWhatSettles_data();
    void tellsWhatSettles();
    void advisesOnDeclines_data();
    void advisesOnDeclines();
    void keepsKeysOut();
};

namespace {

QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

Exchange answered(int status, const QJsonObject &body)
{
    Exchange exchange;
    exchange.timesSent = 1;
    exchange.httpStatus = status;
    exchange.body = body;
    exchange.requestId = QStringLiteral("req_test");
    return exchange;
}

Exchange answered(int status, const char *type, const char *code, const char *message = "")
{
    const QJsonObject error{{QStringLiteral("type"), QLatin1String(type)},
                            {QStringLiteral("code"), QLatin1String(code)},
                            {QStringLiteral("message"), QLatin1String(message)}};
    return answered(status, {{QStringLiteral("error"), error}});
}

} // namespace

void TestFailure::classifiesStripesErrors_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("saying");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isUnknown");
    const auto row = [](const char *name, Error::Kind kind, const char *saying,
                        const char *field = "", bool isUnknown = false) {
        QTest::newRow(name) << QStringLiteral("error_%1.json").arg(QLatin1String(name)) << kind
                            << QString::fromUtf8(saying) << QString::fromLatin1(field) << isUnknown;
    };
    row("api_error", Error::Kind::Unreachable, "unavailable at the moment (request req_test)", "",
        true);
    row("authentication", Error::Kind::Forbidden, "Enter a valid one");
    row("authentication_missing_key", Error::Kind::Forbidden, "Enter a valid one");
    row("authentication_required", Error::Kind::Rejected, "must confirm this payment");
    row("card_declined", Error::Kind::Rejected,
        "Payment declined: Your card has insufficient funds. Try again later, or ask for another");
    row("card_declined_generic", Error::Kind::Rejected, "call their bank");
    row("idempotency_error", Error::Kind::Conflict, "already sent to Stripe with other values", "",
        true);
    row("idempotency_key_in_use", Error::Kind::Conflict, "Another operation", "", true);
    row("lock_timeout", Error::Kind::RateLimited, "Try again in a moment");
    row("mode_mismatch", Error::Kind::NotFound, "in the other mode", "id");
    row("parameter_invalid_integer", Error::Kind::Invalid, "Invalid integer: 12.50", "amount");
    row("parameter_missing", Error::Kind::Invalid, "Missing required param: customer.", "customer");
    row("parameter_unknown", Error::Kind::Invalid, "Received unknown parameter", "coupoon");
    row("permission", Error::Kind::Forbidden, "needs the permission rak_customer_write");
    row("rate_limit", Error::Kind::RateLimited, "too many requests");
    row("resource_missing", Error::Kind::NotFound, "no longer exists in Stripe", "id");
    row("resource_missing_param", Error::Kind::Invalid, "Stripe has no price", "items[0][price]");
    row("usage_meter_price", Error::Kind::Rejected, "Cannot create a usage record");
    row("usage_timestamp_out_of_period", Error::Kind::Invalid, "Cannot create the usage record",
        "timestamp");
}

void TestFailure::classifiesStripesErrors()
{
    QFETCH(QString, file);
    QFETCH(QString, saying);
    const QJsonObject given = fixture(file);
    const QJsonObject body = given.value(QLatin1String("body")).toObject();
    QVERIFY(!body.isEmpty());
    const Exchange exchange = answered(given.value(QLatin1String("http_status")).toInt(), body);

    const Failure failure = failureFrom(Method::Post, exchange);
    QTEST(failure.error.kind, "kind");
    QVERIFY2(failure.error.message.contains(saying), qPrintable(failure.error.message));
    QTEST(failure.error.field, "field");
    QTEST(failure.outcome == Outcome::Unknown, "isUnknown");
    QCOMPARE(failure.isModeMismatch, file.contains(QLatin1String("mode_mismatch")));
    QVERIFY(failure.error.detail.contains(QLatin1String("req_test")));
    const QJsonObject error = body.value(QLatin1String("error")).toObject();
    QCOMPARE(failure.type, error.value(QLatin1String("type")).toString());
    QCOMPARE(failure.code, error.value(QLatin1String("code")).toString());
    QCOMPARE(failure.declineCode, error.value(QLatin1String("decline_code")).toString());
    QCOMPARE(failure.param, error.value(QLatin1String("param")).toString());
    QCOMPARE(failureFrom(Method::Get, exchange).outcome, Outcome::NoEffect);
}

void TestFailure::knowsEveryErrorFixture()
{
    const QStringList files =
        QDir(QStringLiteral(OMS_FIXTURES)).entryList({QStringLiteral("error_*.json")});
    QCOMPARE(files.size(), 19); // as many as there are rows above
}

void TestFailure::classifiesStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("isUnknown");
    QTest::newRow("400") << 400 << Error::Kind::Rejected << false;
    QTest::newRow("401") << 401 << Error::Kind::Forbidden << false;
    QTest::newRow("402") << 402 << Error::Kind::Rejected << false;
    QTest::newRow("403") << 403 << Error::Kind::Forbidden << false;
    QTest::newRow("404") << 404 << Error::Kind::NotFound << false;
    QTest::newRow("409") << 409 << Error::Kind::Conflict << false;
    QTest::newRow("424 leaves it open") << 424 << Error::Kind::Unreachable << true;
    QTest::newRow("429") << 429 << Error::Kind::RateLimited << false;
    QTest::newRow("a refusal not yet invented") << 451 << Error::Kind::Rejected << false;
    QTest::newRow("500") << 500 << Error::Kind::Unreachable << true;
    QTest::newRow("503") << 503 << Error::Kind::Unreachable << true;
}

void TestFailure::classifiesStatuses()
{
    QFETCH(int, status);
    // As if the body told nothing: the status alone decides.
    const Failure failure = failureFrom(Method::Post, answered(status, QJsonObject()));
    QTEST(failure.error.kind, "kind");
    QTEST(failure.outcome == Outcome::Unknown, "isUnknown");
    QVERIFY(!failure.error.message.isEmpty());
    QCOMPARE(failure.httpStatus, status);
}

void TestFailure::classifiesTrouble_data()
{
    using Trouble = Exchange::Trouble;
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<bool>("wasSent");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("isUnknown");
    QTest::newRow("refused") << Trouble::NotConnected << false << Error::Kind::Unreachable << false;
    QTest::newRow("no TLS") << Trouble::Insecure << false << Error::Kind::Unreachable << false;
    QTest::newRow("closed after sending")
        << Trouble::Closed << true << Error::Kind::Unreachable << true;
    QTest::newRow("timed out after sending")
        << Trouble::TimedOut << true << Error::Kind::Unreachable << true;
    QTest::newRow("timed out while connecting")
        << Trouble::TimedOut << false << Error::Kind::Unreachable << false;
    QTest::newRow("a proxy's page")
        << Trouble::NotStripe << true << Error::Kind::Unreachable << true;
    QTest::newRow("a redirect") << Trouble::Redirected << true << Error::Kind::Unreachable << true;
    QTest::newRow("canceled under way")
        << Trouble::Canceled << true << Error::Kind::Canceled << true;
    QTest::newRow("canceled before")
        << Trouble::Canceled << false << Error::Kind::Canceled << false;
}

void TestFailure::classifiesTrouble()
{
    QFETCH(Exchange::Trouble, trouble);
    QFETCH(bool, wasSent);
    Exchange exchange;
    exchange.trouble = trouble;
    exchange.timesSent = wasSent ? 1 : 0;
    exchange.detail = QStringLiteral("sk_test_leaked");
    const Failure failure = failureFrom(Method::Post, exchange);
    QTEST(failure.error.kind, "kind");
    QTEST(failure.outcome == Outcome::Unknown, "isUnknown");
    QVERIFY(!failure.error.message.isEmpty());
    QVERIFY(!failure.error.detail.contains(QLatin1String("leaked")));
}

void TestFailure::tellsWhatSettles_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isSettled");
    const QByteArray usual = "invalid_request_error";
    QTest::newRow("a refusal after a look at the key") << 400 << usual << true;
    QTest::newRow("a decline") << 402 << QByteArray("card_error") << true;
    QTest::newRow("the key ran with other values")
        << 400 << QByteArray("idempotency_error") << false;
    QTest::newRow("API key rejected meanwhile") << 401 << usual << false;
    QTest::newRow("the first one is still running") << 409 << usual << false;
    QTest::newRow("too many requests") << 429 << usual << false;
    QTest::newRow("server error") << 500 << QByteArray("api_error") << false;
}

void TestFailure::tellsWhatSettles()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    const Failure failure =
        failureFrom(Method::Post, answered(status, type.constData(), "", "Some message"));
    QTEST(settlesEarlierAttempts(failure), "isSettled");
}

void TestFailure::advisesOnDeclines_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char *code, const char *advice) {
        QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(advice);
    };
    row("insufficient_funds", "another card");
    row("expired_card", "update the card");
    row("incorrect_cvc", "update the card");
    row("authentication_required", "link to the invoice");
    row("do_not_honor", "call their bank");
    row("lost_card", "only that the card was declined");
    row("stolen_card", "only that the card was declined");
    row("pickup_card", "only that the card was declined");
    row("fraudulent", "only that the card was declined");
    row("try_again_later", "Try again later");
}

void TestFailure::advisesOnDeclines()
{
    QFETCH(QString, code);
    QFETCH(QString, advice);
    QVERIFY(stripe::declineAdvice(code).contains(advice));
    QVERIFY(stripe::declineAdvice(QStringLiteral("not_yet_invented")).isEmpty());
}

void TestFailure::keepsKeysOut()
{
    for (const int status : {400, 401, 403, 404, 500}) {
        const Failure failure =
            failureFrom(Method::Post,
                        answered(status, "invalid_request_error", "",
                                 "The key sk_test_veryprivate or whsec_alsoprivate is wrong"));
        QVERIFY(!failure.error.message.contains(QLatin1String("private")));
        QVERIFY(!failure.error.detail.contains(QLatin1String("private")));
    }
}

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
