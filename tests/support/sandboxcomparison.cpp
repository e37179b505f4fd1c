// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxcomparison.h"

#include "db/pgconnection.h"
#include "testcluster.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {

struct Compared
{
    const char *path;
    const char *table;
    const char *key;
    QList<QByteArray> fields; ///< Of the object; the columns have these names, but for `renamed`.
    QMap<QByteArray, QByteArray> renamed;
    QList<QByteArray> times; ///< Of the fields: Unix seconds there, timestamptz here.
};

const QList<Compared> &comparedKinds()
{
    static const QList<Compared> kinds{
        {"/v1/invoices",
         "stripe_invoices",
         "stripe_invoice_id",
         {"status", "number", "amount_due", "amount_paid", "amount_remaining", "total", "subtotal",
          "currency", "attempt_count", "customer", "subscription", "period_end"},
         {{"customer", "stripe_customer_id"}, {"subscription", "stripe_subscription_id"}},
         {"period_end"}},
        {"/v1/subscriptions?status=all",
         "stripe_subscriptions",
         "stripe_subscription_id",
         {"status", "cancel_at_period_end", "customer", "current_period_start",
          "current_period_end", "canceled_at", "ended_at"},
         {{"customer", "stripe_customer_id"}},
         {"current_period_start", "current_period_end", "canceled_at", "ended_at"}},
        {"/v1/payment_intents",
         "stripe_payment_intents",
         "stripe_payment_intent_id",
         {"status", "amount", "amount_received", "currency", "customer"},
         {{"customer", "stripe_customer_id"}},
         {}},
        {"/v1/customers",
         "stripe_customers WHERE NOT is_deleted",
         "stripe_customer_id",
         {"name", "email", "phone", "balance", "currency", "tax_exempt", "created"},
         {},
         {"created"}},
        {"/v1/refunds",
         "stripe_refunds",
         "stripe_refund_id",
         {"amount", "currency", "status", "reason", "charge", "payment_intent", "created"},
         {{"charge", "stripe_charge_id"}, {"payment_intent", "stripe_payment_intent_id"}},
         {"created"}},
        {"/v1/credit_notes",
         "stripe_credit_notes",
         "stripe_credit_note_id",
         {"total", "currency", "status", "reason", "number", "customer", "invoice", "created"},
         {{"total", "amount"},
          {"customer", "stripe_customer_id"},
          {"invoice", "stripe_invoice_id"}},
         {"created"}},
    };
    return kinds;
}

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.isString() ? value.toString() : u"null"_s;
}

QMap<QString, QStringList> rowsOf(const db::PgConnection &mirror, const Compared &kind)
{
    QByteArray columns = kind.key;
    for (const QByteArray &field : kind.fields) {
        const QByteArray column = kind.renamed.value(field, field);
        columns += kind.times.contains(field)
            ? ", coalesce(extract(epoch FROM " + column + ")::bigint::text, 'null')"
            : ", coalesce(" + column + "::text, 'null')";
    }
    const db::PgRows rows = support::orDie(
        mirror.execute("SELECT " + columns + " FROM " + QByteArray(kind.table)), kind.table);
    QMap<QString, QStringList> byId;
    for (int row = 0; row < rows.size(); ++row)
        for (int field = 0; field < kind.fields.size(); ++field)
            byId[rows.text(row, 0)] << rows.text(row, field + 1);
    return byId;
}

QStringList compare(const db::PgConnection &mirror, const Compared &kind, const QJsonArray &listed)
{
    QStringList found;
    QMap<QString, QStringList> rows = rowsOf(mirror, kind);
    for (const QJsonValue &element : listed) {
        const QString id = element[u"id"_s].toString();
        if (!rows.contains(id)) {
            found << id + u" is not mirrored"_s;
            continue;
        }
        const QStringList here = rows.take(id);
        for (int field = 0; field < kind.fields.size(); ++field) {
            const QString there = textOf(element[QString::fromLatin1(kind.fields.at(field))]);
            if (here.at(field) != there)
                found << u"%1: %2 is %3, at the sandbox %4"_s.arg(
                    id, QString::fromLatin1(kind.fields.at(field)), here.at(field), there);
        }
    }
    for (const QString &id : rows.keys())
        found << id + u" is mirrored, the sandbox does not have it"_s;
    return found;
}

} // namespace

QJsonArray wholeSandboxList(const QString &sandboxUrl, const QByteArray &key, const QString &path)
{
    QNetworkAccessManager network;
    QJsonArray all;
    bool hasMore = true;
    while (hasMore) {
        QString url = sandboxUrl + path + (path.contains(u'?') ? u'&' : u'?') + u"limit=100"_s;
        if (!all.isEmpty())
            url += u"&starting_after="_s + all.last()[u"id"_s].toString();
        QNetworkRequest request{QUrl(url)};
        request.setRawHeader("Authorization", "Bearer " + key);
        request.setRawHeader("Stripe-Version", "2023-10-16");
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QJsonObject page = QJsonDocument::fromJson(reply->readAll()).object();
        if (!page.contains("data"_L1))
            qFatal("no list at %s", qPrintable(url));
        for (const QJsonValue &element : page[u"data"_s].toArray())
            all.append(element);
        hasMore = page[u"has_more"_s].toBool();
    }
    return all;
}

QStringList differencesFromSandbox(const db::PgConnection &mirror, const QString &sandboxUrl,
                                   const QByteArray &key)
{
    QStringList found;
    for (const Compared &kind : comparedKinds())
        found += compare(mirror, kind,
                         wholeSandboxList(sandboxUrl, key, QString::fromLatin1(kind.path)));
    return found;
}
