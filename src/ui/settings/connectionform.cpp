// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionform.h"

#include "services/whenready.h"
#include "ui/settings/settingwords.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/optioncards.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString privatePlace = u"privateDatabase"_s;
const QString serverPlace = u"serverDatabase"_s;

QLineEdit *makeEdit(const QString &name, bool isHidden)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    if (isHidden)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

ConnectionForm::ConnectionForm(const Theme &theme, services::SettingsService &settings,
                               services::Setting setting, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_setting(setting)
    , m_text(makeEdit(u"settingText"_s, isSecret(setting)))
    , m_textRow(new FieldRow(theme, wordsOf(setting).field, m_text))
    , m_progress(new ProgressLine(theme))
    , m_save(makeButton(theme, {}, ButtonKind::Primary))
    , m_cancel(makeButton(theme, tr("Cancel")))
{
    build();
}

void ConnectionForm::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::gap, 0, 0);
    layout->setSpacing(metrics::gap);
    m_text->setPlaceholderText(wordsOf(m_setting).placeholder);
    if (m_setting == services::Setting::Database)
        buildDatabase(layout);
    else
        layout->addWidget(m_textRow);
    buildButtons(layout);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_textRow->setError({}); });
    connect(m_text, &QLineEdit::returnPressed, this, &ConnectionForm::test);
    connect(m_textRow, &FieldRow::fixRequested, this, [this] { keep({}); });
}

void ConnectionForm::buildDatabase(QVBoxLayout *layout)
{
    m_place = new OptionCards(m_theme);
    m_place->addOption(privatePlace, tr("On this computer"),
                       tr("For you alone; nothing to set up"));
    m_place->addOption(serverPlace, tr("On a server"), tr("A PostgreSQL for several desks"));
    layout->addWidget(m_place);
    layout->addWidget(m_textRow);
    m_password = makeEdit(u"settingPassword"_s, true);
    m_passwordRow = new FieldRow(m_theme, tr("Password"), m_password);
    m_passwordRow->setHint(tr("kept in the keychain"));
    layout->addWidget(m_passwordRow);
    connect(m_place, &OptionCards::currentChanged, this, &ConnectionForm::followPlace);
    connect(m_password, &QLineEdit::textChanged, this, [this] { m_passwordRow->setError({}); });
    connect(m_password, &QLineEdit::returnPressed, this, &ConnectionForm::test);
}

void ConnectionForm::buildButtons(QVBoxLayout *layout)
{
    m_progress->setAccessibleName(tr("Testing"));
    m_progress->setRunning(true);
    QSizePolicy steady = m_progress->sizePolicy();
    steady.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(steady);
    layout->addWidget(m_progress);
    m_save->setObjectName(u"testAndSave"_s);
    m_cancel->setObjectName(u"cancelSetting"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &ConnectionForm::test);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionForm::canceled);
    setBusy(false);
}

void ConnectionForm::begin(bool isAddition)
{
    m_isAddition = isAddition;
    m_text->clear();
    m_textRow->setError({});
    const services::SettingState state = m_settings.state(m_setting);
    const bool isServer = state.origin == services::SettingState::Origin::Stored;
    if (m_setting == services::Setting::Listener || (m_place && isServer))
        m_text->setText(state.shown);
    if (m_place) {
        m_password->clear();
        m_passwordRow->setError({});
        m_password->setPlaceholderText(isServer ? tr("unchanged") : tr("or in ~/.pgpass"));
        m_place->setCurrent(isServer ? serverPlace : privatePlace);
        followPlace();
    }
    if (m_textRow->isVisibleTo(this))
        m_text->setFocus();
}

void ConnectionForm::followPlace()
{
    const bool isServer = m_place->current() == serverPlace;
    m_textRow->setVisible(isServer);
    m_passwordRow->setVisible(isServer);
    if (isServer && isVisible())
        m_text->setFocus();
}

services::SettingInput ConnectionForm::input() const
{
    if (m_place && m_place->current() == privatePlace)
        return {};
    return {m_text->text(), m_password ? m_password->text() : QString(), m_isAddition};
}

void ConnectionForm::test()
{
    if (m_isBusy)
        return;
    setBusy(true);
    services::whenReady(m_settings.test(m_setting, input()), this,
                        [this](const core::Result<services::TestedSetting> &tested) {
                            setBusy(false);
                            if (tested)
                                keep(*tested);
                            else
                                refuse(tested.error());
                        });
}

void ConnectionForm::keep(const services::TestedSetting &tested)
{
    setBusy(true);
    services::whenReady(m_settings.keep(m_setting, input()), this,
                        [this, tested](const core::Result<> &done) {
                            setBusy(false);
                            if (!done)
                                return refuse(done.error());
                            m_text->clear(); // secrets stay no longer than they must
                            if (m_password)
                                m_password->clear();
                            Q_EMIT kept(tested);
                        });
}

/// What passes by itself may be kept all the same.
void ConnectionForm::refuse(const core::Error &error)
{
    using Kind = core::Error::Kind;
    const bool isPassing = error.kind == Kind::Unreachable || error.kind == Kind::RateLimited
        || (m_setting == services::Setting::Listener && error.kind == Kind::Conflict);
    const bool isPassword = m_passwordRow && error.detail.contains("28P01"_L1);
    FieldRow *row = isPassword ? m_passwordRow : m_textRow;
    row->setVisible(true); // also for a private database that cannot be made
    row->setError(error.message, isPassing ? tr("Save it all the same") : QString());
    row->editor()->setFocus();
}

void ConnectionForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_progress->setVisible(isBusy);
    m_save->setEnabled(!isBusy);
    m_save->setText(isBusy ? tr("Testing…") : tr("Test and save"));
    m_text->setReadOnly(isBusy);
}

} // namespace ui
