// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/jump/jumpentries.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QListView;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// Ctrl+K: one field, one list. Finds tenants, subscriptions and invoices by what people have at
/// hand, and leads to pages and actions. Reads the mirror alone, so it works without Stripe.
class JumpDialog : public QDialog
{
    Q_OBJECT

public:
    JumpDialog(const PageContext &context, MainWindow &window, Launcher &launcher);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildFoot(QVBoxLayout *layout);
    void search();
    void take(const core::Result<QList<core::JumpHit>> &hits);
    void showSections(const QList<JumpSection> &sections);
    void select(int row);
    void choose();

    PageContext m_context;
    JumpEntries m_entries;
    QLineEdit *m_field;
    QListView *m_list;
    JumpModel *m_model;
    TextLabel *m_message;
    QTimer m_typing; ///< A word is looked for when it is typed, not letter by letter.
    QString m_typed; ///< What the list shows.
    int m_asked = 0; ///< Answers to earlier questions are dropped.
};

} // namespace ui
