// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"

#include <QDateTime>

namespace models {

/// What an endpoint sends, held against what is handled here.
struct EndpointReport
{
    QStringList missing;     ///< Handled here and not sent.
    QStringList superfluous; ///< Sent for nothing; "*" stands for all that there are.
    int handled = 0;         ///< Of what it could send in its version.
    bool isOtherVersion = false;

    [[nodiscard]] bool isUpToDate() const { return missing.isEmpty() && superfluous.isEmpty(); }
};

/// `ownVersion`: the API version that this program works with.
[[nodiscard]] EndpointReport reportOf(const core::WebhookEndpoint &endpoint,
                                      const QString &ownVersion);

// The words for it, where the list, the panel and the dialogs say the same.
[[nodiscard]] QString typesText(const EndpointReport &report); ///< "3 missing, 1 too many"
[[nodiscard]] QString secretText(core::EndpointSecret secret); ///< "Kept here"
[[nodiscard]] QString versionText(const QString &apiVersion);  ///< Also for none.
/// "until 30 Nov 2026, 16:00 UTC", "until the first event …", "until you finish it".
[[nodiscard]] QString overlapText(const core::RollOverlap &overlap);

} // namespace models
