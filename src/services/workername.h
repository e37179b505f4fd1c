// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace services {

/// Names this process in a lease: "host/pid/start". The host names the process-id space too, and
/// the start tells a process from a later one with its number, also after a reboot.
[[nodiscard]] QString workerName();

/// Whether the process that took this name ran in our process-id space and has ended. False for
/// what cannot be known, as on another host.
[[nodiscard]] bool isKnownDead(const QString &worker);

} // namespace services
