// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewdesk.h"

using namespace Qt::StringLiterals;

namespace {

// Twelve months of movements in euro that differ from month to month, and a few in yen.
constexpr char movements[] = R"(
    INSERT INTO mrr_movements (tenant_id, cause, kind, delta, currency, effective_at)
    SELECT t.id, 'seed', k.kind, k.sign * (k.size + back * 7919::bigint * k.size / 100 % k.size), 'eur',
           date_trunc('month', now(), 'UTC') - make_interval(months => back)
           + interval '1 hour' * k.hour
      FROM (SELECT id FROM tenants ORDER BY email LIMIT 1) t, generate_series(0, 12) back,
           (VALUES ('new', 1, 1310000, 0.1), ('expansion', 1, 1100000, 0.2),
                   ('reactivation', 1, 90000, 0.3), ('contraction', -1, 320000, 0.4),
                   ('churn', -1, 480000, 0.5)) AS k (kind, sign, size, hour)
     WHERE date_trunc('month', now(), 'UTC') - make_interval(months => back)
           + interval '1 hour' * k.hour <= now();
    INSERT INTO mrr_movements (tenant_id, cause, kind, delta, currency, effective_at)
    SELECT t.id, 'seed', 'new', 154000, 'jpy', now() - interval '40 days'
      FROM (SELECT id FROM tenants ORDER BY email LIMIT 1) t)";

constexpr char payments[] = R"(
    INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, status, currency, total,
                                 subtotal, amount_due, amount_paid, amount_remaining,
                                 attempt_count, collection_method, plan_tier, raw,
                                 stripe_customer_id, livemode, as_of, source, paid_at, created)
    SELECT t.id, 'in_' || k.tier || back, 'OMS-' || k.tier || back, 'paid', 'eur', a.minor, a.minor,
           a.minor, a.minor, 0, 1 + (back % 3 = 0)::int, 'charge_automatically',
           k.tier::stripe_plan_tier, '{}', 'cus_any', false, now(), 'seed', a.paid, a.paid
      FROM (SELECT id FROM tenants ORDER BY email LIMIT 1) t, generate_series(0, 11) back,
           (VALUES ('basic', 16100000), ('professional', 28400000), ('enterprise', 25700000),
                   ('custom', 1800000)) AS k (tier, size),
           LATERAL (SELECT k.size - back * k.size / 60 AS minor,
                           least(date_trunc('month', now(), 'UTC')
                                 - make_interval(months => back) + interval '1 hour', now())
                               AS paid) a)";

constexpr char balances[] = R"(
    INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, status, currency, total,
                                 subtotal, amount_due, amount_paid, amount_remaining,
                                 attempt_count, collection_method, raw, stripe_customer_id,
                                 livemode, as_of, source, due_date, created)
    SELECT t.id, 'in_open' || n, 'OMS-open' || n, 'open', 'eur', k.minor, k.minor, k.minor, 0,
           k.minor, 1, 'send_invoice', '{}', 'cus_any', false, now(), 'seed',
           now() - make_interval(days => k.late), now() - make_interval(days => k.late + 14)
      FROM (SELECT id FROM tenants ORDER BY email LIMIT 1) t,
           (VALUES (1, -5, 1848000), (2, 12, 620400), (3, 45, 387000), (4, 70, 74200),
                   (5, 200, 42000)) AS k (n, late, minor))";

constexpr char usage[] = R"(
    INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count)
    SELECT id, date_trunc('month', now(), 'UTC'),
           date_trunc('month', now(), 'UTC') + interval '1 month', 30 + 11 * row_number()
               OVER (ORDER BY email)
      FROM tenants)";

constexpr char webhooks[] = R"(
    INSERT INTO stripe_webhook_events (stripe_event_id, event_type, created, livemode, payload,
                                       state, received_at, processed_at)
    SELECT 'evt_' || n, 'invoice.paid', now(), false, '{}',
           CASE WHEN n = 1 THEN 'dead' WHEN n <= 4 THEN 'failed' ELSE 'done' END,
           now() - interval '1 second' * n,
           CASE WHEN n > 4 THEN now() - interval '1 second' * n + interval '84 milliseconds' END
      FROM generate_series(1, 60) n)";

} // namespace

OverviewDesk::OverviewDesk(ui::Theme &theme, Rows rows, const QByteArray &role)
    : m_theme(theme)
    , m_rows(m_scratch)
    , m_database(role.isEmpty() ? m_scratch.parameters() : m_scratch.roleParameters(role))
    , m_services(m_database)
    , m_actions(theme)
    , m_dialogs(theme)
{
    if (rows == Rows::Year)
        addYear();
}

void OverviewDesk::addYear()
{
    const QStringList names{u"Łódź Express Sp. z o.o."_s,
                            u"Zürcher Velokurier Genossenschaft"_s,
                            u"Höflinger & Söhne GmbH & Co. KG"_s,
                            u"Tōkyō Bento K.K."_s,
                            u"Al-Salam Catering"_s,
                            u"Grünkorb Wien GmbH"_s,
                            u"Birke AG"_s,
                            u"Ridge & Vale Couriers Ltd"_s,
                            u"Prairie Provisions LLC"_s,
                            u"Lieferwerk Köln UG (haftungsbeschränkt)"_s,
                            u"Brno s.r.o."_s,
                            u"مطاعم السلام"_s};
    for (int index = 0; index < names.size(); ++index) {
        const QString number = u"%1"_s.arg(index, 2, 10, QChar(u'0'));
        const QUuid tenant = m_rows.tenant(names.at(index), number + u"@example.com"_s);
        m_rows.plan(tenant, u"professional"_s);
        const bool isYen = index == 3;
        m_rows.subscription({.tenant = tenant,
                             .id = u"sub_"_s + number,
                             .currency = isYen ? u"jpy"_s : u"eur"_s,
                             .amount = isYen ? 15400 : 9900 + index * 4950,
                             .periodEnd = "now() + interval '1 hour' + interval '14 hours' * "
                                 + QByteArray::number(index),
                             .cancelAtPeriodEnd = index == 6});
    }
    m_rows.run(usage);
    m_rows.run(QByteArray(movements).split(';').at(0));
    m_rows.run(QByteArray(movements).split(';').at(1));
    m_rows.run(payments);
    m_rows.run(balances);
    m_rows.run(webhooks);
    m_rows.refreshFigures();
}

ui::OverviewPage *OverviewDesk::makePage()
{
    return new ui::OverviewPage(context());
}

ui::PageContext OverviewDesk::context()
{
    return {m_theme, m_actions, m_dialogs, m_viewState, m_services, m_clock};
}

void OverviewDesk::tell()
{
    Q_EMIT m_services.changes.changed({{u"subscription"_s, QUuid::createUuid(), {}}});
}

void OverviewDesk::addMovement(const QByteArray &kind, qint64 delta)
{
    m_rows.run("INSERT INTO mrr_movements (tenant_id, cause, kind, delta, currency, effective_at)"
               " SELECT id, 'test', '"
               + kind + "', " + QByteArray::number(delta)
               + ", 'eur', now() FROM tenants ORDER BY email LIMIT 1");
}
