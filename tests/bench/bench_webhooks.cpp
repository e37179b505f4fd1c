// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks through the server program as it is run, on a database that survives a power cut,
// against pgbench with one transaction an event, in turns.
#include "report.h"
#include "webhookdesk.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bench::die;
using bench::Figures;
using bench::WebhookDesk;

namespace {

constexpr int runs = 3;
constexpr auto runTime = 6s;
constexpr auto warmUp = 1s;
constexpr int pgbenchSeconds = 6;
constexpr int moreThanCanBeSent = 250'000; // in one run

/// What was answered with 200 is in the table, once, and nothing else.
void expectStored(const WebhookDesk &desk, const HttpLoad &sent, int underWay)
{
    const qint64 stored = desk.number("SELECT count(*) FROM stripe_webhook_events");
    if (stored < sent.answers || stored > sent.answers + underWay)
        die(u"%1 events were answered, %2 are stored."_s.arg(sent.answers).arg(stored));
}

void measureDurable()
{
    Figures full{.name = u"webhooks-durable"_s, .unit = u"events/s"_s};
    Figures alone{.name = u"webhooks-durable-insert"_s, .unit = u"events/s"_s};
    WebhookDesk desk;
    EventLoad load(WebhookDesk::secret, 0, moreThanCanBeSent);
    for (int run = 0; run < runs; ++run) {
        desk.reset();
        full.baselines += desk.pgbench(u"webhook_event.sql"_s, pgbenchSeconds);
        alone.baselines += desk.pgbench(u"webhook_insert.sql"_s, pgbenchSeconds);
        load.rewind();
        const HttpLoad sent = desk.send(load, runTime);
        expectStored(desk, sent, 32);
        full.ours += sent.perSecond;
    }
    alone.ours = full.ours;
    full.note = u"baseline: pgbench, the event and its object in one transaction"_s;
    alone.note = u"the same; baseline: pgbench with the insert of the event alone"_s;
    bench::print(full);
    bench::print(alone);
}

void measureApplied()
{
    constexpr int events = 20'000;
    Figures figures{.name = u"webhooks-applied"_s, .unit = u"events/s"_s};
    WebhookDesk desk;
    EventLoad load(WebhookDesk::secret, 0, events);
    for (int run = 0; run < runs; ++run) {
        desk.reset();
        figures.baselines += desk.pgbench(u"webhook_event.sql"_s, pgbenchSeconds);
        load.rewind();
        const auto start = std::chrono::steady_clock::now();
        (void)desk.send(load, 60s);
        desk.waitForProcessor();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        figures.ours += events / taken.count();
        for (const QByteArray &sql :
             {QByteArray("SELECT count(*) FROM stripe_webhook_events WHERE state = 'done'"),
              QByteArray("SELECT count(*) FROM stripe_invoices"),
              QByteArray("SELECT count(DISTINCT stripe_event_id) FROM audit_log"),
              QByteArray("SELECT count(DISTINCT id) FROM changes WHERE entity = 'invoice'")}) {
            if (desk.number(sql) != events)
                die(u"Not every event was applied: "_s + QString::fromLatin1(sql));
        }
    }
    bench::print(figures);
}

void measureDuplicates()
{
    constexpr int events = 20'000;
    Figures figures{.name = u"webhooks-duplicates"_s, .unit = u"events/s"_s};
    WebhookDesk desk;
    EventLoad load(WebhookDesk::secret, 0, events);
    EventLoad fresh(WebhookDesk::secret, events, moreThanCanBeSent);
    for (int run = 0; run < runs; ++run) {
        desk.reset();
        load.rewind();
        (void)desk.send(load, 60s);
        desk.waitForProcessor();
        load.rewind();
        figures.ours += desk.send(load, 60s).perSecond;
        if (desk.number("SELECT count(*) FROM stripe_webhook_events") != events)
            die(u"A copy was stored twice."_s);
        fresh.rewind();
        figures.baselines += desk.send(fresh, runTime).perSecond;
    }
    figures.note = u"baseline: new events, webhooks-durable"_s;
    bench::print(figures);
}

void measureDelay()
{
    Figures figures{.name = u"webhooks-p99"_s, .unit = u"ms"_s};
    Figures middle{.name = u"webhooks-p50"_s, .unit = u"ms"_s};
    WebhookDesk desk;
    EventLoad load(WebhookDesk::secret, 0, moreThanCanBeSent);
    QString rates;
    for (int run = 0; run < runs; ++run) {
        desk.reset();
        load.rewind();
        const double best = desk.send(load, 4s).perSecond;
        desk.reset(); // what is left of it would be worked on meanwhile
        load.rewind();
        (void)desk.send(load, warmUp, best / 2); // the first connections and pages of a new program
        const HttpLoad half = desk.send(load, 8s, best / 2);
        figures.ours += double(half.percentile99.count()) / 1000;
        middle.ours += double(half.median.count()) / 1000;
        rates += u" %1/s"_s.arg(half.perSecond, 0, 'f', 0);
    }
    figures.note = u"at"_s + rates;
    bench::print(figures);
    bench::print(middle);
}

/// Resident memory of the whole server program after a thousand events, and after many more.
void measureMemory()
{
    constexpr int first = 1000;
    const int asked = qEnvironmentVariableIntValue("OMS_BENCH_EVENTS");
    const int events = asked > first ? asked : 1'000'000;
    constexpr int portion = 100'000;
    WebhookDesk desk;
    desk.reset();
    EventLoad few(WebhookDesk::secret, 0, first);
    (void)desk.send(few, 60s);
    desk.waitForProcessor();
    const double before = desk.residentMb();
    double highest = before;
    for (int sent = first; sent < events; sent += portion) {
        EventLoad more(WebhookDesk::secret, sent, std::min(portion, events - sent));
        (void)desk.send(more, 120s);
        highest = std::max(highest, desk.residentMb());
    }
    Figures figures{
        .name = u"webhooks-memory"_s, .unit = u"MB grown"_s, .ours = {highest - before}};
    figures.note = u"%1 MB after %2 events, %3 MB at most up to %4"_s.arg(before, 0, 'f', 1)
                       .arg(first)
                       .arg(highest, 0, 'f', 1)
                       .arg(events);
    bench::print(figures);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return bench::runBenchmarks({{u"webhooks-durable"_s, measureDurable},
                                 {u"webhooks-applied"_s, measureApplied},
                                 {u"webhooks-duplicates"_s, measureDuplicates},
                                 {u"webhooks-p99"_s, measureDelay},
                                 {u"webhooks-memory"_s, measureMemory}},
                                QCoreApplication::arguments());
}
