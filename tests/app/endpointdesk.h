// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktopsettings.h"
#include "app/endpointkeychain.h"
#include "services/webhookendpointservice.h"
#include "testdesk.h"

#include <QSettings>

/// A desk with a keychain of its own (a file in a folder), an executor, and what the window calls
/// for webhook endpoints. Made anew on the same folder, it is the same desk after a restart.
class EndpointDesk
{
public:
    EndpointDesk(const db::ConnectionParameters &database, const QString &stripeUrl,
                 const QString &folder,
                 services::ExecutorOptions options = support::TestDesk::quickOptions(),
                 const app::Configuration &given = app::defaultConfiguration());

    using Endpoints = QList<core::WebhookEndpoint>;
    /// Stripe's list, read now; an error is a failure of the test.
    [[nodiscard]] Endpoints list();
    /// The one with that address.
    [[nodiscard]] core::WebhookEndpoint at(const QString &url);
    QUuid create(const core::NewWebhookEndpoint &endpoint);
    QUuid update(const core::WebhookEndpoint &was, const core::WebhookEndpointChange &change);
    QUuid remove(const core::WebhookEndpoint &endpoint);
    /// Waits until the group's one step is in that state.
    [[nodiscard]] bool endsAs(const QUuid &group, const QString &state);
    [[nodiscard]] QList<QByteArray> secrets() const { return connections.webhookSecrets(); }

private:
    QSettings m_file;
    app::SecretStore m_store;
    app::StoredSettings m_stored;

public:
    app::DesktopSettings connections;
    app::EndpointKeychain keychain;
    support::TestDesk desk;
    services::WebhookEndpointService service;
};
