// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"
#include "ui/operations/operationdialog.h"

#include <optional>

class QLineEdit;

namespace ui {

class ConsequenceList;

/// Deletes an endpoint: first what Stripe stops doing. Where another has taken its place it is the
/// end of a rolling, and says whether that one has delivered yet.
class DeleteEndpointDialog : public OperationDialog
{
    Q_OBJECT

public:
    DeleteEndpointDialog(const Theme &theme, services::DeskServices &services,
                         const core::WebhookEndpoint &endpoint,
                         std::optional<core::WebhookEndpoint> successor, QWidget *parent = nullptr);

protected:
    bool check() override { return true; }
    QFuture<core::Result<QUuid>> submit() override;
    [[nodiscard]] QJsonObject correctedInput(const core::Operation &) const override { return {}; }
    bool showAtField(const core::Error &) override { return false; }
    void showPhase() override;
    [[nodiscard]] QString runningText() const override;
    [[nodiscard]] QString doneText() const override;
    void restore(const QList<core::Operation> &steps) override;

private:
    void showConsequences();
    [[nodiscard]] QList<struct Consequence> ofRolling() const;

    const core::WebhookEndpoint m_endpoint;
    const std::optional<core::WebhookEndpoint> m_successor;
    ConsequenceList *m_consequences;
    QLineEdit *m_reason;
};

} // namespace ui
