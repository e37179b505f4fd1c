// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace sandbox {

/// Whether an endpoint may ask for events of this type; "*" is one.
[[nodiscard]] bool isEventName(QStringView name);

} // namespace sandbox
