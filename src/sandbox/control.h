// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QJsonObject>

namespace sandbox {

class Sandbox;

/// The calls below /sandbox, which steer the stand-in itself and need no key:
///   GET status · POST advance {days|seconds|to} · GET, POST, DELETE faults · POST webhook
///   {url, secret} · POST resend {event}
[[nodiscard]] http::Response control(Sandbox &sandbox, const http::Request &request);

} // namespace sandbox
