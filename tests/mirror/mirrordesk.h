// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/database.h"
#include "db/mirrorrepository.h"
#include "services/mirrorwriter.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A copy of an object, as an event or an answer brought it.
struct Copy
{
    QJsonObject object;
    qint64 asOf = 0; ///< Unix seconds.
    QString id;      ///< The event's or the request's.
    core::Snapshot::Source source = core::Snapshot::Source::Event;
};

/// Writes copies to the mirror of a database of its own.
class MirrorDesk
{
public:
    MirrorDesk()
        : database(test.parameters())
    {
    }

    static QJsonObject fixture(const QString &name)
    {
        QFile file(QStringLiteral(OMS_FIXTURES "/") + name + QStringLiteral(".json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no fixture %s", qPrintable(name));
        return QJsonDocument::fromJson(file.readAll()).object();
    }

    core::Result<db::MirrorOutcome> tryWrite(const Copy &copy)
    {
        core::Snapshot origin;
        origin.asOf = QDateTime::fromSecsSinceEpoch(copy.asOf, Qt::UTC);
        origin.source = copy.source;
        origin.sourceId = copy.id;
        auto job =
            database.write([copy, origin](db::Session &session) -> core::Result<db::MirrorOutcome> {
                auto outcome = services::writeToMirror(session, copy.object, origin);
                if (!outcome)
                    return outcome;
                const auto settled =
                    db::MirrorRepository(session).settle({outcome->tenantId}, copy.id, origin.asOf);
                if (!settled)
                    return core::passOn(settled);
                return outcome;
            });
        job.waitForFinished();
        return job.result();
    }
    db::MirrorOutcome write(const Copy &copy)
    {
        return support::orDie(tryWrite(copy), qPrintable(copy.id));
    }
    QUuid addTenant(const QByteArray &name)
    {
        return QUuid(test.value("INSERT INTO tenants (name, email) VALUES ('" + name
                                + "', 'a@b.example') RETURNING id"));
    }
    void link(const QString &customerId, const QUuid &tenant)
    {
        auto job = database.write([customerId, tenant](db::Session &session) -> core::Result<> {
            db::MirrorRepository mirror(session);
            if (const auto linked = mirror.linkCustomer(customerId, tenant); !linked)
                return linked;
            return mirror.settle({tenant}, QStringLiteral("link"), QDateTime::currentDateTimeUtc());
        });
        job.waitForFinished();
        support::orDie(job.result(), "link");
    }
    [[nodiscard]] QString sql(const QByteArray &query) const { return test.value(query); }

    support::TestDatabase test;
    db::Database database;
};
