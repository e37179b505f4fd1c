// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.h"
#include "services/settingsservice.h"

namespace app {

/// "STRIPE_SECRET_KEY"
[[nodiscard]] QString variableOf(services::Setting setting);
/// What may stand on screen: never a key, a secret or a password.
[[nodiscard]] QString shownValue(services::Setting setting, const Configuration &configuration);
/// "sk_test_…4242"
[[nodiscard]] QString masked(const QString &secret);
/// Who fixed a setting of the demonstration.
[[nodiscard]] QString demonstrationName();
[[nodiscard]] QList<QByteArray> splitSecrets(const QString &text);

} // namespace app
