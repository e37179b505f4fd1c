// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/listtask.h"

namespace ui {

/// Writes what a list shows, or what is ticked in it, to a CSV file: asks which and where, and
/// tells how it went.
class Exporter final : public ListTask
{
    Q_OBJECT

public:
    explicit Exporter(const PageContext &context, QObject *parent = nullptr);

    void exportList(ListPage &page);

Q_SIGNALS:
    void finished(const QString &path, qint64 rows);

private:
    void chooseRows(ListPage &page, const services::ExportRequest &all);
    void chooseFile(ListPage &page, const services::ExportRequest &request);
    void take(const services::ExportJob &job, qint64 rows) override;
};

} // namespace ui
