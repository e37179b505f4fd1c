// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secretstore.h"

#include <QCoro/QCoroSignal>
#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {
namespace {

constexpr auto patience = 3s; // a locked or missing keychain must not hold up the start
const QString service = u"oms-billing"_s;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

} // namespace

SecretStore::SecretStore(QString fallbackFile)
    : m_file(std::move(fallbackFile))
{
    if (m_file.isEmpty())
        m_file = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
            + u"/secrets.json"_s;
}

QCoro::Task<QString> SecretStore::read(QString name)
{
    const QString fromFile = readFile(name);
    if (!fromFile.isEmpty() || qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        co_return fromFile;
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setAutoDelete(false);
    job->setKey(name);
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished, patience);
    const QString value = job->error() == QKeychain::NoError ? job->textData() : QString();
    job->deleteLater();
    co_return value;
}

QCoro::Task<core::Result<SecretStore::Written>> SecretStore::write(QString name, QString value)
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setAutoDelete(false);
        job->setKey(name);
        job->setTextData(value);
        job->start();
        const auto finished = co_await qCoro(job, &QKeychain::Job::finished, patience);
        const bool isKept = finished.has_value() && job->error() == QKeychain::NoError;
        job->deleteLater();
        if (isKept)
            co_return Written{};
    }
    co_return writeFile(name, value);
}

QString SecretStore::readFile(const QString &name) const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[name].toString();
}

core::Result<SecretStore::Written> SecretStore::writeFile(const QString &name,
                                                          const QString &value) const
{
    QJsonObject secrets;
    if (QFile known(m_file); known.open(QIODevice::ReadOnly))
        secrets = QJsonDocument::fromJson(known.readAll()).object();
    secrets[name] = value;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(QJsonDocument(secrets).toJson()) > 0 && file.commit();
    if (!isWritten)
        return core::fail(core::Error::Kind::Storage,
                          Text::tr("The key could not be stored in %1.").arg(m_file),
                          file.errorString());
    return Written{true};
}

} // namespace app
