// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/provisiondialog.h"
#include "ui/pagecontext.h"

#include <QObject>
#include <QUuid>

namespace ui {

/// Opens the dialogs that change something, over whichever widget asked, and leads to the tenant
/// they acted on. Keeps what was typed into "New tenant" as long as the window lives.
class Launcher : public QObject
{
    Q_OBJECT

public:
    explicit Launcher(const PageContext &context, QObject *parent = nullptr);

    void newTenant(QWidget *over);
    void changePlan(const QUuid &tenantId, QWidget *over);
    void newSubscription(const QUuid &tenantId, QWidget *over);
    /// `subscriptionId` is Stripe's.
    void cancelSubscription(const QUuid &tenantId, const QString &subscriptionId, QWidget *over);
    /// Goes on with what was left or has stopped: all steps of one group.
    void resume(const QList<core::Operation> &steps, QWidget *over);

Q_SIGNALS:
    void tenantRequested(const QUuid &tenantId);
    void dialogOpened(OperationDialog *dialog);

private:
    void open(OperationDialog *dialog, QWidget *over);

    PageContext m_context;
    ProvisionDraft m_draft;
};

} // namespace ui
