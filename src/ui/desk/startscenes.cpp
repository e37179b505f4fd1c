// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/startscenes.h"

#include "ui/settings/connectioncard.h"
#include "ui/settings/connectionform.h"
#include "ui/start/firstrunwindow.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Stage = FirstRunWindow::Stage;
using Window = std::shared_ptr<FirstRunWindow>;

Scene stageScene(const Window &window, const QString &name, Stage stage)
{
    return {name,
            [window, stage] {
                window->showStage(stage);
                window->show();
            },
            [window] { return window->isVisible(); }, [window] { window->hide(); },
            [window] { return window.get(); }};
}

/// The card of the current stage with a form that was filled in wrongly.
Scene refusedScene(const Window &window, const QString &name, Stage stage, const QString &typed)
{
    Scene scene = stageScene(window, name, stage);
    const auto showStage = scene.show;
    const auto form = std::make_shared<ConnectionForm *>(nullptr);
    scene.show = [window, showStage, form, typed] {
        showStage();
        const auto cards = window->findChildren<ConnectionCard *>();
        for (ConnectionCard *card : cards) {
            if (!card->isVisible())
                continue;
            card->edit();
            *form = card->findChild<ConnectionForm *>();
            break;
        }
        (*form)->findChild<QLineEdit *>(u"settingText"_s)->setText(typed);
        (*form)->findChild<QPushButton *>(u"testAndSave"_s)->click();
    };
    scene.isReady = [form] { return *form != nullptr && !(*form)->isBusy(); };
    return scene;
}

} // namespace

QList<Scene> startScenes(const Theme &theme, services::SettingsService &settings, Dialogs &dialogs)
{
    const auto window = std::make_shared<FirstRunWindow>(theme, settings, dialogs);
    return {stageScene(window, u"first-run"_s, Stage::Choice),
            stageScene(window, u"first-run-database"_s, Stage::Database),
            refusedScene(window, u"first-run-key"_s, Stage::StripeKey, u"pk_test_0000"_s),
            stageScene(window, u"first-run-webhooks"_s, Stage::Webhooks)};
}

} // namespace ui
