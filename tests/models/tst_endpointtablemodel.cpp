// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/endpointreport.h"
#include "models/endpointtablemodel.h"
#include "services/eventtypes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::EndpointTableModel;

/// The list of webhook endpoints, and what of each is not as it should be.
class EndpointTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelKeepsItsPromises();
    void comparesWithWhatIsHandled_data();
    void comparesWithWhatIsHandled();
    void saysWhereAColumnNeedsAttention();
};

void EndpointTableModelTest::theModelKeepsItsPromises()
{
    EndpointTableModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    core::WebhookEndpoint first;
    first.id = u"we_1"_s;
    first.url = u"https://a.example"_s;
    first.enabledEvents = {u"invoice.paid"_s};
    core::WebhookEndpoint second = first;
    second.id = u"we_2"_s;
    second.isEnabled = false;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setEndpoints({second, first}, u"2023-10-16"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(u"we_1"_s), 1);
    QCOMPARE(model.rowOf(u"we_3"_s), -1);
    QCOMPARE(model.endpoint(2), nullptr);
    QCOMPARE(resets.size(), 1);
    second.url = u"https://b.example"_s;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setEndpoints({second, first}, u"2023-10-16"_s); // the same ones: rows stay
    QCOMPARE(resets.size(), 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(0, EndpointTableModel::Address).data().toString(), u"https://b.example"_s);
    QCOMPARE(model.index(0, EndpointTableModel::State).data(EndpointTableModel::StatusRole),
             u"disabled"_s);
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString title = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY(!title.isEmpty());
        QVERIFY(model.index(0, column).data(Qt::AccessibleTextRole).toString().startsWith(title));
    }
    model.setEndpoints({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void EndpointTableModelTest::comparesWithWhatIsHandled_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<int>("missing");
    QTest::addColumn<QStringList>("superfluous");
    const QStringList handled = services::eventTypesFor(u"2023-10-16"_s);
    const QString own = u"2023-10-16"_s;
    QTest::newRow("exactly") << own << handled << 0 << QStringList();
    QTest::newRow("one of them") << own << QStringList{u"invoice.paid"_s} << int(handled.size()) - 1
                                 << QStringList();
    QTest::newRow("one more") << own << handled + QStringList{u"balance.available"_s} << 0
                              << QStringList{u"balance.available"_s};
    QTest::newRow("everything") << own << QStringList{u"*"_s} << 0 << QStringList{u"*"_s};
    QTest::newRow("a later version could send one more")
        << u"2025-03-31.basil"_s << handled << 1 << QStringList();
}

void EndpointTableModelTest::comparesWithWhatIsHandled()
{
    QFETCH(QString, version);
    QFETCH(QStringList, events);
    QFETCH(QStringList, superfluous);
    core::WebhookEndpoint endpoint;
    endpoint.apiVersion = version;
    endpoint.enabledEvents = events;
    const models::EndpointReport report = models::reportOf(endpoint, u"2023-10-16"_s);
    QTEST(int(report.missing.size()), "missing");
    QCOMPARE(report.superfluous, superfluous);
    QCOMPARE(report.isOtherVersion, version != "2023-10-16"_L1);
    QCOMPARE(report.isUpToDate(), report.missing.isEmpty() && superfluous.isEmpty());
    QVERIFY(!models::typesText(report).isEmpty());
}

void EndpointTableModelTest::saysWhereAColumnNeedsAttention()
{
    core::WebhookEndpoint endpoint;
    endpoint.id = u"we_1"_s;
    endpoint.apiVersion = u"2022-11-15"_s;
    endpoint.enabledEvents = {u"invoice.paid"_s};
    endpoint.secret = core::EndpointSecret::NotOurs;
    EndpointTableModel model;
    const auto concerns = [&] {
        model.setEndpoints({endpoint}, u"2023-10-16"_s);
        QList<int> columns;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.index(0, column).data(EndpointTableModel::ConcernRole).toBool())
                columns.append(column);
        }
        return columns;
    };
    QCOMPARE(concerns(), (QList<int>{EndpointTableModel::Version, EndpointTableModel::Types}));
    endpoint.operationId = u"ours"_s; // made here, so its secret should be here
    QCOMPARE(concerns(),
             (QList<int>{EndpointTableModel::Version, EndpointTableModel::Types,
                         EndpointTableModel::Secret}));
    endpoint.apiVersion = u"2023-10-16"_s;
    endpoint.enabledEvents = services::eventTypesFor(endpoint.apiVersion);
    endpoint.secret = core::EndpointSecret::Ours;
    QCOMPARE(concerns(), QList<int>());
}

QTEST_GUILESS_MAIN(EndpointTableModelTest)
#include "tst_endpointtablemodel.moc"
