// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhistories.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace support {
namespace {

constexpr qint64 noon = 1'701'388'800;

/// The versions that show an object in each of the shapes.
const QList<QStringList> versions{{u"2023-10-16"_s, u"2024-06-20"_s, u"2025-02-24.acacia"_s},
                                  {u"2025-03-31.basil"_s, u"2025-09-30.clover"_s,
                                   u"2026-09-30.endive"_s, u"2031-01-01.unheard_of"_s}};

QString updateOf(const QJsonObject &object)
{
    const QString kind = object[u"object"_s].toString();
    if (kind == u"payment_intent"_s) // it has none
        return {};
    return kind == u"invoice"_s ? u"invoice.updated"_s : u"customer.subscription.updated"_s;
}

/// The member that names the other one, until 2025-03-31.
QString linkMemberOf(const QJsonObject &object)
{
    const QString kind = object[u"object"_s].toString();
    return kind == u"invoice"_s       ? u"payment_intent"_s
        : kind == u"payment_intent"_s ? u"invoice"_s
                                      : QString();
}

} // namespace

QJsonObject fixture(const QString &name)
{
    static QHash<QString, QJsonObject> read;
    if (const auto known = read.constFind(name); known != read.cend())
        return *known;
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return read[name] = QJsonDocument::fromJson(file.readAll()).object();
}

const QList<Life> &lives()
{
    const QStringList invoices{u"invoice_draft"_s, u"basil_invoice_open"_s};
    const QStringList subscriptions{u"subscription_incomplete"_s, u"basil_subscription_active"_s};
    const QStringList intents{u"payment_intent_failed"_s, u"basil_payment_intent_succeeded"_s};
    static const QList<Life> all{
        {"a paid invoice",
         "stripe_invoices",
         invoices,
         {{u"draft"_s, u"invoice.created"_s},
          {u"open"_s, u"invoice.finalized"_s},
          {u"open"_s, u"invoice.payment_failed"_s},
          {u"paid"_s, u"invoice.paid"_s}}},
        {"a voided invoice",
         "stripe_invoices",
         invoices,
         {{u"draft"_s, u"invoice.created"_s},
          {u"open"_s, u"invoice.finalized"_s},
          {u"uncollectible"_s, u"invoice.marked_uncollectible"_s},
          {u"void"_s, u"invoice.voided"_s}}},
        {"a canceled subscription",
         "stripe_subscriptions",
         subscriptions,
         {{u"incomplete"_s, u"customer.subscription.created"_s},
          {u"active"_s, {}},
          {u"past_due"_s, {}},
          {u"active"_s, {}},
          {u"canceled"_s, u"customer.subscription.deleted"_s}}},
        {"a subscription that goes on",
         "stripe_subscriptions",
         subscriptions,
         {{u"incomplete"_s, u"customer.subscription.created"_s},
          {u"active"_s, {}},
          {u"past_due"_s, {}},
          {u"unpaid"_s, {}}},
         false},
        {"a payment that succeeds in the end",
         "stripe_payment_intents",
         intents,
         {{u"requires_payment_method"_s, u"payment_intent.created"_s},
          {u"requires_payment_method"_s, u"payment_intent.payment_failed"_s},
          {u"requires_action"_s, u"payment_intent.requires_action"_s},
          {u"processing"_s, u"payment_intent.processing"_s},
          {u"succeeded"_s, u"payment_intent.succeeded"_s}}},
        {"a payment that is given up",
         "stripe_payment_intents",
         intents,
         {{u"requires_payment_method"_s, u"payment_intent.created"_s},
          {u"requires_action"_s, u"payment_intent.requires_action"_s},
          {u"requires_payment_method"_s, u"payment_intent.payment_failed"_s},
          {u"canceled"_s, u"payment_intent.canceled"_s}}},
        {"a payment that waits",
         "stripe_payment_intents",
         intents,
         {{u"requires_payment_method"_s, u"payment_intent.created"_s},
          {u"requires_action"_s, u"payment_intent.requires_action"_s},
          {u"requires_payment_method"_s, u"payment_intent.payment_failed"_s},
          {u"processing"_s, u"payment_intent.processing"_s}},
         false},
    };
    return all;
}

QList<QJsonObject> History::events() const
{
    QList<QJsonObject> all;
    for (const Step &step : steps)
        all += step.events;
    return all;
}

QString History::markOf(const QJsonObject &object)
{
    return object[u"status"_s].toString() + u' '
        + object[u"metadata"_s].toObject()[u"step"_s].toString();
}

History historyOf(const Life &life, const QString &id, QRandomGenerator &dice)
{
    History history{.id = id, .link = {}, .steps = {}};
    const int shape = dice.bounded(int(life.shapes.size()));
    const QString version = versions.at(shape).at(dice.bounded(int(versions.at(shape).size())));
    QJsonObject object = fixture(life.shapes.at(shape));
    object[u"id"_s] = id;
    const QString updated = updateOf(object);
    const QString linkMember = linkMemberOf(object);
    if (!linkMember.isEmpty())
        history.link = u"of_"_s + id;
    object.remove(linkMember);
    const bool tellsLink = shape == 0 && !linkMember.isEmpty();
    const bool isDraftFirst = linkMember == u"payment_intent"_s;
    object[u"status_transitions"_s] = QJsonObject();
    const auto eventOf = [&](const QString &type, const QJsonObject &previous, qint64 second) {
        QJsonObject data{{u"object"_s, object}};
        if (!previous.isEmpty())
            data[u"previous_attributes"_s] = previous;
        return QJsonObject{{u"id"_s, u"evt_%1%2"_s.arg(dice.generate64()).arg(id)},
                           {u"object"_s, u"event"_s},
                           {u"type"_s, type},
                           {u"api_version"_s, version},
                           {u"created"_s, second},
                           {u"livemode"_s, false},
                           {u"data"_s, data}};
    };
    qint64 second = noon;
    QString status;
    for (qsizetype i = 0; i < life.steps.size(); ++i) {
        const auto &[next, type] = life.steps.at(i);
        second += i == 0 ? 0 : dice.bounded(2);
        QJsonObject previous{{u"status"_s, status},
                             {u"metadata"_s, QJsonObject{{u"step"_s, QString::number(i - 1)}}}};
        object[u"status"_s] = next;
        object[u"metadata"_s] = QJsonObject{{u"step"_s, QString::number(i)}};
        if (status == next)
            previous.remove(u"status"_s);
        const bool hasLink = !linkMember.isEmpty() && (i > 0 || !isDraftFirst);
        if (i == 1 && isDraftFirst) {
            object[u"status_transitions"_s] = QJsonObject{{u"finalized_at"_s, second}};
            previous[u"status_transitions"_s] = QJsonObject{{u"finalized_at"_s, QJsonValue::Null}};
            if (tellsLink)
                previous[linkMember] = QJsonValue::Null;
        }
        if (tellsLink)
            object[linkMember] = hasLink ? QJsonValue(history.link) : QJsonValue::Null;
        History::Step step{.second = second, .object = object, .events = {}};
        if (!linkMember.isEmpty())
            step.object[linkMember] = hasLink ? QJsonValue(history.link) : QJsonValue::Null;
        if (i > 0 && !updated.isEmpty() && !type.endsWith(u".deleted"))
            step.events.append(eventOf(updated, previous, second));
        if (!type.isEmpty())
            step.events.append(eventOf(type, {}, second));
        history.steps.append(step);
        status = next;
    }
    return history;
}

quint32 printedSeed()
{
    const quint32 seed = qEnvironmentVariableIsSet("OMS_SEED")
        ? qEnvironmentVariable("OMS_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo() << "OMS_SEED =" << seed;
    return seed;
}

} // namespace support
