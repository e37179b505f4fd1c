// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operationservice.h"

#include "db/database.h"
#include "db/operationqueue.h"

namespace services {

QFuture<core::Result<QList<core::Operation>>> OperationService::group(QUuid groupId)
{
    return m_database.read(
        [groupId](db::Session &session) { return db::OperationQueue(session).group(groupId); });
}

QFuture<core::Result<QList<core::Operation>>> OperationService::unfinished()
{
    return m_database.read(
        [](db::Session &session) { return db::OperationQueue(session).unfinished(); });
}

QFuture<core::Result<>> OperationService::resume(QUuid operationId, QJsonObject correctedInput)
{
    return m_database.write([operationId, correctedInput](db::Session &session) {
        return db::OperationQueue(session).resume(operationId, correctedInput);
    });
}

QFuture<core::Result<>> OperationService::withdraw(QUuid groupId)
{
    return m_database.write(
        [groupId](db::Session &session) { return db::OperationQueue(session).withdraw(groupId); });
}

} // namespace services
