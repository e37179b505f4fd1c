// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectioncard.h"

#include "services/whenready.h"
#include "ui/dialogs.h"
#include "ui/settings/connectionform.h"
#include "ui/settings/outcomeline.h"
#include "ui/settings/settingwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using services::Setting;
using Origin = services::SettingState::Origin;

ConnectionCard::ConnectionCard(const Theme &theme, services::SettingsService &settings,
                               Dialogs &dialogs, Setting setting, QWidget *parent)
    : Card(theme, wordsOf(setting).title, parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_setting(setting)
    , m_value(new TextLabel(theme))
    , m_origin(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_outcome(new OutcomeLine(theme))
    , m_place(new OutcomeLine(theme))
    , m_form(new ConnectionForm(theme, settings, setting))
    , m_test(makeButton(theme, tr("Test")))
    , m_replace(makeButton(theme, {}))
    , m_remove(makeButton(theme, tr("Remove"), ButtonKind::DangerPlain))
{
    build();
    buildButtons();
    follow();
    connect(&settings, &services::SettingsService::changed, this, &ConnectionCard::follow);
    connect(m_form, &ConnectionForm::canceled, this, &ConnectionCard::closeForm);
    connect(m_form, &ConnectionForm::kept, this, [this](const services::TestedSetting &tested) {
        closeForm();
        tell(tested);
        Q_EMIT kept();
    });
}

void ConnectionCard::build()
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_value->setObjectName(u"settingValue"_s);
    m_outcome->setObjectName(outcomeName);
    m_place->setObjectName(u"settingPlace"_s);
    m_value->setElided(true);
    content()->addWidget(new Paragraph(m_theme, wordsOf(m_setting).about,
                                       {TextSize::Small, Weight::Regular, Role::Text2}));
    content()->addSpacing(metrics::gap);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::cardGap);
    line->addWidget(m_value, 1);
    line->addWidget(m_origin);
    content()->addLayout(line);
    content()->addWidget(m_place);
    content()->addWidget(m_outcome);
    content()->addWidget(m_form);
    m_form->hide();
}

void ConnectionCard::buildButtons()
{
    m_test->setObjectName(u"testSetting"_s);
    m_replace->setObjectName(u"replaceSetting"_s);
    m_remove->setObjectName(u"removeSetting"_s);
    head()->addWidget(m_test);
    if (m_setting == Setting::WebhookSecrets) {
        m_add = makeButton(m_theme, tr("Add…"));
        m_add->setObjectName(u"addSetting"_s);
        m_add->setToolTip(tr("A second secret, while Stripe replaces the first one"));
        head()->addWidget(m_add);
        connect(m_add, &QPushButton::clicked, this, [this] { edit(true); });
    }
    head()->addWidget(m_replace);
    head()->addWidget(m_remove);
    connect(m_test, &QPushButton::clicked, this, &ConnectionCard::test);
    connect(m_replace, &QPushButton::clicked, this, [this] { edit(); });
    connect(m_remove, &QPushButton::clicked, this, &ConnectionCard::remove);
}

void ConnectionCard::follow()
{
    const services::SettingState state = m_settings.state(m_setting);
    const bool isMissing = state.shown.isEmpty();
    const bool isMono = !isMissing && !state.shown.contains(u' ');
    m_value->setText(isMissing ? wordsOf(m_setting).none : state.shown);
    m_value->setStyle({isMono ? TextSize::Small : TextSize::Body, Weight::Medium,
                       isMissing ? Role::Text2 : Role::Text, isMono});
    m_origin->setText(originText(m_setting, state));
    const bool isStored = state.origin == Origin::Stored;
    if (!state.trouble.isEmpty())
        m_place->show(StatusColor::Red, state.trouble);
    else if (isStored && !state.place.isEmpty())
        m_place->show(
            StatusColor::Amber,
            tr("This computer has no keychain, so it is kept in %1. Install GNOME Keyring "
               "or KWallet and enter it again to keep it more safely.")
                .arg(state.place));
    else
        m_place->clear();
    m_test->setVisible(!isMissing);
    m_replace->setVisible(!state.isFixed());
    m_replace->setText(isMissing                 ? tr("Enter…")
                           : isSecret(m_setting) ? tr("Replace…")
                                                 : tr("Change…"));
    m_remove->setVisible(isStored);
    if (m_add)
        m_add->setVisible(isStored);
    rename();
}

/// "Test: Stripe key": four cards with the same words are told apart.
void ConnectionCard::rename()
{
    const QString title = wordsOf(m_setting).title;
    for (QPushButton *button : {m_test, m_add, m_replace, m_remove}) {
        if (button)
            button->setAccessibleName(tr("%1: %2").arg(title, button->text().remove(u'…')));
    }
}

QPushButton *ConnectionCard::addWay(const QString &text)
{
    QPushButton *way = makeButton(m_theme, text);
    way->setObjectName(u"way"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, metrics::gap, 0, 0);
    row->addWidget(way);
    row->addStretch();
    content()->addLayout(row);
    return way;
}

bool ConnectionCard::isSet() const
{
    return !m_settings.state(m_setting).shown.isEmpty();
}

void ConnectionCard::edit(bool isAddition)
{
    m_outcome->clear();
    m_form->show();
    m_form->begin(isAddition);
    m_replace->setEnabled(false);
    m_test->setEnabled(false);
}

void ConnectionCard::closeForm()
{
    m_form->hide();
    m_replace->setEnabled(true);
    m_test->setEnabled(true);
}

void ConnectionCard::test()
{
    m_test->setEnabled(false);
    m_outcome->show(StatusColor::Grey, tr("Testing…"));
    services::whenReady(
        m_settings.testCurrent(m_setting), this,
        [this](const core::Result<services::TestedSetting> &result) { take(result); });
}

void ConnectionCard::take(const core::Result<services::TestedSetting> &result)
{
    m_test->setEnabled(!m_form->isVisibleTo(this));
    if (result)
        tell(*result);
    else
        m_outcome->show(StatusColor::Red, result.error().message);
    Q_EMIT tested(result ? QString() : result.error().message);
}

void ConnectionCard::tell(const services::TestedSetting &tested)
{
    if (tested.warning.isEmpty())
        return m_outcome->show(StatusColor::Green, tested.sentence);
    m_outcome->show(StatusColor::Amber,
                    tested.sentence.isEmpty() ? tested.warning
                                              : tested.sentence + u' ' + tested.warning);
}

void ConnectionCard::remove()
{
    const SettingWords words = wordsOf(m_setting);
    const Question question{tr("Remove “%1”?").arg(words.title),
                            tr("It is taken off this computer. At Stripe and in the database "
                               "nothing changes."),
                            tr("Remove"), tr("Keep"), true};
    m_dialogs.ask(question, this, [this](bool isWanted) {
        if (!isWanted)
            return;
        services::whenReady(m_settings.forget(m_setting), this, [this](const core::Result<> &done) {
            if (done)
                m_outcome->clear();
            else
                m_outcome->show(StatusColor::Red, done.error().message);
        });
    });
}

} // namespace ui
