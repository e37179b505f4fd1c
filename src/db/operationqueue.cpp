// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/operationqueue.h"

#include "db/bindvalues.h"
#include "db/operationrow.h"
#include "db/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace db {
namespace {

QString uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

core::Result<> ignoreCount(const core::Result<qint64> &rows)
{
    if (!rows)
        return core::passOn(rows);
    return {};
}

core::Error movedOn()
{
    return {core::Error::Kind::Conflict,
            QCoreApplication::translate("OperationQueue",
                                        "This step has moved on meanwhile. Look at it again."),
            {},
            {}};
}

core::Error underWay(const core::Error &cause)
{
    return {core::Error::Kind::Conflict,
            QCoreApplication::translate("OperationQueue",
                                        "The same change is already under way. Look under Tasks."),
            cause.detail,
            {}};
}

core::Result<> expectRow(const core::Result<qint64> &rows)
{
    if (!rows)
        return core::passOn(rows);
    if (*rows == 0)
        return tl::unexpected(movedOn());
    return {};
}

} // namespace

core::Result<> OperationQueue::submit(const QList<core::Operation> &steps)
{
    for (const core::Operation &step : steps) {
        const auto added =
            m_session.exec(uR"(
            INSERT INTO operations (id, group_id, step, kind, object_key, tenant_id, input,
                                    idempotency_key, reason)
            VALUES (:id, :group_id, :step, :kind, :object_key, :tenant_id, :input, :key, :reason))"_s,
                           {{u"id"_s, step.id},
                            {u"group_id"_s, step.groupId},
                            {u"step"_s, step.step},
                            {u"kind"_s, core::toText(step.kind)},
                            {u"object_key"_s, step.objectKey},
                            {u"tenant_id"_s, uuidOrNull(step.tenantId)},
                            {u"input"_s, jsonbText(step.input)},
                            {u"key"_s, step.idempotencyKey},
                            {u"reason"_s, step.reason.isNull() ? u""_s : step.reason}});
        if (!added && added.error().kind == core::Error::Kind::Conflict)
            return tl::unexpected(underWay(added.error()));
        if (!added)
            return core::passOn(added);
    }
    return {};
}

core::Result<std::optional<ClaimedOperation>> OperationQueue::claim(const QString &worker,
                                                                    std::chrono::seconds lease,
                                                                    std::chrono::seconds patience,
                                                                    const QString &keeper)
{
    auto query = m_session.run(QString(operationClaimSql),
                               {{u"worker"_s, worker},
                                {u"lease"_s, qint64(lease.count())},
                                {u"patience"_s, qint64(patience.count())},
                                {u"keeper"_s, keeper.isNull() ? u""_s : keeper}});
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return std::nullopt;
    return std::optional(claimedFrom(*query));
}

core::Result<QDateTime> OperationQueue::markSent(const QUuid &id, const OperationRequest &request)
{
    auto query = m_session.run(uR"(
        UPDATE operations
           SET state = 'sent', request_method = :method, request_path = :path,
               request_body = decode(:body, 'base64'), stripe_version = :version,
               stripe_account_id = (SELECT a.stripe_account_id FROM stripe_account a),
               livemode = (SELECT a.livemode FROM stripe_account a),
               attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, now())
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown')
        RETURNING first_sent_at)"_s,
                               {{u"method"_s, request.method},
                                {u"path"_s, request.path},
                                {u"body"_s, QString::fromLatin1(request.body.toBase64())},
                                {u"version"_s, request.stripeVersion},
                                {u"id"_s, id}});
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return tl::unexpected(movedOn());
    return query->value(0).toDateTime().toUTC();
}

core::Result<> OperationQueue::done(const QUuid &id, const QJsonObject &result)
{
    return expectRow(m_session.exec(uR"(
        UPDATE operations
           SET state = 'done', result = :result, error = NULL, finished_at = now(),
               lease_until = NULL
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown'))"_s,
                                    {{u"result"_s, jsonbText(result)}, {u"id"_s, id}}));
}

core::Result<> OperationQueue::refused(const QUuid &id, const core::Error &error, bool hasActed)
{
    QJsonObject kept = errorJson(error);
    if (hasActed)
        kept[u"acted"_s] = true;
    return expectRow(m_session.exec(uR"(
        UPDATE operations
           SET state = 'refused', error = :error, finished_at = now(), lease_until = NULL
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown'))"_s,
                                    {{u"error"_s, jsonbText(kept)}, {u"id"_s, id}}));
}

core::Result<> OperationQueue::unknown(const QUuid &id, const core::Error &error,
                                       std::chrono::milliseconds delay)
{
    return ignoreCount(m_session.exec(uR"(
        UPDATE operations
           SET state = 'unknown', error = :error, lease_until = NULL,
               next_attempt_at = now() + :delay * interval '1 millisecond'
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown'))"_s,
                                      {{u"error"_s, jsonbText(errorJson(error))},
                                       {u"delay"_s, qint64(delay.count())},
                                       {u"id"_s, id}}));
}

core::Result<QString> OperationQueue::rekey(const QUuid &id)
{
    const QString key = uuidText(QUuid::createUuid());
    const auto changed = expectRow(m_session.exec(uR"(
        UPDATE operations SET idempotency_key = :key, first_sent_at = NULL
         WHERE id = :id AND state IN ('sent', 'unknown'))"_s,
                                                  {{u"key"_s, key}, {u"id"_s, id}}));
    if (!changed)
        return core::passOn(changed);
    return key;
}

core::Result<QStringList> OperationQueue::leaseHolders()
{
    auto query = m_session.run(uR"(
        SELECT DISTINCT claimed_by
          FROM operations
         WHERE state IN ('sent', 'unknown') AND lease_until > now() AND claimed_by IS NOT NULL
         ORDER BY claimed_by)"_s);
    if (!query)
        return core::passOn(query);
    QStringList workers;
    while (query->next())
        workers.append(query->value(0).toString());
    return workers;
}

core::Result<qint64> OperationQueue::takeOver(const QStringList &workers)
{
    return m_session.exec(uR"(
        UPDATE operations SET lease_until = NULL
         WHERE state IN ('sent', 'unknown') AND lease_until > now()
           AND claimed_by = ANY (:workers::text[]))"_s,
                          {{u"workers"_s, arrayLiteral(workers)}});
}

core::Result<> OperationQueue::resume(const QUuid &id, const QJsonObject &input)
{
    auto query = m_session.run(
        u"SELECT resume_operation(:id, :key, :input::jsonb)"_s,
        {{u"id"_s, id}, {u"key"_s, uuidText(QUuid::createUuid())}, {u"input"_s, jsonbText(input)}});
    if (!query && query.error().kind == core::Error::Kind::Conflict)
        return tl::unexpected(underWay(query.error()));
    if (!query)
        return core::passOn(query);
    if (!query->next() || !query->value(0).toBool())
        return tl::unexpected(movedOn());
    return {};
}

core::Result<> OperationQueue::withdraw(const QUuid &groupId)
{
    const auto query =
        m_session.run(u"SELECT withdraw_operations(:group_id)"_s, {{u"group_id"_s, groupId}});
    if (!query)
        return core::passOn(query);
    return {};
}

} // namespace db
