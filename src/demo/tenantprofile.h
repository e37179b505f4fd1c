// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace demo {

/// Who a tenant is: everything invented, every address under .example.
struct TenantProfile
{
    QString name;
    QString email;
    QString phone;
    QString locale;
    QJsonObject address;
    QStringList tags;
    QString notes;
};

[[nodiscard]] TenantProfile tenantProfile(quint64 seed, int tenant);

} // namespace demo
