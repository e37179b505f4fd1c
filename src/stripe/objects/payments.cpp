// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"
#include "stripe/objects/parse.h"

namespace stripe {

core::Result<core::Refund> refundFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "refund", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::Refund refund;
    refund.id = textOf(object, "id");
    refund.chargeId = idOf(object, "charge");
    refund.paymentIntentId = idOf(object, "payment_intent");
    refund.status = textOf(object, "status");
    refund.reason = textOf(object, "reason");
    refund.currency = textOf(object, "currency");
    refund.amount = integerOf(object, "amount");
    refund.created = timeOf(object, "created");
    refund.snapshot = snapshotOf(object, std::move(origin));
    return refund;
}

core::Result<core::CreditNote> creditNoteFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "credit_note", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::CreditNote note;
    note.id = textOf(object, "id");
    note.number = textOf(object, "number");
    note.customerId = idOf(object, "customer");
    note.invoiceId = idOf(object, "invoice");
    note.status = textOf(object, "status");
    note.reason = textOf(object, "reason");
    note.currency = textOf(object, "currency");
    note.amount = integerOf(object, "total");
    note.created = timeOf(object, "created");
    note.snapshot = snapshotOf(object, std::move(origin));
    return note;
}

core::Result<core::Dispute> disputeFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "dispute", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::Dispute dispute;
    dispute.id = textOf(object, "id");
    dispute.chargeId = idOf(object, "charge");
    dispute.paymentIntentId = idOf(object, "payment_intent");
    dispute.status = textOf(object, "status");
    dispute.reason = textOf(object, "reason");
    dispute.currency = textOf(object, "currency");
    dispute.amount = integerOf(object, "amount");
    dispute.evidenceDueBy = timeOf(objectOf(object, "evidence_details"), "due_by");
    dispute.created = timeOf(object, "created");
    dispute.snapshot = snapshotOf(object, std::move(origin));
    return dispute;
}

} // namespace stripe
