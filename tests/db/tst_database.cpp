// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class DatabaseTest : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
