// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

using services::Setting;
using Origin = services::SettingState::Origin;

} // namespace

SettingWords wordsOf(Setting setting)
{
    switch (setting) {
    case Setting::Database:
        return {Text::tr("Database"),
                Text::tr("Where tenants, invoices and the audit log are kept: on this computer for "
                         "you alone, or on a PostgreSQL server for a department."),
                Text::tr("Address"), QStringLiteral("postgresql://alice@db.example.com/billing"),
                Text::tr("Private database on this computer")};
    case Setting::StripeKey:
        return {Text::tr("Stripe key"),
                Text::tr("The secret or restricted key of Stripe's dashboard: Developers, API "
                         "keys. Begin with one of test mode."),
                Text::tr("Secret key"), QStringLiteral("sk_test_… / rk_test_…"),
                Text::tr("No key: nothing can be changed at Stripe")};
    case Setting::WebhookSecrets:
        return {Text::tr("Webhook signing secret"),
                Text::tr("Proves that an event comes from Stripe. “stripe listen” prints it; an "
                         "endpoint in Stripe's dashboard shows it under Reveal."),
                Text::tr("Signing secret"), QStringLiteral("whsec_…"),
                Text::tr("No secret: every event is turned away")};
    case Setting::Listener:
        return {Text::tr("Event listener"),
                Text::tr("The address on this computer at which Stripe's events arrive."),
                Text::tr("Address and port"),
                QStringLiteral("127.0.0.1:8000"),
                {}};
    }
    return {};
}

QString originText(Setting setting, const services::SettingState &state)
{
    switch (state.origin) {
    case Origin::Fixed:
        return Text::tr("Set by %1").arg(state.source);
    case Origin::Default:
        return setting == Setting::Listener ? Text::tr("Default") : QString();
    case Origin::Stored:
        break;
    }
    if (!isSecret(setting))
        return Text::tr("Set here");
    return state.place.isEmpty() ? Text::tr("In this computer's keychain")
                                 : Text::tr("In a file that only you can read");
}

bool isSecret(Setting setting)
{
    return setting == Setting::StripeKey || setting == Setting::WebhookSecrets;
}

} // namespace ui
