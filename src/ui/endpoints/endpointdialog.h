// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"
#include "ui/operations/operationdialog.h"

#include <optional>

class QCheckBox;
class QLineEdit;

namespace ui {

class ConsequenceList;

/// Makes a webhook endpoint, or changes the address, description and state of one. What is wrong
/// with the address stands at its field, with the path that is missing as a ready answer.
class EndpointDialog : public OperationDialog
{
    Q_OBJECT

public:
    /// `was`: the one to change; none: a new one.
    EndpointDialog(const Theme &theme, services::DeskServices &services,
                   std::optional<core::WebhookEndpoint> was, QWidget *parent = nullptr);

protected:
    bool check() override;
    QFuture<core::Result<QUuid>> submit() override;
    [[nodiscard]] QJsonObject correctedInput(const core::Operation &step) const override;
    bool showAtField(const core::Error &error) override;
    void showPhase() override;
    [[nodiscard]] QString runningText() const override;
    [[nodiscard]] QString doneText() const override;
    void restore(const QList<core::Operation> &steps) override;
    [[nodiscard]] bool isDirty() const override;

private:
    void build();
    void fill(const QString &url, const QString &description, bool isEnabled);
    void showConsequences();
    void showUrlError(const QString &sentence);
    [[nodiscard]] QString withPath() const;
    [[nodiscard]] core::NewWebhookEndpoint fresh() const;
    [[nodiscard]] core::WebhookEndpointChange change() const;

    const std::optional<core::WebhookEndpoint> m_was;
    QLineEdit *m_url;
    FieldRow *m_urlRow;
    QLineEdit *m_description;
    QCheckBox *m_isEnabled;
    QLineEdit *m_reason;
    ConsequenceList *m_consequences;
};

} // namespace ui
