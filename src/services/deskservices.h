// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/changenotifier.h"
#include "services/detailservice.h"
#include "services/eventservice.h"
#include "services/exportservice.h"
#include "services/health.h"
#include "services/jumpservice.h"
#include "services/listservice.h"
#include "services/operationservice.h"
#include "services/overviewservice.h"
#include "services/signedinperson.h"
#include "services/subscriptionservice.h"
#include "services/syncservice.h"
#include "services/tenantservice.h"
#include "services/webhookendpointservice.h"

namespace services {

/// Everything a window may call, made once per database and passed down to pages and dialogs.
class DeskServices
{
public:
    explicit DeskServices(db::Database &database)
        : lists(database)
        , exports(database)
        , overview(database)
        , details(database)
        , tenants(database)
        , subscriptions(database)
        , operations(database)
        , jump(database)
        , sync(database)
        , events(database)
        , endpoints(database)
    {
    }

    ListService lists;
    ExportService exports;
    OverviewService overview;
    DetailService details;
    TenantService tenants;
    SubscriptionService subscriptions;
    OperationService operations;
    JumpService jump;
    SyncService sync;
    EventService events;
    WebhookEndpointService endpoints;
    ChangeNotifier changes;
    Health health;
    SignedInPerson person;
    bool isTestMode = true; ///< The amber line: what is done here moves no real money.
    bool isDemo = false;    ///< The sandbox answers in Stripe's place.
};

} // namespace services
