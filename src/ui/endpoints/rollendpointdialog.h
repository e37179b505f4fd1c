// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"
#include "ui/operations/operationdialog.h"

class QLineEdit;

namespace ui {

class ChoiceList;
class ConsequenceList;

/// Gives an endpoint another signing secret, which at Stripe means another endpoint in its place:
/// both deliver for a while, then the old one goes. Also the way to another API version, and out of
/// a secret that was lost.
class RollEndpointDialog : public OperationDialog
{
    Q_OBJECT

public:
    RollEndpointDialog(const Theme &theme, services::DeskServices &services,
                       const core::WebhookEndpoint &old, QWidget *parent = nullptr);

protected:
    bool check() override;
    QFuture<core::Result<QUuid>> submit() override;
    [[nodiscard]] QJsonObject correctedInput(const core::Operation &step) const override;
    bool showAtField(const core::Error &error) override;
    void showPhase() override;
    [[nodiscard]] QString runningText() const override;
    [[nodiscard]] QString doneText() const override;
    void restore(const QList<core::Operation> &steps) override;

private:
    void build();
    void showConsequences();
    [[nodiscard]] core::NewWebhookEndpoint fresh() const;

    const core::WebhookEndpoint m_old;
    const QDateTime m_inADay;
    ConsequenceList *m_consequences;
    ChoiceList *m_end;
    QLineEdit *m_reason;
};

} // namespace ui
