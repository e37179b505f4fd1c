// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

class QSettings;

namespace ui {

/// What the window remembers for the next time: geometry, columns, sort, widths. Never data.
class ViewState
{
public:
    virtual ~ViewState() = default;
    [[nodiscard]] virtual QVariant value(const QString &key) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
};

/// Kept in a settings file, in its group "view".
class SettingsViewState final : public ViewState
{
public:
    explicit SettingsViewState(QSettings &settings);
    [[nodiscard]] QVariant value(const QString &key) const override;
    void setValue(const QString &key, const QVariant &value) override;

private:
    QSettings &m_settings;
};

/// Kept as long as the program runs: screenshots, tests.
class MemoryViewState final : public ViewState
{
public:
    [[nodiscard]] QVariant value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value) override
    {
        m_values.insert(key, value);
    }

private:
    QVariantMap m_values;
};

} // namespace ui
