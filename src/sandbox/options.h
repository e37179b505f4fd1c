// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/worldparameters.h"
#include "sandbox/delivery.h"
#include "sandbox/faults.h"

#include <QByteArrayList>
#include <QHostAddress>

#include <optional>

namespace sandbox {

/// How a sandbox is set up.
struct Options
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;                           ///< 0: a free one.
    std::optional<demo::WorldParameters> world; ///< None: only the catalogue of plans.
    bool isWorldEndOpen = false; ///< `until` was not given: what the state was made with holds.
    QString stateDirectory;      ///< Empty: everything is forgotten at the end.
    QByteArrayList keys;         ///< Empty: every sandbox test key.
    QList<Endpoint> endpoints;   ///< Their ids are given by the sandbox.
    FaultPlan faults;
    double speed = 1; ///< Of the billing clock.
    DeliveryRules delivery;
};

/// Reads the command line. `--help` and `--version` are the caller's.
/// @param arguments  With the program's name first.
[[nodiscard]] core::Result<Options> optionsFrom(const QStringList &arguments);
[[nodiscard]] QString helpText();

} // namespace sandbox
