<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
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
        <source>Stripe-Version to speak.</source>
        <translation>Die Stripe-Version, in der gesprochen wird.</translation>
    </message>
    <message>
        <source>Base URL of Stripe&apos;s API, without /v1.</source>
        <translation>Basis-URL der Stripe-API, ohne /v1.</translation>
    </message>
    <message>
        <source>Database as libpq takes it. Unset: a private local one.</source>
        <translation>Datenbank, wie libpq sie nimmt. Ohne Angabe: eine private auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Streaming replica for reports.</source>
        <translation>Streaming-Replikat für Berichte.</translation>
    </message>
    <message>
        <source>Address and port for webhooks, for example 127.0.0.1:8000.</source>
        <translation>Adresse und Port für Webhooks, zum Beispiel 127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>OMS_BILLING_LISTEN is not an address and port. Write it as 127.0.0.1:8000.</source>
        <translation>OMS_BILLING_LISTEN ist keine Adresse mit Port. Schreiben Sie sie als 127.0.0.1:8000.</translation>
    </message>
    <message>
        <source>Listen on other addresses than this machine&apos;s own without TLS, behind a proxy that has it.</source>
        <translation>Auch auf anderen Adressen als denen dieses Rechners ohne TLS empfangen, hinter einem Proxy, der es hat.</translation>
    </message>
    <message>
        <source>STRIPE_API_BASE is not a web address. Write it as https://api.stripe.com.</source>
        <translation>STRIPE_API_BASE ist keine Webadresse. Schreiben Sie sie als https://api.stripe.com.</translation>
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
        <translation>Versuche</translation>
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
        <translation>Höchste Auslastung</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>Verlängert sich</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Stripe customer</source>
        <translation>Stripe-Kunde</translation>
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
    <name>SecretStore</name>
    <message>
        <source>The key could not be stored in %1.</source>
        <translation>Der Schlüssel konnte nicht in %1 gespeichert werden.</translation>
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
        <translation>Unvollständig</translation>
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
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
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
        <translation>Uneinbringlich</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>SubscriptionService</name>
    <message>
        <source>This tenant has no customer in Stripe yet. Provision it first.</source>
        <translation>Dieser Mandant hat in Stripe noch keinen Kunden. Richten Sie ihn zuerst ein.</translation>
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
        <source>Enter the company&apos;s name.</source>
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
        <extracomment>Days, short: &quot;3 d&quot;</extracomment>
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
</context>
<context>
    <name>app::Backend</name>
    <message>
        <source>The database role %1 has no rights in OMS Billing. An administrator can grant oms_viewer, oms_operator or oms_admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database role %1 may not run the engine. Grant it oms_service, or use a role that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are received by the server program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No webhook signing secret is set, so every delivery is turned away. Set STRIPE_WEBHOOK_SECRET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answering since %1</source>
        <translation type="unfinished"></translation>
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
        <source>For root a private database needs the system user “postgres”, which comes with PostgreSQL&apos;s server.</source>
        <translation>Für root braucht eine private Datenbank den Systembenutzer „postgres“, der mit dem PostgreSQL-Server kommt.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s program %1 failed.</source>
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
        <source>The database address must begin with postgresql://</source>
        <translation>Die Adresse der Datenbank muss mit postgresql:// beginnen</translation>
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
        <source>The database is empty. It has to be set up first.</source>
        <translation>Die Datenbank ist leer. Sie muss zuerst eingerichtet werden.</translation>
    </message>
    <message>
        <source>The database is older than this program: %n steps of its setup are missing.</source>
        <translation>Die Datenbank ist älter als dieses Programm: %n Schritte ihrer Einrichtung fehlen.</translation>
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
        <source>The program&apos;s database steps are damaged.</source>
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
        <source>The server has no database of this name.</source>
        <translation>Auf dem Server gibt es keine Datenbank dieses Namens.</translation>
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
        <source>The database does not answer.</source>
        <translation>Die Datenbank antwortet nicht.</translation>
    </message>
    <message>
        <source>This invoice does not exist.</source>
        <translation>Diese Rechnung gibt es nicht.</translation>
    </message>
    <message>
        <source>This tenant does not exist.</source>
        <translation>Diesen Mandanten gibt es nicht.</translation>
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
    <name>models::ListTableModel</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>sandbox::Faults</name>
    <message>
        <source>&quot;%1&quot; is not a fault the sandbox knows, or its value is out of range.</source>
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
        <source>%1 holds the state of the world &quot;%2&quot;, not of &quot;%3&quot;. Use another folder or the same world.</source>
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
        <source>Stripe&apos;s news wait to be worked off; lists may be behind.</source>
        <translation>Nachrichten von Stripe warten auf Verarbeitung; Listen können hinterherhinken.</translation>
    </message>
</context>
<context>
    <name>services::StripeConnection</name>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
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
        <source>Stripe does not accept the key any more. Enter a valid one.</source>
        <translation>Stripe nimmt den Schlüssel nicht mehr an. Geben Sie einen gültigen ein.</translation>
    </message>
    <message>
        <source>unreachable since %1</source>
        <translation>nicht erreichbar seit %1</translation>
    </message>
    <message>
        <source>What you submit is kept and sent when Stripe answers again.</source>
        <translation>Was Sie absenden, bleibt erhalten und wird gesendet, sobald Stripe wieder antwortet.</translation>
    </message>
</context>
<context>
    <name>services::WebhookIntake</name>
    <message>
        <source>The database does not answer. Send it again.</source>
        <translation>Die Datenbank antwortet nicht. Senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No webhook signing secret is set, so nothing can be accepted.</source>
        <translation>Es ist kein Webhook-Geheimnis hinterlegt, deshalb kann nichts angenommen werden.</translation>
    </message>
    <message>
        <source>The signature does not match this endpoint&apos;s secret.</source>
        <translation>Die Signatur passt nicht zum Geheimnis dieses Endpunkts.</translation>
    </message>
    <message>
        <source>Too many events are waiting. Send it again.</source>
        <translation>Es warten zu viele Ereignisse. Senden Sie es noch einmal.</translation>
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
        <source>The event has no usable &quot;%1&quot;.</source>
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
        <source>This exists in Stripe, but in the other mode (test or live) than the key in Settings.</source>
        <translation>Das gibt es in Stripe, aber im anderen Modus (Test oder Live) als der Schlüssel in den Einstellungen.</translation>
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
        <source>Stripe rejected the API key. Enter it again in Settings.</source>
        <translation>Stripe hat den API-Schlüssel abgelehnt. Geben Sie ihn in den Einstellungen neu ein.</translation>
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
        <source>No secure connection to Stripe could be made. Check the date and time of this computer and the network&apos;s proxy.</source>
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
        <source>The answer did not come from Stripe. Check the network&apos;s proxy and the Stripe address.</source>
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
    <name>ui::CopyableId</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
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
    <name>ui::LimitBar</name>
    <message>
        <source>Used of the limit</source>
        <translation>Von der Grenze verbraucht</translation>
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
    <name>ui::ListView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
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
</TS>
