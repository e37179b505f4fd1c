// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// `oms-billing` as it is started from a shell.
class DesktopProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAboutItselfWithoutAScreen_data();
    void tellsAboutItselfWithoutAScreen();
};

void DesktopProgramTest::tellsAboutItselfWithoutAScreen_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("help") << u"--help"_s << QByteArray("--demo");
    QTest::newRow("short help") << u"-h"_s << QByteArray("--demo");
    QTest::newRow("version") << u"--version"_s << QByteArray("oms-billing 0.");
}

void DesktopProgramTest::tellsAboutItselfWithoutAScreen()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, told);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(OMS_BIN_DIR "/oms-billing"), {option});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    const QByteArray output = program.readAllStandardOutput();
    QVERIFY2(output.contains(told), output.constData());
}

QTEST_GUILESS_MAIN(DesktopProgramTest)
#include "tst_desktopprogram.moc"
