// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ledger.h"

#include "sandbox/fields.h"
#include "sandbox/renewal.h"

namespace sandbox {

using namespace Qt::StringLiterals;

Ledger::Ledger(Context &context, Schedule &schedule, std::unique_ptr<Journal> journal)
    : m_context(context)
    , m_schedule(schedule)
    , m_journal(std::move(journal))
{
}

void Ledger::replay(const std::function<void(const QJsonObject &)> &apply)
{
    if (!m_journal)
        return;
    m_journal->replay([&](const QJsonObject &line) {
        const QJsonArray objects = line.value("put"_L1).toArray();
        m_context.store.replay(objects);
        for (const QJsonValue &value : objects) {
            const QJsonObject object = value.toObject();
            if (const auto kind = kindFromText(text(object, "object"_L1)))
                reschedule(*kind, object);
        }
        apply(line);
    });
}

core::Result<> Ledger::commit(const QJsonObject &more)
{
    if (!m_context.store.isStaged() && more.isEmpty())
        return {};
    if (m_journal) {
        QJsonObject line = more;
        if (m_context.store.isStaged())
            line.insert("put"_L1, m_context.store.stagedLine());
        const core::Result<> written = m_journal->append(line);
        if (!written) {
            rollback();
            return written;
        }
    }
    const auto staged = m_context.store.staged();
    m_context.store.commit();
    for (const auto &[kind, object] : staged) {
        reschedule(kind, object);
        if (kind == Kind::Event)
            Q_EMIT eventHappened(object);
        else if (kind == Kind::WebhookEndpoint)
            Q_EMIT endpointsChanged();
    }
    return {};
}

void Ledger::rollback()
{
    m_context.store.rollback();
}

void Ledger::reschedule(Kind kind, const QJsonObject &object)
{
    if (kind == Kind::Subscription || kind == Kind::Invoice)
        m_schedule.set(kind, text(object, "id"_L1), dueTime(m_context, kind, object));
}

} // namespace sandbox
