// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/webhookintake.h"

#include "db/database.h"
#include "db/eventinbox.h"
#include "services/waitingevent.h"
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

class Text
{
    Q_DECLARE_TR_FUNCTIONS(WebhookIntake)
};

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

/// For Stripe's log of deliveries, and for the window.
QString sentenceFor(stripe::SignatureFault fault)
{
    switch (fault) {
    case stripe::SignatureFault::MissingHeader:
    case stripe::SignatureFault::NoTimestamp:
    case stripe::SignatureFault::NoSignature:
        return Text::tr("The delivery is not signed by Stripe.");
    case stripe::SignatureFault::NoMatch:
        return Text::tr("The signature does not match this endpoint's secret.");
    case stripe::SignatureFault::TooOld:
        return Text::tr("The delivery was signed more than five minutes ago. Check the clock of "
                        "this computer.");
    case stripe::SignatureFault::TooNew:
        return Text::tr("The delivery was signed more than five minutes ahead. Check the clock of "
                        "this computer.");
    }
    return {};
}

bool isSigned(stripe::SignatureFault fault)
{
    using Fault = stripe::SignatureFault;
    return fault == Fault::NoMatch || fault == Fault::TooOld || fault == Fault::TooNew;
}

} // namespace

/// What waits for its commit. Outlives the intake while a commit is under way; there is one at a
/// time, and what comes in meanwhile goes with the next.
struct WebhookIntake::Queue
{
    QMutex mutex; ///< Protects everything below.
    QList<QByteArray> secrets;
    QList<Waiting> waiting;
    QList<Waiting> singles; ///< Of a batch that failed: one by one, before anything else.
    qint64 heldBytes = 0;   ///< Of all that is not answered yet, the batch under way included.
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
    static void store(const std::shared_ptr<Queue> &self, const QList<Waiting> &batch);
    void answerAll(const QList<Waiting> &batch, const core::Result<qint64> &stored);
};

bool WebhookIntake::Queue::enqueue(const std::shared_ptr<Queue> &self, Waiting item)
{
    {
        const QMutexLocker lock(&self->mutex);
        if (self->heldBytes + item.event.payload.size() > self->maxBytes)
            return false;
        self->heldBytes += item.event.payload.size();
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
        if (!self->singles.isEmpty())
            batch.append(self->singles.takeFirst());
        else
            batch.swap(self->waiting);
        self->isCommitting = !batch.isEmpty();
    }
    if (!batch.isEmpty())
        store(self, batch);
}

void WebhookIntake::Queue::store(const std::shared_ptr<Queue> &self, const QList<Waiting> &batch)
{
    QList<db::InboxEvent> events;
    for (const Waiting &item : batch)
        events.append(item.event);
    self->database
        .write([events](db::Session &session) { return db::EventInbox(session).store(events); })
        .then([self, batch](const core::Result<qint64> &stored) {
            const bool mayBeOneOfThem = !stored && batch.size() > 1
                && stored.error().kind != core::Error::Kind::Unreachable;
            if (mayBeOneOfThem) { // one bad event must take no other with it
                const QMutexLocker lock(&self->mutex);
                self->singles = batch;
            } else {
                self->answerAll(batch, stored);
            }
            commitNext(self);
        });
}

void WebhookIntake::Queue::answerAll(const QList<Waiting> &batch,
                                     const core::Result<qint64> &stored)
{
    if (!stored)
        qCWarning(lcWebhook).noquote() << "events not stored:" << stored.error().detail;
    qint64 bytes = 0;
    for (const Waiting &item : batch) {
        bytes += item.event.payload.size();
        if (!stored)
            item.answer({503, Text::tr("The database does not answer. Send it again."), 5});
        else if (item.event.state == "dead"_L1)
            item.answer({400, item.event.lastError, 0});
        else
            item.answer({200, {}, 0});
    }
    const QMutexLocker lock(&mutex);
    heldBytes -= bytes;
    if (stored && *stored > 0 && owner != nullptr)
        Q_EMIT owner->stored(static_cast<int>(*stored));
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
        answer(
            {503, Text::tr("No webhook signing secret is set, so nothing can be accepted."), 60});
        return;
    }
    const QDateTime now = m_clock.now();
    const auto verified = stripe::verifySignature(body, signatureHeader, secrets, now, tolerance);
    if (!verified) {
        qCInfo(lcWebhook).noquote() << "refused a delivery:" << stripe::toText(verified.error());
        const QString why = sentenceFor(verified.error());
        answer({400, why, 0});
        if (isSigned(verified.error())) // else anybody could have knocked
            Q_EMIT turnedAway(why);
        return;
    }
    const auto event = stripe::parseEvent(body);
    db::InboxEvent stored =
        event ? waitingEvent(*event, body, u"webhook"_s) : unreadable(body, event.error(), now);
    if (!Queue::enqueue(m_queue, {std::move(stored), answer}))
        answer({503, Text::tr("Too many events are waiting. Send it again."), 5});
}

} // namespace services
