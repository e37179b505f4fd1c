// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoro/QCoroTask>

#include <QString>

namespace app {

/// Stripe keys and signing secrets, in the system's keychain (Secret Service, KWallet); where there
/// is none, in a file that only this user can read. Never in the settings file or the database.
class SecretStore
{
public:
    /// @param fallbackFile  Empty: the user's configuration folder.
    explicit SecretStore(QString fallbackFile = {});

    /// The stored value, empty when there is none. Gives up on a keychain that does not answer.
    QCoro::Task<QString> read(QString name);
    /// Errors: Storage. `usedFile` in the result: there was no keychain, so warn.
    struct Written
    {
        bool usedFile = false;
    };
    QCoro::Task<core::Result<Written>> write(QString name, QString value);

private:
    [[nodiscard]] QString readFile(const QString &name) const;
    core::Result<Written> writeFile(const QString &name, const QString &value) const;

    QString m_file;
};

} // namespace app
