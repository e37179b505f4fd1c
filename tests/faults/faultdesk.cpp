// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultdesk.h"

#include "db/migrations.h"
#include "sandboxclient.h"
#include "sandboxcomparison.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::orDie;

namespace {

constexpr int customers = 12;

/// A folder for a cluster of this test alone.
QString ownFolder()
{
    static int count = 0;
    return support::TestCluster::scratchFolder()
        + u"/oms-faults-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++count);
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    return server.serverPort();
}

void awaitEnd(pid_t pid)
{
    while (db::processExists(pid))
        QThread::msleep(5);
}

} // namespace

const QByteArray FaultDesk::secret = "whsec_of_the_faults";

int FaultDesk::rounds()
{
    const int asked = qEnvironmentVariableIntValue("OMS_FAULT_ROUNDS");
    return asked > 0 ? asked : 2;
}

quint32 FaultDesk::seed()
{
    bool isSet = false;
    const quint32 asked = qEnvironmentVariable("OMS_FAULT_SEED").toUInt(&isSet);
    const quint32 seed = isSet ? asked : QRandomGenerator::global()->generate();
    qInfo("OMS_FAULT_SEED=%u", seed);
    return seed;
}

FaultDesk::FaultDesk(const QString &folder)
    : m_cluster(orDie(db::PrivateCluster::open(folder.isEmpty() ? ownFolder() : folder), "cluster"))
    , m_sandbox(std::make_unique<RunningSandbox>())
{
    orDie(db::Migrations().migrate(m_cluster->ownerParameters()), "migrations");
    orDie(m_cluster->admitDesk(), "rights");
    for (const char *setting : {"fsync", "full_page_writes", "synchronous_commit"})
        if (value("SHOW " + QByteArray(setting)) != "on"_L1)
            qFatal("%s is off", setting);
}

FaultDesk::~FaultDesk()
{
    for (std::size_t i = 0; i < m_programs.size(); ++i)
        killProgram(i);
    m_sandbox.reset();
    const QString directory = m_cluster->files().directory();
    m_cluster.reset();
    QDir(directory).removeRecursively();
}

void FaultDesk::startProgram()
{
    m_programs.push_back({freePort(), nullptr});
    startAgain(m_programs.size() - 1);
}

void FaultDesk::startAgain(std::size_t number)
{
    Program &program = m_programs.at(number);
    QProcessEnvironment environment;
    for (const char *kept : {"PATH", "HOME", "LANG", "LC_ALL", "ASAN_OPTIONS"})
        environment.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
    environment.insert(u"DATABASE_URL"_s, support::toUrl(m_cluster->deskParameters()));
    environment.insert(u"STRIPE_API_BASE"_s, m_sandbox->baseUrl());
    environment.insert(u"STRIPE_SECRET_KEY"_s, QString::fromLatin1(m_sandbox->key()));
    environment.insert(u"STRIPE_WEBHOOK_SECRET"_s, QString::fromLatin1(secret));
    environment.insert(u"OMS_BILLING_LISTEN"_s, u"127.0.0.1:%1"_s.arg(program.port));
    for (const auto &[name, value] : m_environment)
        environment.insert(name, value);
    program.process = std::make_unique<QProcess>();
    program.process->setProcessEnvironment(environment);
    program.process->setStandardErrorFile(QProcess::nullDevice());
    program.process->start(QStringLiteral(OMS_BIN_DIR "/oms-billingd"), {u"serve"_s});
    if (!program.process->waitForReadyRead(30'000))
        qFatal("oms-billingd does not become ready");
}

void FaultDesk::killProgram(std::size_t number)
{
    QProcess &process = *m_programs.at(number).process;
    process.kill();
    process.waitForFinished();
}

pid_t FaultDesk::postmaster() const
{
    const auto postmaster = m_cluster->files().postmaster();
    return postmaster && postmaster->isRunning ? postmaster->pid : 0;
}

quint16 FaultDesk::port(std::size_t number) const
{
    return m_programs.at(number).port;
}

double FaultDesk::residentMb(std::size_t number) const
{
    QFile file(u"/proc/%1/statm"_s.arg(m_programs.at(number).process->processId()));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program is gone");
    return file.readAll().split(' ').at(1).toDouble() * 4096 / 1e6;
}

void FaultDesk::cutPower()
{
    const pid_t pid = postmaster();
    ::kill(pid, SIGQUIT);
    awaitEnd(pid);
}

void FaultDesk::stopDatabase()
{
    const pid_t pid = postmaster();
    ::kill(pid, SIGINT);
    awaitEnd(pid);
}

void FaultDesk::startDatabase()
{
    orDie(m_cluster->restartIfDown(), "database");
}

db::PgConnection FaultDesk::admin() const
{
    return orDie(db::PgConnection::open(m_cluster->files().parameters("postgres", "oms_billing")),
                 "login");
}

QString FaultDesk::value(const QByteArray &sql) const
{
    const db::PgRows rows = orDie(admin().execute(sql), sql.constData());
    return rows.size() > 0 ? rows.text(0, 0) : QString();
}

void FaultDesk::giveBack(SandboxClient &client, const QString &customer, bool isCredited)
{
    const QByteArray of = "customer=" + customer.toLatin1();
    const Reply invoices = client.get(u"/v1/invoices"_s, of + "&status=paid");
    const QByteArray invoice = invoices.at(u"data.0.id"_s).toString().toLatin1();
    const QByteArray intent = invoices.at(u"data.0.payment_intent"_s).toString().toLatin1();
    const Reply made = isCredited
        ? client.post(u"/v1/credit_notes"_s,
                      "amount=700&refund_amount=400&credit_amount=300&invoice=" + invoice)
        : client.post(u"/v1/refunds"_s, "amount=500&reason=duplicate&payment_intent=" + intent);
    if (made.status != 200)
        qFatal("no money goes back: %s", qPrintable(made.error().value(u"message").toString()));
    (void)client.post(made.at(u"object"_s).toString() == u"refund"_s
                          ? u"/v1/refunds/"_s + made.text("id")
                          : u"/v1/credit_notes/"_s + made.text("id"),
                      "metadata[ticket]=1");
    (void)client.post(u"/v1/customers/"_s + customer, "name=Moved&email=moved%40example.com");
}

void FaultDesk::makeHistory()
{
    SandboxClient client(m_sandbox->baseUrl(), m_sandbox->key());
    for (int i = 0; i < customers; ++i) {
        const QString customer = client.makeCustomer(i % 4 == 3 ? "" : "pm_card_visa");
        const Reply subscription = client.subscribe(customer);
        if (i % 4 == 2 && subscription.status == 200)
            (void)client.remove(u"/v1/subscriptions/"_s + subscription.text("id"));
        else if (i % 4 < 2)
            giveBack(client, customer, i % 4 == 0);
    }
    collectEvents(); // Stripe lists those of thirty days
    if (m_sandbox->advanceDays(33) <= 0)
        qFatal("nothing renews");
    m_recentFrom = m_events.size();
    collectEvents();
    if (m_events.size() < 10 * customers)
        qFatal("only %d events", int(m_events.size()));
}

void FaultDesk::begin()
{
    makeHistory();
    startProgram();
}

qsizetype FaultDesk::dropSome(QList<QByteArray> &bodies, qsizetype from)
{
    QStringList objects;
    const auto isDropped = [&objects](const QByteArray &body) {
        const QString object = stripe::parseEvent(body)->objectId;
        if (!objects.contains(object))
            objects.append(object);
        return objects.indexOf(object) % 10 == 0;
    };
    const auto end = std::remove_if(bodies.begin() + from, bodies.end(), isDropped);
    const qsizetype dropped = bodies.end() - end;
    bodies.erase(end, bodies.end());
    return dropped;
}

void FaultDesk::collectEvents()
{
    for (const QJsonValue &event :
         wholeSandboxList(m_sandbox->baseUrl(), m_sandbox->key(), u"/v1/events"_s)) {
        const QByteArray body = QJsonDocument(event.toObject()).toJson();
        if (!m_events.contains(body))
            m_events.append(body);
    }
}

DeliveryLoad::Plan FaultDesk::load() const
{
    DeliveryLoad::Plan plan{.ports = {}, .bodies = m_events, .secret = secret, .seed = seed()};
    for (const Program &program : m_programs)
        plan.ports.append(program.port);
    return plan;
}

bool FaultDesk::waitForAnswers(const DeliveryLoad &load, int more)
{
    const qint64 wanted = load.answers(200) + more;
    return QTest::qWaitFor([&] { return load.answers(200) >= wanted; }, 30'000);
}

QStringList FaultDesk::verdict(DeliveryLoad &load)
{
    QStringList found;
    if (!load.finish(60s))
        found << u"not every event was acknowledged"_s;
    QSet<QString> stored;
    const db::PgRows rows =
        orDie(admin().execute("SELECT stripe_event_id FROM stripe_webhook_events"), "events");
    for (int row = 0; row < rows.size(); ++row)
        stored.insert(rows.text(row, 0));
    if (stored.size() != rows.size())
        found << u"%1 events are stored twice"_s.arg(rows.size() - stored.size());
    const QSet<QString> lost = load.acknowledged() - stored;
    if (!lost.isEmpty())
        found
            << u"%1 acknowledged events are lost, one is %2"_s.arg(lost.size()).arg(*lost.begin());
    qInfo("%lld deliveries answered, %lld events acknowledged", qint64(load.answers(200)),
          qint64(load.acknowledged().size()));
    return found + verdictOnMirror();
}

QStringList FaultDesk::verdictOnMirror()
{
    QStringList found;
    const bool isDone = QTest::qWaitFor(
        [this] {
            return value("SELECT count(*) FROM stripe_webhook_events"
                         " WHERE state IN ('waiting', 'failed')")
                == u"0"_s;
        },
        90'000);
    if (!isDone)
        found << u"events still wait"_s;
    const QString dead = value("SELECT count(*) FROM stripe_webhook_events"
                               " WHERE state IN ('dead', 'refused')");
    if (dead != u"0"_s)
        found << dead + u" events are dead"_s;
    const QString twice = value("SELECT count(*) FROM (SELECT FROM audit_log"
                                " WHERE stripe_event_id LIKE 'evt_%'"
                                " AND action <> 'event.reorder'"
                                " GROUP BY stripe_event_id, entity, entity_id, action"
                                " HAVING count(*) > 1) x");
    if (twice != u"0"_s)
        found << twice + u" events were applied twice"_s;
    // What had to be asked for at Stripe comes a moment after the last event.
    (void)QTest::qWaitFor([&] { return differences().isEmpty(); }, 60'000);
    found += differences();
    for (const QString &one : std::as_const(found))
        qWarning().noquote() << one;
    return found;
}

QStringList FaultDesk::differences() const
{
    return differencesFromSandbox(admin(), m_sandbox->baseUrl(), m_sandbox->key());
}
