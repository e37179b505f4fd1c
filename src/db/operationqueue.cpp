// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/operationqueue.h"

#include "db/mirrortable.h"
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

core::Result<> expectRow(const core::Result<qint64> &rows)
{
    if (!rows)
        return core::passOn(rows);
    if (*rows == 0)
        return core::fail(
            core::Error::Kind::Conflict,
            QCoreApplication::translate("OperationQueue",
                                        "This step has moved on meanwhile. Look at it again."));
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
            return core::fail(
                core::Error::Kind::Conflict,
                QCoreApplication::translate(
                    "OperationQueue", "The same change is already under way. Look under Tasks."),
                added.error().detail);
        if (!added)
            return core::passOn(added);
    }
    return {};
}

core::Result<std::optional<ClaimedOperation>> OperationQueue::claim(const QString &worker,
                                                                    std::chrono::seconds lease,
                                                                    std::chrono::seconds patience)
{
    auto query = m_session.run(QString(operationClaimSql),
                               {{u"worker"_s, worker},
                                {u"lease"_s, qint64(lease.count())},
                                {u"patience"_s, qint64(patience.count())}});
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return std::nullopt;
    return std::optional(claimedFrom(*query));
}

core::Result<> OperationQueue::markSent(const QUuid &id, const OperationRequest &request)
{
    return expectRow(m_session.exec(uR"(
        UPDATE operations
           SET state = 'sent', request_method = :method, request_path = :path,
               request_body = decode(:body, 'base64'), stripe_version = :version,
               stripe_account_id = (SELECT a.stripe_account_id FROM stripe_account a),
               livemode = (SELECT a.livemode FROM stripe_account a),
               attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, now())
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown'))"_s,
                                    {{u"method"_s, request.method},
                                     {u"path"_s, request.path},
                                     {u"body"_s, QString::fromLatin1(request.body.toBase64())},
                                     {u"version"_s, request.stripeVersion},
                                     {u"id"_s, id}}));
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

core::Result<> OperationQueue::refused(const QUuid &id, const core::Error &error)
{
    return ignoreCount(m_session.exec(uR"(
        UPDATE operations
           SET state = 'refused', error = :error, finished_at = now(), lease_until = NULL
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown'))"_s,
                                      {{u"error"_s, jsonbText(errorJson(error))}, {u"id"_s, id}}));
}

core::Result<> OperationQueue::unknown(const QUuid &id, const core::Error &error,
                                       std::chrono::seconds delay)
{
    return ignoreCount(m_session.exec(uR"(
        UPDATE operations
           SET state = 'unknown', error = :error, lease_until = NULL,
               next_attempt_at = now() + :delay * interval '1 second'
         WHERE id = :id AND state IN ('planned', 'sent', 'unknown'))"_s,
                                      {{u"error"_s, jsonbText(errorJson(error))},
                                       {u"delay"_s, qint64(delay.count())},
                                       {u"id"_s, id}}));
}

core::Result<> OperationQueue::rekey(const QUuid &id)
{
    return ignoreCount(m_session.exec(uR"(
        UPDATE operations SET idempotency_key = :key, first_sent_at = NULL WHERE id = :id)"_s,
                                      {{u"key"_s, uuidText(QUuid::createUuid())}, {u"id"_s, id}}));
}

core::Result<> OperationQueue::resume(const QUuid &id, const QJsonObject &input)
{
    return expectRow(m_session.exec(uR"(
        UPDATE operations
           SET idempotency_key = CASE WHEN state = 'refused' THEN :key ELSE idempotency_key END,
               request_method = CASE WHEN state = 'refused' THEN NULL ELSE request_method END,
               first_sent_at = CASE WHEN state = 'refused' THEN NULL ELSE first_sent_at END,
               attempts = CASE WHEN state = 'refused' THEN 0 ELSE attempts END,
               state = 'planned', input = input || :input::jsonb, error = NULL,
               finished_at = NULL, confirmed_at = now(), next_attempt_at = now()
         WHERE id = :id AND state IN ('planned', 'refused'))"_s,
                                    {{u"key"_s, uuidText(QUuid::createUuid())},
                                     {u"input"_s, jsonbText(input)},
                                     {u"id"_s, id}}));
}

core::Result<> OperationQueue::withdraw(const QUuid &groupId)
{
    return ignoreCount(m_session.exec(uR"(
        UPDATE operations SET state = 'withdrawn', finished_at = now()
         WHERE group_id = :group_id AND state IN ('planned', 'refused', 'awaiting_approval'))"_s,
                                      {{u"group_id"_s, groupId}}));
}

} // namespace db
