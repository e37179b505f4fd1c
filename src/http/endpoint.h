// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHostAddress>

namespace http {

/// An address and port to listen on, as OMS_BILLING_LISTEN holds them.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;

    [[nodiscard]] bool isLoopback() const { return address.isLoopback(); }
};

/// "127.0.0.1:8000", "[::1]:8000", "localhost:8000", or "*:8000" for every address. Other host
/// names are refused: what they stand for may change while the program runs.
[[nodiscard]] core::Result<Endpoint> endpointFromText(QStringView text);

} // namespace http
