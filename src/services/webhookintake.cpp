// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/webhookintake.h"

#include "db/database.h"
#include "db/eventinbox.h"
#include "stripe/event.h"
#include "stripe/signature.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QMutex>

Q_LOGGING_CATEGORY(lcWebhook, "oms.webhook")

using namespace Qt::StringLiterals;

namespace services {
namespace {

constexpr auto tolerance = std::chrono::seconds(300);

struct Waiting
{
    db::InboxEvent event;
    std::function<void(IntakeAnswer)> answer;
};

/// What cannot be read is kept all the same, dead, under a name made of its bytes: every copy of
/// it is the same row.
db::InboxEvent unreadable(const QByteArray &body, const core::Error &error, const QDateTime &now)
{
    db::InboxEvent event;
    event.id = u"unreadable_"_s
        + QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
    event.type = u"unreadable"_s;
    event.created = QDateTime(now.date(), QTime(0, 0), Qt::UTC); // one row a day at most
    event.payload = body;
    event.state = u"dead"_s;
    event.lastError = error.message;
    event.via = u"webhook"_s;
    return event;
}

db::InboxEvent envelopeOf(const stripe::Event &event, const QByteArray &body)
{
    db::InboxEvent stored;
    stored.id = event.id;
    stored.type = event.type;
    stored.apiVersion = event.apiVersion;
    stored.created = event.created;
    stored.livemode = event.livemode;
    stored.pendingWebhooks = event.pendingWebhooks;
    stored.requestId = event.requestId;
    stored.requestIdempotencyKey = event.requestIdempotencyKey;
    stored.objectId = event.objectId;
    stored.objectType = event.objectType;
    stored.payload = body;
    stored.state = u"waiting"_s;
    stored.via = u"webhook"_s;
    return stored;
}

} // namespace

/// What waits for the next commit. Outlives the intake while a commit is under way.
struct WebhookIntake::Queue
{
    QMutex mutex; ///< Protects everything below.
    QList<QByteArray> secrets;
    QList<Waiting> waiting;
    qint64 waitingBytes = 0;
    bool isCommitting = false;
    WebhookIntake *owner = nullptr; ///< Null once the intake is gone.
    db::Database &database;
    const qint64 maxBytes;

    Queue(db::Database &db, const IntakeSettings &settings, WebhookIntake *intake)
        : secrets(settings.secrets)
        , owner(intake)
        , database(db)
        , maxBytes(settings.maxQueuedBytes)
    {
    }

    static bool enqueue(const std::shared_ptr<Queue> &self, Waiting item);
    static void commitNext(const std::shared_ptr<Queue> &self);
    static void store(const std::shared_ptr<Queue> &self, QList<Waiting> batch);
    static void answerAll(const std::shared_ptr<Queue> &self, const QList<Waiting> &batch,
                          const core::Result<qint64> &stored);
};

bool WebhookIntake::Queue::enqueue(const std::shared_ptr<Queue> &self, Waiting item)
{
    {
        const QMutexLocker lock(&self->mutex);
        if (self->waitingBytes + item.event.payload.size() > self->maxBytes)
            return false;
        self->waitingBytes += item.event.payload.size();
        self->waiting.append(std::move(item));
        if (self->isCommitting)
            return true; // goes with the next commit
        self->isCommitting = true;
    }
    commitNext(self);
    return true;
}

void WebhookIntake::Queue::commitNext(const std::shared_ptr<Queue> &self)
{
    QList<Waiting> batch;
    {
        const QMutexLocker lock(&self->mutex);
        if (self->waiting.isEmpty()) {
            self->isCommitting = false;
            return;
        }
        batch.swap(self->waiting);
        self->waitingBytes = 0;
    }
    store(self, std::move(batch));
}

void WebhookIntake::Queue::store(const std::shared_ptr<Queue> &self, QList<Waiting> batch)
{
    QList<db::InboxEvent> events;
    for (const Waiting &item : std::as_const(batch))
        events.append(item.event);
    self->database
        .write([events](db::Session &session) { return db::EventInbox(session).store(events); })
        .then([self, batch](const core::Result<qint64> &stored) {
            if (!stored && batch.size() > 1
                && stored.error().kind != core::Error::Kind::Unreachable) {
                for (const Waiting &item : batch) // one bad event must take no other with it
                    store(self, {item});
                return;
            }
            answerAll(self, batch, stored);
            commitNext(self);
        });
}

void WebhookIntake::Queue::answerAll(const std::shared_ptr<Queue> &self,
                                     const QList<Waiting> &batch,
                                     const core::Result<qint64> &stored)
{
    if (!stored)
        qCWarning(lcWebhook).noquote() << "events not stored:" << stored.error().detail;
    for (const Waiting &item : batch) {
        if (!stored)
            item.answer({503, tr("The database does not answer. Send it again."), 5});
        else if (item.event.state == "dead"_L1)
            item.answer({400, item.event.lastError, 0});
        else
            item.answer({200, {}, 0});
    }
    const QMutexLocker lock(&self->mutex);
    if (stored && *stored > 0 && self->owner != nullptr)
        Q_EMIT self->owner->stored(static_cast<int>(*stored));
}

WebhookIntake::WebhookIntake(db::Database &database, const core::Clock &clock,
                             IntakeSettings settings)
    : m_queue(std::make_shared<Queue>(database, settings, this))
    , m_clock(clock)
{
}

WebhookIntake::~WebhookIntake()
{
    const QMutexLocker lock(&m_queue->mutex);
    m_queue->owner = nullptr;
}

void WebhookIntake::setSecrets(QList<QByteArray> secrets)
{
    const QMutexLocker lock(&m_queue->mutex);
    m_queue->secrets = std::move(secrets);
}

bool WebhookIntake::hasSecrets() const
{
    const QMutexLocker lock(&m_queue->mutex);
    return !m_queue->secrets.isEmpty();
}

void WebhookIntake::accept(QByteArray body, const QByteArray &signatureHeader,
                           std::function<void(IntakeAnswer)> answer)
{
    QList<QByteArray> secrets;
    {
        const QMutexLocker lock(&m_queue->mutex);
        secrets = m_queue->secrets;
    }
    if (secrets.isEmpty()) {
        answer({503, tr("No webhook signing secret is set, so nothing can be accepted."), 60});
        return;
    }
    const QDateTime now = m_clock.now();
    const auto verified = stripe::verifySignature(body, signatureHeader, secrets, now, tolerance);
    if (!verified) {
        qCInfo(lcWebhook).noquote() << "refused a delivery:" << stripe::toText(verified.error());
        answer({400, tr("The signature does not match this endpoint's secret."), 0});
        return;
    }
    const auto event = stripe::parseEvent(body);
    db::InboxEvent stored = event ? envelopeOf(*event, body) : unreadable(body, event.error(), now);
    if (!Queue::enqueue(m_queue, {std::move(stored), answer}))
        answer({503, tr("Too many events are waiting. Send it again."), 5});
}

} // namespace services
