// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/jumprepository.h"

#include "db/bindvalues.h"
#include "db/eventstates.h"
#include "db/listcondition.h"
#include "db/session.h"

#include <array>

using namespace Qt::StringLiterals;
using core::JumpKind;
using core::JumpTarget;

namespace db {
namespace {

/// How the rows of one kind are read: id, tenant, title, detail, Stripe's id, state, amount,
/// currency.
struct KindFacts
{
    JumpKind kind;
    QString rows;
};

const std::array<KindFacts, 4> &kinds()
{
    static const std::array<KindFacts, 4> all{
        KindFacts{JumpKind::Tenant, uR"(
            SELECT t.id, t.id, t.name, t.email, coalesce(f.stripe_customer_id, ''),
                   coalesce(f.status, t.status::text), NULL, NULL
              FROM tenants t LEFT JOIN tenant_figures f ON f.tenant_id = t.id
             WHERE t.id = ANY (CAST(:ids AS uuid[])))"_s},
        KindFacts{JumpKind::Subscription, uR"(
            SELECT s.id, s.tenant_id,
                   coalesce(nullif(s.description, ''), s.stripe_subscription_id),
                   coalesce(t.name, ''), s.stripe_subscription_id, s.status::text,
                   s.amount, s.currency
              FROM stripe_subscriptions s LEFT JOIN tenants t ON t.id = s.tenant_id
             WHERE s.id = ANY (CAST(:ids AS uuid[])))"_s},
        KindFacts{JumpKind::Invoice,
                  u"SELECT i.id, i.tenant_id, coalesce(i.number, i.stripe_invoice_id),"
                  " coalesce(t.name, ''), i.stripe_invoice_id, "_s
                      + derivedInvoiceStatus() + uR"(, i.total, i.currency
              FROM stripe_invoices i LEFT JOIN tenants t ON t.id = i.tenant_id
             WHERE i.id = ANY (CAST(:ids AS uuid[])))"_s},
        KindFacts{JumpKind::Event,
                  uR"(
            SELECT e.id, e.tenant_id, e.event_type, coalesce(t.name, e.object_id, ''),
                   e.stripe_event_id, )"_s
                      + shownEventState + uR"(, NULL, NULL
              FROM stripe_webhook_events e LEFT JOIN tenants t ON t.id = e.tenant_id
             WHERE e.id = ANY (CAST(:ids AS uuid[])))"_s},
    };
    return all;
}

constexpr int mostTenants = 5;
constexpr int mostOthers = 3;

QString idArray(const QList<JumpTarget> &targets)
{
    QList<QUuid> ids;
    for (const JumpTarget &target : targets)
        ids.append(target.id);
    return arrayLiteral(ids);
}

core::JumpHit hitOf(const QSqlQuery &row, JumpKind kind)
{
    core::JumpHit hit;
    hit.target = {kind, row.value(0).toUuid()};
    hit.tenantId = row.value(1).toUuid();
    hit.title = row.value(2).toString();
    hit.detail = row.value(3).toString();
    hit.stripeId = row.value(4).toString();
    hit.status = row.value(5).toString();
    if (!row.value(6).isNull())
        hit.amount = core::Money{row.value(6).toLongLong(), row.value(7).toString()};
    return hit;
}

} // namespace

core::Result<QList<core::JumpHit>> JumpRepository::find(const core::JumpWords &words) const
{
    QList<JumpTarget> found;
    const auto take = [&found](const Targets &targets) {
        for (const JumpTarget &target : targets.value_or(QList<JumpTarget>()))
            if (!found.contains(target))
                found.append(target);
        return targets.has_value();
    };
    if (!words.uuid.isNull()) {
        for (const KindFacts &facts : kinds())
            found.append({facts.kind, words.uuid});
        return read(found);
    }
    if (!words.reference.isEmpty()) {
        const Targets referenced = byReference(words.reference);
        if (!take(referenced))
            return core::passOn(referenced);
    }
    if (!words.names.isEmpty()) {
        const Targets tenants = tenantsNamed(words);
        if (!tenants)
            return core::passOn(tenants);
        // With an amount one looks for the invoice, whoever's; else for the tenant itself.
        const bool isAmount = !words.amounts.isEmpty();
        const Targets theirs =
            ofTenants(isAmount ? *tenants : tenants->first(std::min<qsizetype>(1, tenants->size())),
                      words.amounts);
        if (!theirs)
            return core::passOn(theirs);
        take(isAmount ? theirs : tenants);
        take(isAmount ? tenants : theirs);
    }
    return read(found);
}

core::Result<QList<core::JumpHit>>
JumpRepository::read(const QList<core::JumpTarget> &targets) const
{
    QHash<QUuid, core::JumpHit> hits;
    for (const KindFacts &facts : kinds()) {
        QList<JumpTarget> wanted;
        for (const JumpTarget &target : targets)
            if (target.kind == facts.kind)
                wanted.append(target);
        if (wanted.isEmpty())
            continue;
        core::Result<QSqlQuery> query = m_session.run(facts.rows, {{u"ids"_s, idArray(wanted)}});
        if (!query)
            return core::passOn(query);
        while (query->next())
            hits.insert(query->value(0).toUuid(), hitOf(*query, facts.kind));
    }
    QList<core::JumpHit> ordered;
    for (const JumpTarget &target : targets) {
        const auto it = hits.constFind(target.id);
        if (it != hits.cend() && it->target == target)
            ordered.append(*it);
    }
    return ordered;
}

JumpRepository::Targets JumpRepository::byReference(const QString &reference) const
{
    const QVariantMap binds{
        {u"part"_s, containsPattern(reference)}, {u"whole"_s, reference}, {u"most"_s, mostOthers}};
    QList<JumpTarget> found;
    const std::array lookups{
        std::pair(JumpKind::Invoice, uR"(
            SELECT x.id FROM stripe_invoices x
             WHERE x.number ILIKE :part OR x.stripe_invoice_id ILIKE :part
             ORDER BY coalesce(x.number = :whole OR x.stripe_invoice_id = :whole, false) DESC,
                      x.created DESC, x.id
             LIMIT :most)"_s),
        std::pair(JumpKind::Subscription, uR"(
            SELECT x.id FROM stripe_subscriptions x
             WHERE x.stripe_subscription_id ILIKE :part
             ORDER BY x.stripe_subscription_id = :whole DESC, x.created DESC, x.id
             LIMIT :most)"_s),
        std::pair(JumpKind::Tenant, uR"(
            SELECT x.tenant_id FROM stripe_customers x
             WHERE x.stripe_customer_id ILIKE :part AND x.tenant_id IS NOT NULL
             ORDER BY x.stripe_customer_id = :whole DESC, x.stripe_customer_id
             LIMIT :most)"_s),
        std::pair(JumpKind::Invoice, uR"(
            SELECT y.id FROM stripe_payment_intents x
              JOIN stripe_invoices y ON y.stripe_invoice_id = x.stripe_invoice_id
             WHERE x.stripe_payment_intent_id = :whole
             ORDER BY y.id
             LIMIT :most)"_s),
        std::pair(JumpKind::Event, uR"(
            SELECT x.id FROM stripe_webhook_events x
             WHERE x.stripe_event_id = :whole
             ORDER BY x.created DESC, x.id
             LIMIT :most)"_s),
    };
    for (const auto &[kind, sql] : lookups) {
        const Targets some = targets(kind, sql, binds);
        if (!some)
            return some;
        found.append(*some);
    }
    return found;
}

/// Every word somewhere in the name or the address; names that begin with the first word first.
JumpRepository::Targets JumpRepository::tenantsNamed(const core::JumpWords &words) const
{
    QVariantMap binds{{u"most"_s, mostTenants},
                      {u"start"_s, containsPattern(words.names.first()).sliced(1)}};
    for (int at = 0; at < 4; ++at) {
        const bool isUsed = at < words.names.size();
        binds[u"word%1"_s.arg(at)] = isUsed ? containsPattern(words.names.at(at)) : u"%"_s;
        binds[u"also%1"_s.arg(at)] = isUsed ? containsPattern(words.spellings.at(at)) : u"%"_s;
    }
    return targets(JumpKind::Tenant, uR"(
        SELECT t.id FROM tenants t
         WHERE (t.name ILIKE :word0 OR t.name ILIKE :also0 OR t.email ILIKE :word0)
           AND (t.name ILIKE :word1 OR t.name ILIKE :also1 OR t.email ILIKE :word1)
           AND (t.name ILIKE :word2 OR t.name ILIKE :also2 OR t.email ILIKE :word2)
           AND (t.name ILIKE :word3 OR t.name ILIKE :also3 OR t.email ILIKE :word3)
         ORDER BY t.status = 'terminated', t.name ILIKE :start DESC, length(t.name), t.name, t.id
         LIMIT :most)"_s,
                   binds);
}

/// Their invoices of these amounts; without amounts what they have now, the newest first.
JumpRepository::Targets JumpRepository::ofTenants(const QList<core::JumpTarget> &tenants,
                                                  const QList<qint64> &amounts) const
{
    if (tenants.isEmpty())
        return QList<JumpTarget>();
    const QVariantMap binds{{u"ids"_s, idArray(tenants)},
                            {u"amounts"_s, arrayLiteral(amounts)},
                            {u"most"_s, mostOthers}};
    const Targets invoices = targets(JumpKind::Invoice, uR"(
        SELECT x.id FROM stripe_invoices x
         WHERE x.tenant_id = ANY (CAST(:ids AS uuid[]))
           AND (cardinality(CAST(:amounts AS bigint[])) = 0
                OR x.total = ANY (CAST(:amounts AS bigint[]))
                OR x.amount_remaining = ANY (CAST(:amounts AS bigint[])))
         ORDER BY x.created DESC, x.id
         LIMIT :most)"_s,
                                     binds);
    if (!invoices || !amounts.isEmpty())
        return invoices;
    Targets theirs = targets(JumpKind::Subscription, uR"(
        SELECT x.id FROM stripe_subscriptions x
         WHERE x.tenant_id = ANY (CAST(:ids AS uuid[])) AND x.ended_at IS NULL
         ORDER BY x.created DESC, x.id
         LIMIT :most)"_s,
                             binds);
    if (theirs)
        theirs->append(*invoices);
    return theirs;
}

/// The statement's ids; it takes those of `binds` that it names.
JumpRepository::Targets JumpRepository::targets(JumpKind kind, const QString &sql,
                                                const QVariantMap &binds) const
{
    QVariantMap used;
    for (auto it = binds.cbegin(); it != binds.cend(); ++it)
        if (sql.contains(u':' + it.key()))
            used.insert(it.key(), it.value());
    core::Result<QSqlQuery> query = m_session.run(sql, used);
    if (!query)
        return core::passOn(query);
    QList<JumpTarget> found;
    while (query->next())
        found.append({kind, query->value(0).toUuid()});
    return found;
}

} // namespace db
