// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookdesk.h"

#include "db/clusterprograms.h"
#include "db/migrations.h"
#include "programs.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

QString urlOf(const db::ConnectionParameters &parameters)
{
    QByteArray url = "postgresql:///?";
    for (const auto &[keyword, value] : parameters.values)
        url += keyword + '=' + value.toPercentEncoding() + '&';
    url.chop(1);
    return QString::fromLatin1(url);
}

QByteArray sqlFile(const QString &name)
{
    QFile file(QStringLiteral(OMS_BENCH_SQL "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        die(file.errorString());
    return file.readAll();
}

void run(const db::ConnectionParameters &as, const QByteArray &sql)
{
    valueOf(valueOf(db::PgConnection::open(as)).executeScript(sql));
}

QString pgbenchPath()
{
    return valueOf(db::findClusterPrograms(0)).folder + u"/pgbench"_s;
}

} // namespace

const QByteArray WebhookDesk::secret = "whsec_of_the_measurements";

WebhookDesk::WebhookDesk()
    : m_cluster(valueOf(
        db::PrivateCluster::open(db::PrivateCluster::defaultDirectory(u"bench-webhooks"_s))))
{
}

WebhookDesk::~WebhookDesk()
{
    stop();
}

db::ConnectionParameters WebhookDesk::as(const QByteArray &role, const QByteArray &database) const
{
    return m_cluster->files().parameters(role, database);
}

void WebhookDesk::reset()
{
    stop();
    run(as("postgres", "postgres"), "DROP DATABASE IF EXISTS webhooks WITH (FORCE)");
    run(as("postgres", "postgres"), "CREATE DATABASE webhooks OWNER oms_owner");
    (void)valueOf(db::Migrations().migrate(as("oms_owner")));
    valueOf(m_cluster->admitDesk());
    fill();
    run(as("oms_owner"), sqlFile(u"webhook_tables.sql"_s));
    expectHonest();
    run(as("postgres"), "VACUUM (ANALYZE)");
    run(as("postgres"), "CHECKPOINT");
    start();
}

/// A tenant and a customer for every event, and no Stripe to ask.
void WebhookDesk::fill() const
{
    const QByteArray count = QByteArray::number(EventLoad::customers - 1);
    run(as("oms_owner"),
        "SET oms.bulk_load = 'on';"
        "WITH tenant AS (INSERT INTO tenants (name, email)"
        " SELECT 'Tenant ' || n, n || '@bench.example' FROM generate_series(0, "
            + count
            + ") n RETURNING id, email) "
              "INSERT INTO stripe_customers (tenant_id, stripe_customer_id, livemode, raw, as_of,"
              " source) SELECT id, 'cus_bench_' || lpad(split_part(email, '@', 1), 4, '0'), false,"
              " '{}', '2023-01-01', 'seed' FROM tenant");
}

void WebhookDesk::expectHonest() const
{
    for (const QByteArray &setting :
         {QByteArray("fsync"), QByteArray("full_page_writes"), QByteArray("synchronous_commit")}) {
        const auto value =
            valueOf(valueOf(db::PgConnection::open(as(m_cluster->files().deskRole())))
                        .execute("SHOW " + setting))
                .text(0, 0);
        if (value != "on"_L1)
            die(u"%1 is %2: what is measured so does not count. Set it to on."_s.arg(
                QString::fromLatin1(setting), value));
    }
    if (number("SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'i', 'I', 't')"
               " AND relpersistence <> 'p' AND relnamespace IN"
               " ('public'::regnamespace, 'bench'::regnamespace)")
        > 0)
        die(u"A table is not LOGGED: what is measured so does not count."_s);
}

void WebhookDesk::start()
{
    m_daemon = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        if (name.startsWith("STRIPE_"_L1) || name.startsWith("PG"_L1))
            environment.remove(name);
    environment.insert(u"DATABASE_URL"_s, urlOf(as(m_cluster->files().deskRole())));
    environment.insert(u"STRIPE_WEBHOOK_SECRET"_s, QString::fromLatin1(secret));
    environment.insert(u"OMS_BILLING_LISTEN"_s, u"127.0.0.1:0"_s);
    m_daemon->setProcessEnvironment(environment);
    m_daemon->setStandardErrorFile(QProcess::nullDevice());
    m_daemon->start(QStringLiteral(OMS_BIN_DIR "/oms-billingd"), {u"serve"_s});
    if (!m_daemon->waitForReadyRead(30'000))
        die(u"oms-billingd does not become ready."_s);
    const QJsonObject ready = QJsonDocument::fromJson(m_daemon->readLine()).object();
    m_port = quint16(QUrl(ready[u"url"_s].toString()).port());
}

void WebhookDesk::stop()
{
    if (!m_daemon)
        return;
    m_daemon->terminate();
    if (!m_daemon->waitForFinished(30'000))
        die(u"oms-billingd does not end."_s);
    m_daemon.reset();
}

HttpLoad WebhookDesk::send(EventLoad &load, std::chrono::milliseconds longest, double perSecond)
{
    const auto next = [&load](QByteArray &request) { return load.next(request); };
    const HttpLoad sent =
        runHttp(m_port, {.next = next, .duration = longest, .perSecond = perSecond});
    if (sent.failures > 0 || sent.answers == 0)
        die(u"%1 of %2 deliveries were not answered with 200."_s.arg(sent.failures)
                .arg(sent.answers));
    return sent;
}

double WebhookDesk::pgbench(const QString &file, int seconds)
{
    const QByteArray event = EventLoad::body(1, QDateTime::currentSecsSinceEpoch());
    const QJsonObject object = QJsonDocument::fromJson(event)[u"data"_s][u"object"_s].toObject();
    const QByteArray objectText = QJsonDocument(object).toJson(QJsonDocument::Compact);
    run(as("oms_owner"), "TRUNCATE bench.events, bench.objects");
    run(as("postgres"), "CHECKPOINT");
    const QString printed =
        QString::fromUtf8(output(pgbenchPath(),
                                 {u"-n"_s,
                                  u"-c"_s,
                                  u"32"_s,
                                  u"-j"_s,
                                  u"2"_s,
                                  u"-M"_s,
                                  u"prepared"_s,
                                  u"-T"_s,
                                  QString::number(seconds),
                                  u"-D"_s,
                                  u"i=0"_s,
                                  u"-D"_s,
                                  u"event="_s + QString::fromUtf8(event),
                                  u"-D"_s,
                                  u"object="_s + QString::fromUtf8(objectText),
                                  u"-f"_s,
                                  QStringLiteral(OMS_BENCH_SQL "/") + file,
                                  u"-h"_s,
                                  QString::fromUtf8(as("x").value("host")),
                                  u"-U"_s,
                                  QString::fromUtf8(m_cluster->files().deskRole()),
                                  u"webhooks"_s}));
    static const QRegularExpression rate(u"tps = ([0-9.]+)"_s);
    const double tps = rate.match(printed).captured(1).toDouble();
    if (tps <= 0 || printed.contains("ERROR"_L1))
        die(u"pgbench: "_s + printed);
    return tps;
}

qint64 WebhookDesk::number(const QByteArray &sql) const
{
    return valueOf(valueOf(db::PgConnection::open(as("oms_owner"))).execute(sql)).number(0, 0);
}

void WebhookDesk::waitForProcessor() const
{
    const db::PgConnection connection = valueOf(db::PgConnection::open(as("oms_owner")));
    // Looking must not cost what is measured (every 10 ms took a tenth of a core, past the index
    // entries of all that is done): without statistics the planner would even read the table.
    valueOf(connection.execute("SET enable_seqscan = off"));
    while (valueOf(connection.execute("SELECT EXISTS (SELECT FROM stripe_webhook_events"
                                      " WHERE state IN ('waiting', 'failed'))"))
               .isTrue(0, 0))
        QThread::msleep(50);
}

double WebhookDesk::residentMb() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_daemon->processId()));
    if (!file.open(QIODevice::ReadOnly))
        die(file.errorString());
    static const QRegularExpression resident(u"VmRSS:\\s+([0-9]+)"_s);
    return resident.match(QString::fromUtf8(file.readAll())).captured(1).toDouble() / 1024;
}

} // namespace bench
