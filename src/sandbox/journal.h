// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QLockFile>

#include <functional>
#include <memory>

namespace sandbox {

/// The sandbox's memory over restarts: one JSON line for each transaction, written before the
/// answer goes out. A line that a killed process left half written is cut off.
class Journal
{
    Q_DECLARE_TR_FUNCTIONS(sandbox::Journal)

public:
    /// @param world  The world the state belongs to, in the option's own form. A directory that
    ///               was made for another one is refused.
    [[nodiscard]] static core::Result<std::unique_ptr<Journal>> open(const QString &directory,
                                                                     const QString &world);

    /// The world a directory was made for; empty for a new one.
    [[nodiscard]] static QString recordedWorld(const QString &directory);

    /// Hands over every line, oldest first. Call it once, before the first append().
    void replay(const std::function<void(const QJsonObject &)> &apply);
    /// The line is with the operating system when this returns: it outlives kill -9.
    [[nodiscard]] core::Result<> append(const QJsonObject &line);

private:
    Journal(const QString &directory);
    [[nodiscard]] core::Result<> start(const QString &world);

    QLockFile m_lock; ///< Two sandboxes on one directory would each know half.
    QFile m_file;
};

} // namespace sandbox
