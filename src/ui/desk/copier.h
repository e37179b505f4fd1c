// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/listtask.h"

#include <QTimer>

namespace ui {

/// Copies the ticked rows of a list, or else its current one, as text for spreadsheets and mails.
/// The text is made by a worker; what was asked for last is what the clipboard gets.
class Copier final : public ListTask
{
    Q_OBJECT

public:
    explicit Copier(const PageContext &context, QObject *parent = nullptr);

    void copyRows(const ListPage &page);

Q_SIGNALS:
    void copied(qint64 rows);

private:
    void take(const services::ExportJob &job, qint64 rows) override;

    QTimer m_moment; ///< What takes no longer is not shown.
};

} // namespace ui
