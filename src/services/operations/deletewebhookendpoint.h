// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/operations/operationhandler.h"

namespace services {

/// Deletes a webhook endpoint; one that is gone already is what was wanted.
class DeleteWebhookEndpoint final : public OperationHandler
{
public:
    core::Result<stripe::Call> prepare(db::Session &session,
                                       const core::Operation &operation) const override;
    core::Result<QJsonObject> settle(db::Session &session, const core::Operation &operation,
                                     const stripe::Answer &answer) const override;
    stripe::Call lookup(const core::Operation &operation, const stripe::Call &sent) const override;
    std::optional<QJsonObject> find(const core::Operation &operation,
                                    const QJsonObject &lookedUp) const override;
    std::optional<QJsonObject> outcomeWhenGone(const core::Operation &operation) const override;
    SecretDuty secretDuty() const override { return SecretDuty::Drop; }
};

} // namespace services
