// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stripelink.h"

#include "services/deskservices.h"
#include "services/stripepage.h"
#include "ui/widgets/copyableid.h"

#include <QCoreApplication>

namespace ui {

StripeLink stripeLink(const QString &stripeId, const services::DeskServices &services)
{
    StripeLink link{services::stripePage(stripeId, services.isTestMode), {}};
    if (services.isDemo)
        link.whyNot =
            QCoreApplication::translate("StripeLink", "The demonstration has no pages at Stripe.");
    return link;
}

void showStripeId(CopyableId *label, const QString &stripeId,
                  const services::DeskServices &services)
{
    label->setId(stripeId);
    const StripeLink link = stripeLink(stripeId, services);
    label->setPage(link.page, link.whyNot);
}

} // namespace ui
