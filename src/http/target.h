// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <optional>

namespace http {

/// Sets path, rawPath and rawQuery from a request line's target: "/path?query", or the same with
/// "http://host" before it, as a proxy's client sends it. False when it is neither.
[[nodiscard]] bool splitTarget(QByteArrayView target, Request &request);

/// Nothing when a '%' is not followed by two hex digits, or stands for NUL.
[[nodiscard]] std::optional<QString> percentDecoded(QByteArrayView text);

} // namespace http
