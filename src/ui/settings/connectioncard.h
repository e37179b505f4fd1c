// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/settingsservice.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace ui {

class ConnectionForm;
class Dialogs;
class OutcomeLine;
class TextLabel;

/// One setting as it stands, where it comes from, and what can be done: test, replace, remove.
/// What a variable fixed can be tested only.
class ConnectionCard : public Card
{
    Q_OBJECT

public:
    ConnectionCard(const Theme &theme, services::SettingsService &settings, Dialogs &dialogs,
                   services::Setting setting, QWidget *parent = nullptr);

    void edit(bool isAddition = false); ///< Opens the form.
    void test();                        ///< Tests what is set.
    [[nodiscard]] bool isSet() const;   ///< There is a value, or a default that works.
    /// A button below the value that leads elsewhere.
    QPushButton *addWay(const QString &text);

Q_SIGNALS:
    void kept();
    /// After test(): `error` is empty when it works.
    void tested(const QString &error);

private:
    void build();
    void buildButtons();
    void follow();
    void rename();
    void closeForm();
    void remove();
    void take(const core::Result<services::TestedSetting> &tested);
    void tell(const services::TestedSetting &tested);

    const Theme &m_theme;
    services::SettingsService &m_settings;
    Dialogs &m_dialogs;
    const services::Setting m_setting;
    TextLabel *m_value;
    TextLabel *m_origin;
    OutcomeLine *m_outcome;
    OutcomeLine *m_place; ///< No keychain, or one that does not answer.
    ConnectionForm *m_form;
    QPushButton *m_test;
    QPushButton *m_add = nullptr; ///< Webhook secrets only.
    QPushButton *m_replace;
    QPushButton *m_remove;
};

} // namespace ui
