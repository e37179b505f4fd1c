// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearancecard.h"

#include "ui/settings/outcomeline.h"
#include "ui/shell/viewstate.h"
#include "ui/theme/thememode.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/optioncards.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AppearanceCard::AppearanceCard(Theme &theme, ViewState &viewState, QWidget *parent)
    : Card(theme, tr("Appearance"), parent)
{
    content()->setSpacing(metrics::cardGap);
    buildTheme(theme, viewState);
    buildLanguage(theme, viewState);
}

void AppearanceCard::buildTheme(Theme &theme, ViewState &viewState)
{
    auto *modes = new OptionCards(theme);
    modes->setObjectName(u"themeModes"_s);
    modes->addOption(toText(Theme::Mode::System), tr("As the system"),
                     tr("When the program starts"));
    modes->addOption(toText(Theme::Mode::Light), tr("Light"), tr("Dark words on white"));
    modes->addOption(toText(Theme::Mode::Dark), tr("Dark"), tr("For dim rooms"));
    modes->setCurrent(toText(theme.mode()));
    content()->addWidget(new FieldRow(theme, tr("Colours"), modes));
    connect(modes, &OptionCards::currentChanged, this, [&theme, &viewState](const QString &mode) {
        theme.setMode(themeModeFromText(mode));
        viewState.setValue(themeKey, mode);
    });
    connect(&theme, &Theme::changed, modes,
            [modes, &theme] { modes->setCurrent(toText(theme.mode())); });
}

void AppearanceCard::buildLanguage(const Theme &theme, ViewState &viewState)
{
    auto *languages = new QComboBox;
    languages->setObjectName(u"language"_s);
    languages->addItem(tr("As the system"), QString());
    languages->addItem(u"English"_s, u"en"_s); // each in its own language, whatever is chosen
    languages->addItem(u"Deutsch"_s, u"de"_s);
    const int known = languages->findData(viewState.value(languageKey).toString());
    languages->setCurrentIndex(std::max(known, 0));
    content()->addWidget(new FieldRow(theme, tr("Language"), languages));
    auto *later = new OutcomeLine(theme);
    content()->addWidget(later);
    connect(languages, &QComboBox::currentIndexChanged, this, [languages, later, &viewState] {
        viewState.setValue(languageKey, languages->currentData());
        later->show(StatusColor::Blue, tr("Takes effect when OMS Billing is started again."));
    });
}

} // namespace ui
