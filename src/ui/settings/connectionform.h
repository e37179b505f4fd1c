// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/settingsservice.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class FieldRow;
class OptionCards;
class ProgressLine;

/// Asks for one setting, tests it for real, and keeps it. What is wrong stands at the field, and
/// what was typed stays there.
class ConnectionForm : public QWidget
{
    Q_OBJECT

public:
    ConnectionForm(const Theme &theme, services::SettingsService &settings,
                   services::Setting setting, QWidget *parent = nullptr);

    /// `isAddition`: a further webhook secret beside the known ones.
    void begin(bool isAddition = false);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void kept(const services::TestedSetting &tested);
    void canceled();

private:
    void build();
    void buildDatabase(QVBoxLayout *layout);
    void buildButtons(QVBoxLayout *layout);
    void followPlace();
    [[nodiscard]] services::SettingInput input() const;
    void test();
    void keep(const services::TestedSetting &tested);
    void refuse(const core::Error &error);
    void setBusy(bool isBusy);

    const Theme &m_theme;
    services::SettingsService &m_settings;
    const services::Setting m_setting;
    OptionCards *m_place = nullptr; ///< Database only.
    QLineEdit *m_text;
    FieldRow *m_textRow;
    QLineEdit *m_password = nullptr; ///< Database only.
    FieldRow *m_passwordRow = nullptr;
    ProgressLine *m_progress;
    QPushButton *m_save;
    QPushButton *m_cancel;
    bool m_isAddition = false;
    bool m_isBusy = false;
};

} // namespace ui
