// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

class QCommandLineParser;

namespace app {

/// Everything a program can be told, in the names of docs/user-guide.md. Precedence: command line,
/// environment, keychain and settings file, default.
struct Configuration
{
    QString databaseUrl; ///< Empty: a private local cluster.
    QString databaseReadUrl;
    QString stripeKey; ///< Empty: nothing can be sent to Stripe.
    QList<QByteArray> webhookSecrets;
    QByteArray stripeVersion;
    QUrl stripeBase;
    QHostAddress listenAddress;
    quint16 listenPort = 8000;
    bool allowPlaintextBeyondLoopback = false;
};

/// Where a setting that was neither on the command line nor in the environment is looked up:
/// variable name in, value or empty out.
using Fallback = std::function<QString(const QString &variable)>;

/// Adds --database-url, --listen and so on, each named after its variable.
void addConfigurationOptions(QCommandLineParser &parser);

/// Errors: Invalid with the variable in `field` (a listen address that is none, and so on).
[[nodiscard]] core::Result<Configuration> readConfiguration(const QCommandLineParser &parser,
                                                            const Fallback &fallback);

} // namespace app
