// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace app {

/// The user's language where there is a translation, English (for its plurals) otherwise.
void installTranslations(QCoreApplication &application);

} // namespace app
