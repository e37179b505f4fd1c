// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorylistsource.h"
#include "models/viewcounts.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

core::ListQuery viewOf(const QString &search)
{
    return {.list = core::ListId::Tenants, .search = search, .filters = {}, .sort = {}};
}

} // namespace

/// The counts beside the views of a list.
class ViewCountsTest : public QObject
{
    Q_OBJECT

private:
    MemoryListSource m_source;

private Q_SLOTS:
    void init()
    {
        m_source.rows.clear();
        for (const QString &name : {u"Acme"_s, u"Acorn"_s, u"Birke"_s})
            m_source.rows.append({QUuid::createUuid(), {name}});
    }

    void eachViewButTheWholeListIsCounted()
    {
        models::ViewCounts counts(m_source);
        QSignalSpy counted(&counts, &models::ViewCounts::counted);
        counts.setQueries({viewOf({}), viewOf(u"Ac"_s), viewOf(u"B"_s)});
        counts.setActive(true);
        QTRY_COMPARE(counted.size(), 2);
        QCOMPARE(counted.at(0), QVariantList({1, qint64(2)}));
        QCOMPARE(counted.at(1), QVariantList({2, qint64(1)}));
    }

    void outOfSightNothingIsCounted()
    {
        models::ViewCounts counts(m_source);
        QSignalSpy counted(&counts, &models::ViewCounts::counted);
        m_source.isHeld = true;
        counts.setQueries({viewOf(u"Ac"_s)});
        counts.noteChanges();
        m_source.release();
        QCoreApplication::processEvents();
        QCOMPARE(counted.size(), 0);
        counts.setActive(true);
        m_source.release();
        m_source.isHeld = false;
        QTRY_COMPARE(counted.size(), 1);
    }

    void aLateAnswerToOtherViewsIsDropped()
    {
        models::ViewCounts counts(m_source);
        QSignalSpy counted(&counts, &models::ViewCounts::counted);
        m_source.isHeld = true;
        counts.setQueries({viewOf(u"Ac"_s)});
        counts.setActive(true);
        counts.setQueries({viewOf(u"B"_s)});
        m_source.release();
        QTRY_COMPARE(counted.size(), 1);
        QCOMPARE(counted.first(), QVariantList({0, qint64(1)}));
        m_source.isHeld = false;
    }

    void aChangeIsCountedAfterAPause()
    {
        models::ViewCounts counts(m_source);
        QSignalSpy counted(&counts, &models::ViewCounts::counted);
        counts.setQueries({viewOf(u"Ac"_s)});
        counts.setActive(true);
        QTRY_COMPARE(counted.size(), 1);
        m_source.rows.append({QUuid::createUuid(), {u"Action"_s}});
        counts.noteChanges();
        QTRY_COMPARE(counted.size(), 2);
        QCOMPARE(counted.last(), QVariantList({0, qint64(3)}));
    }
};

QTEST_GUILESS_MAIN(ViewCountsTest)
#include "tst_viewcounts.moc"
