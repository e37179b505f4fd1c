// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewstate.h"

#include <QSettings>

namespace ui {
namespace {

QString inGroup(const QString &key)
{
    return QStringLiteral("view/") + key;
}

} // namespace

SettingsViewState::SettingsViewState(QSettings &settings)
    : m_settings(settings)
{
}

QVariant SettingsViewState::value(const QString &key) const
{
    return m_settings.value(inGroup(key));
}

void SettingsViewState::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(inGroup(key), value);
}

} // namespace ui
