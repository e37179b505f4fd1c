<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Daemon</name>
    <message numerus="yes">
        <source>%n step(s) done.</source>
        <translation>
            <numerusform>%n step done.</numerusform>
            <numerusform>%n steps done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written.</source>
        <translation>
            <numerusform>%n row written.</numerusform>
            <numerusform>%n rows written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventAdvice</name>
    <message numerus="yes">
        <source>%n try(s) so far</source>
        <translation>
            <numerusform>%n try so far</numerusform>
            <numerusform>%n tries so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replay %n event(s)?</source>
        <translation>
            <numerusform>Replay %n event?</numerusform>
            <numerusform>Replay %n events?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replay the %n event(s) that failed?</source>
        <translation>
            <numerusform>Replay the event that failed?</numerusform>
            <numerusform>Replay the %n events that failed?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>in the next %n day(s)</source>
        <translation>
            <numerusform>in the next day</numerusform>
            <numerusform>in the next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation>
            <numerusform>in the last day</numerusform>
            <numerusform>in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in less than %n day(s)</source>
        <translation>
            <numerusform>in less than %n day</numerusform>
            <numerusform>in less than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation>
            <numerusform>more than %n day ago</numerusform>
            <numerusform>more than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in more than %n day(s)</source>
        <translation>
            <numerusform>in more than %n day</numerusform>
            <numerusform>in more than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>less than %n day(s) ago</source>
        <translation>
            <numerusform>less than %n day ago</numerusform>
            <numerusform>less than %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message numerus="yes">
        <source>%Ln invoice(s)</source>
        <translation>
            <numerusform>%Ln invoice</numerusform>
            <numerusform>%Ln invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewKpi</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n tenant(s)</source>
        <translation>
            <numerusform>of %n tenant</numerusform>
            <numerusform>of %n tenants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubscriptionsPage</name>
    <message numerus="yes">
        <source>%Ln subscription(s)</source>
        <translation>
            <numerusform>%Ln subscription</numerusform>
            <numerusform>%Ln subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n difference(s) from Stripe?</source>
        <translation>
            <numerusform>Take over %n difference from Stripe?</numerusform>
            <numerusform>Take over %n differences from Stripe?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ(s)</source>
        <comment>objects</comment>
        <translation>
            <numerusform>%Ln differs</numerusform>
            <numerusform>%Ln differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln differ(s).</source>
        <comment>objects</comment>
        <translation>
            <numerusform>%1, %Ln differs.</numerusform>
            <numerusform>%1, %Ln differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln differed.</source>
        <comment>objects</comment>
        <translation>
            <numerusform>%1, %Ln differed.</numerusform>
            <numerusform>%1, %Ln differed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stripe's events were not read for %n day(s)</source>
        <translation>
            <numerusform>Stripe's events were not read for %n day</numerusform>
            <numerusform>Stripe's events were not read for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln tenant</numerusform>
            <numerusform>%Ln tenants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebhookEndpoints</name>
    <message numerus="yes">
        <source>All %n</source>
        <comment>event types that are handled here</comment>
        <translation>
            <numerusform>The only one</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>event types</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>event types</comment>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>every year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>db</name>
    <message numerus="yes">
        <source>The database is older than this program: %n steps of its setup are missing. Its owner has to run oms-billingd migrate.</source>
        <translation>
            <numerusform>The database is older than this program: %n step of its setup is missing. Its owner has to run oms-billingd migrate.</numerusform>
            <numerusform>The database is older than this program: %n steps of its setup are missing. Its owner has to run oms-billingd migrate.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::PayloadModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <comment>of a part of a payload</comment>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>of a list in a payload</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::TurnedAwayTableModel</name>
    <message numerus="yes">
        <source>%1 (and %Ln more before it)</source>
        <translation>
            <numerusform>%1 (and %Ln more before it)</numerusform>
            <numerusform>%1 (and %Ln more before it)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AgeingBars</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BreachCard</name>
    <message numerus="yes">
        <source>%n tenant(s)</source>
        <translation>
            <numerusform>%n tenant</numerusform>
            <numerusform>%n tenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more over a limit</source>
        <translation>
            <numerusform>%n more over a limit</numerusform>
            <numerusform>%n more over a limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BreachRow</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>limits exceeded</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CancelSubscriptionDialog</name>
    <message numerus="yes">
        <source>%n day(s) that are paid for are lost</source>
        <translation>
            <numerusform>%n day that is paid for is lost</numerusform>
            <numerusform>%n days that are paid for are lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) stay open</source>
        <translation>
            <numerusform>%n open invoice stays open</numerusform>
            <numerusform>%n open invoices stay open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) stay open: %1</source>
        <translation>
            <numerusform>%n open invoice stays open: %1</numerusform>
            <numerusform>%n open invoices stay open: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeleteEndpointDialog</name>
    <message numerus="yes">
        <source>The new one has delivered %n event(s)</source>
        <translation>
            <numerusform>The new one has delivered %n event</numerusform>
            <numerusform>The new one has delivered %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeskWindow</name>
    <message numerus="yes">
        <source>Copied %Ln row(s)</source>
        <translation>
            <numerusform>Copied %Ln row</numerusform>
            <numerusform>Copied %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s); each leaves the list as soon as it agrees.</source>
        <translation>
            <numerusform>%n object; it leaves the list as soon as it agrees.</numerusform>
            <numerusform>%n objects; each leaves the list as soon as it agrees.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s); the list shows what becomes of them.</source>
        <translation>
            <numerusform>%Ln event; the list shows what becomes of it.</numerusform>
            <numerusform>%Ln events; the list shows what becomes of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EndpointDialog</name>
    <message numerus="yes">
        <source>Stripe sends the %n event type(s) that are handled here</source>
        <translation>
            <numerusform>Stripe sends the %n event type that is handled here</numerusform>
            <numerusform>Stripe sends the %n event types that are handled here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EndpointPanel</name>
    <message numerus="yes">
        <source>Exactly the %n that are handled here</source>
        <comment>event types</comment>
        <translation>
            <numerusform>Exactly the one that is handled here</numerusform>
            <numerusform>Exactly the %n that are handled here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) since the start</source>
        <translation>
            <numerusform>%n event since the start</numerusform>
            <numerusform>%n events since the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EndpointsView</name>
    <message numerus="yes">
        <source>The new endpoint has delivered %n event(s).</source>
        <translation>
            <numerusform>The new endpoint has delivered %n event.</numerusform>
            <numerusform>The new endpoint has delivered %n events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EventStrip</name>
    <message numerus="yes">
        <source>%Ln turned away today</source>
        <translation>
            <numerusform>%Ln turned away today</numerusform>
            <numerusform>%Ln turned away today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InvoicePanel</name>
    <message numerus="yes">
        <source>%n day(s) overdue, %1 remaining</source>
        <translation>
            <numerusform>%n day overdue, %1 remaining</numerusform>
            <numerusform>%n days overdue, %1 remaining</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListTask</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NewSubscriptionDialog</name>
    <message numerus="yes">
        <source>Due in %n day(s).</source>
        <translation>
            <numerusform>Due in %n day.</numerusform>
            <numerusform>Due in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PaymentChoice</name>
    <message numerus="yes">
        <source>Invoice, %n day(s)</source>
        <translation>
            <numerusform>Invoice, %n day</numerusform>
            <numerusform>Invoice, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProvisionDialog</name>
    <message numerus="yes">
        <source>The first invoice is sent at once and is due in %n day(s).</source>
        <translation>
            <numerusform>The first invoice is sent at once and is due in %n day.</numerusform>
            <numerusform>The first invoice is sent at once and is due in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProvisionForm</name>
    <message numerus="yes">
        <source>%1 and %n other tenant(s) have this address too. That is allowed.</source>
        <translation>
            <numerusform>%1 and %n other tenant have this address too. That is allowed.</numerusform>
            <numerusform>%1 and %n other tenants have this address too. That is allowed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RenewalCard</name>
    <message numerus="yes">
        <source>%n more until %1</source>
        <comment>renewals</comment>
        <translation>
            <numerusform>%n more until %1</numerusform>
            <numerusform>%n more until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>currencies</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StepList</name>
    <message numerus="yes">
        <source>All %n step(s) done</source>
        <translation>
            <numerusform>%n step done</numerusform>
            <numerusform>All %n steps done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TenantPanel</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message numerus="yes">
        <source>Messages, %n unread</source>
        <translation>
            <numerusform>Messages, %n unread</numerusform>
            <numerusform>Messages, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrialChoice</name>
    <message numerus="yes">
        <source>%n day(s), until %1</source>
        <translation>
            <numerusform>%n day, until %1</numerusform>
            <numerusform>%n days, until %1</numerusform>
        </translation>
    </message>
</context>
</TS>
