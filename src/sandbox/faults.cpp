// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include <QJsonArray>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

void Faults::setPlan(const FaultPlan &plan)
{
    m_plan = plan;
}

static bool concerns(const FaultPlan &plan, const QByteArray &method, const QString &path)
{
    if (plan.count == 0)
        return false;
    if (!plan.method.isEmpty() && plan.method.toLatin1() != method)
        return false;
    return plan.paths.isEmpty()
        || std::ranges::any_of(plan.paths, [&](const QString &p) { return path.startsWith(p); });
}

Fault Faults::next(const QByteArray &method, const QString &path)
{
    if (!concerns(m_plan, method, path))
        return {};
    Fault fault{.latencyMs = m_plan.latencyMs, .isAfterEffect = m_plan.isAfterEffect};
    if (m_dice.generateDouble() < m_plan.rate429)
        fault.kind = Fault::Kind::RateLimit;
    else if (m_dice.generateDouble() < m_plan.rate500)
        fault.kind = Fault::Kind::ServerError;
    else if (m_dice.generateDouble() < m_plan.dropConnection)
        fault.kind = Fault::Kind::Drop;
    const bool isHit = fault.kind != Fault::Kind::None || fault.latencyMs > 0;
    if (isHit && m_plan.count > 0)
        --m_plan.count;
    return fault;
}

core::Result<FaultPlan> Faults::planFrom(const QJsonObject &object)
{
    FaultPlan plan;
    const auto isShare = [](const QJsonValue &value) {
        return value.isBool()
            || (value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1);
    };
    const auto share = [](const QJsonValue &value) {
        return value.isBool() ? double(value.toBool()) : value.toDouble();
    };
    for (auto it = object.begin(); it != object.end(); ++it) {
        bool isGood = true;
        if (it.key() == "latency_ms"_L1 && it->toInt(-1) >= 0)
            plan.latencyMs = it->toInt();
        else if (it.key() == "rate_429"_L1 && isShare(*it))
            plan.rate429 = share(*it);
        else if (it.key() == "rate_500"_L1 && isShare(*it))
            plan.rate500 = share(*it);
        else if (it.key() == "drop_connection"_L1 && isShare(*it))
            plan.dropConnection = share(*it);
        else if (it.key() == "after_effect"_L1 && it->isBool())
            plan.isAfterEffect = it->toBool();
        else if (it.key() == "method"_L1 && it->isString())
            plan.method = it->toString().toUpper();
        else if (it.key() == "count"_L1 && it->isDouble())
            plan.count = it->toInt();
        else if (it.key() == "paths"_L1 && it->isArray())
            plan.paths = it->toVariant().toStringList();
        else
            isGood = false;
        if (!isGood) {
            return core::fail(core::Error::Kind::Invalid,
                              tr("\"%1\" is not a fault the sandbox knows, or its value is out of "
                                 "range.")
                                  .arg(it.key()),
                              {}, it.key());
        }
    }
    return plan;
}

core::Result<FaultPlan> Faults::planFrom(const QString &option)
{
    QJsonObject object;
    for (const QString &part : option.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        const QString value = part.section(u'=', 1).trimmed();
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (name == "paths"_L1)
            object.insert(name, QJsonArray::fromStringList(value.split(u':')));
        else if (isNumber)
            object.insert(name, number);
        else if (value == "true"_L1 || value == "false"_L1)
            object.insert(name, value == "true"_L1);
        else
            object.insert(name, value);
    }
    return planFrom(object);
}

QJsonObject Faults::toJson(const FaultPlan &plan)
{
    return {
        {u"latency_ms"_s, plan.latencyMs},
        {u"rate_429"_s, plan.rate429},
        {u"rate_500"_s, plan.rate500},
        {u"drop_connection"_s, plan.dropConnection},
        {u"after_effect"_s, plan.isAfterEffect},
        {u"paths"_s, QJsonArray::fromStringList(plan.paths)},
        {u"method"_s, plan.method},
        {u"count"_s, plan.count},
    };
}

} // namespace sandbox
