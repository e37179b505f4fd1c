// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStringList>

namespace sandbox {

/// What goes wrong on purpose. All off from the start.
struct FaultPlan
{
    int latencyMs = 0;
    double rate429 = 0; ///< Shares of the calls, 0 to 1.
    double rate500 = 0;
    double dropConnection = 0;
    bool isAfterEffect = false; ///< 500 and drop: what was asked for happens, its answer is lost.
    QStringList paths;          ///< Beginnings; empty: every call below /v1.
    QString method;             ///< Empty: every method.
    int count = -1;             ///< That many more calls are hit, then none; below 0: no end.
};

/// What a call meets.
struct Fault
{
    enum class Kind { None, RateLimit, ServerError, Drop };
    Kind kind = Kind::None;
    int latencyMs = 0;
    bool isAfterEffect = false;
};

/// Decides for each call. The dice begin with the same seed in each run.
class Faults
{
    Q_DECLARE_TR_FUNCTIONS(sandbox::Faults)

public:
    void setPlan(const FaultPlan &plan);
    [[nodiscard]] const FaultPlan &plan() const { return m_plan; }
    [[nodiscard]] Fault next(const QByteArray &method, const QString &path);

    /// From the body of POST /sandbox/faults; an unknown name or a bad value is refused.
    [[nodiscard]] static core::Result<FaultPlan> planFrom(const QJsonObject &object);
    /// From the command line: "rate_500=0.1,paths=/v1/invoices".
    [[nodiscard]] static core::Result<FaultPlan> planFrom(const QString &option);
    [[nodiscard]] static QJsonObject toJson(const FaultPlan &plan);

private:
    FaultPlan m_plan;
    QRandomGenerator m_dice{20231016};
};

} // namespace sandbox
