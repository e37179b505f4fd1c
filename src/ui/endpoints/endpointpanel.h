// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"
#include "ui/pagecontext.h"
#include "ui/widgets/detailpanel.h"

#include <optional>

namespace ui {

/// One endpoint: what it sends held against what is handled here, whether its secret is here, and
/// what should be done about it.
class EndpointPanel : public DetailPanel
{
    Q_OBJECT

public:
    EndpointPanel(const PageContext &context, QWidget *parent = nullptr);

    /// `successor`: the one that is taking its place; `predecessor`: the one whose place it takes.
    void showEndpoint(const core::WebhookEndpoint &endpoint,
                      const std::optional<core::WebhookEndpoint> &successor,
                      const std::optional<core::WebhookEndpoint> &predecessor);

protected:
    void fill() override;

private:
    void fillAdvice();
    void fillTypes();
    void fillDetails();
    void addTypes(class QVBoxLayout *section, const QString &heading, const QStringList &types,
                  StatusColor status);
    void advise(StatusColor status, QLatin1StringView icon, const QString &title,
                const QString &text);

    PageContext m_context;
    core::WebhookEndpoint m_endpoint;
    std::optional<core::WebhookEndpoint> m_successor;
    std::optional<core::WebhookEndpoint> m_predecessor;
    QList<QWidget *> m_advice;
};

} // namespace ui
