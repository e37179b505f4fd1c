// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace services {

/// What a desk has to be told before it can work.
enum class Setting { Database, StripeKey, WebhookSecrets, Listener };

/// How one setting stands, in words that may be shown: never a key, a secret or a password.
struct SettingState
{
    enum class Origin {
        Default, ///< Nobody set it.
        Stored,  ///< Kept in keychain and settings file; can be changed here.
        Fixed,   ///< By a variable, an option or the demonstration, which `source` names.
    };
    Origin origin = Origin::Default;
    QString source;  ///< "STRIPE_SECRET_KEY", "--listen"
    QString shown;   ///< "sk_test_…4242"; empty: there is none.
    QString place;   ///< A file that holds it because there is no keychain; else empty.
    QString trouble; ///< Why the keychain did not give it, and what to do; else empty.

    [[nodiscard]] bool isFixed() const { return origin == Origin::Fixed; }
};

/// What was typed. Database: its address, empty for a private one on this computer.
struct SettingInput
{
    QString text;
    QString password = {};   ///< Database only; empty keeps the one that is stored.
    bool isAddition = false; ///< Webhook secrets: the known ones stay valid.
};

/// A setting that works. `warning`: it does, but something will be missed.
struct TestedSetting
{
    QString sentence; ///< "Test mode, account acct_1"
    QString warning = {};
};

/// What the settings page and the first run call. Testing asks the real Stripe, database and port;
/// an error's sentence stands at the field. Every future ends with a result.
class SettingsService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual SettingState state(Setting setting) const = 0;
    /// Tests what was typed.
    virtual QFuture<core::Result<TestedSetting>> test(Setting setting, SettingInput input) = 0;
    /// Tests the one that is set.
    virtual QFuture<core::Result<TestedSetting>> testCurrent(Setting setting) = 0;
    /// Keeps it for the next connection. Secrets go to the keychain.
    virtual QFuture<core::Result<>> keep(Setting setting, SettingInput input) = 0;
    virtual QFuture<core::Result<>> forget(Setting setting) = 0;

    /// What is kept differs from what the desk works with.
    [[nodiscard]] virtual bool needsReconnect() const = 0;
    /// The demonstration: everything is fixed.
    [[nodiscard]] virtual bool isDemo() const = 0;

Q_SIGNALS:
    void changed(); ///< A state, or needsReconnect().
    /// The window asks for it: end what runs, and start again with what is kept.
    void reconnectRequested();
    /// Out of the demonstration, into the first run.
    void ownAccountRequested();
};

} // namespace services
