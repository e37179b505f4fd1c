// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/exporter.h"

#include "core/clock.h"
#include "services/deskservices.h"
#include "ui/desk/exportrowsdialog.h"
#include "ui/dialogs.h"
#include "ui/widgets/listpage.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QString titleFor(core::ListId list)
{
    switch (list) {
    case core::ListId::Tenants:
        return Exporter::tr("Export tenants");
    case core::ListId::Subscriptions:
        return Exporter::tr("Export subscriptions");
    case core::ListId::Invoices:
        return Exporter::tr("Export invoices");
    case core::ListId::Drift:
        return Exporter::tr("Export differences");
    case core::ListId::Events:
        return Exporter::tr("Export events");
    }
    Q_UNREACHABLE();
}

} // namespace

Exporter::Exporter(const PageContext &context, QObject *parent)
    : ListTask(context, parent)
{
}

void Exporter::exportList(ListPage &page)
{
    if (isRunning()) {
        Q_EMIT failed({core::Error::Kind::Conflict,
                       tr("Another export is being written. Wait until it is done, or stop it."),
                       {},
                       {}});
        return;
    }
    const models::ListTableModel &model = page.model();
    const services::ExportRequest all{
        core::resolved(model.query(), context().clock.now()), shownColumns(page), {}, false};
    const bool isAllTicked = model.isCounted() && model.checked().isAll(model.totals());
    if (hasTicked(model) && !isAllTicked)
        chooseRows(page, all);
    else
        chooseFile(page, all);
}

void Exporter::chooseRows(ListPage &page, const services::ExportRequest &all)
{
    const models::ListTableModel &model = page.model();
    services::ExportRequest ticked = all;
    ticked.query = model.checked().of(all.query);
    const auto total =
        model.isCounted() ? std::optional<qint64>(model.totals().count) : std::optional<qint64>();
    const auto count = total || !model.checked().isEverything()
        ? std::optional<qint64>(model.checked().count(model.totals()))
        : std::optional<qint64>();
    auto *dialog = new ExportRowsDialog(context().theme, titleFor(all.query.list), count, total);
    connect(dialog, &ExportRowsDialog::chosen, &page, [this, &page, all, ticked](bool isTicked) {
        chooseFile(page, isTicked ? ticked : all);
    });
    context().dialogs.open(dialog, &page);
}

void Exporter::chooseFile(ListPage &page, const services::ExportRequest &request)
{
    const QString title = titleFor(request.query.list);
    const QString name =
        u"%1 %2.csv"_s.arg(core::toText(request.query.list),
                           context().clock.now().toLocalTime().toString(u"yyyy-MM-dd"_s));
    const auto start = [this, title, request](const QString &path) {
        services::ExportRequest placed = request;
        placed.path = path;
        run(context().services.exports.start(placed), title);
        show();
    };
    context().dialogs.chooseFile({title, name, tr("CSV (*.csv)")}, &page, start);
}

void Exporter::take(const services::ExportJob &job, qint64 rows)
{
    Q_EMIT finished(job.path(), rows);
}

} // namespace ui
