// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

namespace db {

class Session;

/// One thing that happened. Secrets and card data never come in here.
struct AuditEntry
{
    QString action; ///< object.verb
    QString entity;
    QString entityId;
    QUuid tenantId;
    QJsonObject before;
    QJsonObject after;
    QString reason;
    QString actor; ///< Empty: the database's session user.
    QUuid operationId;
    QString eventId;
    QString requestId;
};

/// Table audit_log, which only grows. Append inside the transaction it tells of.
class AuditLog
{
public:
    explicit AuditLog(Session &session)
        : m_session(session)
    {
    }
    core::Result<> append(const AuditEntry &entry) { return append(QList{entry}); }
    /// One statement for all, in their order.
    core::Result<> append(const QList<AuditEntry> &entries);

private:
    Session &m_session;
};

} // namespace db
