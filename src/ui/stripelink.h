// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace services {
class DeskServices;
}

namespace ui {

class CopyableId;

/// The page of an object in Stripe's dashboard, and why it cannot be opened (empty where it can).
struct StripeLink
{
    QUrl page;
    QString whyNot;
};
[[nodiscard]] StripeLink stripeLink(const QString &stripeId,
                                    const services::DeskServices &services);

/// Shows Stripe's id with the way to its page.
void showStripeId(CopyableId *label, const QString &stripeId,
                  const services::DeskServices &services);

} // namespace ui
