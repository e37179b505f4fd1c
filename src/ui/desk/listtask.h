// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/exportservice.h"
#include "ui/pagecontext.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace models {
class ListTableModel;
}

namespace ui {

class ListPage;

/// Work on a list's rows that goes on in the background, one at a time: how far it is, how long it
/// still takes, how it ended. It may be stopped.
class ListTask : public QObject
{
    Q_OBJECT

public:
    ~ListTask() override;
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    [[nodiscard]] QString title() const { return m_title; } ///< "Export invoices"
    void cancel();

Q_SIGNALS:
    void lasting(); ///< It is worth showing how far it is.
    /// "Export invoices · 2 min left" and 0 … 1; an empty text when nothing runs any more.
    void progressed(const QString &text, double share);
    void counted(qint64 done, qint64 total); ///< Rows; total is -1 until it is known.
    void failed(const core::Error &error);
    void ended(); ///< Whichever way.

protected:
    explicit ListTask(const PageContext &context, QObject *parent);
    [[nodiscard]] const PageContext &context() const { return m_context; }
    /// What ran before is given up.
    void run(std::unique_ptr<services::ExportJob> job, const QString &title);
    void show(); ///< From now on it is lasting().
    virtual void take(const services::ExportJob &job, qint64 rows) = 0;

    /// Whether rows are ticked; also while they are being counted.
    [[nodiscard]] static bool hasTicked(const models::ListTableModel &model);
    /// As they stand, with their titles.
    [[nodiscard]] static QList<services::ExportColumn> shownColumns(const ListPage &page);

private:
    void follow(qint64 done, qint64 total);
    void finish(const core::Result<qint64> &rows);
    void end();
    [[nodiscard]] QString timeLeft(double share) const;

    PageContext m_context;
    std::unique_ptr<services::ExportJob> m_job;
    QElapsedTimer m_since;
    QString m_title;
    bool m_isShown = false;
};

} // namespace ui
