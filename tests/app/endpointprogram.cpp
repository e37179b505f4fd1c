// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointprogram.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

EndpointProgram::EndpointProgram()
{
    if (!m_sandbox.isRunning())
        qFatal("%s", qPrintable(m_sandbox.error()));
    start();
}

EndpointProgram::~EndpointProgram()
{
    stop();
}

void EndpointProgram::start()
{
    m_file =
        std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<app::SecretStore>(keychainPath());
    m_stored = std::make_unique<app::StoredSettings>(*m_file, *m_store);
    app::Configuration given = app::defaultConfiguration();
    given.stripeKey = QString::fromLatin1(m_sandbox.key());
    given.sources[u"STRIPE_SECRET_KEY"_s] = u"STRIPE_SECRET_KEY"_s;
    given.stripeBase = QUrl(m_sandbox.baseUrl());
    given.listen = {QHostAddress(QHostAddress::LocalHost), 0};
    m_connections = std::make_unique<app::DesktopSettings>(given, *m_stored);
    m_keychain = std::make_unique<app::EndpointKeychain>(*m_file, *m_connections);
    support::orDie(QCoro::waitFor(m_connections->load()), "settings");
    app::BackendOptions options;
    options.database = m_database.parameters();
    options.databaseName = u"test"_s;
    options.needsEngine = true;
    options.configuration = m_connections->configuration();
    options.secrets = m_keychain.get();
    m_backend = std::make_unique<app::Backend>(options);
    m_keychain->setCounter(
        [this](const QByteArray &secret) { return m_backend ? m_backend->signedWith(secret) : 0; });
    QObject::connect(m_connections.get(), &app::DesktopSettings::changed, m_backend.get(),
                     [this] { m_backend->setWebhookSecrets(m_connections->webhookSecrets()); });
    support::orDie(QCoro::waitFor(m_backend->start()), "start");
    if (m_backend->listenPort() == 0)
        qFatal("not listening");
    const bool isUsed = QTest::qWaitFor(
        [this] { return endpoints().settings().obstacle.message.isEmpty(); }, 10'000);
    if (!isUsed)
        qFatal("%s", qPrintable(endpoints().settings().obstacle.message));
}

void EndpointProgram::stop()
{
    if (m_backend)
        QCoro::waitFor(m_backend->stop());
    m_backend.reset();
    m_keychain.reset();
    m_connections.reset();
    m_stored.reset();
    m_store.reset();
    m_file.reset();
}

QList<core::WebhookEndpoint> EndpointProgram::list() const
{
    return awaited(endpoints().list());
}

QJsonObject EndpointProgram::post(const QString &path, const QByteArray &form) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox.baseUrl() + path));
    request.setRawHeader("Authorization", "Bearer " + m_sandbox.key());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, form));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }) || reply->error() != 0)
        qFatal("not posted: %s", qPrintable(reply->errorString()));
    return QJsonDocument::fromJson(reply->readAll()).object();
}
