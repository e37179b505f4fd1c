// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mirrorfetcher.h"

#include "db/mirrorlocks.h"
#include "db/mirrorrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationhandler.h"
#include "stripe/client.h"
#include "stripe/pagination.h"
#include "stripe/requests/catalog.h"
#include "stripe/sublists.h"

#include <QCoro/QCoroFuture>

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcFetch, "oms.fetch")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

constexpr int fetchesAtOnce = 20;

core::Result<> writePage(db::Session &session, const stripe::Page &page)
{
    core::Snapshot origin;
    origin.apiVersion = QString::fromLatin1(page.version);
    origin.asOf = page.date;
    origin.source = core::Snapshot::Source::Fetch;
    origin.sourceId = page.requestId;
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
    m_poll.setInterval(5s);
    connect(&m_poll, &QTimer::timeout, this, &MirrorFetcher::wake);
}

void MirrorFetcher::wake()
{
    if (m_busy > 0 || m_isStopping)
        return;
    if (!m_hasCatalogue)
        readCatalogue();
    else
        fetchDoubtful();
}

void MirrorFetcher::start()
{
    m_poll.start();
    readCatalogue();
}

QCoro::Task<> MirrorFetcher::stop()
{
    m_isStopping = true;
    m_poll.stop();
    while (m_busy > 0)
        co_await m_idle;
}

QCoro::Task<> MirrorFetcher::fetchDoubtful()
{
    ++m_busy;
    const auto job = [](db::Session &session) {
        return db::MirrorRepository(session).doubtful(fetchesAtOnce);
    };
    const core::Result<QList<db::DoubtfulObject>> doubtful = co_await m_database.read(job);
    if (doubtful) {
        const QList<db::DoubtfulObject> objects = *doubtful;
        for (const db::DoubtfulObject &object : objects) {
            if (!m_isStopping)
                co_await fetchLocked(object.type, object.id);
        }
    }
    --m_busy;
    m_idle.ring();
}

QCoro::Task<> MirrorFetcher::fetchLocked(QString objectType, QString id)
{
    const auto hold = [id](db::Session &session) { return db::tryHoldObject(session, id); };
    const core::Result<bool> isHeld = co_await m_holder.write(hold);
    if (!isHeld || !*isHeld)
        co_return; // its events are being worked off, or another program asks
    co_await fetchOne(objectType, id);
    const auto letGo = [id](db::Session &session) { return db::letGoObject(session, id); };
    const core::Result<bool> isLetGo = co_await m_holder.write(letGo);
    if (!isLetGo)
        qCInfo(lcFetch).noquote() << "lock not given back:" << id << isLetGo.error().detail;
    Q_EMIT fetched();
}

QCoro::Task<> MirrorFetcher::fetchOne(QString objectType, QString id)
{
    stripe::Call call;
    call.path = pathOf(objectType, id);
    call.priority = stripe::Priority::Background;
    const stripe::Reply reply = co_await m_client.send(call);
    if (!reply) {
        qCInfo(lcFetch).noquote() << "not fetched:" << id << reply.error().error.detail;
        co_return; // still marked, so it is tried again
    }
    stripe::Answer answer = *reply;
    const QJsonObject first = answer.body;
    const auto whole =
        co_await stripe::withWholeLists(m_client, first, stripe::Priority::Background);
    if (!whole) {
        qCInfo(lcFetch).noquote() << "not fetched whole:" << id << whole.error().error.detail;
        co_return;
    }
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
}

QCoro::Task<> MirrorFetcher::readCatalogue()
{
    ++m_busy;
    const stripe::Call products = stripe::listProducts();
    const bool hasProducts = co_await readAll(products);
    const stripe::Call prices = stripe::listPrices();
    m_hasCatalogue = hasProducts && co_await readAll(prices);
    --m_busy;
    m_idle.ring();
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
