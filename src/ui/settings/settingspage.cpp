// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/endpoints/endpointsview.h"
#include "ui/operations/notice.h"
#include "ui/settings/appearancecard.h"
#include "ui/settings/connectioncard.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using services::Setting;

const QString endpointsPlace = u"webhook-endpoints"_s;
constexpr int widest = 760; ///< Longer lines are hard to read.

struct Place
{
    Setting setting;
    QLatin1StringView name;
};
constexpr std::array places{
    Place{Setting::StripeKey, "stripe-key"_L1},
    Place{Setting::WebhookSecrets, "webhook-secrets"_L1},
    Place{Setting::Listener, "listener"_L1},
    Place{Setting::Database, "database"_L1},
};

} // namespace

PageFace SettingsPage::ownFace()
{
    return {u"settings"_s, tr("Settings"), "settings"_L1, 11};
}

SettingsPage::SettingsPage(Theme &theme, services::SettingsService &settings, Dialogs &dialogs,
                           ViewState &viewState, QWidget *parent)
    : Page(theme, ownFace(), parent)
    , m_settings(settings)
    , m_notice(new Notice(theme))
    , m_scroll(new QScrollArea)
    , m_stack(new QStackedLayout(this))
{
    build(theme, dialogs, viewState);
    followNotice();
    connect(&settings, &services::SettingsService::changed, this, &SettingsPage::followNotice);
    connect(m_notice, &Notice::linkActivated, this, [this] {
        if (m_settings.isDemo())
            Q_EMIT m_settings.ownAccountRequested();
        else
            Q_EMIT m_settings.reconnectRequested();
    });
}

void SettingsPage::build(Theme &theme, Dialogs &dialogs, ViewState &viewState)
{
    auto *content = new QWidget;
    content->setMaximumWidth(widest + 2 * metrics::overviewGutter);
    auto *cards = new QVBoxLayout(content);
    cards->setContentsMargins(metrics::overviewGutter, metrics::overviewGutter,
                              metrics::overviewGutter, metrics::overviewGutter);
    cards->setSpacing(metrics::cardGap);
    cards->addWidget(m_notice);
    for (const Place &place : places) {
        auto *card = new ConnectionCard(theme, m_settings, dialogs, place.setting);
        card->setObjectName(place.name);
        m_cards.append(card);
        cards->addWidget(card);
    }
    cards->addWidget(new AppearanceCard(theme, viewState));
    cards->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Settings"));
    m_scroll->viewport()->setBackgroundRole(QPalette::Window);
    m_stack->addWidget(m_scroll);
}

void SettingsPage::setEndpoints(EndpointsView *view)
{
    m_endpoints = view;
    m_stack->addWidget(view);
    for (ConnectionCard *card : std::as_const(m_cards)) {
        if (card->objectName() == "webhook-secrets"_L1)
            connect(card->addWay(tr("Webhook endpoints…")), &QPushButton::clicked, this, [this] {
                showEndpoints(true);
                Q_EMIT locationChanged();
            });
    }
}

void SettingsPage::showEndpoints(bool isShown)
{
    QWidget *place = isShown ? static_cast<QWidget *>(m_endpoints) : m_scroll;
    if (m_stack->currentWidget() == place)
        return;
    m_stack->setCurrentWidget(place);
    Q_EMIT breadcrumbChanged();
}

QString SettingsPage::openedObject() const
{
    return m_endpoints && m_stack->currentWidget() == m_endpoints ? endpointsPlace : QString();
}

QStringList SettingsPage::breadcrumb() const
{
    QStringList crumbs = Page::breadcrumb();
    if (!openedObject().isEmpty())
        crumbs.append(tr("Webhook endpoints"));
    return crumbs;
}

void SettingsPage::followNotice()
{
    if (m_settings.isDemo())
        m_notice->showContent({StatusColor::Blue, "flask-conical"_L1,
                               tr("This is the demonstration"),
                               tr("Its database and its stand-in for Stripe are its own. What you "
                                  "do here moves no money."),
                               tr("Connect my own Stripe account…"), false});
    else if (m_settings.needsReconnect())
        m_notice->showContent({StatusColor::Amber, "refresh-cw"_L1, tr("Reconnect to work with it"),
                               tr("What you changed is kept, but not in use yet. What is under way "
                                  "ends first; it takes a few seconds."),
                               tr("Reconnect now"), false});
    else
        m_notice->clear();
}

void SettingsPage::refresh()
{
    if (!openedObject().isEmpty())
        return m_endpoints->refresh();
    for (ConnectionCard *card : std::as_const(m_cards)) {
        if (card->isSet())
            card->test();
    }
}

void SettingsPage::open(const QString &object)
{
    showEndpoints(m_endpoints && object == endpointsPlace);
    for (ConnectionCard *card : std::as_const(m_cards)) {
        if (card->objectName() == object)
            m_scroll->ensureWidgetVisible(card);
    }
}

} // namespace ui
