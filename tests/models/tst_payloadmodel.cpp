// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/payloadmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using models::PayloadModel;

namespace {

QJsonObject parsed(const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("this is no JSON: %s", json);
    return document.object();
}

/// "data.object/status: active -> past_due" for each single value that changed.
QStringList changesOf(PayloadModel &model, const QModelIndex &parent = {}, const QString &path = {})
{
    QStringList changes;
    if (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex field = model.index(row, PayloadModel::Field, parent);
        const QString name =
            path.isEmpty() ? field.data().toString() : path + u'/' + field.data().toString();
        if (field.data(PayloadModel::IsChangedRole).toBool())
            changes += u"%1: %2 -> %3"_s.arg(
                name, field.siblingAtColumn(PayloadModel::Before).data().toString(),
                field.siblingAtColumn(PayloadModel::After).data().toString());
        changes += changesOf(model, field, name);
    }
    return changes;
}

} // namespace

/// What the tree of an event's payload shows as before and after.
class PayloadModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsChanges_data();
    void tellsChanges();
    void changesAloneHaveNothingElse();
    void branchesAreMadeWhenOpened();
    void timesAreInWords();
    void keepsItsRules();
};

void PayloadModelTest::tellsChanges_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("a value") << QByteArray(R"({"data": {
            "object": {"status": "past_due", "id": "sub_1"},
            "previous_attributes": {"status": "active"}}})")
                             << QStringList{u"data.object/status: active -> past_due"_s};
    QTest::newRow("of an object the changed fields alone")
        << QByteArray(R"({"data": {
            "object": {"plan": {"id": "new", "amount": 5}},
            "previous_attributes": {"plan": {"amount": 3}}}})")
        << QStringList{u"data.object/plan/amount: 3 -> 5"_s};
    QTest::newRow("an array is told whole")
        << QByteArray(R"({"data": {
            "object": {"items": [{"id": "a", "quantity": 14}, {"id": "b", "quantity": 1}]},
            "previous_attributes": {"items": [{"id": "a", "quantity": 12}]}}})")
        << QStringList{u"data.object/items/0/quantity: 12 -> 14"_s,
                       u"data.object/items/1/id: none -> b"_s,
                       u"data.object/items/1/quantity: none -> 1"_s};
    QTest::newRow("what was not there before is null")
        << QByteArray(R"({"data": {
            "object": {"metadata": {"team": "north"}},
            "previous_attributes": {"metadata": {"team": null}}}})")
        << QStringList{u"data.object/metadata/team: null -> north"_s};
    QTest::newRow("what is gone") << QByteArray(R"({"data": {
            "object": {"metadata": {}},
            "previous_attributes": {"metadata": {"team": "north"}}}})")
                                  << QStringList{u"data.object/metadata/team: north -> none"_s};
    QTest::newRow("an object became null")
        << QByteArray(R"({"data": {
            "object": {"discount": null},
            "previous_attributes": {"discount": {"id": "di_1"}}}})")
        << QStringList{u"data.object/discount/id: di_1 -> none"_s};
    QTest::newRow("nothing is said")
        << QByteArray(R"({"data": {"object": {"status": "open"}}})") << QStringList{};
}

void PayloadModelTest::tellsChanges()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, changes);
    PayloadModel everything(PayloadModel::Shows::Everything);
    everything.setPayload(parsed(json.constData()));
    QCOMPARE(changesOf(everything), changes);
    QCOMPARE(everything.changeCount(), int(changes.size()));
    PayloadModel alone(PayloadModel::Shows::Changes);
    alone.setPayload(parsed(json.constData()));
    QCOMPARE(changesOf(alone), changes);
}

void PayloadModelTest::changesAloneHaveNothingElse()
{
    PayloadModel model(PayloadModel::Shows::Changes);
    model.setPayload(parsed(R"({"id": "evt_1", "data": {
        "object": {"status": "past_due", "id": "sub_1", "plan": {"id": "p"}},
        "previous_attributes": {"status": "active"}}})"));
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex object = model.index(0, 0);
    model.fetchMore(object);
    QCOMPARE(model.rowCount(object), 1);
    QCOMPARE(model.index(0, 0, object).data().toString(), u"status"_s);
    QCOMPARE(model.index(0, 0, object).data(Qt::AccessibleTextRole).toString(),
             u"status: was active, is past_due"_s);
}

void PayloadModelTest::branchesAreMadeWhenOpened()
{
    PayloadModel model(PayloadModel::Shows::Everything);
    model.setPayload(parsed(R"({"data": {"object": {"lines": {"data": [1, 2]}, "none": {}}}})"));
    const QModelIndex object = model.index(0, 0);
    QCOMPARE(model.rowCount(object), 0);
    QVERIFY(model.hasChildren(object));
    model.fetchMore(object);
    QCOMPARE(model.rowCount(object), 2);
    QVERIFY(!model.canFetchMore(object));
    const QModelIndex empty = model.index(1, 0, object);
    QCOMPARE(empty.data().toString(), u"none"_s);
    QVERIFY(!model.hasChildren(empty));
}

void PayloadModelTest::timesAreInWords()
{
    QCOMPARE(models::payloadText(u"current_period_end"_s, 1784160000), u"16 Jul 2026, 00:00 UTC"_s);
    QCOMPARE(models::payloadText(u"created"_s, 1784160000), u"16 Jul 2026, 00:00 UTC"_s);
    QCOMPARE(models::payloadText(u"amount_due"_s, 1784160000), u"1784160000"_s);
    QCOMPARE(models::payloadText(u"ends_at"_s, 12), u"12"_s);
    QCOMPARE(models::payloadText(u"percent"_s, 12.5), u"12.5"_s);
    QCOMPARE(models::payloadText(u"amount"_s, qint64(9007199254740993)), u"9007199254740993"_s);
    QCOMPARE(models::payloadText(u"email"_s, QJsonValue::Null), u"null"_s);
}

void PayloadModelTest::keepsItsRules()
{
    QFile file(QStringLiteral(OMS_FIXTURES "/basil_event_customer.subscription.updated.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject payload = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto shows : {PayloadModel::Shows::Everything, PayloadModel::Shows::Changes}) {
        PayloadModel model(shows);
        model.setPayload(payload);
        QVERIFY(model.changeCount() > 0);
        // Not before the reset: the tester fetches while it is told of one, and calls that a fault.
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(int(changesOf(model).size()), model.changeCount());
        model.setPayload({});
        QCOMPARE(model.changeCount(), 0);
    }
}

QTEST_GUILESS_MAIN(PayloadModelTest)
#include "tst_payloadmodel.moc"
