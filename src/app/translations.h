// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace app {

/// The chosen language ("de"), or the user's; English (for its plurals) where there is none.
void installTranslations(QCoreApplication &application, const QString &chosen = {});

} // namespace app
