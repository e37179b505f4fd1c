// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secretstore.h"

#include <QHash>

class QSettings;

namespace app {

/// What a person at this desk set: secrets in the keychain, the rest in the settings file, each
/// under the name of its variable. DATABASE_URL never holds a password; that is DATABASE_PASSWORD.
class StoredSettings
{
public:
    struct Value
    {
        QString text;    ///< Empty: not set.
        QString file;    ///< Holds the secret, as there is no keychain.
        QString trouble; ///< Why the keychain did not give it, and what to do.
    };

    StoredSettings(QSettings &settings, SecretStore &secrets);

    QCoro::Task<> load(); ///< Before value().
    [[nodiscard]] Value value(const QString &variable) const { return m_values.value(variable); }
    /// What is no secret lies in no keychain: readable at once.
    [[nodiscard]] QString plainValue(const QString &variable) const;
    /// Errors: Storage. An empty text forgets it.
    QCoro::Task<core::Result<>> keep(QString variable, QString text);

private:
    QCoro::Task<Value> readSecret(QString variable);

    QSettings &m_settings;
    SecretStore &m_secrets;
    QHash<QString, Value> m_values;
};

} // namespace app
