// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace stripe;

// Somebody in the middle with a certificate of their own must not get the key.
class TestHttpTls : public QObject, private ClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void tellsNothingToAnUntrustedServer();
    void tellsNothingToAServerWithoutTls();
};

namespace {

template <typename Write>
QByteArray pem(const Write &write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    const QByteArray text(bytes, size);
    BIO_free(memory);
    return text;
}

/// A server's side of TLS with a certificate made a moment ago, which nobody trusts.
QSslConfiguration selfSigned()
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(
        QSslCertificate(pem([&](BIO *memory) { PEM_write_bio_X509(memory, certificate); })));
    configuration.setPrivateKey(QSslKey(pem([&](BIO *memory) {
                                            PEM_write_bio_PrivateKey(memory, key, nullptr, nullptr,
                                                                     0, nullptr, nullptr);
                                        }),
                                        QSsl::Ec));
    X509_free(certificate);
    EVP_PKEY_free(key);
    return configuration;
}

QUrl httpsUrl(const QTcpServer &server)
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()));
}

} // namespace

void TestHttpTls::tellsNothingToAnUntrustedServer()
{
    QSslServer server;
    server.setSslConfiguration(selfSigned());
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, &server,
                [&received, socket] { received += socket->readAll(); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));

    m_client = newClient({.base = httpsUrl(server), .interactiveRetries = 1});
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().error.kind, core::Error::Kind::Unreachable);
    QCOMPARE(reply.error().outcome, Outcome::NoEffect);
    QVERIFY2(reply.error().error.message.contains(u"secure connection"_qs),
             qPrintable(reply.error().error.detail));
    QVERIFY(received.isEmpty());
}

void TestHttpTls::tellsNothingToAServerWithoutTls()
{
    QUrl base = m_server->url();
    base.setScheme(u"https"_qs);
    m_client = newClient(
        {.base = base, .attemptTimeout = std::chrono::milliseconds(200), .interactiveRetries = 0});
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().error.kind, core::Error::Kind::Unreachable);
    QCOMPARE(reply.error().outcome, Outcome::NoEffect);
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
