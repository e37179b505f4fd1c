<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Show or hide names in the navigation</source>
        <translation>Namen in der Navigation ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Suchen oder springen zu…</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>In dieser Liste suchen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>Neuer Mandant</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>Tarif ändern</translation>
    </message>
    <message>
        <source>New subscription</source>
        <translation>Neues Abonnement</translation>
    </message>
    <message>
        <source>Cancel subscription…</source>
        <translation>Abonnement kündigen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten auswählen</translation>
    </message>
    <message>
        <source>Open in Stripe</source>
        <translation>In Stripe öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>You may not read this.</source>
        <translation>Sie dürfen das nicht lesen.</translation>
    </message>
    <message>
        <source>Your role may only read. An administrator can give you the role Operator.</source>
        <translation>Ihre Rolle darf nur lesen. Eine Person mit der Rolle „Administration“ kann Ihnen die Rolle „Sachbearbeitung“ geben.</translation>
    </message>
    <message>
        <source>Only administrators may do this.</source>
        <translation>Das darf nur die Rolle „Administration“.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Go to row…</source>
        <translation>Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Compare with Stripe…</source>
        <translation>Mit Stripe abgleichen…</translation>
    </message>
    <message>
        <source>Take over from Stripe…</source>
        <translation>Von Stripe übernehmen…</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>Erneut anwenden…</translation>
    </message>
    <message>
        <source>Replay all that failed…</source>
        <translation>Alle fehlgeschlagenen erneut anwenden…</translation>
    </message>
    <message>
        <source>New endpoint…</source>
        <translation>Neuer Endpunkt…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Bring types up to date</source>
        <translation>Typen aktualisieren</translation>
    </message>
    <message>
        <source>Roll secret…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>BillingWords</name>
    <message>
        <source>price by usage, %1</source>
        <translation>Preis nach Verbrauch, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>an amount and how often: "99.00 EUR monthly"</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>product, its price's name</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>product · price</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Orders a month</source>
        <translation>Bestellungen im Monat</translation>
    </message>
    <message>
        <source>Active drivers</source>
        <translation>Aktive Fahrer</translation>
    </message>
    <message>
        <source>Storage, GB</source>
        <translation>Speicher, GB</translation>
    </message>
    <message>
        <source>API calls a minute</source>
        <translation>API-Aufrufe pro Minute</translation>
    </message>
</context>
<context>
    <name>CancellationFeedback</name>
    <message>
        <source>Too expensive</source>
        <translation>Zu teuer</translation>
    </message>
    <message>
        <source>Features are missing</source>
        <translation>Funktionen fehlen</translation>
    </message>
    <message>
        <source>Moved to another service</source>
        <translation>Zu einem anderen Anbieter gewechselt</translation>
    </message>
    <message>
        <source>Not used enough</source>
        <translation>Zu wenig genutzt</translation>
    </message>
    <message>
        <source>Not content with the support</source>
        <translation>Mit der Betreuung unzufrieden</translation>
    </message>
    <message>
        <source>Too complicated</source>
        <translation>Zu kompliziert</translation>
    </message>
    <message>
        <source>Quality too low</source>
        <translation>Qualität zu gering</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
</context>
<context>
    <name>ChartFile</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>Die Datei konnte dort nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ChartSeries</name>
    <message>
        <source>%1 M</source>
        <extracomment>Millions on an axis</extracomment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <extracomment>Thousands on an axis</extracomment>
        <translation>%1 Tsd.</translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message>
        <source>Base URL of Stripe's API, without /v1.</source>
        <translation>Basis-URL der Stripe-API, ohne /v1.</translation>
    </message>
    <message>
        <source>Address and port for webhooks, for example 127.0.0.1:8000.</source>
        <translation>Adresse und Port für Webhooks, zum Beispiel 127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>Listen on other addresses than this machine's own without TLS, behind a proxy that has it.</source>
        <translation>Auch auf anderen Adressen als denen dieses Rechners ohne TLS empfangen, hinter einem Proxy, der es hat.</translation>
    </message>
    <message>
        <source>STRIPE_API_BASE is not a web address. Write it as https://api.stripe.com.</source>
        <translation>STRIPE_API_BASE ist keine Webadresse. Schreiben Sie sie als https://api.stripe.com.</translation>
    </message>
    <message>
        <source>Version of Stripe's API to use.</source>
        <translation>Verwendete Version von Stripes API.</translation>
    </message>
    <message>
        <source>postgresql:// address. Unset: a private database here.</source>
        <translation>postgresql://-Adresse. Ohne Angabe: eine private Datenbank hier.</translation>
    </message>
    <message>
        <source>Replica for reports; not used yet.</source>
        <translation>Replikat für Berichte; noch nicht verwendet.</translation>
    </message>
    <message>
        <source>This is not an address and port. Write it as 127.0.0.1:8000.</source>
        <translation>Das ist keine Adresse mit Port. Schreiben Sie sie wie 127.0.0.1:8000.</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>This database login has no rights in OMS Billing. An administrator can grant it oms_viewer, oms_operator or oms_admin.</source>
        <translation>Diese Datenbankanmeldung hat in OMS Billing keine Rechte. Die Administration kann ihr oms_viewer, oms_operator oder oms_admin zuweisen.</translation>
    </message>
    <message>
        <source>Stripe does not know this key, or it was revoked. Copy it again from Stripe's dashboard: Developers, API keys.</source>
        <translation>Stripe kennt diesen Schlüssel nicht, oder er wurde widerrufen. Kopieren Sie ihn erneut aus Stripes Dashboard: Entwickler, API-Schlüssel.</translation>
    </message>
    <message>
        <source>This database belongs to test mode, but the key is a live key.</source>
        <translation>Diese Datenbank gehört zum Testmodus, aber der Schlüssel ist ein Live-Schlüssel.</translation>
    </message>
    <message>
        <source>This database belongs to live mode, but the key is a test key.</source>
        <translation>Diese Datenbank gehört zum Live-Modus, aber der Schlüssel ist ein Testschlüssel.</translation>
    </message>
    <message>
        <source>This database belongs to the Stripe account %1, but the key is of another account.</source>
        <translation>Diese Datenbank gehört zum Stripe-Konto %1, aber der Schlüssel stammt von einem anderen Konto.</translation>
    </message>
    <message>
        <source>Enter the signing secret. It starts with whsec_.</source>
        <translation>Geben Sie das Signatur-Geheimnis ein. Es beginnt mit whsec_.</translation>
    </message>
    <message>
        <source>This is a Stripe key. The signing secret belongs to the webhook endpoint and starts with whsec_.</source>
        <translation>Das ist ein Stripe-Schlüssel. Das Signatur-Geheimnis gehört zum Webhook-Endpunkt und beginnt mit whsec_.</translation>
    </message>
    <message>
        <source>This is the endpoint's id. Press Reveal at its signing secret in Stripe's dashboard, and copy that.</source>
        <translation>Das ist die ID des Endpunkts. Lassen Sie in Stripes Dashboard sein Signatur-Geheimnis anzeigen und kopieren Sie dieses.</translation>
    </message>
    <message>
        <source>This is not a complete signing secret. It starts with whsec_.</source>
        <translation>Das ist kein vollständiges Signatur-Geheimnis. Es beginnt mit whsec_.</translation>
    </message>
</context>
<context>
    <name>Daemon</name>
    <message>
        <source>The database is up to date.</source>
        <translation>Die Datenbank ist auf dem neuesten Stand.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) done.</source>
        <translation>
            <numerusform>%n Schritt erledigt.</numerusform>
            <numerusform>%n Schritte erledigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written.</source>
        <translation>
            <numerusform>%n Zeile geschrieben.</numerusform>
            <numerusform>%n Zeilen geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>World to generate: seed:tenants:months[:until], for example 1:400:24:2026-06-30.</source>
        <translation>Welt, die erzeugt wird: Startwert:Mandanten:Monate[:Bis], zum Beispiel 1:400:24:2026-06-30.</translation>
    </message>
    <message>
        <source>OMS Billing without a window, for a server.</source>
        <translation>OMS Billing ohne Fenster, für einen Server.</translation>
    </message>
    <message>
        <source>Name one command: serve, migrate, sync or demo-data. --help tells more.</source>
        <translation>Nennen Sie einen Befehl: serve, migrate, sync oder demo-data. Mehr sagt --help.</translation>
    </message>
    <message>
        <source>serve: receive webhooks, keep the database in step, carry out operations.
migrate: bring the database's tables to this version, as their owner.
sync: read all of Stripe's objects into the database, or compare them.
demo-data: fill an empty database with a generated world.</source>
        <translation>serve: Webhooks empfangen, die Datenbank aktuell halten, Vorgänge ausführen.
migrate: die Tabellen der Datenbank als deren Eigentümer auf diese Version bringen.
sync: alle Objekte von Stripe in die Datenbank einlesen oder mit ihr vergleichen.
demo-data: eine leere Datenbank mit einer erzeugten Welt füllen.</translation>
    </message>
</context>
<context>
    <name>DatabaseAddress</name>
    <message>
        <source>Write the password into its own field, not into the address.</source>
        <translation>Schreiben Sie das Passwort in sein eigenes Feld, nicht in die Adresse.</translation>
    </message>
</context>
<context>
    <name>DatabaseStart</name>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>Setting up the tables</source>
        <translation>Tabellen werden eingerichtet</translation>
    </message>
</context>
<context>
    <name>DemoData</name>
    <message>
        <source>This database has tenants already. Demo data goes into an empty one only.</source>
        <translation>Diese Datenbank hat schon Mandanten. Demodaten kommen nur in eine leere.</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Summen werden gebildet</translation>
    </message>
    <message>
        <source>Generating tenants and their history</source>
        <translation>Mandanten und ihr Verlauf werden erzeugt</translation>
    </message>
    <message>
        <source>%1 of %2 tenants</source>
        <translation>%1 von %2 Mandanten</translation>
    </message>
    <message>
        <source>Building the indexes</source>
        <translation>Indizes werden aufgebaut</translation>
    </message>
    <message>
        <source>Checking the links</source>
        <translation>Verknüpfungen werden geprüft</translation>
    </message>
    <message>
        <source>Making the lists quick</source>
        <translation>Listen werden beschleunigt</translation>
    </message>
</context>
<context>
    <name>DemoStart</name>
    <message>
        <source>The demo cannot be kept in %1.</source>
        <translation>Die Demo kann nicht in %1 gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>The billing desk for OMS tenants.</source>
        <translation>Der Abrechnungsplatz für OMS-Mandanten.</translation>
    </message>
    <message>
        <source>Try it on generated tenants and a Stripe stand-in.</source>
        <translation>Mit erzeugten Mandanten und einem Ersatz für Stripe ausprobieren.</translation>
    </message>
    <message>
        <source>Render every page and dialog to PNG files there and quit.</source>
        <translation>Jede Seite und jeden Dialog dort als PNG-Datei ablegen und beenden.</translation>
    </message>
</context>
<context>
    <name>DriftWords</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Gutschriften</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Berichtigungen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Notes at Stripe (metadata)</source>
        <translation>Notizen bei Stripe (Metadaten)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price per unit</source>
        <translation>Preis je Einheit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Fälliger Betrag</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>Gezahlter Betrag</translation>
    </message>
    <message>
        <source>Amount remaining</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>Eingegangener Betrag</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Payment attempts</source>
        <translation>Zahlungsversuche</translation>
    </message>
    <message>
        <source>Next payment attempt</source>
        <translation>Nächster Zahlungsversuch</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>Finalized on</source>
        <translation>Ausgestellt am</translation>
    </message>
    <message>
        <source>Voided on</source>
        <translation>Storniert am</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>Zeitraum ab</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>Zeitraum bis</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>Probezeit endet</translation>
    </message>
    <message>
        <source>Cancels at the end of the period</source>
        <translation>Endet mit dem Zeitraum</translation>
    </message>
    <message>
        <source>Cancels on</source>
        <translation>Endet am</translation>
    </message>
    <message>
        <source>Cancellation asked for on</source>
        <translation>Gekündigt am</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Beendet am</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Einzug</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Zahlungsmittel</translation>
    </message>
    <message>
        <source>Latest invoice</source>
        <translation>Letzte Rechnung</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Reason of the failure</source>
        <translation>Grund des Fehlschlags</translation>
    </message>
    <message>
        <source>All of it</source>
        <comment>the whole object is missing</comment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>An item</source>
        <translation>Eine Position</translation>
    </message>
    <message>
        <source>Item: %1</source>
        <translation>Position: %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>never received</source>
        <translation>nie eingegangen</translation>
    </message>
    <message>
        <source>received, still waiting</source>
        <translation>eingegangen, wartet noch</translation>
    </message>
    <message>
        <source>received, but refused</source>
        <translation>eingegangen, aber abgelehnt</translation>
    </message>
    <message>
        <source>received, but could not be applied</source>
        <translation>eingegangen, aber nicht anwendbar</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Anfechtung</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Anfechtungen</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Abbuchung</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Abbuchungen</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Zahlungsarten</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>received, but of a type that is not handled</source>
        <translation>empfangen, aber von einer Art, die nicht verarbeitet wird</translation>
    </message>
</context>
<context>
    <name>EndpointKeychain</name>
    <message>
        <source>The signing secret is set by %1, so no other can be kept here. Start OMS Billing without it, or make the endpoint in Stripe's dashboard.</source>
        <translation>Das Signatur-Geheimnis ist durch %1 vorgegeben, daher kann hier kein anderes aufbewahrt werden. Starten Sie OMS Billing ohne diese Vorgabe, oder legen Sie den Endpunkt in Stripes Dashboard an.</translation>
    </message>
</context>
<context>
    <name>EventAdvice</name>
    <message>
        <source>Nothing is lost.</source>
        <translation>Es geht nichts verloren.</translation>
    </message>
    <message>
        <source>It could not be applied, and is not tried any more</source>
        <translation>Es konnte nicht angewendet werden und wird nicht mehr versucht</translation>
    </message>
    <message>
        <source>Settle that, then replay it. A comparison with Stripe repairs what it would have changed, too.</source>
        <translation>Beheben Sie das und wenden Sie es dann erneut an. Auch ein Abgleich mit Stripe stellt her, was es geändert hätte.</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>Es wurde abgelehnt</translation>
    </message>
    <message>
        <source>It is of the other mode (test or live) than this database.</source>
        <translation>Es gehört zum anderen Modus (Test oder Live) als diese Datenbank.</translation>
    </message>
    <message>
        <source>Events of this type change nothing here</source>
        <translation>Ereignisse dieser Art ändern hier nichts</translation>
    </message>
    <message>
        <source>It is kept all the same. After an update that handles them, replay it.</source>
        <translation>Es bleibt trotzdem gespeichert. Nach einer Aktualisierung, die solche verarbeitet, wenden Sie es erneut an.</translation>
    </message>
    <message>
        <source>It has been waiting for a while</source>
        <translation>Es wartet schon eine Weile</translation>
    </message>
    <message>
        <source>The program that works events off may not be running, or is busy. Nothing is lost.</source>
        <translation>Das Programm, das Ereignisse abarbeitet, läuft vielleicht nicht oder ist beschäftigt. Es geht nichts verloren.</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) so far</source>
        <translation>
            <numerusform>bisher %n Versuch</numerusform>
            <numerusform>bisher %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again now (%1).</source>
        <comment>%1: 3 tries so far</comment>
        <translation>Es wird jetzt erneut versucht (%1).</translation>
    </message>
    <message>
        <source>It is tried again in %1 (%2).</source>
        <comment>%2: 3 tries so far</comment>
        <translation>Es wird in %1 erneut versucht (%2).</translation>
    </message>
</context>
<context>
    <name>EventProcessor</name>
    <message>
        <source>Of the other mode (test or live) than this database.</source>
        <translation>Gehört zum anderen Modus (Test oder Live) als diese Datenbank.</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Dispute closed</source>
        <translation>Anfechtung abgeschlossen</translation>
    </message>
    <message>
        <source>Dispute opened</source>
        <translation>Anfechtung eröffnet</translation>
    </message>
    <message>
        <source>Disputed money came back</source>
        <translation>Angefochtenes Geld kam zurück</translation>
    </message>
    <message>
        <source>Disputed money was taken</source>
        <translation>Angefochtenes Geld wurde einbehalten</translation>
    </message>
    <message>
        <source>Dispute changed</source>
        <translation>Anfechtung geändert</translation>
    </message>
    <message>
        <source>Refund changed</source>
        <translation>Erstattung geändert</translation>
    </message>
    <message>
        <source>Charge refunded</source>
        <translation>Abbuchung erstattet</translation>
    </message>
    <message>
        <source>Credit note created</source>
        <translation>Gutschrift erstellt</translation>
    </message>
    <message>
        <source>Credit note changed</source>
        <translation>Gutschrift geändert</translation>
    </message>
    <message>
        <source>Credit note voided</source>
        <translation>Gutschrift storniert</translation>
    </message>
    <message>
        <source>Customer created</source>
        <translation>Kunde angelegt</translation>
    </message>
    <message>
        <source>Customer deleted</source>
        <translation>Kunde gelöscht</translation>
    </message>
    <message>
        <source>Discount given</source>
        <translation>Rabatt gewährt</translation>
    </message>
    <message>
        <source>Discount ended</source>
        <translation>Rabatt beendet</translation>
    </message>
    <message>
        <source>Discount changed</source>
        <translation>Rabatt geändert</translation>
    </message>
    <message>
        <source>Subscription created</source>
        <translation>Abonnement begonnen</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>Abonnement beendet</translation>
    </message>
    <message>
        <source>Subscription paused</source>
        <translation>Abonnement pausiert</translation>
    </message>
    <message>
        <source>Subscription resumed</source>
        <translation>Abonnement fortgesetzt</translation>
    </message>
    <message>
        <source>Trial ends soon</source>
        <translation>Probezeit endet bald</translation>
    </message>
    <message>
        <source>Subscription changed</source>
        <translation>Abonnement geändert</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>Kunde geändert</translation>
    </message>
    <message>
        <source>Invoice created</source>
        <translation>Rechnung erstellt</translation>
    </message>
    <message>
        <source>Invoice deleted</source>
        <translation>Rechnung gelöscht</translation>
    </message>
    <message>
        <source>Invoice finalized</source>
        <translation>Rechnung ausgestellt</translation>
    </message>
    <message>
        <source>Invoice written off</source>
        <translation>Rechnung ausgebucht</translation>
    </message>
    <message>
        <source>Invoice paid</source>
        <translation>Rechnung bezahlt</translation>
    </message>
    <message>
        <source>Payment of an invoice failed</source>
        <translation>Zahlung einer Rechnung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Payment of an invoice succeeded</source>
        <translation>Zahlung einer Rechnung gelungen</translation>
    </message>
    <message>
        <source>Invoice is coming up</source>
        <translation>Rechnung steht bevor</translation>
    </message>
    <message>
        <source>Invoice changed</source>
        <translation>Rechnung geändert</translation>
    </message>
    <message>
        <source>Invoice voided</source>
        <translation>Rechnung storniert</translation>
    </message>
    <message>
        <source>Payment canceled</source>
        <translation>Zahlung abgebrochen</translation>
    </message>
    <message>
        <source>Payment begun</source>
        <translation>Zahlung begonnen</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Payment is under way</source>
        <translation>Zahlung läuft</translation>
    </message>
    <message>
        <source>Payment waits for the customer</source>
        <translation>Zahlung wartet auf den Kunden</translation>
    </message>
    <message>
        <source>Payment succeeded</source>
        <translation>Zahlung gelungen</translation>
    </message>
    <message>
        <source>Payment method added</source>
        <translation>Zahlungsart hinzugefügt</translation>
    </message>
    <message>
        <source>Payment method renewed by its bank</source>
        <translation>Zahlungsart von der Bank erneuert</translation>
    </message>
    <message>
        <source>Payment method removed</source>
        <translation>Zahlungsart entfernt</translation>
    </message>
    <message>
        <source>Payment method changed</source>
        <translation>Zahlungsart geändert</translation>
    </message>
    <message>
        <source>Price created</source>
        <translation>Preis angelegt</translation>
    </message>
    <message>
        <source>Price deleted</source>
        <translation>Preis gelöscht</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>Preis geändert</translation>
    </message>
    <message>
        <source>Product created</source>
        <translation>Produkt angelegt</translation>
    </message>
    <message>
        <source>Product deleted</source>
        <translation>Produkt gelöscht</translation>
    </message>
    <message>
        <source>Product changed</source>
        <translation>Produkt geändert</translation>
    </message>
    <message>
        <source>Refund created</source>
        <translation>Erstattung veranlasst</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Read from Stripe's list</source>
        <translation>Aus Stripes Liste gelesen</translation>
    </message>
    <message>
        <source>It was not signed: not from Stripe.</source>
        <translation>Sie war nicht signiert: nicht von Stripe.</translation>
    </message>
    <message>
        <source>Its signature has no time: not from Stripe.</source>
        <translation>Ihre Signatur hat keine Zeit: nicht von Stripe.</translation>
    </message>
    <message>
        <source>Its signature is of another kind: not from Stripe.</source>
        <translation>Ihre Signatur ist von anderer Art: nicht von Stripe.</translation>
    </message>
    <message>
        <source>It was signed with another secret. Check the signing secret in Settings against that of the endpoint at Stripe.</source>
        <translation>Sie war mit einem anderen Geheimnis signiert. Vergleichen Sie das Signaturgeheimnis in den Einstellungen mit dem des Endpunkts bei Stripe.</translation>
    </message>
    <message>
        <source>It was signed more than five minutes ago. Check this computer's clock; or somebody sent it again.</source>
        <translation>Sie wurde vor mehr als fünf Minuten signiert. Prüfen Sie die Uhr dieses Computers; oder jemand hat sie noch einmal gesendet.</translation>
    </message>
    <message>
        <source>It was signed in the future. Check this computer's clock.</source>
        <translation>Sie wurde in der Zukunft signiert. Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>It is from Stripe, but could not be read. It is kept in the list of events.</source>
        <translation>Sie ist von Stripe, konnte aber nicht gelesen werden. Sie steht in der Liste der Ereignisse.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Own network</source>
        <translation>Eigenes Netz</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>Das Internet</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Search events</source>
        <translation>Ereignisse suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>Noch kein Ereignis</translation>
    </message>
    <message>
        <source>What Stripe reports, such as a paid invoice, stands here as soon as it arrives.</source>
        <translation>Was Stripe meldet, etwa eine bezahlte Rechnung, steht hier, sobald es eintrifft.</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>Events could not be loaded</source>
        <translation>Die Ereignisse konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Each is applied as if it had just arrived. What it did already is not done a second time, and it never overwrites anything newer. Nothing is changed at Stripe. The audit log keeps your name.</source>
        <translation>Jedes wird angewendet, als wäre es gerade eingetroffen. Was es schon bewirkt hat, geschieht kein zweites Mal, und Neueres wird nie überschrieben. Bei Stripe ändert sich nichts. Das Änderungsprotokoll behält Ihren Namen.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Not handled</source>
        <translation>Nicht verarbeitet</translation>
    </message>
    <message>
        <source>A replay is under way.</source>
        <translation>Es werden gerade Ereignisse erneut angewendet.</translation>
    </message>
    <message>
        <source>No event has failed.</source>
        <translation>Kein Ereignis ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Choose an event first.</source>
        <translation>Wählen Sie zuerst ein Ereignis.</translation>
    </message>
    <message>
        <source>It is waiting to be applied already.</source>
        <translation>Es wartet bereits darauf, angewendet zu werden.</translation>
    </message>
    <message>
        <source>Apply this event once more?</source>
        <translation>Dieses Ereignis noch einmal anwenden?</translation>
    </message>
    <message numerus="yes">
        <source>Replay %n event(s)?</source>
        <translation>
            <numerusform>%n Ereignis erneut anwenden?</numerusform>
            <numerusform>%n Ereignisse erneut anwenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay all events of this list?</source>
        <translation>Alle Ereignisse dieser Liste erneut anwenden?</translation>
    </message>
    <message numerus="yes">
        <source>Replay the %n event(s) that failed?</source>
        <translation>
            <numerusform>Das fehlgeschlagene Ereignis erneut anwenden?</numerusform>
            <numerusform>Die %n fehlgeschlagenen Ereignisse erneut anwenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay</source>
        <comment>apply events again</comment>
        <translation>Erneut anwenden</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Replay events</source>
        <translation>Ereignisse erneut anwenden</translation>
    </message>
    <message>
        <source>Replaying events</source>
        <translation>Ereignisse werden erneut angewendet</translation>
    </message>
    <message>
        <source>%1 of %2 are waiting to be applied.</source>
        <translation>%1 von %2 warten darauf, angewendet zu werden.</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier aufhören</translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>There is no space left for “%1”. Free some, or choose another folder.</source>
        <translation>Für „%1“ ist kein Platz mehr. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>You may not write to “%1”. Choose another folder.</source>
        <translation>Sie dürfen nicht nach „%1“ schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” can only be read. Choose another folder.</source>
        <translation>„%1“ kann nur gelesen werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist. Choose another one.</source>
        <translation>Den Ordner „%1“ gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose another name.</source>
        <translation>„%1“ ist ein Ordner. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” becomes larger than files may be there. Filter the list, or choose another folder.</source>
        <translation>„%1“ wird größer, als Dateien dort sein dürfen. Filtern Sie die Liste, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder and try again.</source>
        <translation>„%1“ konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source> or </source>
        <comment>between choices</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a date</comment>
        <translation>am</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>before</source>
        <comment>a date</comment>
        <translation>vor</translation>
    </message>
    <message>
        <source>after</source>
        <comment>a date</comment>
        <translation>nach</translation>
    </message>
    <message>
        <source>is set</source>
        <translation>ist gesetzt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>operator, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>in the next %n day(s)</source>
        <translation>
            <numerusform>am nächsten Tag</numerusform>
            <numerusform>in den nächsten %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the last %n day(s)</source>
        <translation>
            <numerusform>am letzten Tag</numerusform>
            <numerusform>in den letzten %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>has passed</source>
        <comment>a due date</comment>
        <translation>ist verstrichen</translation>
    </message>
    <message numerus="yes">
        <source>in less than %n day(s)</source>
        <translation>
            <numerusform>in weniger als %n Tag</numerusform>
            <numerusform>in weniger als %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation>
            <numerusform>vor mehr als %n Tag</numerusform>
            <numerusform>vor mehr als %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>is still to come</source>
        <comment>a due date</comment>
        <translation>steht noch bevor</translation>
    </message>
    <message numerus="yes">
        <source>in more than %n day(s)</source>
        <translation>
            <numerusform>in mehr als %n Tag</numerusform>
            <numerusform>in mehr als %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>less than %n day(s) ago</source>
        <translation>
            <numerusform>vor weniger als %n Tag</numerusform>
            <numerusform>vor weniger als %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>in the next days</source>
        <translation>in den nächsten Tagen</translation>
    </message>
    <message>
        <source>is not set</source>
        <translation>ist nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>InvoiceWords</name>
    <message>
        <source>insufficient funds</source>
        <translation>Konto nicht gedeckt</translation>
    </message>
    <message>
        <source>the card has expired</source>
        <translation>die Karte ist abgelaufen</translation>
    </message>
    <message>
        <source>wrong security code</source>
        <translation>falsche Prüfziffer</translation>
    </message>
    <message>
        <source>the bank asks the customer to confirm</source>
        <translation>die Bank verlangt eine Bestätigung des Kunden</translation>
    </message>
    <message>
        <source>the bank gave no reason</source>
        <translation>die Bank nennt keinen Grund</translation>
    </message>
    <message>
        <source>the customer must call the bank</source>
        <translation>der Kunde muss seine Bank anrufen</translation>
    </message>
    <message>
        <source>a passing fault at the bank</source>
        <translation>vorübergehende Störung bei der Bank</translation>
    </message>
    <message>
        <source>the card's limit was reached</source>
        <translation>das Kartenlimit ist erreicht</translation>
    </message>
    <message>
        <source>Stripe tries again on %1. To be paid sooner or by transfer, send the invoice link.</source>
        <translation>Stripe versucht es am %1 noch einmal. Soll früher oder per Überweisung gezahlt werden, senden Sie den Link zur Rechnung.</translation>
    </message>
    <message>
        <source>Stripe does not try again. Send the invoice link, or ask for another card.</source>
        <translation>Stripe versucht es nicht noch einmal. Senden Sie den Link zur Rechnung, oder bitten Sie um eine andere Karte.</translation>
    </message>
    <message>
        <source>declined by the bank</source>
        <translation>von der Bank abgelehnt</translation>
    </message>
    <message>
        <source>Payment declined: %1</source>
        <translation>Zahlung abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 could not be collected.</source>
        <translation>%1 konnten nicht eingezogen werden.</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>Überfällig seit %1</translation>
    </message>
    <message>
        <source>%1 has not been paid. Remind them with the invoice link.</source>
        <translation>%1 sind nicht bezahlt. Erinnern Sie mit dem Link zur Rechnung daran.</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Ausgebucht</translation>
    </message>
    <message>
        <source>%1 is not expected any more. It can still be paid.</source>
        <translation>%1 werden nicht mehr erwartet. Bezahlt werden kann die Rechnung weiterhin.</translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <source>Search invoices</source>
        <translation>Rechnungen suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoice(s)</source>
        <translation>
            <numerusform>%Ln Rechnung</numerusform>
            <numerusform>%Ln Rechnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No invoice yet</source>
        <translation>Noch keine Rechnung</translation>
    </message>
    <message>
        <source>Stripe makes the first invoice with the first subscription.</source>
        <translation>Stripe erstellt die erste Rechnung mit dem ersten Abonnement.</translation>
    </message>
    <message>
        <source>No invoice matches</source>
        <translation>Keine passende Rechnung</translation>
    </message>
    <message>
        <source>Invoices could not be loaded</source>
        <translation>Die Rechnungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
</context>
<context>
    <name>JumpEntries</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Actions on %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Vers.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Stripe invoice</source>
        <translation>Stripe-Rechnung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>in 3 days, 12 Jun 2026, 14:32 UTC</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>an empty cell, read aloud</comment>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column title: content</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Period ends</source>
        <translation>Zeitraum endet</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Einzug</translation>
    </message>
    <message>
        <source>Stripe subscription</source>
        <translation>Stripe-Abonnement</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Peak limit</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Stripe customer</source>
        <translation>Stripe-Kunde</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>At Stripe</source>
        <translation>Bei Stripe</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>Es geht um</translation>
    </message>
    <message>
        <source>Missing event</source>
        <translation>Fehlendes Ereignis</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Event state</source>
        <translation>Ereignisstand</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>Logging</name>
    <message>
        <source>Tell more about what happens.</source>
        <translation>Mehr darüber ausgeben, was geschieht.</translation>
    </message>
    <message>
        <source>Log lines as JSON objects.</source>
        <translation>Protokollzeilen als JSON-Objekte.</translation>
    </message>
</context>
<context>
    <name>MirrorRepository</name>
    <message>
        <source>Stripe names a subscription state that this version does not know: %1. Update the program, then try again.</source>
        <translation>Stripe nennt einen Abonnementstatus, den diese Version nicht kennt: %1. Aktualisieren Sie das Programm, und versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>MirrorWriter</name>
    <message>
        <source>Objects of this kind are not kept.</source>
        <translation>Objekte dieser Art werden nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>OperationQueue</name>
    <message>
        <source>This step has moved on meanwhile. Look at it again.</source>
        <translation>Dieser Schritt ist inzwischen weiter. Sehen Sie ihn sich noch einmal an.</translation>
    </message>
    <message>
        <source>The same change is already under way. Look under Tasks.</source>
        <translation>Dieselbe Änderung läuft schon. Sehen Sie unter „Aufgaben“ nach.</translation>
    </message>
</context>
<context>
    <name>OperationSteps</name>
    <message>
        <source>Refused. Correct it and continue.</source>
        <translation>Abgelehnt. Berichtigen Sie es, und fahren Sie fort.</translation>
    </message>
    <message>
        <source>Waits for another person's approval</source>
        <translation>Wartet auf die Freigabe einer zweiten Person</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Customer in Stripe, tenant and plan</source>
        <translation>Kunde in Stripe, Mandant und Tarif</translation>
    </message>
    <message>
        <source>Subscription</source>
        <comment>step</comment>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Change of plan</source>
        <translation>Tarifänderung</translation>
    </message>
    <message>
        <source>End of the subscription</source>
        <translation>Ende des Abonnements</translation>
    </message>
    <message>
        <source>This step is kept and tried again by itself.</source>
        <translation>Dieser Schritt bleibt gespeichert und wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>Tried again by itself</source>
        <translation>Wird von selbst wiederholt</translation>
    </message>
    <message>
        <source>Payment method attached to the customer</source>
        <translation>Zahlungsmittel beim Kunden hinterlegt</translation>
    </message>
    <message>
        <source>Payment method made the default</source>
        <translation>Zahlungsmittel als Standard festgelegt</translation>
    </message>
    <message>
        <source>New webhook endpoint</source>
        <translation>Neuer Webhook-Endpunkt</translation>
    </message>
    <message>
        <source>Change of a webhook endpoint</source>
        <translation>Änderung eines Webhook-Endpunkts</translation>
    </message>
    <message>
        <source>Deletion of a webhook endpoint</source>
        <translation>Löschung eines Webhook-Endpunkts</translation>
    </message>
    <message>
        <source>Stripe does not answer.</source>
        <translation>Stripe antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>OverviewKpi</name>
    <message>
        <source>up %1 %2</source>
        <comment>amount, since when</comment>
        <translation>%1 mehr %2</translation>
    </message>
    <message>
        <source>down %1 %2</source>
        <comment>amount, since when</comment>
        <translation>%1 weniger %2</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>vs. end of %1</source>
        <comment>month</comment>
        <translation>ggü. Ende %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung</numerusform>
            <numerusform>%n Rechnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>past the due date</source>
        <translation>nach dem Fälligkeitstag</translation>
    </message>
    <message>
        <source>nothing is past its due date</source>
        <translation>nichts ist überfällig</translation>
    </message>
    <message>
        <source>Over a limit</source>
        <translation>Über einer Grenze</translation>
    </message>
    <message numerus="yes">
        <source>of %n tenant(s)</source>
        <translation>
            <numerusform>von %n Mandant</numerusform>
            <numerusform>von %n Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>of those with a plan in use</source>
        <translation>mit genutztem Tarif</translation>
    </message>
    <message>
        <source>everybody is within their plan</source>
        <translation>alle innerhalb ihres Tarifs</translation>
    </message>
    <message>
        <source>Payment failure rate</source>
        <translation>Fehlgeschlagene Zahlungen</translation>
    </message>
    <message>
        <source>no payment was tried this month</source>
        <translation>diesen Monat kein Zahlungsversuch</translation>
    </message>
    <message>
        <source>%</source>
        <extracomment>The sign itself, beside a large figure</extracomment>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>vs. %1</source>
        <comment>month</comment>
        <translation>ggü. %1</translation>
    </message>
    <message>
        <source>%1 of %2 payment attempts failed this month</source>
        <translation>%1 von %2 Zahlungsversuchen sind diesen Monat fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Im Rückstand</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Nicht fällig</translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 Tage</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31–60 Tage</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61–90 Tage</translation>
    </message>
    <message>
        <source>Over 90 days</source>
        <translation>Über 90 Tage</translation>
    </message>
</context>
<context>
    <name>OverviewSeries</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Pro</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Individuell</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Ohne Tarif</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <comment>a month</comment>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>month: amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>month: sum (parts)</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>PanelRows</name>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Active drivers</source>
        <translation>Aktive Fahrer</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>API-Aufrufe</translation>
    </message>
    <message>
        <source> a minute</source>
        <translation> pro Min.</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>renews %1</source>
        <translation>verlängert sich %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Kündigen…</translation>
    </message>
    <message>
        <source>Cancel the subscription %1</source>
        <translation>Das Abonnement %1 kündigen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Open the invoice %1</source>
        <translation>Die Rechnung %1 öffnen</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain did not give it. Unlock the keychain, then reconnect.</source>
        <translation>Der Schlüsselbund hat es nicht herausgegeben. Entsperren Sie ihn und verbinden Sie dann neu.</translation>
    </message>
    <message>
        <source>The keychain did not remove it. Unlock the keychain and try again.</source>
        <translation>Der Schlüsselbund hat es nicht entfernt. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It could not be stored in %1. Check the disk and the rights of that folder.</source>
        <translation>Es konnte nicht in %1 gespeichert werden. Prüfen Sie den Datenträger und die Rechte dieses Ordners.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Private database on this computer</source>
        <translation>Private Datenbank auf diesem Computer</translation>
    </message>
    <message>
        <source>An address that cannot be read</source>
        <translation>Eine Adresse, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>the demonstration</source>
        <translation>die Demonstration</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Where tenants, invoices and the audit log are kept: on this computer for you alone, or on a PostgreSQL server for a department.</source>
        <translation>Wo Mandanten, Rechnungen und das Änderungsprotokoll liegen: auf diesem Computer nur für Sie, oder auf einem PostgreSQL-Server für eine Abteilung.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Stripe key</source>
        <translation>Stripe-Schlüssel</translation>
    </message>
    <message>
        <source>The secret or restricted key of Stripe's dashboard: Developers, API keys. Begin with one of test mode.</source>
        <translation>Der geheime oder eingeschränkte Schlüssel aus Stripes Dashboard: Entwickler, API-Schlüssel. Beginnen Sie mit einem des Testmodus.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>No key: nothing can be changed at Stripe</source>
        <translation>Kein Schlüssel: bei Stripe kann nichts geändert werden</translation>
    </message>
    <message>
        <source>Webhook signing secret</source>
        <translation>Signatur-Geheimnis der Webhooks</translation>
    </message>
    <message>
        <source>Proves that an event comes from Stripe. “stripe listen” prints it; an endpoint in Stripe's dashboard shows it under Reveal.</source>
        <translation>Beweist, dass ein Ereignis von Stripe kommt. „stripe listen“ gibt es aus; ein Endpunkt in Stripes Dashboard zeigt es auf Wunsch an.</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signatur-Geheimnis</translation>
    </message>
    <message>
        <source>No secret: every event is turned away</source>
        <translation>Kein Geheimnis: jedes Ereignis wird abgewiesen</translation>
    </message>
    <message>
        <source>Event listener</source>
        <translation>Empfang der Ereignisse</translation>
    </message>
    <message>
        <source>The address on this computer at which Stripe's events arrive.</source>
        <translation>Die Adresse auf diesem Computer, an der Stripes Ereignisse ankommen.</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>Adresse und Port</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>Vorgegeben: %1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Set here</source>
        <translation>Hier eingestellt</translation>
    </message>
    <message>
        <source>In this computer's keychain</source>
        <translation>Im Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>In einer Datei, die nur Sie lesen können</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Trialing</source>
        <translation>Probezeit</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Im Verzug</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Unbezahlt</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Gekündigt</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuversuch</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Erfolglos</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Uncollectible</source>
        <translation>Ausgebucht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Missing here</source>
        <translation>Fehlt hier</translation>
    </message>
    <message>
        <source>Not at Stripe</source>
        <translation>Nicht bei Stripe</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Wird übernommen</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Not handled</source>
        <translation>Nicht verarbeitet</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Being replaced</source>
        <translation>Wird ersetzt</translation>
    </message>
</context>
<context>
    <name>StoredSettings</name>
    <message>
        <source>It was kept in this computer's keychain, which does not give it now. Unlock the keychain and start again, or enter it again.</source>
        <translation>Es liegt im Schlüsselbund dieses Computers, der es jetzt nicht herausgibt. Entsperren Sie ihn und starten Sie erneut, oder geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>It could not be stored in %1. Check the disk and the rights of that folder.</source>
        <translation>Es konnte nicht in %1 gespeichert werden. Prüfen Sie den Datenträger und die Rechte dieses Ordners.</translation>
    </message>
</context>
<context>
    <name>StripeLink</name>
    <message>
        <source>The demonstration has no pages at Stripe.</source>
        <translation>Die Demo hat keine Seiten bei Stripe.</translation>
    </message>
</context>
<context>
    <name>SubscriptionService</name>
    <message>
        <source>This tenant has no customer in Stripe yet. Provision it first.</source>
        <translation>Dieser Mandant hat in Stripe noch keinen Kunden. Richten Sie ihn zuerst ein.</translation>
    </message>
</context>
<context>
    <name>SubscriptionsPage</name>
    <message>
        <source>Search subscriptions</source>
        <translation>Abonnements suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln subscription(s)</source>
        <translation>
            <numerusform>%Ln Abonnement</numerusform>
            <numerusform>%Ln Abonnements</numerusform>
        </translation>
    </message>
    <message>
        <source>No subscription yet</source>
        <translation>Noch kein Abonnement</translation>
    </message>
    <message>
        <source>Subscriptions appear here as soon as a tenant has one.</source>
        <translation>Abonnements erscheinen hier, sobald ein Mandant eines hat.</translation>
    </message>
    <message>
        <source>No subscription matches</source>
        <translation>Kein passendes Abonnement</translation>
    </message>
    <message>
        <source>Subscriptions could not be loaded</source>
        <translation>Die Abonnements konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Probezeit</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Im Verzug</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Auslaufend</translation>
    </message>
    <message>
        <source>Choose a subscription that is still running.</source>
        <translation>Wählen Sie ein Abonnement, das noch läuft.</translation>
    </message>
    <message>
        <source>Renewing in 7 days</source>
        <translation>Verlängerung in 7 Tagen</translation>
    </message>
</context>
<context>
    <name>SyncCommand</name>
    <message>
        <source>sync: report what differs from Stripe first, then repair it.</source>
        <translation>sync: erst melden, was von Stripe abweicht, dann berichtigen.</translation>
    </message>
    <message>
        <source>sync: only report what differs from Stripe.</source>
        <translation>sync: nur melden, was von Stripe abweicht.</translation>
    </message>
    <message>
        <source>sync: cancel the one that is under way.</source>
        <translation>sync: den laufenden Abgleich abbrechen.</translation>
    </message>
    <message>
        <source>Name one of --reconcile, --report and --cancel.</source>
        <translation>Nennen Sie nur eines von --reconcile, --report und --cancel.</translation>
    </message>
    <message>
        <source>Stopped. The same command goes on where it was.</source>
        <translation>Angehalten. Derselbe Befehl macht dort weiter.</translation>
    </message>
    <message>
        <source>The database role %1 may not write the mirror. Grant it oms_service, or use a role that has it.</source>
        <translation>Die Datenbankrolle %1 darf die Kopie der Stripe-Daten nicht schreiben. Geben Sie ihr oms_service, oder verwenden Sie eine Rolle, die es hat.</translation>
    </message>
    <message>
        <source>No sync is under way.</source>
        <translation>Es läuft kein Abgleich.</translation>
    </message>
    <message>
        <source>No Stripe key is set. Give one in STRIPE_SECRET_KEY.</source>
        <translation>Es ist kein Stripe-Schlüssel angegeben. Setzen Sie STRIPE_SECRET_KEY.</translation>
    </message>
    <message>
        <source>Another sync is under way: %1. Let it end, or cancel it with --cancel.</source>
        <translation>Ein anderer Abgleich läuft: %1. Warten Sie sein Ende ab, oder brechen Sie ihn mit --cancel ab.</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Search differences</source>
        <translation>Abweichungen durchsuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Abweichung</numerusform>
            <numerusform>%Ln Abweichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No difference is known</source>
        <translation>Keine Abweichung bekannt</translation>
    </message>
    <message>
        <source>What a comparison with Stripe finds stands here until it is settled, most money first.</source>
        <translation>Was ein Abgleich mit Stripe findet, steht hier, bis es erledigt ist; das meiste Geld zuerst.</translation>
    </message>
    <message>
        <source>No difference matches</source>
        <translation>Keine passende Abweichung</translation>
    </message>
    <message>
        <source>Differences could not be loaded</source>
        <translation>Abweichungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Money at stake</source>
        <translation>Mit Geld</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Clear the filters to take over everything, or tick single rows.</source>
        <translation>Entfernen Sie die Filter, um alles zu übernehmen, oder kreuzen Sie einzelne Zeilen an.</translation>
    </message>
    <message>
        <source>Choose a difference first.</source>
        <translation>Wählen Sie zuerst eine Abweichung.</translation>
    </message>
    <message>
        <source>Each object is read from Stripe again, and all its fields here are set to what Stripe says. Nothing is changed at Stripe. What Stripe has no more then counts as deleted or canceled here. The audit log keeps both values and your name.</source>
        <translation>Jedes Objekt wird noch einmal bei Stripe gelesen, und alle seine Felder hier werden auf Stripes Stand gesetzt. Bei Stripe ändert sich nichts. Was Stripe nicht mehr hat, gilt danach hier als gelöscht oder gekündigt. Das Änderungsprotokoll hält beide Werte und Ihren Namen fest.</translation>
    </message>
    <message>
        <source>Take over everything from Stripe?</source>
        <translation>Alles von Stripe übernehmen?</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n difference(s) from Stripe?</source>
        <translation>
            <numerusform>%n Abweichung von Stripe übernehmen?</numerusform>
            <numerusform>%n Abweichungen von Stripe übernehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Hiesiges behalten</translation>
    </message>
</context>
<context>
    <name>SyncRepository</name>
    <message>
        <source>A sync is under way already. Wait for it, or cancel it first.</source>
        <translation>Es läuft schon ein Abgleich. Warten Sie sein Ende ab, oder brechen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>There is no such sync.</source>
        <translation>Diesen Abgleich gibt es nicht.</translation>
    </message>
    <message>
        <source>The sync has moved on meanwhile. Look at it again.</source>
        <translation>Der Abgleich ist inzwischen weiter. Sehen Sie ihn noch einmal an.</translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ(s)</source>
        <comment>objects</comment>
        <translation>
            <numerusform>%Ln weicht ab</numerusform>
            <numerusform>%Ln weichen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading from Stripe</source>
        <translation>Wird von Stripe gelesen</translation>
    </message>
    <message>
        <source>Comparing with Stripe</source>
        <translation>Abgleich mit Stripe läuft</translation>
    </message>
    <message>
        <source>Waiting for Stripe</source>
        <translation>Wartet auf Stripe</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1 Es wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>Starts as soon as the server program takes it up.</source>
        <translation>Beginnt, sobald das Serverprogramm ihn aufnimmt.</translation>
    </message>
    <message>
        <source>%1, %2 compared</source>
        <translation>%1, %2 abgeglichen</translation>
    </message>
    <message>
        <source>%1: nothing differs.</source>
        <translation>%1: nichts weicht ab.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln differ(s).</source>
        <comment>objects</comment>
        <translation>
            <numerusform>%1, %Ln weicht ab.</numerusform>
            <numerusform>%1, %Ln weichen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln differed.</source>
        <comment>objects</comment>
        <translation>
            <numerusform>%1, %Ln wich ab.</numerusform>
            <numerusform>%1, %Ln wichen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Never compared with Stripe</source>
        <translation>Noch nie mit Stripe abgeglichen</translation>
    </message>
    <message>
        <source>A comparison reads everything of Stripe and shows what differs here.</source>
        <translation>Ein Abgleich liest alles von Stripe und zeigt, was hier abweicht.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The last comparison was canceled</source>
        <translation>Der letzte Abgleich wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1, after %2.</source>
        <translation>%1, nach %2.</translation>
    </message>
    <message>
        <source>Everything was read from Stripe</source>
        <translation>Alles wurde von Stripe gelesen</translation>
    </message>
    <message>
        <source>Compared with Stripe</source>
        <translation>Mit Stripe abgeglichen</translation>
    </message>
    <message>
        <source>Not everything could be read</source>
        <translation>Nicht alles konnte gelesen werden</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>invoices, 45 %</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Events are missing since %1</source>
        <translation>Ereignisse fehlen seit %1</translation>
    </message>
    <message>
        <source>Stripe keeps its events for 30 days, and they were not read for longer. Only a full comparison brings everything up to date.</source>
        <translation>Stripe behält Ereignisse 30 Tage, und sie wurden länger nicht gelesen. Nur ein vollständiger Abgleich bringt alles auf den neuesten Stand.</translation>
    </message>
    <message numerus="yes">
        <source>Stripe's events were not read for %n day(s)</source>
        <translation>
            <numerusform>Stripes Ereignisse wurden seit %n Tag nicht gelesen</numerusform>
            <numerusform>Stripes Ereignisse wurden seit %n Tagen nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>After 30 days Stripe forgets them. Make sure that Stripe can be reached, then read them now.</source>
        <translation>Nach 30 Tagen vergisst Stripe sie. Stellen Sie sicher, dass Stripe erreichbar ist, und lesen Sie sie jetzt.</translation>
    </message>
</context>
<context>
    <name>TenantRepository</name>
    <message>
        <source>This plan is not in the catalogue. Choose another plan.</source>
        <translation>Dieser Tarif steht nicht im Katalog. Wählen Sie einen anderen Tarif.</translation>
    </message>
    <message>
        <source>This tenant has no plan.</source>
        <translation>Dieser Mandant hat keinen Tarif.</translation>
    </message>
    <message>
        <source>Somebody else has changed this plan meanwhile. Look at it again.</source>
        <translation>Jemand anders hat diesen Tarif inzwischen geändert. Sehen Sie ihn sich noch einmal an.</translation>
    </message>
    <message>
        <source>This tenant does not exist.</source>
        <translation>Diesen Mandanten gibt es nicht.</translation>
    </message>
    <message>
        <source>This subscription does not exist.</source>
        <translation>Dieses Abonnement gibt es nicht.</translation>
    </message>
    <message>
        <source>A tenant with this name and e-mail address exists already.</source>
        <translation>Einen Mandanten mit diesem Namen und dieser E-Mail-Adresse gibt es schon.</translation>
    </message>
</context>
<context>
    <name>TenantService</name>
    <message>
        <source>Somebody else has changed this plan meanwhile. Look at it again.</source>
        <translation>Jemand anders hat diesen Tarif inzwischen geändert. Sehen Sie ihn sich noch einmal an.</translation>
    </message>
    <message>
        <source>A tenant with this name and e-mail address exists already.</source>
        <translation>Einen Mandanten mit diesem Namen und dieser E-Mail-Adresse gibt es schon.</translation>
    </message>
    <message>
        <source>Enter the address that invoices go to.</source>
        <translation>Geben Sie die Adresse ein, an die Rechnungen gehen.</translation>
    </message>
    <message>
        <source>This is not an e-mail address. Write it as name@company.com.</source>
        <translation>Das ist keine E-Mail-Adresse. Schreiben Sie sie als name@firma.de.</translation>
    </message>
    <message>
        <source>Enter the company's name.</source>
        <translation>Geben Sie den Namen der Firma ein.</translation>
    </message>
    <message>
        <source>The name is too long: Stripe takes 256 characters.</source>
        <translation>Der Name ist zu lang: Stripe nimmt 256 Zeichen.</translation>
    </message>
    <message>
        <source>A custom plan needs this limit.</source>
        <translation>Ein individueller Tarif braucht diese Grenze.</translation>
    </message>
    <message>
        <source>A limit cannot be below zero.</source>
        <translation>Eine Grenze kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>Choose the price that this plan bills.</source>
        <translation>Wählen Sie den Preis, den dieser Tarif abrechnet.</translation>
    </message>
    <message>
        <source>This tenant id is in use already.</source>
        <translation>Diese Mandanten-ID ist schon vergeben.</translation>
    </message>
    <message>
        <source>Choose a price.</source>
        <translation>Wählen Sie einen Preis.</translation>
    </message>
    <message>
        <source>The quantity must be at least 1.</source>
        <translation>Die Menge muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>A trial lasts between 0 and 730 days.</source>
        <translation>Eine Probezeit dauert zwischen 0 und 730 Tagen.</translation>
    </message>
    <message>
        <source>An invoice cannot be due before it is sent.</source>
        <translation>Eine Rechnung kann nicht fällig sein, bevor sie gesendet wird.</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Search tenants</source>
        <translation>Mandanten suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln Mandant</numerusform>
            <numerusform>%Ln Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>No tenant yet</source>
        <translation>Noch kein Mandant</translation>
    </message>
    <message>
        <source>A tenant is a company that uses OMS and is billed through Stripe.</source>
        <translation>Ein Mandant ist eine Firma, die OMS nutzt und über Stripe abgerechnet wird.</translation>
    </message>
    <message>
        <source>No tenant matches</source>
        <translation>Kein passender Mandant</translation>
    </message>
    <message>
        <source>Tenants could not be loaded</source>
        <translation>Die Mandanten konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Renewing in 30 days</source>
        <translation>Verlängerung in 30 Tagen</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Im Verzug</translation>
    </message>
    <message>
        <source>Over a limit</source>
        <translation>Über einer Grenze</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Probezeit</translation>
    </message>
    <message>
        <source>Choose a tenant first.</source>
        <translation>Wählen Sie zuerst einen Mandanten.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Tenant created, %1</source>
        <translation>Mandant angelegt, %1</translation>
    </message>
    <message>
        <source>Plan changed to %1</source>
        <translation>Tarif geändert zu %1</translation>
    </message>
    <message>
        <source>Subscription created</source>
        <translation>Abonnement angelegt</translation>
    </message>
    <message>
        <source>Subscription canceled</source>
        <translation>Abonnement gekündigt</translation>
    </message>
    <message>
        <source>Subscription confirmed by Stripe</source>
        <translation>Abonnement von Stripe bestätigt</translation>
    </message>
    <message>
        <source>Subscription updated</source>
        <translation>Abonnement aktualisiert</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>Abonnement beendet</translation>
    </message>
    <message>
        <source>Invoice updated, %1</source>
        <translation>Rechnung aktualisiert, %1</translation>
    </message>
    <message>
        <source>Invoice paid, %1</source>
        <translation>Rechnung bezahlt, %1</translation>
    </message>
    <message>
        <source>Payment failed, %1</source>
        <translation>Zahlung fehlgeschlagen, %1</translation>
    </message>
    <message>
        <source>Payment received, %1</source>
        <translation>Zahlung eingegangen, %1</translation>
    </message>
    <message>
        <source>Payment declined, %1</source>
        <translation>Zahlung abgelehnt, %1</translation>
    </message>
    <message>
        <source>Stripe refused: %1</source>
        <translation>Von Stripe abgelehnt: %1</translation>
    </message>
    <message>
        <source>Invoice created, %1</source>
        <translation>Rechnung erstellt, %1</translation>
    </message>
    <message>
        <source>Events of one second put in order</source>
        <translation>Ereignisse einer Sekunde geordnet</translation>
    </message>
</context>
<context>
    <name>WebhookEndpoints</name>
    <message numerus="yes">
        <source>All %n</source>
        <comment>event types that are handled here</comment>
        <translation>
            <numerusform>Der eine</numerusform>
            <numerusform>Alle %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Every type there is</source>
        <translation>Sämtliche Typen</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>event types</comment>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>event types</comment>
        <translation>
            <numerusform>%n zu viel</numerusform>
            <numerusform>%n zu viel</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept here</source>
        <extracomment>The signing secret of a webhook endpoint: in this desk's keychain.</extracomment>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Not here</source>
        <extracomment>The signing secret of a webhook endpoint.</extracomment>
        <translation>Nicht hier</translation>
    </message>
    <message>
        <source>Unknown</source>
        <extracomment>Whether the signing secret of a webhook endpoint is kept here.</extracomment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>The API version of a webhook endpoint that names none: the account's own.</extracomment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>until the new one has delivered its first event, at the latest until %1</source>
        <translation>bis der neue sein erstes Ereignis zugestellt hat, spätestens bis %1</translation>
    </message>
    <message>
        <source>until the new one has delivered its first event</source>
        <translation>bis der neue sein erstes Ereignis zugestellt hat</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until you finish it</source>
        <translation>bis Sie es abschließen</translation>
    </message>
    <message>
        <source>This program has no keychain for the signing secret.</source>
        <translation>Dieses Programm hat keinen Schlüsselbund für das Signatur-Geheimnis.</translation>
    </message>
    <message>
        <source>Enter the address that Stripe shall send events to.</source>
        <translation>Geben Sie die Adresse ein, an die Stripe die Ereignisse senden soll.</translation>
    </message>
    <message>
        <source>This is not a web address. Write it as https://billing.example.com%1.</source>
        <translation>Das ist keine Web-Adresse. Schreiben Sie sie als https://billing.example.com%1.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address: Stripe signs what it sends instead.</source>
        <translation>Lassen Sie Name und Passwort in der Adresse weg: Stripe signiert stattdessen, was es sendet.</translation>
    </message>
    <message>
        <source>Stripe sends live events over HTTPS only. Begin the address with https://.</source>
        <translation>Stripe sendet Live-Ereignisse nur über HTTPS. Beginnen Sie die Adresse mit https://.</translation>
    </message>
    <message>
        <source>Stripe cannot reach this address from the internet. Enter a public one, or use “stripe listen” to forward events to this computer.</source>
        <translation>Stripe erreicht diese Adresse aus dem Internet nicht. Geben Sie eine öffentliche ein, oder leiten Sie Ereignisse mit „stripe listen“ an diesen Computer weiter.</translation>
    </message>
    <message>
        <source>The address lacks its path. This program takes events at %1.</source>
        <translation>Der Adresse fehlt der Pfad. Dieses Programm nimmt Ereignisse unter %1 an.</translation>
    </message>
</context>
<context>
    <name>WebhookIntake</name>
    <message>
        <source>The database does not answer. Send it again.</source>
        <translation>Die Datenbank antwortet nicht. Senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No webhook signing secret is set, so nothing can be accepted.</source>
        <translation>Es ist kein Webhook-Geheimnis hinterlegt, deshalb kann nichts angenommen werden.</translation>
    </message>
    <message>
        <source>The signature does not match this endpoint's secret.</source>
        <translation>Die Signatur passt nicht zum Geheimnis dieses Endpunkts.</translation>
    </message>
    <message>
        <source>Too many events are waiting. Send it again.</source>
        <translation>Es warten zu viele Ereignisse. Senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The delivery is not signed by Stripe.</source>
        <translation>Die Zustellung ist nicht von Stripe signiert.</translation>
    </message>
    <message>
        <source>The delivery was signed more than five minutes ago. Check the clock of this computer.</source>
        <translation>Die Zustellung wurde vor mehr als fünf Minuten signiert. Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The delivery was signed more than five minutes ahead. Check the clock of this computer.</source>
        <translation>Die Zustellung ist mehr als fünf Minuten vordatiert. Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Basic</source>
        <comment>plan tier</comment>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Professional</source>
        <comment>plan tier</comment>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <comment>plan tier</comment>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>plan tier</comment>
        <translation>Individuell</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>jeden Tag</numerusform>
            <numerusform>alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>wöchentlich</translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>jede Woche</numerusform>
            <numerusform>alle %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>monatlich</translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>jeden Monat</numerusform>
            <numerusform>alle %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>jährlich</translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>jedes Jahr</numerusform>
            <numerusform>alle %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>Charged automatically</source>
        <translation>Automatischer Einzug</translation>
    </message>
    <message>
        <source>Invoice by e-mail</source>
        <translation>Rechnung per E-Mail</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share, %1 is the number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>Days, short: "3 d"</extracomment>
        <translation>%1 T</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Format of a day of this year, as in QDate::toString; keep it short, it stands in columns</extracomment>
        <translation>dd.MM.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Format of a day with its year, as in QDate::toString</extracomment>
        <translation>dd.MM.yyyy</translation>
    </message>
</context>
<context>
    <name>app::Backend</name>
    <message>
        <source>The database role %1 may not run the engine. Grant it oms_service, or use a role that has it.</source>
        <translation>Die Datenbankrolle %1 darf den Dienst nicht ausführen. Weisen Sie ihr oms_service zu, oder verwenden Sie eine Rolle, die es hat.</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>Events are received by the server program.</source>
        <translation>Ereignisse empfängt das Serverprogramm.</translation>
    </message>
    <message>
        <source>key not usable</source>
        <translation>Schlüssel unbrauchbar</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>kein Empfang</translation>
    </message>
    <message>
        <source>not answering since %1</source>
        <translation>keine Antwort seit %1</translation>
    </message>
    <message>
        <source>An event was turned away at %1: %2 Stripe sends it again.</source>
        <translation>Um %1 wurde ein Ereignis abgewiesen: %2 Stripe sendet es erneut.</translation>
    </message>
    <message>
        <source>No webhook signing secret is set, so every delivery is turned away. Enter it in Settings.</source>
        <translation>Es ist kein Signatur-Geheimnis gesetzt, daher wird jede Zustellung abgewiesen. Geben Sie es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The server program receives the events here, and it alone holds the Stripe key. Manage its endpoints in Stripe's dashboard, and give it their secrets where it is started, in STRIPE_WEBHOOK_SECRET.</source>
        <translation>Hier empfängt das Serverprogramm die Ereignisse, und nur es hat den Stripe-Schlüssel. Verwalten Sie seine Endpunkte in Stripes Dashboard, und geben Sie ihm deren Geheimnisse beim Start, in STRIPE_WEBHOOK_SECRET.</translation>
    </message>
    <message>
        <source>No Stripe key is set. Enter it in Settings and reconnect.</source>
        <translation>Es ist kein Stripe-Schlüssel gesetzt. Geben Sie ihn in den Einstellungen ein und verbinden Sie neu.</translation>
    </message>
    <message>
        <source>Stripe has not answered yet.</source>
        <translation>Stripe hat noch nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>app::Desktop</name>
    <message>
        <source>Opening the window</source>
        <translation>Das Fenster wird geöffnet</translation>
    </message>
    <message>
        <source>Starting the Stripe sandbox</source>
        <translation>Die Stripe-Sandbox wird gestartet</translation>
    </message>
</context>
<context>
    <name>app::DesktopSettings</name>
    <message>
        <source>Whether it belongs to this endpoint shows with the first event.</source>
        <translation>Ob es zu diesem Endpunkt gehört, zeigt das erste Ereignis.</translation>
    </message>
    <message>
        <source>The private database is ready.</source>
        <translation>Die private Datenbank ist bereit.</translation>
    </message>
    <message>
        <source>Connected to %1 as %2.</source>
        <translation>Verbunden mit %1 als %2.</translation>
    </message>
    <message>
        <source>With this login the server program receives events and sends to Stripe, not this desk.</source>
        <translation>Mit dieser Anmeldung empfängt das Serverprogramm die Ereignisse und sendet an Stripe, nicht dieser Arbeitsplatz.</translation>
    </message>
    <message>
        <source>Stripe takes it: live mode, account %1.</source>
        <translation>Stripe nimmt ihn an: Live-Modus, Konto %1.</translation>
    </message>
    <message>
        <source>Stripe takes it: test mode, account %1.</source>
        <translation>Stripe nimmt ihn an: Testmodus, Konto %1.</translation>
    </message>
    <message>
        <source>This restricted key may not read everything. Give it in Stripe's dashboard: %1.</source>
        <translation>Dieser eingeschränkte Schlüssel darf nicht alles lesen. Geben Sie ihm in Stripes Dashboard: %1.</translation>
    </message>
    <message>
        <source>Nothing is received at this desk: it does not listen.</source>
        <translation>An diesem Arbeitsplatz kommt nichts an: der Empfang läuft nicht.</translation>
    </message>
    <message>
        <source>It listens, but no event has come yet.</source>
        <translation>Der Empfang läuft, aber es kam noch kein Ereignis an.</translation>
    </message>
    <message>
        <source>Start: stripe listen --forward-to localhost:%1/api/v1/stripe/webhooks</source>
        <translation>Starten Sie: stripe listen --forward-to localhost:%1/api/v1/stripe/webhooks</translation>
    </message>
    <message>
        <source>Events arrive, the last one at %1.</source>
        <translation>Ereignisse kommen an, zuletzt am %1.</translation>
    </message>
    <message>
        <source>Listening on port %1.</source>
        <translation>Empfang auf Port %1.</translation>
    </message>
    <message>
        <source>Port %1 is free.</source>
        <translation>Port %1 ist frei.</translation>
    </message>
    <message>
        <source>The window is not open yet.</source>
        <translation>Das Fenster ist noch nicht offen.</translation>
    </message>
</context>
<context>
    <name>app::SandboxProcess</name>
    <message>
        <source>The Stripe sandbox did not start. Is oms-stripe-sandbox beside this program?</source>
        <translation>Die Stripe-Sandbox ist nicht gestartet. Liegt oms-stripe-sandbox neben diesem Programm?</translation>
    </message>
    <message>
        <source>The Stripe sandbox does not take the webhook endpoint.</source>
        <translation>Die Stripe-Sandbox nimmt den Webhook-Endpunkt nicht an.</translation>
    </message>
</context>
<context>
    <name>db</name>
    <message>
        <source>The folder %1 cannot be used for the database.</source>
        <translation>Der Ordner %1 kann nicht für die Datenbank verwendet werden.</translation>
    </message>
    <message>
        <source>This computer does not know the name of the user who runs this program, so no private database can be made.</source>
        <translation>Dieser Rechner kennt den Namen des Benutzers nicht, der dieses Programm ausführt. Deshalb lässt sich keine private Datenbank anlegen.</translation>
    </message>
    <message>
        <source>For root a private database needs the system user “postgres”, which comes with PostgreSQL's server.</source>
        <translation>Für root braucht eine private Datenbank den Systembenutzer „postgres“, der mit dem PostgreSQL-Server kommt.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>PostgreSQL's program %1 failed.</source>
        <translation>Das PostgreSQL-Programm %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>PostgreSQL could not be started.</source>
        <translation>PostgreSQL konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The system user %1, who runs the database, cannot get into %2.</source>
        <translation>Der Systembenutzer %1, der die Datenbank ausführt, kommt nicht in %2 hinein.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 is not installed on this computer. Install its server, or name another database in DATABASE_URL.</source>
        <translation>PostgreSQL %1 ist auf diesem Rechner nicht installiert. Installieren Sie den Server, oder nennen Sie in DATABASE_URL eine andere Datenbank.</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1 auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>The database address is empty.</source>
        <translation>Die Adresse der Datenbank ist leer.</translation>
    </message>
    <message>
        <source>The file %1 cannot be locked.</source>
        <translation>Die Datei %1 kann nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>This filter does not fit its column.</source>
        <translation>Dieser Filter passt nicht zu seiner Spalte.</translation>
    </message>
    <message>
        <source>This list has no such column.</source>
        <translation>Diese Liste hat keine solche Spalte.</translation>
    </message>
    <message>
        <source>The database was set up by a newer version of this program (step %1, this program knows %2). Install that version.</source>
        <translation>Die Datenbank wurde von einer neueren Version dieses Programms eingerichtet (Schritt %1, dieses Programm kennt %2). Installieren Sie jene Version.</translation>
    </message>
    <message>
        <source>The database was set up by another edition of this program: a step of its setup differs. It is left as it is.</source>
        <translation>Die Datenbank wurde von einer anderen Ausgabe dieses Programms eingerichtet: Ein Schritt ihrer Einrichtung weicht ab. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The program's database steps are damaged.</source>
        <translation>Die Datenbankschritte des Programms sind beschädigt.</translation>
    </message>
    <message>
        <source>The database address cannot be read.</source>
        <translation>Die Adresse der Datenbank ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The database address holds a semicolon in “%1”.</source>
        <translation>Die Adresse der Datenbank enthält in „%1“ ein Semikolon.</translation>
    </message>
    <message>
        <source>The program failed.</source>
        <translation>Das Programm ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Waiting for another window to start the database …</source>
        <translation>Warten, bis ein anderes Fenster die Datenbank gestartet hat …</translation>
    </message>
    <message>
        <source>Setting up the database …</source>
        <translation>Datenbank wird eingerichtet …</translation>
    </message>
    <message>
        <source>The new database could not be put into its place.</source>
        <translation>Die neue Datenbank konnte nicht an ihren Platz gebracht werden.</translation>
    </message>
    <message>
        <source>The database could not be started.</source>
        <translation>Die Datenbank konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Starting the database …</source>
        <translation>Datenbank wird gestartet …</translation>
    </message>
    <message>
        <source>The database does not become ready.</source>
        <translation>Die Datenbank wird nicht bereit.</translation>
    </message>
    <message>
        <source>The database does not stop.</source>
        <translation>Die Datenbank lässt sich nicht anhalten.</translation>
    </message>
    <message>
        <source>This database was made by PostgreSQL %1, which is not installed here. Install PostgreSQL %1, or move the data over: where version %1 is, start the server on %2 and run  pg_dump -h %3 -U oms_owner -Fc oms_billing &gt; oms_billing.dump  (or use pg_upgrade).</source>
        <translation>Diese Datenbank stammt von PostgreSQL %1, das hier nicht installiert ist. Installieren Sie PostgreSQL %1, oder ziehen Sie die Daten um: Starten Sie dort, wo Version %1 ist, den Server auf %2, und führen Sie  pg_dump -h %3 -U oms_owner -Fc oms_billing &gt; oms_billing.dump  aus (oder verwenden Sie pg_upgrade).</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>Das Programm wird beendet.</translation>
    </message>
    <message>
        <source>The program asked the database wrongly.</source>
        <translation>Das Programm hat die Datenbank falsch gefragt.</translation>
    </message>
    <message>
        <source>This exists already.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>This overlaps with something that exists already.</source>
        <translation>Das überschneidet sich mit etwas, das es schon gibt.</translation>
    </message>
    <message>
        <source>Something this belongs to does not exist, or is still in use.</source>
        <translation>Etwas, wozu das gehört, gibt es nicht, oder es wird noch verwendet.</translation>
    </message>
    <message>
        <source>The database does not accept a value.</source>
        <translation>Die Datenbank nimmt einen Wert nicht an.</translation>
    </message>
    <message>
        <source>Somebody else changed the same at the same moment. Try again.</source>
        <translation>Jemand anders hat dasselbe im selben Augenblick geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Somebody else is changing the same right now. Try again.</source>
        <translation>Jemand anders ändert gerade dasselbe. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your database account is not allowed to do this.</source>
        <translation>Ihr Datenbankkonto darf das nicht.</translation>
    </message>
    <message>
        <source>The database refused the user name or the password.</source>
        <translation>Die Datenbank hat den Benutzernamen oder das Kennwort abgelehnt.</translation>
    </message>
    <message>
        <source>The database is not set up for this program yet.</source>
        <translation>Die Datenbank ist für dieses Programm noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The database stopped this because it took too long or was canceled.</source>
        <translation>Die Datenbank hat das angehalten, weil es zu lange dauerte oder abgebrochen wurde.</translation>
    </message>
    <message>
        <source>The database is shutting down or starting up.</source>
        <translation>Die Datenbank fährt gerade herunter oder hoch.</translation>
    </message>
    <message>
        <source>The database closed the connection because it was idle.</source>
        <translation>Die Datenbank hat die Verbindung geschlossen, weil sie nicht benutzt wurde.</translation>
    </message>
    <message>
        <source>The connection to the database broke.</source>
        <translation>Die Verbindung zur Datenbank ist abgerissen.</translation>
    </message>
    <message>
        <source>The database takes no changes on this connection.</source>
        <translation>Die Datenbank nimmt auf dieser Verbindung keine Änderungen an.</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>Der Datenträger der Datenbank ist voll.</translation>
    </message>
    <message>
        <source>The database has too many connections.</source>
        <translation>Die Datenbank hat zu viele Verbindungen.</translation>
    </message>
    <message>
        <source>The database server has too little room to do this.</source>
        <translation>Der Datenbankserver hat dafür zu wenig Platz.</translation>
    </message>
    <message>
        <source>The disk of the database reported an error.</source>
        <translation>Der Datenträger der Datenbank hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>The database reported damage in its files.</source>
        <translation>Die Datenbank hat Schäden in ihren Dateien gemeldet.</translation>
    </message>
    <message>
        <source>The program and the database do not fit together.</source>
        <translation>Das Programm und die Datenbank passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The database refused this.</source>
        <translation>Die Datenbank hat das abgelehnt.</translation>
    </message>
    <message>
        <source>This invoice does not exist.</source>
        <translation>Diese Rechnung gibt es nicht.</translation>
    </message>
    <message>
        <source>This tenant does not exist.</source>
        <translation>Diesen Mandanten gibt es nicht.</translation>
    </message>
    <message>
        <source>The database address must begin with “postgresql://”.</source>
        <translation>Die Adresse der Datenbank muss mit „postgresql://“ beginnen.</translation>
    </message>
    <message>
        <source>The database is empty. Its owner has to set it up first: oms-billingd migrate</source>
        <translation>Die Datenbank ist leer. Ihr Besitzer muss sie zuerst einrichten: oms-billingd migrate</translation>
    </message>
    <message numerus="yes">
        <source>The database is older than this program: %n steps of its setup are missing. Its owner has to run oms-billingd migrate.</source>
        <translation>
            <numerusform>Die Datenbank ist älter als dieses Programm: %n Schritt ihrer Einrichtung fehlt. Ihr Besitzer muss oms-billingd migrate ausführen.</numerusform>
            <numerusform>Die Datenbank ist älter als dieses Programm: %n Schritte ihrer Einrichtung fehlen. Ihr Besitzer muss oms-billingd migrate ausführen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has no database of this name. Check the end of the address.</source>
        <translation>Auf dem Server gibt es keine Datenbank dieses Namens. Prüfen Sie das Ende der Adresse.</translation>
    </message>
    <message>
        <source>The database does not answer. Check its address, and that its server is running.</source>
        <translation>Die Datenbank antwortet nicht. Prüfen Sie ihre Adresse und ob ihr Server läuft.</translation>
    </message>
    <message>
        <source>This event does not exist.</source>
        <translation>Dieses Ereignis gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>demo::WorldParameters</name>
    <message>
        <source>Write the demo world as seed:tenants:months:until, for example 1:400:24:2026-11-20.</source>
        <translation>Schreiben Sie die Demowelt als Startwert:Mandanten:Monate:Bis, zum Beispiel 1:400:24:2026-11-20.</translation>
    </message>
    <message>
        <source>The seed of the demo world must be a whole number.</source>
        <translation>Der Startwert der Demowelt muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>The demo world can have 1 to %1 tenants.</source>
        <translation>Die Demowelt kann 1 bis %1 Mandanten haben.</translation>
    </message>
    <message>
        <source>The demo world can have 1 to %1 months.</source>
        <translation>Die Demowelt kann 1 bis %1 Monate haben.</translation>
    </message>
    <message>
        <source>The last day of the demo world must be a date such as 2026-11-20.</source>
        <translation>Der letzte Tag der Demowelt muss ein Datum wie 2026-11-20 sein.</translation>
    </message>
</context>
<context>
    <name>http::Endpoint</name>
    <message>
        <source>“%1” is not an address and port such as 127.0.0.1:8000.</source>
        <translation>„%1“ ist keine Adresse mit Port wie 127.0.0.1:8000.</translation>
    </message>
</context>
<context>
    <name>http::Listener</name>
    <message>
        <source>This server is running already.</source>
        <translation>Dieser Server läuft schon.</translation>
    </message>
    <message>
        <source>Cannot receive on %1, port %2.</source>
        <translation>Auf %1, Port %2, kann nicht empfangen werden.</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Stop that program or choose another port.</source>
        <translation>Port %1 wird von einem anderen Programm benutzt. Beenden Sie jenes Programm, oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>This user may not use port %1. Choose a port above 1023.</source>
        <translation>Dieser Benutzer darf Port %1 nicht verwenden. Wählen Sie einen Port über 1023.</translation>
    </message>
    <message>
        <source>This computer has no address %1.</source>
        <translation>Dieser Rechner hat keine Adresse %1.</translation>
    </message>
</context>
<context>
    <name>http::Server</name>
    <message>
        <source>%1 can be reached from other computers, and nothing would be encrypted. Use 127.0.0.1, or allow it expressly.</source>
        <translation>%1 ist von anderen Rechnern aus erreichbar, und nichts wäre verschlüsselt. Verwenden Sie 127.0.0.1, oder erlauben Sie es ausdrücklich.</translation>
    </message>
</context>
<context>
    <name>models::EndpointTableModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column, cell</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>Column: where Stripe sends events.</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column: enabled or disabled.</extracomment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>API version</source>
        <extracomment>Column: the version of Stripe's API.</extracomment>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Event types</source>
        <extracomment>Column: which events an endpoint sends.</extracomment>
        <translation>Ereignistypen</translation>
    </message>
    <message>
        <source>Secret</source>
        <extracomment>Column: whether the signing secret is in this desk's keychain.</extracomment>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>Column: when the endpoint was created.</extracomment>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>models::ListTableModel</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>models::PayloadModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <comment>of a part of a payload</comment>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>of a list in a payload</comment>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>there was no such field</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1: was %2, is %3</source>
        <comment>a field of a payload</comment>
        <translation>%1: war %2, ist %3</translation>
    </message>
    <message>
        <source>Field</source>
        <comment>of a payload</comment>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>the value a field had</comment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <comment>the value a field has</comment>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>of a field</comment>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>models::TurnedAwayTableModel</name>
    <message numerus="yes">
        <source>%1 (and %Ln more before it)</source>
        <translation>
            <numerusform>%1 (und %Ln weitere davor)</numerusform>
            <numerusform>%1 (und %Ln weitere davor)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 B</source>
        <extracomment>Size of what was sent, in bytes</extracomment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>a delivery that was not taken</comment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Why</source>
        <comment>a delivery was not taken</comment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>From</source>
        <comment>where a delivery came from</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Signed, it says</source>
        <comment>the time in a signature</comment>
        <translation>Signiert laut Angabe</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>of a delivery</comment>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>sandbox::CommandLine</name>
    <message>
        <source>A stand-in for Stripe's API: keeps state, bills, and delivers signed webhooks.</source>
        <translation>Ein Ersatz für Stripes API: hat einen Zustand, rechnet ab und stellt signierte Webhooks zu.</translation>
    </message>
    <message>
        <source>Address and port; port 0 takes a free one.</source>
        <translation>Adresse und Port; Port 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Begin with a generated world; until defaults to today.</source>
        <translation>Mit einer erzeugten Welt beginnen; ohne Angabe reicht sie bis heute.</translation>
    </message>
    <message>
        <source>Keep what changes in this folder over restarts.</source>
        <translation>Änderungen über Neustarts hinweg in diesem Ordner behalten.</translation>
    </message>
    <message>
        <source>Deliver events to this address; may be given several times.</source>
        <translation>Ereignisse an diese Adresse zustellen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The secret the deliveries are signed with, for each --webhook.</source>
        <translation>Das Geheimnis, mit dem die Zustellungen signiert werden, je --webhook.</translation>
    </message>
    <message>
        <source>Accept this API key only; may be given several times.</source>
        <translation>Nur diesen API-Schlüssel annehmen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Fail on purpose: latency_ms, rate_429, rate_500, drop_connection, after_effect, method, paths (with ':' between), count.</source>
        <translation>Absichtlich scheitern: latency_ms, rate_429, rate_500, drop_connection, after_effect, method, paths (mit ':' dazwischen), count.</translation>
    </message>
    <message>
        <source>Let the billing clock run that many times as fast.</source>
        <translation>Die Abrechnungsuhr um so viel schneller laufen lassen.</translation>
    </message>
    <message>
        <source>Seconds before each further attempt of a webhook, with ',' between.</source>
        <translation>Sekunden vor jedem weiteren Versuch eines Webhooks, mit ',' dazwischen.</translation>
    </message>
    <message>
        <source>"%1" is not an address and port such as 127.0.0.1:12111.</source>
        <translation>„%1“ ist keine Adresse mit Port wie 127.0.0.1:12111.</translation>
    </message>
    <message>
        <source>Each --webhook needs a --webhook-secret: unsigned events are of no use.</source>
        <translation>Jedes --webhook braucht ein --webhook-secret: Unsignierte Ereignisse nützen nichts.</translation>
    </message>
    <message>
        <source>"%1" is not a web address.</source>
        <translation>„%1“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>--speed wants a number.</source>
        <translation>--speed braucht eine Zahl.</translation>
    </message>
    <message>
        <source>--retry wants seconds, for example 1,5,30.</source>
        <translation>--retry braucht Sekunden, zum Beispiel 1,5,30.</translation>
    </message>
    <message>
        <source>"%1" is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
</context>
<context>
    <name>sandbox::Faults</name>
    <message>
        <source>"%1" is not a fault the sandbox knows, or its value is out of range.</source>
        <translation>„%1“ ist kein Fehler, den die Sandbox kennt, oder sein Wert liegt außerhalb des Bereichs.</translation>
    </message>
</context>
<context>
    <name>sandbox::Journal</name>
    <message>
        <source>Cannot create the folder %1.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Another sandbox is using the folder %1.</source>
        <translation>Eine andere Sandbox benutzt den Ordner %1.</translation>
    </message>
    <message>
        <source>Cannot open %1: %2</source>
        <translation>%1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>%1 holds the state of the world "%2", not of "%3". Use another folder or the same world.</source>
        <translation>%1 enthält den Stand der Welt „%2“, nicht den von „%3“. Verwenden Sie einen anderen Ordner oder dieselbe Welt.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>%1 (currency)</source>
        <translation>%1 (Währung)</translation>
    </message>
    <message>
        <source>This is too much for the clipboard. Export the rows to a file.</source>
        <translation>Das ist zu viel für die Zwischenablage. Exportieren Sie die Zeilen in eine Datei.</translation>
    </message>
</context>
<context>
    <name>services::Engine</name>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>No Stripe key is set, so nothing can be changed at Stripe.</source>
        <translation>Es ist kein Stripe-Schlüssel hinterlegt, deshalb kann bei Stripe nichts geändert werden.</translation>
    </message>
</context>
<context>
    <name>services::Housekeeping</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Changes from Stripe are waiting; the lists may be behind.</source>
        <translation>Änderungen von Stripe warten; die Listen können veraltet sein.</translation>
    </message>
</context>
<context>
    <name>services::OperationExecutor</name>
    <message>
        <source>Stripe does not answer. What was sent before is looked for again in a moment.</source>
        <translation>Stripe antwortet nicht. Was schon gesendet wurde, wird gleich noch einmal gesucht.</translation>
    </message>
</context>
<context>
    <name>services::RollFinisher</name>
    <message>
        <source>The overlap of its rolled secret is over.</source>
        <translation>Die Übergangszeit seines erneuerten Geheimnisses ist vorbei.</translation>
    </message>
</context>
<context>
    <name>services::StripeConnection</name>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>key rejected</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>unreachable since %1</source>
        <translation>nicht erreichbar seit %1</translation>
    </message>
    <message>
        <source>What you submit is kept and sent when Stripe answers again.</source>
        <translation>Was Sie absenden, bleibt erhalten und wird gesendet, sobald Stripe wieder antwortet.</translation>
    </message>
    <message>
        <source>Stripe does not accept the key any more. Enter a valid one in Settings.</source>
        <translation>Stripe nimmt den Schlüssel nicht mehr an. Geben Sie in den Einstellungen einen gültigen ein.</translation>
    </message>
</context>
<context>
    <name>services::SyncRunner</name>
    <message>
        <source>Stripe does not answer.</source>
        <translation>Stripe antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>stripe::ApiKey</name>
    <message>
        <source>Enter the Stripe secret key. It starts with sk_ or rk_.</source>
        <translation>Geben Sie den geheimen Stripe-Schlüssel ein. Er beginnt mit sk_ oder rk_.</translation>
    </message>
    <message>
        <source>This is the publishable key, which cannot read or change billing. Use the secret key that starts with sk_ or rk_.</source>
        <translation>Das ist der veröffentlichbare Schlüssel, der Abrechnungen weder lesen noch ändern kann. Verwenden Sie den geheimen Schlüssel, der mit sk_ oder rk_ beginnt.</translation>
    </message>
    <message>
        <source>This is a webhook signing secret. Use the secret key that starts with sk_ or rk_.</source>
        <translation>Das ist ein Webhook-Geheimnis. Verwenden Sie den geheimen Schlüssel, der mit sk_ oder rk_ beginnt.</translation>
    </message>
    <message>
        <source>The Stripe key contains a space or another character that cannot be part of a key. Copy it again.</source>
        <translation>Der Stripe-Schlüssel enthält ein Leerzeichen oder ein anderes Zeichen, das nicht in einen Schlüssel gehört. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>A live key may only be used with Stripe itself, not with %1. Use a test key, or remove the other Stripe address.</source>
        <translation>Ein Live-Schlüssel darf nur bei Stripe selbst verwendet werden, nicht bei %1. Verwenden Sie einen Testschlüssel, oder entfernen Sie die andere Stripe-Adresse.</translation>
    </message>
    <message>
        <source>This key belongs to the practice sandbox. Stripe does not know it: enter the secret key of your Stripe account.</source>
        <translation>Dieser Schlüssel gehört zur Übungs-Sandbox. Stripe kennt ihn nicht: Geben Sie den geheimen Schlüssel Ihres Stripe-Kontos ein.</translation>
    </message>
    <message>
        <source>Stripe must be reached by https, so that nobody can read the key on its way. Correct the Stripe address.</source>
        <translation>Stripe muss über https erreicht werden, damit niemand unterwegs den Schlüssel mitliest. Berichtigen Sie die Stripe-Adresse.</translation>
    </message>
    <message>
        <source>This is not a Stripe secret key. It starts with sk_test_, sk_live_, rk_test_ or rk_live_.</source>
        <translation>Das ist kein geheimer Stripe-Schlüssel. Er beginnt mit sk_test_, sk_live_, rk_test_ oder rk_live_.</translation>
    </message>
    <message>
        <source>The Stripe address must start with https:// or http:// and name a host.</source>
        <translation>Die Stripe-Adresse muss mit https:// oder http:// beginnen und einen Rechner nennen.</translation>
    </message>
</context>
<context>
    <name>stripe::DeclineAdvice</name>
    <message>
        <source>Try again later, or ask for another card.</source>
        <translation>Versuchen Sie es später noch einmal, oder bitten Sie um eine andere Karte.</translation>
    </message>
    <message>
        <source>Ask the customer to update the card.</source>
        <translation>Bitten Sie den Kunden, die Karte zu aktualisieren.</translation>
    </message>
    <message>
        <source>The customer must confirm this payment: send the link to the invoice.</source>
        <translation>Der Kunde muss diese Zahlung bestätigen: Senden Sie ihm den Link zur Rechnung.</translation>
    </message>
    <message>
        <source>Ask the customer to call their bank.</source>
        <translation>Bitten Sie den Kunden, seine Bank anzurufen.</translation>
    </message>
    <message>
        <source>Tell the customer only that the card was declined. Do not try it again.</source>
        <translation>Sagen Sie dem Kunden nur, dass die Karte abgelehnt wurde. Versuchen Sie es nicht noch einmal.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>stripe::Event</name>
    <message>
        <source>The event has no usable "%1".</source>
        <translation>Das Ereignis hat kein brauchbares „%1“.</translation>
    </message>
    <message>
        <source>The event is not readable JSON.</source>
        <translation>Das Ereignis ist kein lesbares JSON.</translation>
    </message>
    <message>
        <source>The event is not a JSON object.</source>
        <translation>Das Ereignis ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>This is a thin event, which does not hold the object. Choose snapshot events for this endpoint in Stripe.</source>
        <translation>Das ist ein schlankes Ereignis, das das Objekt nicht enthält. Wählen Sie in Stripe für diesen Endpunkt Snapshot-Ereignisse.</translation>
    </message>
    <message>
        <source>The body is not a Stripe event.</source>
        <translation>Der Inhalt ist kein Stripe-Ereignis.</translation>
    </message>
</context>
<context>
    <name>stripe::Failure</name>
    <message>
        <source>This operation was already sent to Stripe with other values. Check its result before starting it again.</source>
        <translation>Dieser Vorgang wurde schon mit anderen Werten an Stripe gesendet. Prüfen Sie sein Ergebnis, bevor Sie ihn noch einmal beginnen.</translation>
    </message>
    <message>
        <source>This belongs to the other mode (test or live).</source>
        <translation>Das gehört zum anderen Modus (Test oder Live).</translation>
    </message>
    <message>
        <source>Stripe refused the request.</source>
        <translation>Stripe hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Payment declined.</source>
        <translation>Zahlung abgelehnt.</translation>
    </message>
    <message>
        <source>Payment declined: %1</source>
        <translation>Zahlung abgelehnt: %1</translation>
    </message>
    <message>
        <source>The Stripe key may not do that.</source>
        <translation>Der Stripe-Schlüssel darf das nicht.</translation>
    </message>
    <message>
        <source>The Stripe key may not do that: it needs the permission %1.</source>
        <translation>Der Stripe-Schlüssel darf das nicht: Er braucht die Berechtigung %1.</translation>
    </message>
    <message>
        <source>This no longer exists in Stripe, or belongs to the other mode (test or live).</source>
        <translation>Das gibt es in Stripe nicht mehr, oder es gehört zum anderen Modus (Test oder Live).</translation>
    </message>
    <message>
        <source>Stripe is unavailable at the moment.</source>
        <translation>Stripe ist zurzeit nicht verfügbar.</translation>
    </message>
    <message>
        <source>Stripe is unavailable at the moment (request %1).</source>
        <translation>Stripe ist zurzeit nicht verfügbar (Anfrage %1).</translation>
    </message>
    <message>
        <source>Another operation on this object is running. Try again in a moment.</source>
        <translation>An diesem Objekt läuft schon ein anderer Vorgang. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The payment network has a problem. Try again later.</source>
        <translation>Das Zahlungsnetz hat eine Störung. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Stripe is receiving too many requests. Try again in a moment.</source>
        <translation>Stripe erhält zu viele Anfragen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Stripe cannot be reached. Check the network connection.</source>
        <translation>Stripe ist nicht erreichbar. Prüfen Sie die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>No secure connection to Stripe could be made. Check the date and time of this computer and the network's proxy.</source>
        <translation>Es kam keine sichere Verbindung zu Stripe zustande. Prüfen Sie Datum und Uhrzeit dieses Rechners und den Proxy des Netzwerks.</translation>
    </message>
    <message>
        <source>The connection to Stripe broke off.</source>
        <translation>Die Verbindung zu Stripe ist abgerissen.</translation>
    </message>
    <message>
        <source>Stripe did not answer in time.</source>
        <translation>Stripe hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The answer did not come from Stripe. Check the network's proxy and the Stripe address.</source>
        <translation>Die Antwort kam nicht von Stripe. Prüfen Sie den Proxy des Netzwerks und die Stripe-Adresse.</translation>
    </message>
    <message>
        <source>The Stripe address sends requests on to another one, which is not followed. Correct the Stripe address.</source>
        <translation>Die Stripe-Adresse leitet auf eine andere weiter, der nicht gefolgt wird. Berichtigen Sie die Stripe-Adresse.</translation>
    </message>
    <message>
        <source>The request was canceled because the program closes.</source>
        <translation>Die Anfrage wurde abgebrochen, weil das Programm beendet wird.</translation>
    </message>
    <message>
        <source>This exists in Stripe, but in the other mode (test or live) than your key.</source>
        <translation>Das gibt es in Stripe, aber im anderen Modus (Test oder Live) als Ihr Schlüssel.</translation>
    </message>
    <message>
        <source>Stripe has no price %1. Choose another one.</source>
        <translation>Stripe kennt keinen Preis %1. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Stripe rejected the API key. Enter a valid one in Settings.</source>
        <translation>Stripe hat den API-Schlüssel abgelehnt. Geben Sie in den Einstellungen einen gültigen ein.</translation>
    </message>
</context>
<context>
    <name>stripe::HttpClient</name>
    <message>
        <source>The request was canceled because the program closes.</source>
        <translation>Die Anfrage wurde abgebrochen, weil das Programm beendet wird.</translation>
    </message>
    <message>
        <source>Stripe could not be asked in time, because too many requests are waiting. Try again.</source>
        <translation>Stripe konnte nicht rechtzeitig gefragt werden, weil zu viele Anfragen warten. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The request was not sent because of a fault in this program.</source>
        <translation>Die Anfrage wurde wegen eines Fehlers in diesem Programm nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>stripe::Objects</name>
    <message>
        <source>Stripe sent another kind of object than expected.</source>
        <translation>Stripe hat eine andere Art von Objekt gesendet als erwartet.</translation>
    </message>
    <message>
        <source>Stripe sent an object without an id.</source>
        <translation>Stripe hat ein Objekt ohne ID gesendet.</translation>
    </message>
</context>
<context>
    <name>stripe::Pagination</name>
    <message>
        <source>Stripe sent a list that cannot be read to its end.</source>
        <translation>Stripe hat eine Liste gesendet, die nicht bis zum Ende lesbar ist.</translation>
    </message>
</context>
<context>
    <name>ui::AddressFields</name>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>There is no such country. Choose one from the list.</source>
        <translation>Dieses Land gibt es nicht. Wählen Sie eines aus der Liste.</translation>
    </message>
</context>
<context>
    <name>ui::AgeingBars</name>
    <message>
        <source>Ageing</source>
        <translation>Altersstruktur</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <comment>days late, amount, invoices</comment>
        <translation>%1: %2 in %3</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung</numerusform>
            <numerusform>%n Rechnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>When the program starts</source>
        <translation>Beim Start des Programms</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark words on white</source>
        <translation>Dunkle Schrift auf Weiß</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>For dim rooms</source>
        <translation>Für dunkle Räume</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect when OMS Billing is started again.</source>
        <translation>Gilt ab dem nächsten Start von OMS Billing.</translation>
    </message>
</context>
<context>
    <name>ui::BalanceWalk</name>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Discounts and credit</source>
        <translation>Rabatte und Guthaben</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Settled otherwise</source>
        <translation>Anders beglichen</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
</context>
<context>
    <name>ui::BreachCard</name>
    <message>
        <source>Over a limit</source>
        <translation>Über einer Grenze</translation>
    </message>
    <message>
        <source>No tenant is over a limit of its plan.</source>
        <translation>Kein Mandant ist über einer Grenze seines Tarifs.</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
    </message>
    <message numerus="yes">
        <source>%n tenant(s)</source>
        <translation>
            <numerusform>%n Mandant</numerusform>
            <numerusform>%n Mandanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more over a limit</source>
        <translation>
            <numerusform>%n weiterer über einer Grenze</numerusform>
            <numerusform>%n weitere über einer Grenze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BreachRow</name>
    <message>
        <source>%1, %2</source>
        <comment>share, what is used</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not included</source>
        <translation>nicht enthalten</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>limits exceeded</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>used, allowed</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::CancelSubscriptionDialog</name>
    <message>
        <source>Cancel the subscription?</source>
        <translation>Abonnement kündigen?</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Cancel subscription</source>
        <translation>Abonnement kündigen</translation>
    </message>
    <message>
        <source>Keep subscription</source>
        <translation>Abonnement behalten</translation>
    </message>
    <message>
        <source>At the end of the period</source>
        <translation>Zum Ende des Zeitraums</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>Was der Kunde sagt</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Änderungsprotokoll</translation>
    </message>
    <message>
        <source>This subscription has ended already.</source>
        <translation>Dieses Abonnement ist schon beendet.</translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation>%1 kündigen?</translation>
    </message>
    <message>
        <source>Type the name to confirm: %1</source>
        <translation>Zur Bestätigung den Namen eingeben: %1</translation>
    </message>
    <message>
        <source>At the end of the period, on %1</source>
        <translation>Zum Ende des Zeitraums, am %1</translation>
    </message>
    <message>
        <source>Can be taken back until then.</source>
        <translation>Lässt sich bis dahin zurücknehmen.</translation>
    </message>
    <message>
        <source>Cannot be undone.</source>
        <translation>Lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>It ends on %1 already.</source>
        <translation>Es endet schon am %1.</translation>
    </message>
    <message>
        <source>Cancel now</source>
        <translation>Sofort kündigen</translation>
    </message>
    <message>
        <source>Cancel at the end</source>
        <translation>Zum Ende kündigen</translation>
    </message>
    <message>
        <source>Type the tenant's name first.</source>
        <translation>Geben Sie zuerst den Namen des Mandanten ein.</translation>
    </message>
    <message>
        <source>It ends now</source>
        <translation>Es endet sofort</translation>
    </message>
    <message>
        <source>It ends on %1</source>
        <translation>Es endet am %1</translation>
    </message>
    <message>
        <source>%1 %2 is not billed any more.</source>
        <comment>amount, how often</comment>
        <translation>%1 %2 wird nicht mehr abgerechnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) that are paid for are lost</source>
        <translation>
            <numerusform>%n bezahlter Tag verfällt</numerusform>
            <numerusform>%n bezahlte Tage verfallen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is credited or paid back for the time until %1.</source>
        <translation>Für die Zeit bis %1 wird nichts gutgeschrieben oder erstattet.</translation>
    </message>
    <message>
        <source>Everything works until then</source>
        <translation>Bis dahin läuft alles weiter</translation>
    </message>
    <message>
        <source>Usage of this period is not billed</source>
        <translation>Der Verbrauch dieses Zeitraums wird nicht abgerechnet</translation>
    </message>
    <message>
        <source>Choose the end of the period to bill it.</source>
        <translation>Wählen Sie das Ende des Zeitraums, um ihn abzurechnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) stay open</source>
        <translation>
            <numerusform>%n offene Rechnung bleibt offen</numerusform>
            <numerusform>%n offene Rechnungen bleiben offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s) stay open: %1</source>
        <translation>
            <numerusform>%n offene Rechnung bleibt offen: %1</numerusform>
            <numerusform>%n offene Rechnungen bleiben offen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; collection goes on</source>
        <translation>%1; der Einzug läuft weiter</translation>
    </message>
    <message>
        <source>The subscription is being canceled.</source>
        <translation>Das Abonnement wird gekündigt.</translation>
    </message>
    <message>
        <source>The subscription has ended.</source>
        <translation>Das Abonnement ist beendet.</translation>
    </message>
    <message>
        <source>The subscription ends on %1.</source>
        <translation>Das Abonnement endet am %1.</translation>
    </message>
</context>
<context>
    <name>ui::ChangePlanDialog</name>
    <message>
        <source>Change plan</source>
        <translation>Tarif ändern</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The difference until the next invoice</source>
        <translation>Der Unterschied bis zur nächsten Rechnung</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Änderungsprotokoll</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Change the plan of %1</source>
        <translation>Tarif von %1 ändern</translation>
    </message>
    <message>
        <source>The tenant is being read.</source>
        <translation>Der Mandant wird gelesen.</translation>
    </message>
    <message>
        <source>The tenant has this plan already. Choose another one.</source>
        <translation>Der Mandant hat diesen Tarif schon. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Choose the price that this plan bills.</source>
        <translation>Wählen Sie den Preis, den dieser Tarif abrechnet.</translation>
    </message>
    <message>
        <source>Nothing was changed from here.</source>
        <translation>Von hier aus wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu ansehen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Ohne Tarif</translation>
    </message>
    <message>
        <source>No subscription bills this plan: only the limits change.</source>
        <translation>Kein Abonnement rechnet diesen Tarif ab: Es ändern sich nur die Grenzen.</translation>
    </message>
    <message>
        <source>Add one with “New subscription” to charge for it.</source>
        <translation>Legen Sie mit „Neues Abonnement“ eines an, um ihn zu berechnen.</translation>
    </message>
    <message>
        <source>What is billed stays the same.</source>
        <translation>Was abgerechnet wird, bleibt gleich.</translation>
    </message>
    <message>
        <source>On the next invoice, on %1</source>
        <translation>Mit der nächsten Rechnung, am %1</translation>
    </message>
    <message>
        <source>It is added there, or taken off; nothing is collected before.</source>
        <translation>Er kommt dort hinzu oder wird abgezogen; vorher wird nichts eingezogen.</translation>
    </message>
    <message>
        <source>Invoice it now</source>
        <translation>Jetzt berechnen</translation>
    </message>
    <message>
        <source>An invoice for the days until %1 is made and collected at once.</source>
        <translation>Eine Rechnung für die Tage bis %1 wird sofort erstellt und eingezogen.</translation>
    </message>
    <message>
        <source>Do not charge or credit it</source>
        <translation>Nicht berechnen oder gutschreiben</translation>
    </message>
    <message>
        <source>The new price counts from %1 on.</source>
        <translation>Der neue Preis gilt ab %1.</translation>
    </message>
    <message>
        <source>The plan is being changed.</source>
        <translation>Der Tarif wird geändert.</translation>
    </message>
    <message>
        <source>%1 is on %2 now.</source>
        <translation>%1 hat jetzt %2.</translation>
    </message>
</context>
<context>
    <name>ui::ColumnChart</name>
    <message>
        <source>%1, to %2</source>
        <comment>month, last day known</comment>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>last day known</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>to</source>
        <comment>above the last day known</comment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionCard</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>A second secret, while Stripe replaces the first one</source>
        <translation>Ein zweites Geheimnis, solange Stripe das erste ersetzt</translation>
    </message>
    <message>
        <source>This computer has no keychain, so it is kept in %1. Install GNOME Keyring or KWallet and enter it again to keep it more safely.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, daher liegt es in %1. Sicherer liegt es, wenn Sie GNOME Keyring oder KWallet installieren und es noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Eingeben…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>It is taken off this computer. At Stripe and in the database nothing changes.</source>
        <translation>Es wird von diesem Computer genommen. Bei Stripe und in der Datenbank ändert sich nichts.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionForm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>For you alone; nothing to set up</source>
        <translation>Nur für Sie, nichts einzurichten</translation>
    </message>
    <message>
        <source>On a server</source>
        <translation>Auf einem Server</translation>
    </message>
    <message>
        <source>A PostgreSQL for several desks</source>
        <translation>Ein PostgreSQL für mehrere Plätze</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>or in ~/.pgpass</source>
        <translation>oder in ~/.pgpass</translation>
    </message>
    <message>
        <source>Save it all the same</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>Testen und speichern</translation>
    </message>
</context>
<context>
    <name>ui::Copier</name>
    <message>
        <source>Choose a row or tick some first.</source>
        <translation>Wählen Sie zuerst eine Zeile, oder haken Sie welche an.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>These rows do not exist any more.</source>
        <translation>Diese Zeilen gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>ui::CopyableId</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Open in Stripe</source>
        <translation>In Stripe öffnen</translation>
    </message>
    <message>
        <source>Open %1 in Stripe</source>
        <translation>%1 in Stripe öffnen</translation>
    </message>
</context>
<context>
    <name>ui::DeleteEndpointDialog</name>
    <message>
        <source>Finish rolling the secret?</source>
        <translation>Erneuerung des Geheimnisses abschließen?</translation>
    </message>
    <message>
        <source>Delete the webhook endpoint?</source>
        <translation>Webhook-Endpunkt löschen?</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Änderungsprotokoll</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Delete the old one</source>
        <translation>Den alten löschen</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>Endpunkt löschen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Keep endpoint</source>
        <translation>Endpunkt behalten</translation>
    </message>
    <message numerus="yes">
        <source>The new one has delivered %n event(s)</source>
        <translation>
            <numerusform>Der neue hat %n Ereignis zugestellt</numerusform>
            <numerusform>Der neue hat %n Ereignisse zugestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Its secret works.</source>
        <translation>Sein Geheimnis funktioniert.</translation>
    </message>
    <message>
        <source>The new one has not delivered yet</source>
        <translation>Der neue hat noch nichts zugestellt</translation>
    </message>
    <message>
        <source>Since OMS Billing was started. Wait for an event, or send a test one from Stripe's dashboard.</source>
        <translation>Seit OMS Billing gestartet wurde. Warten Sie auf ein Ereignis, oder senden Sie ein Test-Ereignis aus Stripes Dashboard.</translation>
    </message>
    <message>
        <source>The old endpoint is deleted</source>
        <translation>Der alte Endpunkt wird gelöscht</translation>
    </message>
    <message>
        <source>%1 sends no more events.</source>
        <translation>%1 sendet keine Ereignisse mehr.</translation>
    </message>
    <message>
        <source>Stripe stops delivering events to this address</source>
        <translation>Stripe stellt an diese Adresse keine Ereignisse mehr zu</translation>
    </message>
    <message>
        <source>They can still be read from Stripe's list for 30 days.</source>
        <translation>Sie lassen sich noch 30 Tage lang aus Stripes Liste lesen.</translation>
    </message>
    <message>
        <source>Its secret is gone with it</source>
        <translation>Sein Geheimnis ist damit verloren</translation>
    </message>
    <message>
        <source>A new endpoint gets another one. The old one cannot be brought back.</source>
        <translation>Ein neuer Endpunkt bekommt ein anderes. Der alte lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Its secret is taken out of the keychain</source>
        <translation>Sein Geheimnis wird aus dem Schlüsselbund entfernt</translation>
    </message>
    <message>
        <source>What is signed with it is turned away from then on.</source>
        <translation>Was damit signiert ist, wird von da an abgewiesen.</translation>
    </message>
    <message>
        <source>The endpoint is being deleted.</source>
        <translation>Der Endpunkt wird gelöscht.</translation>
    </message>
    <message>
        <source>The rolling is finished: one secret is in use.</source>
        <translation>Die Erneuerung ist abgeschlossen: Ein Geheimnis ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The endpoint is deleted.</source>
        <translation>Der Endpunkt ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>ui::DeskWindow</name>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Sachbearbeitung</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Nur Lesen</translation>
    </message>
    <message>
        <source>The database is %1. What you see is from before.</source>
        <translation>Datenbank: %1. Was Sie sehen, ist von vorher.</translation>
    </message>
    <message>
        <source>Export finished</source>
        <translation>Export fertig</translation>
    </message>
    <message>
        <source>%1 rows in %2</source>
        <translation>%1 Zeilen in %2</translation>
    </message>
    <message>
        <source>No file was written</source>
        <translation>Es wurde keine Datei geschrieben</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Nichts wurde kopiert</translation>
    </message>
    <message>
        <source>Open a list first.</source>
        <translation>Öffnen Sie zuerst eine Liste.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to be pasted into a spreadsheet or a mail.</source>
        <translation>Zum Einfügen in eine Tabelle oder E-Mail bereit.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Taking over from Stripe</source>
        <translation>Wird von Stripe übernommen</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s); each leaves the list as soon as it agrees.</source>
        <translation>
            <numerusform>%n Objekt; es verlässt die Liste, sobald es übereinstimmt.</numerusform>
            <numerusform>%n Objekte; jedes verlässt die Liste, sobald es übereinstimmt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying events once more</source>
        <translation>Ereignisse werden erneut angewendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s); the list shows what becomes of them.</source>
        <translation>
            <numerusform>%Ln Ereignis; die Liste zeigt, was daraus wird.</numerusform>
            <numerusform>%Ln Ereignisse; die Liste zeigt, was daraus wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DetailPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Als Seite öffnen</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Seitenleiste schließen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
</context>
<context>
    <name>ui::DialogFrame</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::DriftPanel</name>
    <message>
        <source>Difference</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>invoice, its field</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No tenant is linked</source>
        <translation>Kein Mandant zugeordnet</translation>
    </message>
    <message>
        <source>Stripe's value could not be taken over</source>
        <translation>Stripes Wert konnte nicht übernommen werden</translation>
    </message>
    <message>
        <source>Stripe no longer has it</source>
        <translation>Stripe hat es nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted there, or belongs to another account. It stays here until you take that over; then it counts as deleted or canceled, and is still kept.</source>
        <translation>Es wurde dort gelöscht oder gehört zu einem anderen Konto. Hier bleibt es, bis Sie das übernehmen; dann gilt es als gelöscht oder gekündigt und wird weiter aufbewahrt.</translation>
    </message>
    <message>
        <source>Stripe has it, and it is not here</source>
        <translation>Stripe hat es, hier fehlt es</translation>
    </message>
    <message>
        <source>Taking it over adds it to the lists.</source>
        <translation>Übernehmen fügt es den Listen hinzu.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>At Stripe</source>
        <translation>Bei Stripe</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>No event that would have told of it is known. Stripe keeps them for 30 days.</source>
        <translation>Es ist kein Ereignis bekannt, das davon berichtet hätte. Stripe behält sie 30 Tage.</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>Es geht um</translation>
    </message>
    <message>
        <source>no money</source>
        <translation>kein Geld</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>ui::EndpointDialog</name>
    <message>
        <source>Edit the webhook endpoint</source>
        <translation>Webhook-Endpunkt bearbeiten</translation>
    </message>
    <message>
        <source>New webhook endpoint</source>
        <translation>Neuer Webhook-Endpunkt</translation>
    </message>
    <message>
        <source>Address that Stripe sends events to</source>
        <translation>Adresse, an die Stripe Ereignisse sendet</translation>
    </message>
    <message>
        <source>Stripe sends events to it</source>
        <translation>Stripe sendet Ereignisse an ihn</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Create endpoint</source>
        <translation>Endpunkt anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 anfügen</translation>
    </message>
    <message numerus="yes">
        <source>Stripe sends the %n event type(s) that are handled here</source>
        <translation>
            <numerusform>Stripe sendet den %n Ereignistyp, der hier verarbeitet wird</numerusform>
            <numerusform>Stripe sendet die %n Ereignistypen, die hier verarbeitet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>In API version %1</source>
        <translation>In API-Version %1</translation>
    </message>
    <message>
        <source>Its signing secret goes straight into the keychain</source>
        <translation>Sein Signatur-Geheimnis kommt direkt in den Schlüsselbund</translation>
    </message>
    <message>
        <source>Stripe tells it once. The listener uses it at once, beside those it has.</source>
        <translation>Stripe nennt es nur einmal. Der Empfang nutzt es sofort, neben denen, die er hat.</translation>
    </message>
    <message>
        <source>Stripe stops sending events to it</source>
        <translation>Stripe sendet keine Ereignisse mehr an ihn</translation>
    </message>
    <message>
        <source>They can still be read from Stripe's list for 30 days; OMS Billing does so by itself every few minutes.</source>
        <translation>Sie lassen sich noch 30 Tage lang aus Stripes Liste lesen; OMS Billing tut das von selbst alle paar Minuten.</translation>
    </message>
    <message>
        <source>The path is not this program's: %1</source>
        <translation>Der Pfad ist nicht der dieses Programms: %1</translation>
    </message>
    <message>
        <source>Leave it so only where a proxy passes the events on to it.</source>
        <translation>Lassen Sie es nur so, wenn ein Proxy die Ereignisse dorthin weitergibt.</translation>
    </message>
    <message>
        <source>The endpoint is being changed.</source>
        <translation>Der Endpunkt wird geändert.</translation>
    </message>
    <message>
        <source>The endpoint is being created.</source>
        <translation>Der Endpunkt wird angelegt.</translation>
    </message>
    <message>
        <source>The endpoint is changed.</source>
        <translation>Der Endpunkt ist geändert.</translation>
    </message>
    <message>
        <source>Stripe sends events to the new endpoint, and its secret is kept here.</source>
        <translation>Stripe sendet Ereignisse an den neuen Endpunkt, und sein Geheimnis wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>The endpoint exists, but Stripe does not tell its secret any more. Replace it: choose it in the list, then Roll secret.</source>
        <translation>Den Endpunkt gibt es, aber Stripe nennt sein Geheimnis nicht mehr. Ersetzen Sie ihn: Wählen Sie ihn in der Liste, dann „Erneuern“.</translation>
    </message>
</context>
<context>
    <name>ui::EndpointPanel</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Another one is taking its place</source>
        <translation>Ein anderer tritt an seine Stelle</translation>
    </message>
    <message>
        <source>Both are in use %1.</source>
        <translation>Beide sind in Gebrauch, %1.</translation>
    </message>
    <message>
        <source>It is taking another's place</source>
        <translation>Er tritt an die Stelle eines anderen</translation>
    </message>
    <message>
        <source>Its secret is not kept at this desk</source>
        <translation>Sein Geheimnis wird an diesem Platz nicht aufbewahrt</translation>
    </message>
    <message>
        <source>What it sends here is turned away. Stripe tells a secret only once: roll it to get another.</source>
        <translation>Was er hierher sendet, wird abgewiesen. Stripe nennt ein Geheimnis nur einmal: Erneuern Sie es, um ein anderes zu bekommen.</translation>
    </message>
    <message>
        <source>It sends another API version</source>
        <translation>Er sendet eine andere API-Version</translation>
    </message>
    <message>
        <source>OMS Billing works with %1. A version cannot be changed later: roll the secret, and the new endpoint has the right one.</source>
        <translation>OMS Billing arbeitet mit %1. Eine Version lässt sich nachträglich nicht ändern: Erneuern Sie das Geheimnis, und der neue Endpunkt hat die richtige.</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Ereignistypen</translation>
    </message>
    <message numerus="yes">
        <source>Exactly the %n that are handled here</source>
        <comment>event types</comment>
        <translation>
            <numerusform>Genau der %n, der hier verarbeitet wird</numerusform>
            <numerusform>Genau die %n, die hier verarbeitet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: changes of these are only seen when Stripe is asked</source>
        <translation>Fehlen: Solche Änderungen sieht man erst, wenn Stripe gefragt wird</translation>
    </message>
    <message>
        <source>* (every type there is)</source>
        <translation>* (sämtliche Typen)</translation>
    </message>
    <message>
        <source>Too many: stored, but nothing comes of them</source>
        <translation>Zu viel: gespeichert, aber ohne Wirkung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>In this desk's keychain</source>
        <translation>Im Schlüsselbund dieses Platzes</translation>
    </message>
    <message>
        <source>Unknown: one was entered by hand</source>
        <translation>Unbekannt: eines wurde von Hand eingegeben</translation>
    </message>
    <message>
        <source>Not at this desk</source>
        <translation>Nicht an diesem Platz</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) since the start</source>
        <translation>
            <numerusform>%n Ereignis seit dem Start</numerusform>
            <numerusform>%n Ereignisse seit dem Start</numerusform>
        </translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>ui::EndpointTable</name>
    <message>
        <source>Column headers</source>
        <translation>Spaltenköpfe</translation>
    </message>
    <message>
        <source>Webhook endpoints</source>
        <translation>Webhook-Endpunkte</translation>
    </message>
</context>
<context>
    <name>ui::EndpointsView</name>
    <message>
        <source>Asking Stripe</source>
        <translation>Stripe wird gefragt</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu ansehen</translation>
    </message>
    <message>
        <source>Reading Stripe's list…</source>
        <translation>Stripes Liste wird gelesen…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>webhook endpoints</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The endpoints cannot be read here</source>
        <translation>Die Endpunkte lassen sich hier nicht lesen</translation>
    </message>
    <message>
        <source>Stripe cannot be reached</source>
        <translation>Stripe ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The endpoints could not be read</source>
        <translation>Die Endpunkte konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stripe has no webhook endpoint of this account</source>
        <translation>Stripe hat zu diesem Konto keinen Webhook-Endpunkt</translation>
    </message>
    <message>
        <source>Events are read from Stripe's list every few minutes all the same. With an endpoint they come within a second: Stripe sends them to this program's address.</source>
        <translation>Ereignisse werden trotzdem alle paar Minuten aus Stripes Liste gelesen. Mit einem Endpunkt kommen sie binnen einer Sekunde: Stripe sendet sie an die Adresse dieses Programms.</translation>
    </message>
    <message>
        <source>New endpoint…</source>
        <translation>Neuer Endpunkt…</translation>
    </message>
    <message>
        <source>Stripe allows 16 endpoints. Delete one first.</source>
        <translation>Stripe erlaubt 16 Endpunkte. Löschen Sie erst einen.</translation>
    </message>
    <message>
        <source>Choose an endpoint first.</source>
        <translation>Wählen Sie erst einen Endpunkt.</translation>
    </message>
    <message>
        <source>Its secret is being rolled already. Finish that first.</source>
        <translation>Sein Geheimnis wird schon erneuert. Schließen Sie das erst ab.</translation>
    </message>
    <message>
        <source>It sends exactly the types that are handled here.</source>
        <translation>Er sendet genau die Typen, die hier verarbeitet werden.</translation>
    </message>
    <message>
        <source>Two secrets are in use %1</source>
        <translation>Zwei Geheimnisse sind in Gebrauch, %1</translation>
    </message>
    <message numerus="yes">
        <source>The new endpoint has delivered %n event(s).</source>
        <translation>
            <numerusform>Der neue Endpunkt hat %n Ereignis zugestellt.</numerusform>
            <numerusform>Der neue Endpunkt hat %n Ereignisse zugestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new endpoint has not delivered yet. Until it has, the old one keeps events coming.</source>
        <translation>Der neue Endpunkt hat noch nichts zugestellt. Bis dahin kommen die Ereignisse über den alten.</translation>
    </message>
    <message>
        <source>Finish rolling…</source>
        <translation>Erneuerung abschließen…</translation>
    </message>
    <message>
        <source>No secret can be kept at this desk</source>
        <translation>An diesem Platz lässt sich kein Geheimnis aufbewahren</translation>
    </message>
    <message>
        <source>It is being changed.</source>
        <translation>Er wird gerade geändert.</translation>
    </message>
    <message>
        <source>The types were not changed</source>
        <translation>Die Typen wurden nicht geändert</translation>
    </message>
</context>
<context>
    <name>ui::EventContent</name>
    <message>
        <source>Copy the payload</source>
        <translation>Inhalt kopieren</translation>
    </message>
    <message>
        <source>What is in the event</source>
        <translation>Was im Ereignis steht</translation>
    </message>
    <message>
        <source>Changes</source>
        <comment>what an event changed</comment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Payload</source>
        <comment>all of an event</comment>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of the try, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No try has failed.</source>
        <translation>Kein Versuch ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Your role may not read what Stripe sent. Administrators may.</source>
        <translation>Ihre Rolle darf nicht lesen, was Stripe gesendet hat. Administratoren dürfen es.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is not readable as Stripe's format. It begins:
%1</source>
        <translation>Das ist nicht als Stripes Format lesbar. Es beginnt:
%1</translation>
    </message>
    <message>
        <source>Stripe does not say what was before: the event tells of the object as a whole.</source>
        <translation>Stripe sagt nicht, was vorher war: Das Ereignis berichtet vom ganzen Objekt.</translation>
    </message>
</context>
<context>
    <name>ui::EventPanel</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>No tenant is linked</source>
        <translation>Kein Mandant zugeordnet</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>%1, received %2 later</source>
        <translation>%1, empfangen %2 später</translation>
    </message>
    <message>
        <source>Processed</source>
        <comment>when an event was worked off</comment>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>%1 after it was received</source>
        <translation>%1 nach dem Empfang</translation>
    </message>
    <message>
        <source>Came by</source>
        <comment>how an event came</comment>
        <translation>Weg</translation>
    </message>
    <message>
        <source>%1, API %2</source>
        <comment>delivered, API version</comment>
        <translation>%1, API %2</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Hier geändert</translation>
    </message>
</context>
<context>
    <name>ui::EventStrip</name>
    <message>
        <source>How events fare</source>
        <translation>Wie es um die Ereignisse steht</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>Heute empfangen</translation>
    </message>
    <message>
        <source>Processed today</source>
        <translation>Heute verarbeitet</translation>
    </message>
    <message>
        <source>Failed, retrying</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>99 % within</source>
        <translation>99 % binnen</translation>
    </message>
    <message>
        <source>Oldest waiting</source>
        <translation>Ältestes wartet</translation>
    </message>
    <message>
        <source>Stripe's list read</source>
        <translation>Stripes Liste gelesen</translation>
    </message>
    <message>
        <source>Last 60 minutes</source>
        <translation>Letzte 60 Minuten</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>3 min ago</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>never</source>
        <comment>Stripe's list was read</comment>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln turned away today</source>
        <translation>
            <numerusform>%Ln heute abgewiesen</numerusform>
            <numerusform>%Ln heute abgewiesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportRowsDialog</name>
    <message>
        <source>Which rows go into the file?</source>
        <translation>Welche Zeilen kommen in die Datei?</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>The ticked rows</source>
        <translation>Die angehakten Zeilen</translation>
    </message>
    <message>
        <source>in the order of the list</source>
        <translation>in der Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>All %1 rows</source>
        <translation>Alle %1 Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>of this list</source>
        <translation>dieser Liste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>The ticked row</source>
        <translation>Die angehakte Zeile</translation>
    </message>
    <message>
        <source>The %1 ticked rows</source>
        <translation>Die %1 angehakten Zeilen</translation>
    </message>
</context>
<context>
    <name>ui::Exporter</name>
    <message>
        <source>Export tenants</source>
        <translation>Mandanten exportieren</translation>
    </message>
    <message>
        <source>Export subscriptions</source>
        <translation>Abonnements exportieren</translation>
    </message>
    <message>
        <source>Export invoices</source>
        <translation>Rechnungen exportieren</translation>
    </message>
    <message>
        <source>Another export is being written. Wait until it is done, or stop it.</source>
        <translation>Ein anderer Export läuft noch. Warten Sie, bis er fertig ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export differences</source>
        <translation>Abweichungen exportieren</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>ui::FilterChip</name>
    <message>
        <source>Filter: %1 %2</source>
        <translation>Filter: %1 %2</translation>
    </message>
    <message>
        <source>Enter changes it, Delete removes it.</source>
        <translation>Eingabe ändert ihn, Entf entfernt ihn.</translation>
    </message>
</context>
<context>
    <name>ui::FilterEditor</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Type what to compare with.</source>
        <translation>Geben Sie ein, womit verglichen wird.</translation>
    </message>
</context>
<context>
    <name>ui::FirstRunWindow</name>
    <message>
        <source>Welcome to OMS Billing</source>
        <translation>Willkommen bei OMS Billing</translation>
    </message>
    <message>
        <source>Bill your tenants through Stripe, and see what comes in. How would you like to begin?</source>
        <translation>Rechnen Sie Ihre Mandanten über Stripe ab, und sehen Sie, was eingeht. Wie möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Start the demonstration</source>
        <translation>Demonstration starten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst einmal umsehen</translation>
    </message>
    <message>
        <source>400 invented tenants with two years of invoices, on a stand-in for Stripe. No account is needed, and no money moves. You can connect your own later, in Settings.</source>
        <translation>400 erfundene Mandanten mit Rechnungen aus zwei Jahren, auf einem Ersatz für Stripe. Sie brauchen kein Konto, und es fließt kein Geld. Ihr eigenes können Sie später in den Einstellungen verbinden.</translation>
    </message>
    <message>
        <source>Connect my Stripe account</source>
        <translation>Mein Stripe-Konto verbinden</translation>
    </message>
    <message>
        <source>Database, Stripe key and webhooks, one after the other; each is tested at once. You can stop at any time and go on later.</source>
        <translation>Datenbank, Stripe-Schlüssel und Webhooks, eins nach dem anderen; jedes wird sofort getestet. Sie können jederzeit aufhören und später weitermachen.</translation>
    </message>
    <message>
        <source>Where should the data be kept?</source>
        <translation>Wo sollen die Daten liegen?</translation>
    </message>
    <message>
        <source>On this computer nothing needs to be set up. For several desks, use one PostgreSQL server.</source>
        <translation>Auf diesem Computer ist nichts einzurichten. Für mehrere Arbeitsplätze nehmen Sie einen gemeinsamen PostgreSQL-Server.</translation>
    </message>
    <message>
        <source>Which Stripe account?</source>
        <translation>Welches Stripe-Konto?</translation>
    </message>
    <message>
        <source>The first key that works binds the database to its account and mode, so that test data never mixes with live data.</source>
        <translation>Der erste Schlüssel, der funktioniert, bindet die Datenbank an sein Konto und seinen Modus, damit sich Testdaten nie mit echten mischen.</translation>
    </message>
    <message>
        <source>How do Stripe's events get here?</source>
        <translation>Wie kommen Stripes Ereignisse hierher?</translation>
    </message>
    <message>
        <source>Start this in a terminal on this computer. It hands the events on, and prints the signing secret that belongs here.</source>
        <translation>Starten Sie dies in einem Terminal auf diesem Computer. Es reicht die Ereignisse weiter und gibt das Signatur-Geheimnis aus, das hierher gehört.</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Später fortfahren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Open OMS Billing</source>
        <translation>OMS Billing öffnen</translation>
    </message>
    <message>
        <source>Continue all the same</source>
        <translation>Trotzdem weiter</translation>
    </message>
    <message>
        <source>Test and continue</source>
        <translation>Testen und weiter</translation>
    </message>
    <message>
        <source>Continue without</source>
        <translation>Ohne weiter</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Stripe key</source>
        <translation>Stripe-Schlüssel</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
</context>
<context>
    <name>ui::GoToRowDialog</name>
    <message>
        <source>Go to row</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Row number</source>
        <translation>Zeilennummer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This list has no rows.</source>
        <translation>Diese Liste hat keine Zeilen.</translation>
    </message>
    <message>
        <source>Type a whole number, such as %1.</source>
        <translation>Geben Sie eine ganze Zahl ein, etwa %1.</translation>
    </message>
    <message>
        <source>The rows of this list are numbered from 1 to %1.</source>
        <translation>Die Zeilen dieser Liste sind von 1 bis %1 nummeriert.</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 bis %1</translation>
    </message>
    <message>
        <source>counting the rows…</source>
        <translation>Zeilen werden gezählt…</translation>
    </message>
    <message>
        <source>Type a number first.</source>
        <translation>Geben Sie zuerst eine Zahl ein.</translation>
    </message>
</context>
<context>
    <name>ui::InvoicePanel</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>No tenant yet</source>
        <translation>Noch kein Mandant</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue, %1 remaining</source>
        <translation>
            <numerusform>%n Tag überfällig, %1 offen</numerusform>
            <numerusform>%n Tage überfällig, %1 offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 remaining</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>Balance, %1</source>
        <translation>Saldo, %1</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <translation>Bezahlt %1</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Your role may not read an invoice's lines.</source>
        <translation>Ihre Rolle darf die Positionen einer Rechnung nicht lesen.</translation>
    </message>
    <message>
        <source>The lines are not known here yet.</source>
        <translation>Die Positionen sind hier noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Stripe has more lines of this invoice.</source>
        <translation>Stripe hat weitere Positionen dieser Rechnung.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Stripe invoice</source>
        <translation>Stripe-Rechnung</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Einzug</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Invoice link</source>
        <translation>Link zur Rechnung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>ui::JumpDialog</name>
    <message>
        <source>Search or jump to</source>
        <translation>Suchen oder springen</translation>
    </message>
    <message>
        <source>Name, e-mail, invoice number, amount or any id</source>
        <translation>Name, E-Mail, Rechnungsnummer, Betrag oder eine ID</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer letters, or an invoice's number.</source>
        <translation>Nichts gefunden für „%1“. Versuchen Sie es mit weniger Buchstaben oder einer Rechnungsnummer.</translation>
    </message>
</context>
<context>
    <name>ui::JumpField</name>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
</context>
<context>
    <name>ui::Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>ui::LimitBar</name>
    <message>
        <source>Used of the limit</source>
        <translation>Von der Grenze verbraucht</translation>
    </message>
</context>
<context>
    <name>ui::LineChart</name>
    <message>
        <source>as at the end of %1</source>
        <comment>month</comment>
        <translation>Stand Ende %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 vs. %2</source>
        <comment>change, earlier month</comment>
        <translation>%1 ggü. %2</translation>
    </message>
</context>
<context>
    <name>ui::ListFooter</name>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 weitere</translation>
    </message>
</context>
<context>
    <name>ui::ListHeader</name>
    <message>
        <source>Column headers</source>
        <translation>Spaltenköpfe</translation>
    </message>
</context>
<context>
    <name>ui::ListPage</name>
    <message>
        <source>Choose columns</source>
        <translation>Spalten auswählen</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt neu versuchen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Change the search or the filters to see more.</source>
        <translation>Ändern Sie Suche oder Filter, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Keep filters, search, order and columns under a name</source>
        <translation>Filter, Suche, Reihenfolge und Spalten unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
</context>
<context>
    <name>ui::ListTask</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListTaskDialog</name>
    <message>
        <source>Counting the rows</source>
        <translation>Zeilen werden gezählt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>ui::ListView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>ui::ListViews</name>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>Ansicht „%1“ löschen?</translation>
    </message>
    <message>
        <source>Only the view is deleted; nothing it shows is.</source>
        <translation>Gelöscht wird nur die Ansicht, nichts von dem, was sie zeigt.</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>No view saved yet</source>
        <translation>Noch keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht speichern …</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>„%1“ umbenennen …</translation>
    </message>
    <message>
        <source>Delete “%1”…</source>
        <translation>„%1“ löschen …</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>OMS Billing</source>
        <translation>OMS Billing</translation>
    </message>
    <message>
        <source>%1 – OMS Billing</source>
        <translation>%1 – OMS Billing</translation>
    </message>
    <message>
        <source>There is nothing to go back to yet.</source>
        <translation>Es gibt noch nichts, wohin es zurückgeht.</translation>
    </message>
    <message>
        <source>There is nothing to go forward to.</source>
        <translation>Es gibt nichts, wohin es vorwärts geht.</translation>
    </message>
</context>
<context>
    <name>ui::MinuteBars</name>
    <message>
        <source>Last 60 minutes: %1 received, %2 of them failed; at most %3 a minute</source>
        <translation>Letzte 60 Minuten: %1 empfangen, davon %2 fehlgeschlagen; höchstens %3 in einer Minute</translation>
    </message>
</context>
<context>
    <name>ui::MonthChart</name>
    <message>
        <source>Save the figures as CSV…</source>
        <translation>Zahlen als CSV speichern…</translation>
    </message>
    <message>
        <source>Save the chart as PNG…</source>
        <translation>Diagramm als PNG speichern…</translation>
    </message>
    <message>
        <source>Save the chart as SVG…</source>
        <translation>Diagramm als SVG speichern…</translation>
    </message>
</context>
<context>
    <name>ui::NavItem</name>
    <message>
        <source>%1, %2</source>
        <comment>page, count</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Current page</source>
        <translation>Aktuelle Seite</translation>
    </message>
</context>
<context>
    <name>ui::NewSubscriptionDialog</name>
    <message>
        <source>New subscription</source>
        <translation>Neues Abonnement</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Start subscription</source>
        <translation>Abonnement starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>type to search</source>
        <translation>tippen, um zu suchen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probezeit</translation>
    </message>
    <message>
        <source>Pays by</source>
        <translation>Zahlt per</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Änderungsprotokoll</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>What is on file</source>
        <translation>Was hinterlegt ist</translation>
    </message>
    <message>
        <source>There is no such price. Choose one from the list.</source>
        <translation>Diesen Preis gibt es nicht. Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>Choose a price.</source>
        <translation>Wählen Sie einen Preis.</translation>
    </message>
    <message>
        <source>Billed by usage, %1</source>
        <translation>Abrechnung nach Verbrauch, %1</translation>
    </message>
    <message>
        <source>The amount is what was used until then.</source>
        <translation>Der Betrag richtet sich nach dem Verbrauch bis dahin.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>quantity × amount</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount, how often</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing is charged before %1</source>
        <translation>Vor dem %1 wird nichts berechnet</translation>
    </message>
    <message>
        <source>The trial ends then and the first invoice is made.</source>
        <translation>Dann endet die Probezeit, und die erste Rechnung wird erstellt.</translation>
    </message>
    <message>
        <source>The first invoice is sent at once</source>
        <translation>Die erste Rechnung wird sofort gesendet</translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s).</source>
        <translation>
            <numerusform>Fällig in %n Tag.</numerusform>
            <numerusform>Fällig in %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first amount is charged at once</source>
        <translation>Der erste Betrag wird sofort eingezogen</translation>
    </message>
    <message>
        <source>The subscription is being started.</source>
        <translation>Das Abonnement wird gestartet.</translation>
    </message>
    <message>
        <source>The subscription is started.</source>
        <translation>Das Abonnement ist gestartet.</translation>
    </message>
    <message>
        <source>To add a card, give this up and start again.</source>
        <translation>Um eine Karte hinzuzufügen, geben Sie diese Aufgabe auf und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>The card chosen before is with the customer already.</source>
        <translation>Die zuvor gewählte Karte ist bereits beim Kunden hinterlegt.</translation>
    </message>
</context>
<context>
    <name>ui::Notice</name>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>ui::OperationDialog</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Später beenden</translation>
    </message>
    <message>
        <source>You find it again under Tasks.</source>
        <translation>Sie finden es unter „Aufgaben“ wieder.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>You can close this; it goes on and is found under Tasks.</source>
        <translation>Sie können das schließen; es läuft weiter und steht unter „Aufgaben“.</translation>
    </message>
    <message>
        <source>Another person has to agree to this.</source>
        <translation>Eine zweite Person muss zustimmen.</translation>
    </message>
    <message>
        <source>This was not started.</source>
        <translation>Das wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>It has waited for more than five minutes. Look at it once more and continue.</source>
        <translation>Es hat länger als fünf Minuten gewartet. Sehen Sie es sich noch einmal an, und fahren Sie fort.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Close once more to leave; what you typed is then gone.</source>
        <translation>Noch einmal schließen verlässt den Dialog; Ihre Eingaben sind dann weg.</translation>
    </message>
</context>
<context>
    <name>ui::OverviewBoard</name>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>MRR walk</source>
        <translation>MRR-Verlauf</translation>
    </message>
    <message>
        <source>Collected by tier</source>
        <translation>Eingang nach Tarif</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>Altersstruktur</translation>
    </message>
    <message>
        <source>MRR by month</source>
        <translation>MRR nach Monat</translation>
    </message>
    <message>
        <source>Collected by month and tier</source>
        <translation>Eingang nach Monat und Tarif</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Amounts of different currencies are never added up.</source>
        <translation>Beträge verschiedener Währungen werden nie addiert.</translation>
    </message>
    <message>
        <source>No recurring revenue in these 12 months</source>
        <translation>Kein wiederkehrender Umsatz in diesen 12 Monaten</translation>
    </message>
    <message>
        <source>Nothing moved in these months</source>
        <translation>Keine Veränderung in diesen Monaten</translation>
    </message>
    <message>
        <source>Nothing was collected in these months</source>
        <translation>Kein Zahlungseingang in diesen Monaten</translation>
    </message>
    <message>
        <source>Open invoices</source>
        <translation>Offene Rechnungen</translation>
    </message>
    <message>
        <source>Amounts in %1, without other currencies. As of %2</source>
        <translation>Beträge in %1, ohne andere Währungen. Stand %2</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1, last 12 months</source>
        <translation>%1, letzte 12 Monate</translation>
    </message>
    <message>
        <source>%1, open balance</source>
        <translation>%1, offener Saldo</translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No tenants yet</source>
        <translation>Noch keine Mandanten</translation>
    </message>
    <message>
        <source>Revenue, open balances and renewals appear here with the first tenant. Add one, or wait until Stripe's data has been read.</source>
        <translation>Umsatz, offene Salden und Verlängerungen erscheinen hier mit dem ersten Mandanten. Legen Sie einen an, oder warten Sie, bis die Daten von Stripe gelesen sind.</translation>
    </message>
    <message>
        <source>You may not see the figures</source>
        <translation>Sie dürfen die Zahlen nicht sehen</translation>
    </message>
    <message>
        <source>Your role cannot read revenue and invoices. An administrator can give you the role of a viewer.</source>
        <translation>Ihre Rolle kann Umsatz und Rechnungen nicht lesen. Eine Person mit der Rolle „Administration“ kann Ihnen die Rolle „Nur Lesen“ geben.</translation>
    </message>
    <message>
        <source>%1 The figures are those of %2.</source>
        <translation>%1 Die Zahlen sind von %2.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The figures could not be loaded</source>
        <translation>Die Zahlen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt neu versuchen</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <comment>a chart's title</comment>
        <translation>Speichern: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::OverviewSkeleton</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>ui::PayloadTree</name>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>ui::PaymentChoice</name>
    <message numerus="yes">
        <source>Invoice, %n day(s)</source>
        <translation>
            <numerusform>Rechnung, %n Tag</numerusform>
            <numerusform>Rechnung, %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Test card that works</source>
        <translation>Testkarte, die funktioniert</translation>
    </message>
    <message>
        <source>Test card that fails later</source>
        <translation>Testkarte, die später scheitert</translation>
    </message>
    <message>
        <source>Charged automatically</source>
        <translation>Automatischer Einzug</translation>
    </message>
    <message>
        <source>%1 ending in %2</source>
        <translation>%1 mit Endziffern %2</translation>
    </message>
</context>
<context>
    <name>ui::PlainHeader</name>
    <message>
        <source>Column headers</source>
        <translation>Spaltenköpfe</translation>
    </message>
</context>
<context>
    <name>ui::PlanChoice</name>
    <message>
        <source>Write a whole number, for example %1.</source>
        <translation>Schreiben Sie eine ganze Zahl, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>set limits</source>
        <comment>below a plan's name</comment>
        <translation>frei wählbar</translation>
    </message>
    <message>
        <source>no price</source>
        <comment>below a plan's name</comment>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>There is no such price. Choose one from the list.</source>
        <translation>Diesen Preis gibt es nicht. Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>held now</source>
        <comment>below a plan's name</comment>
        <translation>jetzt aktiv</translation>
    </message>
    <message>
        <source>The prices are still being read. Try again in a moment.</source>
        <translation>Die Preise werden noch gelesen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>ui::PlanComparison</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>%1, now</source>
        <comment>plan held now</comment>
        <translation>%1, jetzt</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation>%1: %2 wird %3</translation>
    </message>
    <message>
        <source>%1 used this month: over the new limit at once.</source>
        <translation>Diesen Monat %1 verbraucht: sofort über der neuen Grenze.</translation>
    </message>
</context>
<context>
    <name>ui::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>ui::ProvisionDialog</name>
    <message>
        <source>New tenant</source>
        <translation>Neuer Mandant</translation>
    </message>
    <message>
        <source>Create tenant</source>
        <translation>Mandant anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The customer exists already; this card would have had to come with it.</source>
        <translation>Den Kunden gibt es schon; diese Karte hätte mit ihm angelegt werden müssen.</translation>
    </message>
    <message>
        <source>Leave out the subscription</source>
        <translation>Abonnement auslassen</translation>
    </message>
    <message>
        <source>Take it back and edit</source>
        <translation>Zurücknehmen und ändern</translation>
    </message>
    <message>
        <source>Creates the customer in Stripe, the tenant with its plan, and the subscription</source>
        <translation>Legt den Kunden in Stripe, den Mandanten mit Tarif und das Abonnement an</translation>
    </message>
    <message>
        <source>Finished steps are kept and not repeated.</source>
        <translation>Erledigte Schritte bleiben und werden nicht wiederholt.</translation>
    </message>
    <message>
        <source>Without a subscription nothing is charged.</source>
        <translation>Ohne Abonnement wird nichts berechnet.</translation>
    </message>
    <message>
        <source>Nothing is charged before the trial ends.</source>
        <translation>Vor dem Ende der Probezeit wird nichts berechnet.</translation>
    </message>
    <message numerus="yes">
        <source>The first invoice is sent at once and is due in %n day(s).</source>
        <translation>
            <numerusform>Die erste Rechnung wird sofort gesendet und ist in %n Tag fällig.</numerusform>
            <numerusform>Die erste Rechnung wird sofort gesendet und ist in %n Tagen fällig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The card is charged at once.</source>
        <translation>Die Karte wird sofort belastet.</translation>
    </message>
    <message>
        <source>%1 is set up.</source>
        <translation>%1 ist eingerichtet.</translation>
    </message>
    <message>
        <source>Open tenant</source>
        <translation>Mandant öffnen</translation>
    </message>
    <message>
        <source>Continue with step %1</source>
        <translation>Weiter mit Schritt %1</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>Ihre Eingaben bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>ui::ProvisionForm</name>
    <message>
        <source>Add a postal address</source>
        <translation>Postanschrift hinzufügen</translation>
    </message>
    <message>
        <source>Bill it with a subscription</source>
        <translation>Mit einem Abonnement abrechnen</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Firmenname</translation>
    </message>
    <message>
        <source>Billing e-mail</source>
        <translation>E-Mail für Rechnungen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probezeit</translation>
    </message>
    <message>
        <source>Pays by</source>
        <translation>Zahlt per</translation>
    </message>
    <message>
        <source>A tenant with this name and e-mail address exists already.</source>
        <translation>Einen Mandanten mit diesem Namen und dieser E-Mail-Adresse gibt es schon.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 has this address too. That is allowed.</source>
        <translation>%1 hat diese Adresse auch. Das ist erlaubt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other tenant(s) have this address too. That is allowed.</source>
        <translation>
            <numerusform>%1 und %n weiterer Mandant haben diese Adresse auch. Das ist erlaubt.</numerusform>
            <numerusform>%1 und %n weitere Mandanten haben diese Adresse auch. Das ist erlaubt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The steps are fixed once they are started.</source>
        <translation>Einmal begonnene Schritte stehen fest.</translation>
    </message>
</context>
<context>
    <name>ui::RenewalCard</name>
    <message>
        <source>Renewals this week</source>
        <translation>Verlängerungen</translation>
    </message>
    <message>
        <source>Nothing renews within 7 days.</source>
        <translation>In den nächsten 7 Tagen verlängert sich nichts.</translation>
    </message>
    <message>
        <source>All subscriptions</source>
        <translation>Alle Abonnements</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <comment>how many, amount, currency</comment>
        <translation>%1 · %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more until %1</source>
        <comment>renewals</comment>
        <translation>
            <numerusform>%n weitere bis %1</numerusform>
            <numerusform>%n weitere bis %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RenewalRow</name>
    <message>
        <source>amount depends on usage</source>
        <translation>Betrag nach Verbrauch</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>renews %1, %2</source>
        <comment>when, amount</comment>
        <translation>verlängert sich %1, %2</translation>
    </message>
</context>
<context>
    <name>ui::RollEndpointDialog</name>
    <message>
        <source>Roll the signing secret?</source>
        <translation>Signatur-Geheimnis erneuern?</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Roll secret</source>
        <translation>Geheimnis erneuern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>After the first event of the new one</source>
        <translation>Nach dem ersten Ereignis des neuen</translation>
    </message>
    <message>
        <source>At the latest on %1.</source>
        <translation>Spätestens am %1.</translation>
    </message>
    <message>
        <source>After 24 hours</source>
        <translation>Nach 24 Stunden</translation>
    </message>
    <message>
        <source>On %1.</source>
        <translation>Am %1.</translation>
    </message>
    <message>
        <source>When I finish it</source>
        <translation>Wenn ich es abschließe</translation>
    </message>
    <message>
        <source>Until then both stay in use.</source>
        <translation>Bis dahin bleiben beide in Gebrauch.</translation>
    </message>
    <message>
        <source>The old endpoint is deleted</source>
        <translation>Der alte Endpunkt wird gelöscht</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Änderungsprotokoll</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>A second endpoint is created with the same address</source>
        <translation>Ein zweiter Endpunkt mit derselben Adresse wird angelegt</translation>
    </message>
    <message>
        <source>Stripe gives a new secret in no other way. It goes straight into the keychain.</source>
        <translation>Anders gibt Stripe kein neues Geheimnis. Es kommt direkt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>It sends events in API version %1</source>
        <translation>Er sendet Ereignisse in API-Version %1</translation>
    </message>
    <message>
        <source>The old one keeps its version: %1</source>
        <translation>Der alte behält seine Version: %1</translation>
    </message>
    <message>
        <source>It sends exactly the event types that are handled here</source>
        <translation>Er sendet genau die Ereignistypen, die hier verarbeitet werden</translation>
    </message>
    <message>
        <source>For a while each event comes twice</source>
        <translation>Eine Zeit lang kommt jedes Ereignis zweimal</translation>
    </message>
    <message>
        <source>Both secrets are accepted; an event is stored once.</source>
        <translation>Beide Geheimnisse gelten; ein Ereignis wird einmal gespeichert.</translation>
    </message>
    <message>
        <source>Its old secret was entered by hand and stays</source>
        <translation>Sein altes Geheimnis wurde von Hand eingegeben und bleibt</translation>
    </message>
    <message>
        <source>Remove it in Settings afterwards, if nothing else uses it.</source>
        <translation>Entfernen Sie es danach in den Einstellungen, wenn nichts anderes es braucht.</translation>
    </message>
    <message>
        <source>Then the old endpoint and its secret go</source>
        <translation>Dann verschwinden der alte Endpunkt und sein Geheimnis</translation>
    </message>
    <message>
        <source>What is signed with it is turned away from then on.</source>
        <translation>Was damit signiert ist, wird von da an abgewiesen.</translation>
    </message>
    <message>
        <source>The signing secret is being rolled</source>
        <translation>Das Signatur-Geheimnis wird erneuert</translation>
    </message>
    <message>
        <source>The new endpoint is being created.</source>
        <translation>Der neue Endpunkt wird angelegt.</translation>
    </message>
    <message>
        <source>The new endpoint exists, but Stripe does not tell its secret any more. Delete it and roll the secret again.</source>
        <translation>Den neuen Endpunkt gibt es, aber Stripe nennt sein Geheimnis nicht mehr. Löschen Sie ihn und erneuern Sie das Geheimnis noch einmal.</translation>
    </message>
    <message>
        <source>Two secrets are in use %1.</source>
        <translation>Zwei Geheimnisse sind in Gebrauch, %1.</translation>
    </message>
</context>
<context>
    <name>ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>currencies</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>amounts</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amounts, what they are: 99.00 EUR MRR</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This is the demonstration</source>
        <translation>Das ist die Demonstration</translation>
    </message>
    <message>
        <source>Its database and its stand-in for Stripe are its own. What you do here moves no money.</source>
        <translation>Datenbank und Ersatz für Stripe gehören nur zu ihr. Was Sie hier tun, bewegt kein Geld.</translation>
    </message>
    <message>
        <source>Connect my own Stripe account…</source>
        <translation>Mein eigenes Stripe-Konto verbinden…</translation>
    </message>
    <message>
        <source>Reconnect to work with it</source>
        <translation>Zum Verwenden neu verbinden</translation>
    </message>
    <message>
        <source>What you changed is kept, but not in use yet. What is under way ends first; it takes a few seconds.</source>
        <translation>Ihre Änderung ist gespeichert, wird aber noch nicht verwendet. Was gerade läuft, wird erst beendet; das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Webhook endpoints…</source>
        <translation>Webhook-Endpunkte…</translation>
    </message>
    <message>
        <source>Webhook endpoints</source>
        <translation>Webhook-Endpunkte</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Signed in as %1, %2</source>
        <translation>Angemeldet als %1, %2</translation>
    </message>
</context>
<context>
    <name>ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>ui::StartSyncDialog</name>
    <message>
        <source>Compare with Stripe</source>
        <translation>Mit Stripe abgleichen</translation>
    </message>
    <message>
        <source>Customers, products, prices, subscriptions, invoices and payments are read.</source>
        <translation>Kunden, Produkte, Preise, Abonnements, Rechnungen und Zahlungen werden gelesen.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was geschehen soll</translation>
    </message>
    <message>
        <source>Only show</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>List what differs</source>
        <translation>Abweichungen auflisten</translation>
    </message>
    <message>
        <source>Show and repair</source>
        <translation>Zeigen und berichtigen</translation>
    </message>
    <message>
        <source>Then take Stripe's values</source>
        <translation>Dann Stripes Werte</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Alles einlesen</translation>
    </message>
    <message>
        <source>Without a list</source>
        <translation>Ohne Liste</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Nothing is changed, here or at Stripe. You decide about each difference in the list. It runs behind your work and can be paused.</source>
        <translation>Es ändert sich nichts, weder hier noch bei Stripe. Über jede Abweichung entscheiden Sie in der Liste. Der Abgleich läuft neben Ihrer Arbeit und lässt sich anhalten.</translation>
    </message>
    <message>
        <source>Every difference is listed first, then Stripe's values are taken over here, with an entry in the audit log for each. Nothing is changed at Stripe. What Stripe has no more stays until you decide.</source>
        <translation>Erst wird jede Abweichung aufgelistet, dann werden Stripes Werte hier übernommen, jeder mit einem Eintrag im Änderungsprotokoll. Bei Stripe ändert sich nichts. Was Stripe nicht mehr hat, bleibt, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>For an empty database, or after a long break: Stripe's values are taken over at once, without a list of differences. Nothing is changed at Stripe.</source>
        <translation>Für eine leere Datenbank oder nach langer Pause: Stripes Werte werden sofort übernommen, ohne Liste der Abweichungen. Bei Stripe ändert sich nichts.</translation>
    </message>
</context>
<context>
    <name>ui::StartWindow</name>
    <message>
        <source>OMS Billing</source>
        <translation>OMS Billing</translation>
    </message>
    <message>
        <source>OMS Billing is starting</source>
        <translation>OMS Billing startet</translation>
    </message>
    <message>
        <source>OMS Billing could not start</source>
        <translation>OMS Billing konnte nicht starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Getting everything ready</source>
        <translation>Alles wird vorbereitet</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Change connections…</source>
        <translation>Verbindungen ändern…</translation>
    </message>
</context>
<context>
    <name>ui::StatusPart</name>
    <message>
        <source>%1: %2, %3</source>
        <comment>part, state, details</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>not working</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
</context>
<context>
    <name>ui::StepList</name>
    <message>
        <source>waiting</source>
        <comment>step state</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <comment>step state</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <comment>step state</comment>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>step state</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Erledigte Schritte</translation>
    </message>
    <message>
        <source>Stopped at step %1 of %2</source>
        <translation>Angehalten bei Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) done</source>
        <translation>
            <numerusform>%n Schritt erledigt</numerusform>
            <numerusform>Alle %n Schritte erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step: its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::SyncStrip</name>
    <message>
        <source>Comparison with Stripe</source>
        <translation>Abgleich mit Stripe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Abbrechen…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit er ist</translation>
    </message>
    <message>
        <source>Your role may only read.</source>
        <translation>Ihre Rolle darf nur lesen.</translation>
    </message>
    <message>
        <source>Compare everything…</source>
        <translation>Alles abgleichen…</translation>
    </message>
    <message>
        <source>Read the events now</source>
        <translation>Ereignisse jetzt lesen</translation>
    </message>
    <message>
        <source>Cancel this comparison?</source>
        <translation>Diesen Abgleich abbrechen?</translation>
    </message>
    <message>
        <source>What was found so far stays in the list. The next one starts from the beginning; pausing keeps the place.</source>
        <translation>Was bisher gefunden wurde, bleibt in der Liste. Der nächste beginnt von vorn; Anhalten behält die Stelle.</translation>
    </message>
    <message>
        <source>Cancel the comparison</source>
        <translation>Abgleich abbrechen</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>ui::TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Tasks could not be loaded</source>
        <translation>Die Aufgaben konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts steht an</translation>
    </message>
    <message>
        <source>Everything that was asked for has been done at Stripe. What is under way or stopped appears here.</source>
        <translation>Alles, was verlangt wurde, ist bei Stripe erledigt. Was läuft oder angehalten hat, erscheint hier.</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Give up: %1</source>
        <translation>Aufgeben: %1</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Fortfahren…</translation>
    </message>
    <message>
        <source>Continue: %1</source>
        <translation>Fortfahren: %1</translation>
    </message>
    <message>
        <source>Give up this task?</source>
        <translation>Diese Aufgabe aufgeben?</translation>
    </message>
    <message>
        <source>Steps that are done stay done. What was not sent is not done.</source>
        <translation>Erledigte Schritte bleiben erledigt. Was nicht gesendet wurde, geschieht nicht.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ui::TenantPanel</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>renews %1</source>
        <translation>verlängert sich %1</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung</numerusform>
            <numerusform>%n Rechnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>not in Stripe yet</source>
        <translation>noch nicht in Stripe</translation>
    </message>
    <message>
        <source>Stripe customer</source>
        <translation>Stripe-Kunde</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Pays with</source>
        <translation>Zahlt mit</translation>
    </message>
    <message>
        <source>Limits in %1</source>
        <translation>Grenzen im %1</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>No subscription yet.</source>
        <translation>Noch kein Abonnement.</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>No invoice yet.</source>
        <translation>Noch keine Rechnung.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
</context>
<context>
    <name>ui::ToastStack</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Test mode</source>
        <translation>Testmodus</translation>
    </message>
    <message>
        <source>This database belongs to Stripe's test mode. No money moves.</source>
        <translation>Diese Datenbank gehört zum Testmodus von Stripe. Es fließt kein Geld.</translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n unread</source>
        <translation>
            <numerusform>Meldungen, %n ungelesen</numerusform>
            <numerusform>Meldungen, %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>ui::TrialChoice</name>
    <message>
        <source>No trial</source>
        <translation>Keine Probezeit</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), until %1</source>
        <translation>
            <numerusform>%n Tag, bis %1</numerusform>
            <numerusform>%n Tage, bis %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnedAwayDialog</name>
    <message>
        <source>Deliveries that were turned away</source>
        <translation>Abgewiesene Zustellungen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing of their content is kept: anybody may have sent them. What really came from Stripe is sent again by Stripe, or read from its list.</source>
        <translation>Von ihrem Inhalt wird nichts behalten: Jeder kann sie gesendet haben. Was wirklich von Stripe kam, sendet Stripe erneut, oder es wird aus seiner Liste gelesen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No delivery was turned away.</source>
        <translation>Keine Zustellung wurde abgewiesen.</translation>
    </message>
</context>
<context>
    <name>ui::ViewNameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keeps filters, search, order and columns of this list for you.</source>
        <translation>Behält Filter, Suche, Reihenfolge und Spalten dieser Liste für Sie.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>replaces the view of this name</source>
        <translation>ersetzt die Ansicht dieses Namens</translation>
    </message>
    <message>
        <source>Another view has this name. Choose a new one.</source>
        <translation>Eine andere Ansicht heißt schon so. Wählen Sie einen neuen Namen.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Geben Sie zuerst einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>ui::ViewTabs</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>view title, count</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::WebhookStrip</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>Heute empfangen</translation>
    </message>
    <message>
        <source>Processed today</source>
        <translation>Heute verarbeitet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Oldest waiting</source>
        <translation>Älteste Wartezeit</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>99 % within</source>
        <translation>99 % binnen</translation>
    </message>
    <message>
        <source>%1: %2 received and %3 processed today, %4 failed, %5 given up</source>
        <translation>%1: heute %2 empfangen und %3 verarbeitet, %4 fehlgeschlagen, %5 aufgegeben</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
</context>
</TS>
