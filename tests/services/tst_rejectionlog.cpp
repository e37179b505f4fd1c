// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "db/rejectionrepository.h"
#include "services/rejectionlog.h"
#include "services/webhookintake.h"
#include "stripe/signature.h"
#include "testdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using services::PeerKind;

namespace {

const QByteArray secret = "whsec_of_this_test";

} // namespace

/// What was not taken is listed, without its body, and a flood of it costs little.
class RejectionLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatIsTurnedAway_data();
    void listsWhatIsTurnedAway();
    void listsSomeOfAFlood();
    void keepsTheNewest();
    void isForStaffToRead();

private:
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }

    core::SystemClock m_clock;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<services::RejectionLog> m_log;
};

void RejectionLogTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_database = std::make_unique<db::Database>(m_test->parameters());
    m_log = std::make_unique<services::RejectionLog>(*m_database);
}

void RejectionLogTest::cleanup()
{
    m_database.reset();
    m_log.reset();
    m_test.reset();
}

void RejectionLogTest::listsWhatIsTurnedAway_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("key"); // signed with; none: no header
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("row");
    QTest::newRow("unsigned") << QByteArray("{}") << QByteArray() << 0
                              << u"missing_header private 2 f 0"_s;
    QTest::newRow("another's secret")
        << QByteArray("{\"a\":1}") << QByteArray("whsec_other") << 0 << u"no_match private 7 t 0"_s;
    QTest::newRow("stale") << QByteArray("{}") << secret << 400 << u"too_old private 2 t 0"_s;
    QTest::newRow("not readable") << QByteArray("{\"object\":") << secret << 0
                                  << u"unreadable private 10 t 0"_s;
}

void RejectionLogTest::listsWhatIsTurnedAway()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, key);
    QFETCH(int, age);
    QFETCH(QString, row);
    services::WebhookIntake intake(m_test->parameters(), m_clock, {.secrets = {secret}});
    connect(
        &intake, &services::WebhookIntake::rejected, m_log.get(),
        [this](const services::RejectedDelivery &delivery) { m_log->note(delivery); },
        Qt::DirectConnection);
    const QByteArray header = key.isEmpty()
        ? QByteArray()
        : stripe::signatureHeader(body, {key}, m_clock.now().addSecs(-age));
    intake.accept({body, header, PeerKind::Private}, [](const services::IntakeAnswer &) {});
    QTRY_COMPARE(sql("SELECT reason || ' ' || peer || ' ' || body_size || ' ' ||"
                     " left((signed_at IS NOT NULL)::text, 1) || ' ' || unlisted"
                     " FROM stripe_webhook_rejections"),
                 row);
}

void RejectionLogTest::listsSomeOfAFlood()
{
    for (int i = 0; i < 5000; ++i)
        m_log->note({u"no_match"_s, PeerKind::Public, {}, i});
    const auto listed = [this] {
        return sql("SELECT count(*) FROM stripe_webhook_rejections").toInt();
    };
    QTRY_VERIFY(listed() >= services::RejectionLog::atOnce);
    m_database.reset(); // nothing more is under way
    QVERIFY2(listed() <= services::RejectionLog::atOnce + 2, qPrintable(QString::number(listed())));
}

void RejectionLogTest::keepsTheNewest()
{
    (void)sql("INSERT INTO stripe_webhook_rejections (reason, peer, body_size)"
              " SELECT 'no_match', 'public', n FROM generate_series(1, 2500) n RETURNING 1");
    m_log->note({u"too_new"_s, PeerKind::Loopback, {}, 9999});
    QTRY_COMPARE(sql("SELECT max(body_size) FROM stripe_webhook_rejections"), u"9999"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_rejections"),
             QString::number(db::RejectionRepository::kept));
}

void RejectionLogTest::isForStaffToRead()
{
    db::Database viewer(m_test->roleParameters("oms_viewer"));
    const auto read = support::resultOf(viewer.read([](db::Session &session) {
        return session.run(u"SELECT count(*) FROM stripe_webhook_rejections"_s).map([](QSqlQuery) {
            return true;
        });
    }));
    QVERIFY(read.has_value());
    const auto written = support::resultOf(viewer.write([](db::Session &session) {
        return session.exec(u"DELETE FROM stripe_webhook_rejections"_s);
    }));
    QVERIFY(!written.has_value());
}

QTEST_GUILESS_MAIN(RejectionLogTest)
#include "tst_rejectionlog.moc"
