// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"

#include <QTest>

using namespace http;
using Step = RequestParser::Step;

namespace {

struct Outcome
{
    QList<Request> requests;
    int refused = 0; ///< The status, or 0.
    QList<bool> keepsAlive;
};

/// Feeds the bytes in pieces, as a connection does: what is left over comes again with the next.
Outcome parseAll(const QByteArray &bytes, qsizetype pieceSize, const Limits &limits = {})
{
    RequestParser parser(limits);
    Outcome outcome;
    QByteArray pending;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const QByteArray joined = pending + bytes.mid(at, pieceSize);
        QByteArrayView input(joined);
        Step step = Step::HeaderDone;
        while (step != Step::NeedsMore && !input.isEmpty()) {
            step = parser.parse(input);
            if (step == Step::Failed) {
                outcome.refused = parser.refusal().status;
                return outcome;
            }
            if (step == Step::Complete) {
                outcome.keepsAlive.append(parser.keepsAlive());
                outcome.requests.append(parser.takeRequest());
                parser.reset();
            }
        }
        pending = input.toByteArray();
    }
    return outcome;
}

QByteArray withHeader(const QByteArray &line)
{
    return "POST / HTTP/1.1\r\nHost: a\r\n" + line + "\r\n\r\nbody!GET /smuggled HTTP/1.1\r\n\r\n";
}

} // namespace

class RequestParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnyCut_data();
    void readsAnyCut();
    void refuses_data();
    void refuses();
    void splitsTheTarget_data();
    void splitsTheTarget();
    void keepsAlive_data();
    void keepsAlive();
    void countsHeaderBytesAcrossPieces();
    void boundsChunkOverhead();
    void takesAFinalChunkByteByByte();
    void dropsTrailers();
    void saysTheHeaderIsDone();
};

void RequestParserTest::readsAnyCut_data()
{
    QTest::addColumn<qsizetype>("pieceSize");
    for (const qsizetype size : {1, 2, 3, 5, 7, 16, 64, 4096})
        QTest::addRow("in pieces of %d bytes", int(size)) << size;
}

void RequestParserTest::readsAnyCut()
{
    QFETCH(qsizetype, pieceSize);
    const QByteArray stream =
        "\r\nPOST /v1/a?b=c HTTP/1.1\r\nHost: h\r\nX-Name:  Value one \r\nContent-Length: 4\r\n"
        "\r\nbodyGET /second HTTP/1.1\r\nhost: h\r\n\r\n"
        "PUT /third HTTP/1.1\r\nHOST: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\nDELETE /last HTTP/1.0\r\n\r\n";
    const Outcome outcome = parseAll(stream, pieceSize);
    QCOMPARE(outcome.refused, 0);
    QCOMPARE(outcome.requests.size(), 4);
    QCOMPARE(outcome.requests[0].method, "POST");
    QCOMPARE(outcome.requests[0].path, QStringLiteral("/v1/a"));
    QCOMPARE(outcome.requests[0].rawQuery, "b=c");
    QCOMPARE(outcome.requests[0].header("x-name"), "Value one");
    QCOMPARE(outcome.requests[0].header("X-Name"), QByteArray());
    QCOMPARE(outcome.requests[0].body, "body");
    QCOMPARE(outcome.requests[1].path, QStringLiteral("/second"));
    QCOMPARE(outcome.requests[1].body, QByteArray());
    QCOMPARE(outcome.requests[2].body, "hello world");
    QCOMPARE(outcome.requests[3].method, "DELETE");
}

void RequestParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("no request at all", "hello\r\n\r\n", 400);
    row("a TLS handshake", QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7), 400);
    row("HTTP/0.9", "GET /\r\n\r\n", 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("version 2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("version is none", "GET / HTTQ/1.1\r\nHost: a\r\n\r\n", 400);
    row("bytes behind the version", "GET / HTTP/1.1 x\r\nHost: a\r\n\r\n", 400);
    row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("target is no path", "GET index HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("target with a fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("target with an encoded NUL", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("target with half an escape", "GET /a%2 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("target with a wrong escape", "GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("no host in HTTP/1.1", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
    row("space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
    row("a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400);
    row("a header folded with a tab", "GET / HTTP/1.1\r\nX: b\r\n\tc\r\nHost: a\r\n\r\n", 400);
    row("header without colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400);
    row("NUL in a header", QByteArray("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29), 400);
    row("two different lengths", withHeader("Content-Length: 5\r\nContent-Length: 6"), 400);
    row("the same length twice", withHeader("Content-Length: 5\r\nContent-Length: 5"), 400);
    row("a list of lengths", withHeader("Content-Length: 5, 5"), 400);
    row("negative length", withHeader("Content-Length: -5"), 400);
    row("length with a sign", withHeader("Content-Length: +5"), 400);
    row("length in hex", withHeader("Content-Length: 0x5"), 400);
    row("length beyond 64 bits", withHeader("Content-Length: 18446744073709551621"), 400);
    row("empty length", withHeader("Content-Length: "), 400);
    row("length then chunked", withHeader("Content-Length: 5\r\nTransfer-Encoding: chunked"), 400);
    row("chunked then length", withHeader("Transfer-Encoding: chunked\r\nContent-Length: 5"), 400);
    row("chunked twice", withHeader("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
        400);
    row("coding that is not chunked", withHeader("Transfer-Encoding: identity"), 400);
    row("chunked and then another", withHeader("Transfer-Encoding: chunked, gzip"), 400);
    row("another and then chunked", withHeader("Transfer-Encoding: gzip, chunked"), 400);
    row("chunked with a vertical tab",
        withHeader("Transfer-Encoding: \x0b"
                   "chunked"),
        400);
    row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400);
    row("chunk size is no number", withHeader("Transfer-Encoding: chunked"), 400);
    const QByteArray chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    row("chunk longer than said", chunked + "3\r\nabcdef\r\n0\r\n\r\n", 400);
    row("chunk size overflows", chunked + "fffffffffffffffff\r\n", 400);
    row("a length among the trailers", chunked + "0\r\nContent-Length: 3\r\n\r\n", 400);
    row("header block too large",
        "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17000, 'x') + "\r\n\r\n", 431);
    row("target too large", "GET /" + QByteArray(17000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", 431);
    row("101 headers",
        "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("a: b\r\n").repeated(100) + "\r\n", 431);
    row("length above the limit", withHeader("Content-Length: 1048577"), 413);
    row("chunk above the limit", chunked + "100001\r\n", 413);
}

void RequestParserTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Outcome whole = parseAll(bytes, 65536);
    QCOMPARE(whole.refused, status);
    QVERIFY(whole.requests.isEmpty()); // above all no smuggled one
    // Byte by byte Beast looks at a header only when it is complete: let it be.
    const Outcome bitten = parseAll(bytes + "\r\n\r\n", 1);
    QCOMPARE(bitten.refused, status);
    QVERIFY(bitten.requests.isEmpty());
}

void RequestParserTest::splitsTheTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("rawPath");
    QTest::addColumn<QByteArray>("rawQuery");
    const auto row = [](const char *name, const char *target, const QString &path,
                        const char *rawPath, const char *query) {
        QTest::newRow(name) << QByteArray(target) << path << QByteArray(rawPath)
                            << QByteArray(query);
    };
    row("root", "/", QStringLiteral("/"), "/", "");
    row("a query stays encoded", "/a?b=%20c&d", QStringLiteral("/a"), "/a", "b=%20c&d");
    row("a question mark in the query", "/a?b?c", QStringLiteral("/a"), "/a", "b?c");
    row("a path is decoded", "/K%C3%B6ln%20a", QStringLiteral("/Köln a"), "/K%C3%B6ln%20a", "");
    row("an encoded slash is kept raw", "/a%2Fb", QStringLiteral("/a/b"), "/a%2Fb", "");
    row("a proxy's form", "http://host:80/a/b?c", QStringLiteral("/a/b"), "/a/b", "c");
    row("a proxy's form without path", "http://host", QStringLiteral("/"), "/", "");
}

void RequestParserTest::splitsTheTarget()
{
    QFETCH(QByteArray, target);
    const Outcome outcome = parseAll("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n", 4096);
    QCOMPARE(outcome.requests.size(), 1);
    QTEST(outcome.requests[0].path, "path");
    QTEST(outcome.requests[0].rawPath, "rawPath");
    QTEST(outcome.requests[0].rawQuery, "rawQuery");
}

void RequestParserTest::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("expected");
    QTest::newRow("HTTP/1.1 does") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << true;
    QTest::newRow("HTTP/1.1 with close does not")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n") << false;
    QTest::newRow("close among others counts")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: te, close\r\n") << false;
    QTest::newRow("HTTP/1.0 does not") << QByteArray("GET / HTTP/1.0\r\n") << false;
    QTest::newRow("HTTP/1.0 does when asked")
        << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n") << true;
}

void RequestParserTest::keepsAlive()
{
    QFETCH(QByteArray, start);
    QFETCH(bool, expected);
    const Outcome outcome = parseAll(start + "\r\n", 4096);
    QCOMPARE(outcome.keepsAlive, QList<bool>{expected});
}

/// Beast alone forgets each line it has taken, so a header sent line by line had no limit.
void RequestParserTest::countsHeaderBytesAcrossPieces()
{
    Limits limits;
    limits.headerBytes = 1000;
    limits.headerFields = 1000;
    const QByteArray endless =
        "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("name: value\r\n").repeated(200);
    for (const qsizetype pieceSize : {1, 13, 14, 26, 500})
        QCOMPARE(parseAll(endless, pieceSize, limits).refused, 431);
}

void RequestParserTest::boundsChunkOverhead()
{
    const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray padded = "1;" + QByteArray(100, 'x') + "\r\na\r\n";
    QCOMPARE(parseAll(start + padded.repeated(200), 1000).refused, 431);
    const QByteArray longTrailer = "0\r\n" + QByteArray("a: b\r\n").repeated(5000) + "\r\n";
    const QByteArray longSize = QByteArray("0").repeated(40'000) + "1\r\na\r\n0\r\n\r\n";
    for (const qsizetype pieceSize : {1000, 100'000}) { // and the cut makes no difference
        QCOMPARE(parseAll(start + longTrailer, pieceSize).refused, 431);
        QCOMPARE(parseAll(start + longSize, pieceSize).refused, 431);
    }
}

void RequestParserTest::takesAFinalChunkByteByByte()
{
    const QByteArray empty =
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    const Outcome outcome = parseAll(empty + "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 1);
    QCOMPARE(outcome.requests.size(), 2);
    QCOMPARE(outcome.requests[0].body, QByteArray());
}

void RequestParserTest::dropsTrailers()
{
    const QByteArray bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "1\r\nx\r\n0\r\nAuthorization: Bearer late\r\n\r\n";
    const Outcome outcome = parseAll(bytes, 4096);
    QCOMPARE(outcome.requests.size(), 1);
    QCOMPARE(outcome.requests[0].header("authorization"), QByteArray());
}

void RequestParserTest::saysTheHeaderIsDone()
{
    RequestParser parser(Limits{});
    QByteArrayView input("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n"
                         "Content-Length: 3\r\n\r\nabc");
    QVERIFY(!parser.hasStarted());
    QCOMPARE(parser.parse(input), Step::HeaderDone);
    QVERIFY(parser.hasStarted());
    QCOMPARE(parser.expectation(), "100-continue");
    QCOMPARE(parser.contentLength(), std::optional<qint64>(3));
    QCOMPARE(input, QByteArrayView("abc"));
    QCOMPARE(parser.parse(input), Step::Complete);
    QCOMPARE(parser.takeRequest().body, "abc");
}

QTEST_APPLESS_MAIN(RequestParserTest)
#include "tst_requestparser.moc"
