// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/settingsservice.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace ui {

class ConnectionCard;
class CopyableId;
class Dialogs;
class StepList;

/// What nobody has set anything up yet sees: look around in the demonstration, or connect step by
/// step, each tested for real. It can be closed at any time and goes on where it was left.
class FirstRunWindow : public QWidget
{
    Q_OBJECT

public:
    FirstRunWindow(const Theme &theme, services::SettingsService &settings, Dialogs &dialogs,
                   QWidget *parent = nullptr);

    enum class Stage { Choice, Database, StripeKey, Webhooks };
    void showStage(Stage stage);
    [[nodiscard]] Stage stage() const { return m_stage; }

Q_SIGNALS:
    void demoChosen();
    void stageReached(int stage); ///< To be remembered, as Stage.
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeSteps();
    [[nodiscard]] QWidget *makeStep(const QString &title, const QString &text,
                                    const QList<services::Setting> &settings,
                                    QWidget *below = nullptr);
    void buildFooter(QVBoxLayout *layout);
    void goOn();
    void advance();
    void follow();
    void showSteps();

    const Theme &m_theme;
    services::SettingsService &m_settings;
    Dialogs &m_dialogs;
    Stage m_stage = Stage::Choice;
    bool m_hasFailed = false; ///< The step's test; going on all the same is allowed then.
    QStackedLayout *m_pages;
    CopyableId *m_command; ///< That forwards Stripe's events to this computer.
    QStackedLayout *m_bodies = nullptr;
    StepList *m_list = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QList<ConnectionCard *> m_cards; ///< Database, key, secrets, listener.
};

} // namespace ui
