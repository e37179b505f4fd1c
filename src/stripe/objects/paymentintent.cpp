// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"
#include "stripe/objects/parse.h"

namespace stripe {

core::Result<core::PaymentIntent> paymentIntentFromJson(const QJsonObject &json,
                                                        core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "payment_intent", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::PaymentIntent intent;
    intent.id = textOf(object, "id");
    intent.customerId = idOf(object, "customer");
    intent.invoiceId = idOf(object, "invoice");
    intent.status = textOf(object, "status");
    intent.currency = textOf(object, "currency");
    intent.amount = integerOf(object, "amount");
    intent.amountReceived = integerOf(object, "amount_received");
    intent.paymentMethodTypes = textsOf(object, "payment_method_types");
    intent.latestCharge = idOf(object, "latest_charge");
    const QJsonObject error = objectOf(object, "last_payment_error");
    intent.lastErrorCode = textOf(error, "decline_code");
    if (intent.lastErrorCode.isEmpty())
        intent.lastErrorCode = textOf(error, "code");
    intent.lastErrorMessage = textOf(error, "message");
    intent.metadata = objectOf(object, "metadata");
    intent.created = timeOf(object, "created");
    intent.snapshot = snapshotOf(object, std::move(origin));
    intent.isInvoiceTold =
        !leavesPaymentsOut(intent.snapshot) || object.contains(QLatin1StringView("invoice"));
    return intent;
}

} // namespace stripe
