// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"
#include "stripe/clientoptions.h"
#include "stripe/exchange.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace stripe {

/// The request for one call: URL with the query of GET and DELETE, headers, no redirects.
[[nodiscard]] QNetworkRequest requestFor(const Call &call, const ClientOptions &options);

/// Reads a finished reply. Fills everything but `took`.
[[nodiscard]] Exchange exchangeFrom(QNetworkReply &reply, int timesSent);

/// "GET", "POST" or "DELETE".
[[nodiscard]] const char *toText(Method method);

} // namespace stripe
