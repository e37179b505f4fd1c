// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

class QCommandLineParser;

namespace app {

/// Where the listener receives: OMS_BILLING_LISTEN.
struct ListenAddress
{
    QHostAddress address;
    quint16 port = 8000;
};

/// Everything a program can be told, in the names of docs/user-guide.md. Precedence: command line,
/// environment, keychain and settings file (app/desktopsettings.h), default.
struct Configuration
{
    QString databaseUrl;      ///< Empty: a private local cluster.
    QString databasePassword; ///< Of the keychain; empty: the URL's, or ~/.pgpass.
    QString databaseReadUrl;
    QString stripeKey; ///< Empty: nothing can be sent to Stripe.
    QList<QByteArray> webhookSecrets;
    QByteArray stripeVersion;
    QUrl stripeBase;
    ListenAddress listen;
    bool allowPlaintextBeyondLoopback = false;
    /// Variable to who set it: "--listen" or "OMS_BILLING_LISTEN"; defaults are not in it.
    QHash<QString, QString> sources;
};

/// Adds --database-url, --listen and so on, each named after its variable.
void addConfigurationOptions(QCommandLineParser &parser);

/// Errors: Invalid with the variable in `field` (a listen address that is none, and so on).
[[nodiscard]] core::Result<Configuration> readConfiguration(const QCommandLineParser &parser);

/// Nothing is set.
[[nodiscard]] Configuration defaultConfiguration();

/// "127.0.0.1:8000", "[::1]:8000", ":8000" or "8000". Errors: Invalid.
[[nodiscard]] core::Result<ListenAddress> parseListen(const QString &text);
/// "127.0.0.1:8000"
[[nodiscard]] QString toText(const ListenAddress &listen);

} // namespace app
