// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/webhookendpoint.h"

#include <QCoro/QCoroTask>

#include <QByteArray>
#include <QString>

namespace services {

/// Where the signing secrets of webhook endpoints are kept: this desk's keychain. What Stripe
/// answers goes there and nowhere else, before the operation that asked for it is recorded as done:
/// until then the same key brings the same answer. Main thread only.
class EndpointSecrets
{
public:
    virtual ~EndpointSecrets() = default;

    /// Which keychain this is: operations name it, so that no other desk takes them.
    [[nodiscard]] virtual QString keeper() const = 0;
    /// Why nothing can be kept here, as a sentence; empty when it can.
    [[nodiscard]] virtual QString obstacle() const = 0;
    [[nodiscard]] virtual core::EndpointSecret standing(const QString &endpointId) const = 0;
    /// Events signed with its secret since the program started.
    [[nodiscard]] virtual int delivered(const QString &endpointId) const = 0;

    /// It is in use at once, beside those that are there. Again is no error. Errors: Storage.
    virtual QCoro::Task<core::Result<>> keep(QString endpointId, QByteArray secret) = 0;
    /// What is signed with it is turned away from now on. None kept is no error. Errors: Storage.
    virtual QCoro::Task<core::Result<>> drop(QString endpointId) = 0;
};

} // namespace services
