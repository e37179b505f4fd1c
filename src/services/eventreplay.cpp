// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventreplay.h"

#include "db/database.h"
#include "db/eventrepository.h"
#include "db/listrepository.h"
#include "services/whenready.h"

namespace services {
namespace {

constexpr qsizetype atOnce = 2000;

} // namespace

EventReplay::EventReplay(db::Database &database, const core::ListQuery &query, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    const auto readIds = [query, canceled = m_isCanceled](db::Session &session) {
        return db::ListRepository(session).ids(query, *canceled);
    };
    whenReady(database.read(readIds), this, [this](const core::Result<QList<QUuid>> &ids) {
        if (!ids) {
            Q_EMIT finished(core::passOn(ids));
            return;
        }
        m_ids = *ids;
        next();
    });
}

EventReplay::~EventReplay()
{
    cancel();
}

void EventReplay::cancel()
{
    *m_isCanceled = true;
}

void EventReplay::next()
{
    Q_EMIT progressed(m_place, m_ids.size());
    if (m_place >= m_ids.size() || isCanceled()) {
        Q_EMIT finished(m_asked);
        return;
    }
    const QList<QUuid> some = m_ids.mid(m_place, atOnce);
    const auto ask = [some](db::Session &session) {
        return db::EventRepository(session).replay(some);
    };
    whenReady(m_database.write(ask), this,
              [this, size = some.size()](const core::Result<qint64> &asked) {
                  if (!asked) {
                      Q_EMIT finished(asked);
                      return;
                  }
                  m_place += size;
                  m_asked += *asked;
                  next();
              });
}

} // namespace services
