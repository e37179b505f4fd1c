// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/pagecontext.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace models {
class ListTableModel;
}
namespace services {
class ExportJob;
}

namespace ui {

/// Writes what a list shows to a CSV file: asks where, shows how far it is and how long it still
/// takes, can be stopped, and tells how it went. One export at a time.
class Exporter : public QObject
{
    Q_OBJECT

public:
    explicit Exporter(const PageContext &context, QObject *parent = nullptr);
    ~Exporter() override;

    void exportList(const models::ListTableModel &model, QWidget *over);
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    [[nodiscard]] QString title() const { return m_title; } ///< "Export invoices"
    void cancel();

Q_SIGNALS:
    void started();
    /// "Export invoices · 2 min left" and 0 … 1; an empty text when nothing runs any more.
    void progressed(const QString &text, double share);
    void counted(qint64 done, qint64 total); ///< Rows; total is -1 until it is known.
    void finished(const QString &path, qint64 rows);
    void failed(const core::Error &error);
    void canceled();

private:
    void start(const models::ListTableModel &model, const QString &path);
    void showProgress(qint64 done, qint64 total);
    void take(const core::Result<qint64> &rows);
    [[nodiscard]] QString timeLeft(double share) const;

    PageContext m_context;
    std::unique_ptr<services::ExportJob> m_job;
    QElapsedTimer m_since;
    QString m_title;
};

} // namespace ui
