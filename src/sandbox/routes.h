// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"
#include "sandbox/rules.h"

#include <optional>
#include <vector>

namespace sandbox {

/// One call that the sandbox answers.
struct Route
{
    QByteArray method;
    QStringList segments;      ///< Of the path; "{}" stands for an id.
    std::optional<Kind> named; ///< What that id names.
    QList<Rule> rules;
    Run run = nullptr;
    bool isPreview = false; ///< What it stages is thrown away.
};

struct RouteMatch
{
    const Route *route = nullptr;
    QString id;
};

/// All of them, read from one table.
class Routes
{
public:
    Routes();
    /// Nothing where no route fits: Stripe answers 404 for an unknown method too.
    [[nodiscard]] std::optional<RouteMatch> match(const QByteArray &method,
                                                  const QString &path) const;

private:
    std::vector<Route> m_routes;
};

} // namespace sandbox
