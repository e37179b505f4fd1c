// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace db {
class Database;
}

namespace services {

/// What the webhook endpoint answers.
struct IntakeAnswer
{
    int httpStatus = 200;
    QString message;           ///< For the body of an error; says what to do.
    int retryAfterSeconds = 0; ///< With 503.
};

struct IntakeSettings
{
    QList<QByteArray> secrets; ///< Any of them may have signed; none: 503 and never accepted.
    qint64 maxQueuedBytes = 64 * 1024 * 1024; ///< Beyond it 503 with Retry-After.
};

/// Verifies webhook deliveries and stores them: requests that arrive together share one commit,
/// and each is answered only after its own event is on disk (design §5). Thread-safe.
class WebhookIntake : public QObject
{
    Q_OBJECT

public:
    WebhookIntake(db::Database &database, const core::Clock &clock, IntakeSettings settings);
    ~WebhookIntake() override;

    /// Answers on any thread, exactly once.
    void accept(QByteArray body, const QByteArray &signatureHeader,
                std::function<void(IntakeAnswer)> answer);
    void setSecrets(QList<QByteArray> secrets);
    [[nodiscard]] bool hasSecrets() const;

Q_SIGNALS:
    /// A delivery that somebody signed, but not with our secret or not now. From any thread.
    void turnedAway(const QString &why);
    void stored(int events); ///< New events wait for the processor.

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue;
    const core::Clock &m_clock;
};

} // namespace services
