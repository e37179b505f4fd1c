// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/settingsservice.h"

#include <QString>

namespace ui {

/// What the settings page and the first run call one setting.
struct SettingWords
{
    QString title; ///< "Stripe key"
    QString about; ///< What it is for and where to find it, one or two sentences.
    QString field; ///< Label of the field.
    QString placeholder;
    QString none; ///< In the value's place when nothing is set.
};
[[nodiscard]] SettingWords wordsOf(services::Setting setting);
/// "Set by STRIPE_SECRET_KEY", "In this computer's keychain", …
[[nodiscard]] QString originText(services::Setting setting, const services::SettingState &state);
/// Whether the value is typed and shown hidden.
[[nodiscard]] bool isSecret(services::Setting setting);

} // namespace ui
