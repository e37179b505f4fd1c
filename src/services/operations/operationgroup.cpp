// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/operationgroup.h"

#include "db/operationqueue.h"
#include "services/operations/operationhandler.h"

using namespace Qt::StringLiterals;

namespace services {

core::Operation newOperation(core::OperationKind kind, const QUuid &tenantId,
                             const QJsonObject &input, const QString &reason)
{
    core::Operation operation;
    operation.id = QUuid::createUuid();
    operation.kind = kind;
    operation.tenantId = tenantId;
    operation.objectKey = u"tenant:"_s + uuidText(tenantId);
    operation.input = input;
    operation.reason = reason;
    operation.idempotencyKey = uuidText(QUuid::createUuid());
    return operation;
}

core::Result<QUuid> submitGroup(db::Session &session, QList<core::Operation> steps)
{
    const QUuid group = QUuid::createUuid();
    int number = 0;
    for (core::Operation &step : steps) {
        step.groupId = group;
        step.step = ++number;
    }
    if (const auto sent = db::OperationQueue(session).submit(steps); !sent)
        return core::passOn(sent);
    return group;
}

} // namespace services
