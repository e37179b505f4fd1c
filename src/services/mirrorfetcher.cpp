// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mirrorfetcher.h"

#include "db/doubts.h"
#include "db/mirrorcompare.h"
#include "db/mirrorlocks.h"
#include "db/mirrorrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationhandler.h"
#include "stripe/client.h"
#include "stripe/clientoptions.h"
#include "stripe/pagination.h"
#include "stripe/requests/catalog.h"
#include "stripe/requests/payments.h"
#include "stripe/sublists.h"

#include <QCoro/QCoroFuture>

#include <QLoggingCategory>
#include <QSet>

Q_LOGGING_CATEGORY(lcFetch, "oms.fetch")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

constexpr auto poll = 5s;
constexpr auto afterNews = 1s; // most doubts of a burst are gone with its last event
constexpr int listedAtOnce = 20;
constexpr auto restOfRefused = 30s;

core::Snapshot originOfPage(const stripe::Page &page)
{
    core::Snapshot origin;
    origin.apiVersion = QString::fromLatin1(page.version);
    origin.asOf = page.date;
    origin.source = core::Snapshot::Source::Fetch;
    origin.sourceId = page.requestId;
    return origin;
}

/// Which of these objects, all of one kind, the mirror does not have as the page says.
core::Result<QStringList> unlikeMirror(db::Session &session, const stripe::Page &page)
{
    QList<db::MirrorCopy> copies;
    for (const QJsonObject &object : page.objects) {
        const auto copy = mirrorCopyOf(object, originOfPage(page));
        if (!copy)
            return core::passOn(copy);
        copies.append(*copy);
    }
    const auto comparison = db::compareWithMirror(session, copies);
    if (!comparison)
        return core::passOn(comparison);
    QSet<QString> unlike = comparison->doubtful;
    for (const db::Difference &difference : comparison->differences)
        unlike.insert(difference.stripeId);
    QStringList ids(unlike.cbegin(), unlike.cend());
    ids.sort();
    return ids;
}

core::Result<> writePage(db::Session &session, const stripe::Page &page)
{
    const core::Snapshot origin = originOfPage(page);
    for (const QJsonObject &object : page.objects) {
        if (const auto written = writeToMirror(session, object, origin); !written)
            return core::passOn(written);
    }
    return {};
}

} // namespace

MirrorFetcher::MirrorFetcher(db::Database &database, stripe::Client &client, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_holder(database.parameters(), {.writers = 1, .readers = 0})
    , m_client(client)
{
    m_poll.setInterval(poll);
    connect(&m_poll, &QTimer::timeout, this, &MirrorFetcher::wake);
    m_news.setSingleShot(true);
    m_news.setInterval(afterNews);
    connect(&m_news, &QTimer::timeout, this, &MirrorFetcher::wake);
}

void MirrorFetcher::wake()
{
    m_isWoken = true;
    if (!m_isBusy && !m_isStopping)
        run();
}

void MirrorFetcher::wakeSoon()
{
    const bool isStarted = m_poll.isActive();
    if (isStarted && !m_news.isActive())
        m_news.start();
}

void MirrorFetcher::start()
{
    m_poll.start();
    wake();
}

QCoro::Task<> MirrorFetcher::stop()
{
    m_isStopping = true;
    m_poll.stop();
    m_news.stop();
    while (m_isBusy)
        co_await m_idle;
}

QCoro::Task<> MirrorFetcher::run()
{
    m_isBusy = true;
    while (m_isWoken && !m_isStopping) {
        m_isWoken = false;
        if (m_catalogueRest.hasExpired())
            co_await readCatalogue();
        co_await fetchDoubtful();
    }
    m_isBusy = false;
    m_idle.ring();
}

/// Each once: what stays in doubt waits for the next time.
QCoro::Task<> MirrorFetcher::fetchDoubtful()
{
    QStringList asked;
    bool goesOn = true;
    while (goesOn && !m_isStopping) {
        const auto job = [butFor = asked + resting()](db::Session &session) {
            return db::Doubts(session).list(listedAtOnce, butFor);
        };
        const core::Result<QList<db::DoubtfulObject>> doubtful = co_await m_database.read(job);
        const QList<db::DoubtfulObject> objects = doubtful.value_or(QList<db::DoubtfulObject>());
        for (const db::DoubtfulObject &object : objects)
            asked.append(object.id);
        goesOn = !objects.isEmpty() && co_await fetchEach(objects);
    }
}

QCoro::Task<bool> MirrorFetcher::fetchEach(QList<db::DoubtfulObject> objects)
{
    for (const db::DoubtfulObject &object : std::as_const(objects)) {
        if (m_isStopping)
            break;
        const Outcome outcome = co_await fetchLocked(object);
        if (outcome == Outcome::Refused)
            m_resting.insert(object.id, QDeadlineTimer(restOfRefused));
        if (outcome == Outcome::Left)
            wakeSoon();
        if (outcome == Outcome::Away)
            co_return false;
    }
    co_return true;
}

QStringList MirrorFetcher::resting()
{
    m_resting.removeIf([](const auto &one) { return one.value().hasExpired(); });
    return m_resting.keys();
}

QCoro::Task<MirrorFetcher::Outcome> MirrorFetcher::fetchLocked(db::DoubtfulObject object)
{
    const QString id = object.id;
    const auto hold = [id](db::Session &session) { return db::tryHoldObject(session, id); };
    const core::Result<bool> isHeld = co_await m_holder.write(hold);
    if (!isHeld || !*isHeld)
        co_return Outcome::Left; // its events are being worked off, or another program asks
    Outcome outcome = Outcome::Left;
    if (object.type == "charge"_L1)
        outcome = co_await fetchRefunds(object);
    else
        outcome = co_await fetchOne(object);
    const auto letGo = [id](db::Session &session) { return db::letGoObject(session, id); };
    const core::Result<bool> isLetGo = co_await m_holder.write(letGo);
    if (!isLetGo)
        qCInfo(lcFetch).noquote() << "lock not given back:" << id << isLetGo.error().detail;
    Q_EMIT fetched();
    co_return outcome;
}

QCoro::Task<MirrorFetcher::Outcome> MirrorFetcher::fetchOne(db::DoubtfulObject object)
{
    const QString id = object.id;
    stripe::Call call;
    call.path = pathOf(object.type, id);
    call.version = stripe::defaultVersion; // later shapes leave out what is asked for
    call.priority = stripe::Priority::Background;
    const stripe::Reply reply = co_await m_client.send(call);
    if (!reply)
        co_return co_await afterFailure(object, reply.error());
    stripe::Answer answer = *reply;
    const QJsonObject first = answer.body;
    const auto whole =
        co_await stripe::withWholeLists(m_client, first, stripe::Priority::Background);
    if (!whole)
        co_return co_await afterFailure(object, whole.error());
    answer.body = *whole;
    const auto job = [answer, id](db::Session &session) -> core::Result<> {
        // Still ours? With the connection the lock is lost, and events may have come before.
        const auto isHeld = db::holdsObject(session, id);
        if (!isHeld || !*isHeld)
            return isHeld ? core::Result<>() : core::passOn(isHeld);
        const auto written = writeToMirror(session, answer.body, originOf(answer));
        if (!written)
            return core::passOn(written);
        return db::MirrorRepository(session).settle({written->tenantId}, answer.requestId,
                                                    originOf(answer).asOf);
    };
    const core::Result<> written = co_await m_holder.write(job);
    if (!written)
        qCWarning(lcFetch).noquote() << "not kept:" << id << written.error().detail;
    co_return written ? Outcome::Settled : Outcome::Left;
}

QCoro::Task<MirrorFetcher::Outcome> MirrorFetcher::fetchRefunds(db::DoubtfulObject charge)
{
    stripe::Page all;
    stripe::Call first = stripe::listRefunds(charge.id);
    first.priority = stripe::Priority::Background;
    const stripe::PageHandler keep = [&all](stripe::Page page) -> QCoro::Task<bool> {
        page.objects = all.objects + page.objects;
        all = page;
        co_return true;
    };
    const auto listing = co_await stripe::readPages(m_client, first, keep);
    if (!listing)
        co_return co_await afterFailure(charge, listing.error());
    const stripe::Page listed = all;
    const auto compare = [listed](db::Session &session) { return unlikeMirror(session, listed); };
    const core::Result<QStringList> unlike = co_await m_database.read(compare);
    if (!unlike)
        co_return Outcome::Left;
    const QStringList ids = *unlike;
    for (const QString &id : ids) {
        const db::DoubtfulObject refund{u"refund"_s, id};
        const Outcome outcome = co_await fetchLocked(refund);
        if (outcome != Outcome::Settled)
            co_return outcome;
    }
    co_return co_await drop(charge);
}

/// What Stripe does not have is not asked for again; else the doubt stays.
QCoro::Task<MirrorFetcher::Outcome> MirrorFetcher::afterFailure(db::DoubtfulObject object,
                                                                stripe::Failure failure)
{
    qCInfo(lcFetch).noquote() << "not fetched:" << object.id << failure.error.detail;
    if (failure.httpStatus == 404 || failure.code == "resource_missing"_L1)
        co_return co_await drop(object);
    const bool isAboutAll =
        failure.httpStatus == 0 || failure.httpStatus == 401 || failure.httpStatus == 429;
    co_return isAboutAll ? Outcome::Away : Outcome::Refused;
}

QCoro::Task<MirrorFetcher::Outcome> MirrorFetcher::drop(db::DoubtfulObject object)
{
    const auto job = [object](db::Session &session) -> core::Result<> {
        const auto isHeld = db::holdsObject(session, object.id);
        if (!isHeld || !*isHeld)
            return isHeld ? core::Result<>() : core::passOn(isHeld);
        return db::Doubts(session).drop(object);
    };
    const core::Result<> dropped = co_await m_holder.write(job);
    co_return dropped ? Outcome::Settled : Outcome::Left;
}

QCoro::Task<> MirrorFetcher::readCatalogue()
{
    const stripe::Call products = stripe::listProducts();
    const bool hasProducts = co_await readAll(products);
    const stripe::Call prices = stripe::listPrices();
    const bool isRead = hasProducts && co_await readAll(prices);
    m_catalogueRest =
        isRead ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(restOfRefused);
}

QCoro::Task<bool> MirrorFetcher::readAll(stripe::Call first)
{
    first.priority = stripe::Priority::Background;
    const stripe::PageHandler keep = [this](stripe::Page page) { return keepPage(page); };
    const auto listing = co_await stripe::readPages(m_client, first, keep);
    co_return listing && listing->isComplete;
}

QCoro::Task<bool> MirrorFetcher::keepPage(stripe::Page page)
{
    const auto job = [page](db::Session &session) { return writePage(session, page); };
    const core::Result<> written = co_await m_database.write(job);
    if (!written)
        qCWarning(lcFetch).noquote() << "catalogue not kept:" << written.error().detail;
    co_return written && !m_isStopping;
}

} // namespace services
