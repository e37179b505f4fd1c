// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/webhookintake.h"

#include "db/inboxwriter.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "stripe/signature.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcWebhook, "oms.webhook")

using namespace Qt::StringLiterals;

namespace services {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(WebhookIntake)
};

constexpr auto tolerance = std::chrono::seconds(300);

constexpr int busyFrom = 4; ///< Deliveries that wait for their commit at one time.
constexpr auto loadCounts = std::chrono::milliseconds(50); ///< So long after it was seen.

qint64 steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

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

WebhookIntake::WebhookIntake(const db::ConnectionParameters &database, const core::Clock &clock,
                             IntakeSettings settings)
    : m_clock(clock)
    , m_maxBytes(settings.maxQueuedBytes)
    , m_secrets(std::move(settings.secrets))
    , m_writer(std::make_unique<db::InboxWriter>(database, db::InboxWriter::Options{},
                                                 [this](int events) { Q_EMIT stored(events); }))
{
}

WebhookIntake::~WebhookIntake() = default;

void WebhookIntake::setSecrets(QList<QByteArray> secrets)
{
    const std::lock_guard lock(m_mutex);
    m_secrets = std::move(secrets);
    m_signed.removeIf([this](const auto &count) { return !m_secrets.contains(count.key()); });
}

QList<QByteArray> WebhookIntake::secrets() const
{
    const std::lock_guard lock(m_mutex);
    return m_secrets;
}

bool WebhookIntake::hasSecrets() const
{
    return !secrets().isEmpty();
}

int WebhookIntake::signedWith(const QByteArray &secret) const
{
    const std::lock_guard lock(m_mutex);
    return m_signed.value(secret);
}

/// With one secret there is nothing to find out: the delivery is good, so it signed it.
void WebhookIntake::countSigner(const Delivery &delivery, const QList<QByteArray> &known)
{
    const qsizetype signer =
        known.size() == 1 ? 0 : stripe::signerOf(delivery.body, delivery.signatureHeader, known);
    if (signer < 0)
        return;
    const std::lock_guard lock(m_mutex);
    ++m_signed[known.at(signer)];
}

IntakeLoad WebhookIntake::load() const
{
    constexpr qint64 length = std::chrono::steady_clock::duration(loadCounts).count();
    const qint64 now = steadyNow();
    if (now - m_lastBusy < length)
        return IntakeLoad::Busy;
    return now - m_lastDelivery < length ? IntakeLoad::Receiving : IntakeLoad::None;
}

void WebhookIntake::accept(Delivery delivery, std::function<void(IntakeAnswer)> answer)
{
    const QList<QByteArray> known = secrets();
    if (known.isEmpty()) {
        answer(
            {503, Text::tr("No webhook signing secret is set, so nothing can be accepted."), 60});
        return;
    }
    const QDateTime now = m_clock.now();
    const auto verified =
        stripe::verifySignature(delivery.body, delivery.signatureHeader, known, now, tolerance);
    if (!verified)
        return refuseUnsigned(delivery, verified.error(), answer);
    countSigner(delivery, known);
    const qint64 size = delivery.body.size();
    if (!reserve(size)) {
        answer({503, Text::tr("Too many events are waiting. Send it again."), 5});
        return;
    }
    const auto event = stripe::readEnvelope(delivery.body);
    if (!event)
        Q_EMIT rejected({u"unreadable"_s, delivery.peer, *verified, size});
    store(event ? waitingEvent(*event, delivery.body, u"webhook"_s)
                : unreadable(delivery.body, event.error(), now),
          std::move(answer));
}

void WebhookIntake::refuseUnsigned(const Delivery &delivery, stripe::SignatureFault fault,
                                   const std::function<void(IntakeAnswer)> &answer)
{
    qCInfo(lcWebhook).noquote() << "refused a delivery:" << stripe::toText(fault);
    const QString why = sentenceFor(fault);
    answer({400, why, 0});
    Q_EMIT rejected({QString::fromLatin1(stripe::toText(fault)), delivery.peer,
                     stripe::claimedTime(delivery.signatureHeader), delivery.body.size()});
    if (isSigned(fault)) // else anybody could have knocked
        Q_EMIT turnedAway(why);
}

bool WebhookIntake::reserve(qint64 bytes)
{
    if (m_heldBytes.fetch_add(bytes) + bytes <= m_maxBytes)
        return true;
    m_heldBytes -= bytes;
    return false;
}

void WebhookIntake::store(db::InboxEvent event, std::function<void(IntakeAnswer)> answer)
{
    m_lastDelivery = steadyNow();
    if (++m_held >= busyFrom)
        m_lastBusy = m_lastDelivery.load();
    const qint64 bytes = event.payload.size();
    const QString fault = event.lastError; // of one that is kept, but dead
    m_writer->store(
        std::move(event),
        [this, bytes, fault, answer = std::move(answer)](const core::Result<> &stored) {
            m_heldBytes -= bytes;
            --m_held;
            if (!stored)
                answer({503, Text::tr("The database does not answer. Send it again."), 5});
            else if (!fault.isEmpty())
                answer({400, fault, 0});
            else
                answer({200, {}, 0});
        });
}

} // namespace services
