// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jump.h"
#include "core/result.h"

#include <QVariantMap>

namespace db {

class Session;

/// Finds objects by what people have at hand: part of a name or address, an invoice's number or
/// amount, any id, ours or Stripe's.
class JumpRepository
{
public:
    explicit JumpRepository(Session &session)
        : m_session(session)
    {
    }

    /// The best first, a few of each kind; nothing for empty words.
    [[nodiscard]] core::Result<QList<core::JumpHit>> find(const core::JumpWords &words) const;
    /// These, in this order; those that are gone are left out.
    [[nodiscard]] core::Result<QList<core::JumpHit>>
    read(const QList<core::JumpTarget> &targets) const;

private:
    using Targets = core::Result<QList<core::JumpTarget>>;
    [[nodiscard]] Targets byReference(const QString &reference) const;
    [[nodiscard]] Targets tenantsNamed(const core::JumpWords &words) const;
    [[nodiscard]] Targets ofTenants(const QList<core::JumpTarget> &tenants,
                                    const QList<qint64> &amounts) const;
    [[nodiscard]] Targets targets(core::JumpKind kind, const QString &sql,
                                  const QVariantMap &binds) const;

    Session &m_session;
};

} // namespace db
