// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace services {

/// Where a delivery came from, as far as it is kept: not the address itself.
enum class PeerKind { Loopback, Private, Public };

/// A delivery that was not taken, without its body.
struct RejectedDelivery
{
    QString reason; ///< As stripe::toText(SignatureFault) has it, or "unreadable".
    PeerKind peer = PeerKind::Loopback;
    QDateTime signedAt; ///< What the signature header claims; invalid where it does not.
    qint64 size = 0;    ///< The body's, in bytes.
};

} // namespace services
