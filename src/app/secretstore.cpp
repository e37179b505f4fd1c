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
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStandardPaths>

Q_LOGGING_CATEGORY(lcSecrets, "oms.secrets")

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

bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
}

/// How a keychain answered; the job is gone afterwards.
struct KeychainAnswer
{
    QKeychain::Error error = QKeychain::OtherError;
    bool isInTime = false;
    QString text;
};

QCoro::Task<KeychainAnswer> ask(QKeychain::Job *job, QString name)
{
    job->setAutoDelete(false);
    job->setKey(name);
    job->start();
    const auto finished = co_await qCoro(job, &QKeychain::Job::finished, patience);
    KeychainAnswer answer;
    answer.isInTime = finished.has_value();
    answer.error = job->error();
    if (auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        answer.text = read->textData();
    if (!answer.isInTime || answer.error != QKeychain::NoError)
        qCInfo(lcSecrets).noquote() << "keychain:" << name << answer.error << job->errorString();
    job->deleteLater();
    const KeychainAnswer given = answer;
    co_return given;
}

/// Whether the answer says that the name is not there, not that it could not be looked up.
bool isAbsent(const KeychainAnswer &answer)
{
    return answer.error == QKeychain::EntryNotFound || answer.error == QKeychain::NoBackendAvailable
        || answer.error == QKeychain::NotImplemented
        || answer.error == QKeychain::OtherError; // libsecret's word for a bus without a keychain
}

} // namespace

SecretStore::SecretStore(QString file)
    : m_hasKeychain(file.isEmpty() && hasSessionBus())
    , m_file(std::move(file))
{
    if (m_file.isEmpty())
        m_file = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
            + u"/secrets.json"_s;
}

QCoro::Task<core::Result<SecretStore::Stored>> SecretStore::read(QString name)
{
    const Stored inFile{readFile(name), m_file};
    if (!inFile.value.isEmpty())
        co_return inFile;
    if (!m_hasKeychain)
        co_return Stored{};
    const KeychainAnswer answer = co_await ask(new QKeychain::ReadPasswordJob(service), name);
    if (answer.isInTime && answer.error == QKeychain::NoError)
        co_return Stored{answer.text, {}};
    if (answer.isInTime && isAbsent(answer))
        co_return Stored{};
    co_return core::fail(core::Error::Kind::Storage,
                         Text::tr("The keychain did not give it. Unlock the keychain, then "
                                  "reconnect."),
                         QString::number(answer.error));
}

QCoro::Task<core::Result<>> SecretStore::write(QString name, QString value)
{
    if (m_hasKeychain) {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(value);
        const KeychainAnswer answer = co_await ask(job, name);
        if (answer.isInTime && answer.error == QKeychain::NoError)
            co_return writeFile(name, {}); // an older one there would win
    }
    co_return writeFile(name, value);
}

QCoro::Task<core::Result<>> SecretStore::remove(QString name)
{
    if (m_hasKeychain) {
        const KeychainAnswer answer = co_await ask(new QKeychain::DeletePasswordJob(service), name);
        const bool isGone =
            answer.isInTime && (answer.error == QKeychain::NoError || isAbsent(answer));
        if (!isGone)
            co_return core::fail(core::Error::Kind::Storage,
                                 Text::tr("The keychain did not remove it. Unlock the keychain and "
                                          "try again."),
                                 QString::number(answer.error));
    }
    co_return writeFile(name, {});
}

QString SecretStore::readFile(const QString &name) const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[name].toString();
}

core::Result<> SecretStore::writeFile(const QString &name, const QString &value) const
{
    QJsonObject secrets;
    if (QFile known(m_file); known.open(QIODevice::ReadOnly))
        secrets = QJsonDocument::fromJson(known.readAll()).object();
    if (value.isEmpty() && !secrets.contains(name))
        return {};
    if (value.isEmpty())
        secrets.remove(name);
    else
        secrets[name] = value;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(QJsonDocument(secrets).toJson()) > 0 && file.commit();
    if (!isWritten)
        return core::fail(core::Error::Kind::Storage,
                          Text::tr("It could not be stored in %1. Check the disk and the rights of "
                                   "that folder.")
                              .arg(m_file),
                          file.errorString());
    return {};
}

} // namespace app
