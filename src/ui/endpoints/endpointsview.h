// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/webhookendpoint.h"
#include "models/endpointtablemodel.h"
#include "ui/pagecontext.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedLayout;

namespace ui {

class EndpointPanel;
class EndpointTable;
class Notice;
class OperationDialog;
class OperationWatcher;
class ProgressLine;
class StatePane;
class TextLabel;

/// Stripe's webhook endpoints: the list as Stripe tells it, the chosen one beside it, and what can
/// be done. Says plainly while two secrets are in use, and why nothing can be done where it cannot.
class EndpointsView : public QWidget
{
    Q_OBJECT

public:
    EndpointsView(const PageContext &context, QWidget *parent = nullptr);

    void refresh(); ///< Asks Stripe again.
    /// Whether Stripe has answered, or said why it does not.
    [[nodiscard]] bool isSettled() const { return m_isRead && !m_isReading; }
    [[nodiscard]] EndpointTable &table() const { return *m_table; }

Q_SIGNALS:
    void dialogOpened(ui::OperationDialog *dialog);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using Endpoints = core::Result<QList<core::WebhookEndpoint>>;
    void build();
    void buildHead(class QVBoxLayout *layout);
    void joinActions();
    void take(const Endpoints &answer);
    void adopt(const QList<core::WebhookEndpoint> &endpoints);
    void showState(const core::Error &error);
    void showEmpty();
    void showCurrent();
    void setPanelWanted(bool isWanted);
    void followActions();
    void followChoice(const QString &obstacle);
    void showNotice();
    void followArrivals();
    void finishRoll();
    void create();
    void edit();
    void updateTypes();
    void roll();
    void remove();
    void open(OperationDialog *dialog);
    void followSteps();
    [[nodiscard]] const core::WebhookEndpoint *current() const;
    [[nodiscard]] std::optional<core::WebhookEndpoint> successorOf(const QString &id) const;
    [[nodiscard]] std::optional<core::WebhookEndpoint> find(const QString &id) const;

    PageContext m_context;
    models::EndpointTableModel *m_model;
    EndpointTable *m_table;
    EndpointPanel *m_panel;
    Notice *m_notice;
    StatePane *m_state;
    ProgressLine *m_progress;
    TextLabel *m_count;
    QStackedLayout *m_stack = nullptr;
    OperationWatcher *m_watcher; ///< Of what is done without a dialog.
    QTimer m_changes;
    QTimer m_arrivals; ///< While a rolling is open.
    int m_delivered = 0;
    core::Error m_error;
    bool m_isPanelWanted = true;
    bool m_isReading = false;
    bool m_isRead = false;
};

} // namespace ui
