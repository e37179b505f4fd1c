// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "services/intakeload.h"
#include "services/rejecteddelivery.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace db {
class InboxWriter;
struct ConnectionParameters;
struct InboxEvent;
} // namespace db
namespace stripe {
enum class SignatureFault;
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

/// What came to the endpoint.
struct Delivery
{
    QByteArray body;
    QByteArray signatureHeader;
    PeerKind peer = PeerKind::Loopback;
};

/// Verifies webhook deliveries and stores them: requests that arrive together share one commit,
/// and each is answered only after its own event is on disk (design §5). Thread-safe. It has a
/// connection of its own: whatever else writes, Stripe is answered.
class WebhookIntake : public QObject
{
    Q_OBJECT

public:
    WebhookIntake(const db::ConnectionParameters &database, const core::Clock &clock,
                  IntakeSettings settings);
    ~WebhookIntake() override;

    /// Answers on any thread, exactly once.
    void accept(Delivery delivery, std::function<void(IntakeAnswer)> answer);
    void setSecrets(QList<QByteArray> secrets);
    [[nodiscard]] bool hasSecrets() const;
    /// How many deliveries this secret has signed since the start: whether a new one works.
    [[nodiscard]] int signedWith(const QByteArray &secret) const;
    [[nodiscard]] IntakeLoad load() const;

Q_SIGNALS:
    // All from any thread.
    /// A delivery that somebody signed, but not with our secret or not now.
    void turnedAway(const QString &why);
    void rejected(const services::RejectedDelivery &delivery); ///< Every one that was not taken.
    void stored(int events);                                   ///< New ones wait to be processed.

private:
    [[nodiscard]] QList<QByteArray> secrets() const;
    void countSigner(const Delivery &delivery, const QList<QByteArray> &known);
    void refuseUnsigned(const Delivery &delivery, stripe::SignatureFault fault,
                        const std::function<void(IntakeAnswer)> &answer);
    [[nodiscard]] bool reserve(qint64 bytes);
    void store(db::InboxEvent event, std::function<void(IntakeAnswer)> answer);

    const core::Clock &m_clock;
    const qint64 m_maxBytes;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_secrets;               ///< Guarded by m_mutex.
    QHash<QByteArray, int> m_signed;           ///< By secret; guarded by m_mutex.
    std::atomic<qint64> m_heldBytes = 0;       ///< Of all that is not answered yet.
    std::atomic<int> m_held = 0;               ///< How many that are.
    std::atomic<qint64> m_lastDelivery = 0;    ///< On the steady clock.
    std::atomic<qint64> m_lastBusy = 0;        ///< The same.
    std::unique_ptr<db::InboxWriter> m_writer; ///< Last: its thread answers into the rest.
};

} // namespace services
