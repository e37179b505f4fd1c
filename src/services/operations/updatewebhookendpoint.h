// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/operations/operationhandler.h"

namespace services {

/// Changes address, description, state or types of a webhook endpoint.
class UpdateWebhookEndpoint final : public OperationHandler
{
public:
    core::Result<stripe::Call> prepare(db::Session &session,
                                       const core::Operation &operation) const override;
    core::Result<QJsonObject> settle(db::Session &session, const core::Operation &operation,
                                     const stripe::Answer &answer) const override;
    stripe::Call lookup(const core::Operation &operation, const stripe::Call &sent) const override;
    std::optional<QJsonObject> find(const core::Operation &operation,
                                    const QJsonObject &lookedUp) const override;
};

} // namespace services
