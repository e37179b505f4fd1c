// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the layers below the window includes.
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
