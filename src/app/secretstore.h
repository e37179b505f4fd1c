// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoro/QCoroTask>

#include <QString>

namespace app {

/// Stripe keys, signing secrets and the database's password, in the system's keychain (Secret
/// Service, KWallet); where there is none, in a file that only this user can read. Never in the
/// settings file or the database.
class SecretStore
{
public:
    /// @param file  Instead of the keychain; empty: the keychain, and where there is none a file in
    ///              the user's configuration folder.
    explicit SecretStore(QString file = {});

    struct Stored
    {
        QString value; ///< Empty when there is none.
        QString file;  ///< It lies there, as there was no keychain: warn.
    };
    /// Gives up on a keychain that does not answer. Errors: Storage, with what to do; the value may
    /// be there all the same.
    QCoro::Task<core::Result<Stored>> read(QString name);
    /// Errors: Storage.
    QCoro::Task<core::Result<>> write(QString name, QString value);
    QCoro::Task<core::Result<>> remove(QString name);

private:
    [[nodiscard]] QString readFile(const QString &name) const;
    /// An empty value takes the name out.
    [[nodiscard]] core::Result<> writeFile(const QString &name, const QString &value) const;

    bool m_hasKeychain;
    QString m_file;
};

} // namespace app
