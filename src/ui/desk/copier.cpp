// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/copier.h"

#include "core/clock.h"
#include "services/deskservices.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace std::chrono_literals;

namespace ui {

Copier::Copier(const PageContext &context, QObject *parent)
    : ListTask(context, parent)
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(600ms);
    connect(&m_moment, &QTimer::timeout, this, &Copier::show);
    connect(this, &ListTask::ended, &m_moment, &QTimer::stop);
}

void Copier::copyRows(const ListPage &page)
{
    const models::ListTableModel &model = page.model();
    const core::ListQuery shown = core::resolved(model.query(), context().clock.now());
    services::CopyRequest request{.columns = shownColumns(page)};
    if (hasTicked(model)) {
        request.query = model.checked().of(shown);
    } else if (!page.list().currentId().isNull()) {
        request.query = core::onlyRows(shown, {page.list().currentId()});
    } else {
        Q_EMIT failed({core::Error::Kind::Invalid, tr("Choose a row or tick some first."), {}, {}});
        return;
    }
    run(context().services.exports.copy(std::move(request)), tr("Copy rows"));
    m_moment.start();
}

void Copier::take(const services::ExportJob &job, qint64 rows)
{
    if (rows == 0) { // what was copied before is worth more than a line of titles
        Q_EMIT failed(
            {core::Error::Kind::NotFound, tr("These rows do not exist any more."), {}, {}});
        return;
    }
    QGuiApplication::clipboard()->setText(job.text());
    Q_EMIT copied(rows);
}

} // namespace ui
