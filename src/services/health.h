// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <atomic>

namespace services {

/// How one part of the product is doing, for the status bar and /readyz.
struct PartHealth
{
    enum class State { Unknown, Good, Degraded, Bad, Off };
    State state = State::Unknown;
    QString summary; ///< "local", "test", ":8000", "not answering since 14:31".
    QString advice;  ///< What it means and what to do, one or two sentences; may be empty.
    QDateTime since; ///< When it got that way, UTC.
    bool operator==(const PartHealth &) const = default;
};

/// The states of database, Stripe, listener and event lag. Set on the main thread; isReady() may
/// be asked from any thread.
class Health : public QObject
{
    Q_OBJECT

public:
    enum class Part { Database, Stripe, Listener, Lag };
    using QObject::QObject;

    [[nodiscard]] PartHealth part(Part part) const;
    void set(Part part, PartHealth health);
    /// The database is reachable and migrated: what /readyz answers.
    [[nodiscard]] bool isReady() const { return m_ready; }

Q_SIGNALS:
    void changed(services::Health::Part part);

private:
    PartHealth m_parts[4];
    std::atomic_bool m_ready = false;
};

} // namespace services
