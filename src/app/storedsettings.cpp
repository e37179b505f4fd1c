// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storedsettings.h"

#include <QCoreApplication>
#include <QSettings>

#include <array>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StoredSettings)
};

struct Stored
{
    QLatin1StringView variable;
    bool isSecret;
};
constexpr std::array table{
    Stored{"DATABASE_URL"_L1, false},       Stored{"DATABASE_PASSWORD"_L1, true},
    Stored{"STRIPE_SECRET_KEY"_L1, true},   Stored{"STRIPE_WEBHOOK_SECRET"_L1, true},
    Stored{"OMS_BILLING_LISTEN"_L1, false},
};

bool isSecret(const QString &variable)
{
    const auto row = std::ranges::find(table, variable, &Stored::variable);
    return row != table.end() && row->isSecret;
}

QString keyOf(const QString &variable)
{
    return u"connection/"_s + variable;
}

/// That the keychain has it, so that a keychain which is away is not taken for an empty one.
QString markOf(const QString &variable)
{
    return u"connection/kept/"_s + variable;
}

} // namespace

StoredSettings::StoredSettings(QSettings &settings, SecretStore &secrets)
    : m_settings(settings)
    , m_secrets(secrets)
{
}

QString StoredSettings::plainValue(const QString &variable) const
{
    return m_settings.value(keyOf(variable)).toString();
}

QCoro::Task<> StoredSettings::load()
{
    QHash<QString, Value> values;
    for (const Stored &row : table) {
        const QString variable(row.variable);
        Value value{plainValue(variable), {}, {}};
        if (row.isSecret)
            value = co_await readSecret(variable);
        values.insert(variable, value);
    }
    m_values = values;
}

QCoro::Task<StoredSettings::Value> StoredSettings::readSecret(QString variable)
{
    const core::Result<SecretStore::Stored> stored = co_await m_secrets.read(variable);
    if (!stored)
        co_return Value{{}, {}, stored.error().message};
    const bool isLost = stored->value.isEmpty() && m_settings.value(markOf(variable)).toBool();
    const Value value{stored->value, stored->file,
                      isLost ? Text::tr("It was kept in this computer's keychain, which does not "
                                        "give it now. Unlock the keychain and start again, or "
                                        "enter it again.")
                             : QString()};
    co_return value;
}

QCoro::Task<core::Result<>> StoredSettings::keep(QString variable, QString text)
{
    if (isSecret(variable)) {
        const QCoro::Task<core::Result<>> keeping =
            text.isEmpty() ? m_secrets.remove(variable) : m_secrets.write(variable, text);
        const core::Result<> kept = co_await keeping;
        if (!kept)
            co_return kept;
        m_settings.setValue(markOf(variable), !text.isEmpty());
    } else if (text.isEmpty()) {
        m_settings.remove(keyOf(variable));
    } else {
        m_settings.setValue(keyOf(variable), text);
    }
    m_settings.sync();
    if (m_settings.status() != QSettings::NoError)
        co_return core::fail(core::Error::Kind::Storage,
                             Text::tr("It could not be stored in %1. Check the disk and the rights "
                                      "of that folder.")
                                 .arg(m_settings.fileName()));
    co_await load();
    co_return core::Result<>{};
}

} // namespace app
