// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/firstrunwindow.h"

#include "ui/settings/connectioncard.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using services::Setting;

constexpr int margin = 32;
constexpr int sideWidth = 220;
constexpr int wayHeight = 96; ///< Both cards end in one line.
constexpr LabelStyle headline{TextSize::Title, Weight::Strong, Role::Text, false};
constexpr LabelStyle running{TextSize::Body, Weight::Regular, Role::Text2, false};

/// One of the two ways to begin.
Card *makeWay(const Theme &theme, const QString &title, const QString &text, QPushButton *go)
{
    auto *card = new Card(theme, title);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *words = new Paragraph(theme, text, running);
    words->setMinimumHeight(wayHeight);
    words->setAlignment(Qt::AlignTop);
    card->content()->addWidget(words);
    card->content()->addSpacing(metrics::padding);
    card->content()->addWidget(go, 0, Qt::AlignLeading);
    return card;
}

} // namespace

FirstRunWindow::FirstRunWindow(const Theme &theme, services::SettingsService &settings,
                               Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_pages(new QStackedLayout(this))
    , m_command(new CopyableId(theme))
{
    setObjectName(u"firstRunWindow"_s);
    setWindowTitle(tr("Welcome to OMS Billing"));
    setAccessibleName(windowTitle());
    resize(900, 620);
    m_pages->addWidget(makeChoice());
    m_pages->addWidget(makeSteps());
    connect(&settings, &services::SettingsService::changed, this, &FirstRunWindow::follow);
    showStage(Stage::Choice);
}

QWidget *FirstRunWindow::makeChoice()
{
    auto *page = new Pane(m_theme, Role::Window);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(metrics::padding);
    layout->addStretch(1);
    layout->addWidget(new TextLabel(m_theme, windowTitle(), headline));
    layout->addWidget(new Paragraph(m_theme,
                                    tr("Bill your tenants through Stripe, and see what comes in. "
                                       "How would you like to begin?"),
                                    running));
    auto *demo = makeButton(m_theme, tr("Start the demonstration"));
    demo->setObjectName(u"startDemo"_s);
    auto *connectOwn = makeButton(m_theme, tr("Connect"), ButtonKind::Primary);
    connectOwn->setObjectName(u"connectOwn"_s);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(metrics::padding);
    ways->addWidget(makeWay(m_theme, tr("Look around first"),
                            tr("400 invented tenants with two years of invoices, on a stand-in for "
                               "Stripe. No account is needed, and no money moves. You can connect "
                               "your own later, in Settings."),
                            demo),
                    1);
    ways->addWidget(makeWay(m_theme, tr("Connect my Stripe account"),
                            tr("Database, Stripe key and webhooks, one after the other; each is "
                               "tested at once. You can stop at any time and go on later."),
                            connectOwn),
                    1);
    layout->addLayout(ways);
    layout->addStretch(2);
    connect(demo, &QPushButton::clicked, this, &FirstRunWindow::demoChosen);
    connect(connectOwn, &QPushButton::clicked, this, [this] { showStage(Stage::Database); });
    return page;
}

QWidget *FirstRunWindow::makeSteps()
{
    auto *page = new QWidget;
    auto *sides = new QHBoxLayout(page);
    sides->setContentsMargins({});
    sides->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_command->setBoxed(true);
    auto *bodies = new QWidget;
    m_bodies = new QStackedLayout(bodies);
    m_bodies->addWidget(makeStep(tr("Where should the data be kept?"),
                                 tr("On this computer nothing needs to be set up. For several "
                                    "desks, use one PostgreSQL server."),
                                 {Setting::Database}));
    m_bodies->addWidget(makeStep(tr("Which Stripe account?"),
                                 tr("The first key that works binds the database to its account "
                                    "and mode, so that test data never mixes with live data."),
                                 {Setting::StripeKey}));
    m_bodies->addWidget(makeStep(
        tr("How do Stripe's events get here?"),
        tr("Start this in a terminal on this computer. It hands the events on, and prints the "
           "signing secret that belongs here."),
        {Setting::WebhookSecrets, Setting::Listener}, m_command));
    left->addWidget(bodies, 1);
    buildFooter(left);
    sides->addLayout(left, 1);
    auto *side = new Pane(m_theme, Role::Sunken, Qt::LeftEdge);
    side->setFixedWidth(sideWidth);
    auto *steps = new QVBoxLayout(side);
    steps->setContentsMargins(metrics::padding, margin, metrics::padding, margin);
    m_list = new StepList(m_theme);
    steps->addWidget(m_list);
    steps->addStretch();
    sides->addWidget(side);
    return page;
}

QWidget *FirstRunWindow::makeStep(const QString &title, const QString &text,
                                  const QList<Setting> &settings, QWidget *below)
{
    auto *content = new Pane(m_theme, Role::Window);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, margin, margin, metrics::padding);
    layout->setSpacing(metrics::cardGap);
    layout->addWidget(new TextLabel(m_theme, title, headline));
    layout->addWidget(new Paragraph(m_theme, text, running));
    if (below)
        layout->addWidget(below, 0, Qt::AlignLeading);
    for (const Setting setting : settings) {
        auto *card = new ConnectionCard(m_theme, m_settings, m_dialogs, setting);
        connect(card, &ConnectionCard::kept, this, [this] { m_next->setFocus(); });
        m_cards.append(card);
        layout->addWidget(card);
    }
    layout->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(title);
    return scroll;
}

void FirstRunWindow::buildFooter(QVBoxLayout *layout)
{
    auto *bar = new Pane(m_theme, Role::Sunken, Qt::TopEdge);
    auto *buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(margin, metrics::cardGap, margin, metrics::cardGap);
    buttons->setSpacing(metrics::gap);
    auto *later = makeButton(m_theme, tr("Finish later"), ButtonKind::Ghost);
    later->setObjectName(u"finishLater"_s);
    m_back = makeButton(m_theme, tr("Back"));
    m_back->setObjectName(u"stepBack"_s);
    m_next = makeButton(m_theme, {}, ButtonKind::Primary);
    m_next->setObjectName(u"stepOn"_s);
    buttons->addWidget(later);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    layout->addWidget(bar);
    connect(later, &QPushButton::clicked, this, &QWidget::close);
    connect(m_back, &QPushButton::clicked, this,
            [this] { showStage(static_cast<Stage>(static_cast<int>(m_stage) - 1)); });
    connect(m_next, &QPushButton::clicked, this, &FirstRunWindow::goOn);
}

void FirstRunWindow::showStage(Stage stage)
{
    m_stage = stage;
    m_hasFailed = false;
    const bool isChoice = stage == Stage::Choice;
    m_pages->setCurrentIndex(isChoice ? 0 : 1);
    if (!isChoice)
        m_bodies->setCurrentIndex(static_cast<int>(stage) - 1);
    follow();
    const services::Setting asked =
        stage == Stage::StripeKey ? Setting::StripeKey : Setting::WebhookSecrets;
    if (stage > Stage::Database && m_settings.state(asked).shown.isEmpty())
        m_cards.at(static_cast<int>(stage) - 1)->edit();
    Q_EMIT stageReached(static_cast<int>(stage));
}

/// What is set is tested before the step counts as done; what is not may be left out.
void FirstRunWindow::goOn()
{
    ConnectionCard *card = m_cards.at(static_cast<int>(m_stage) - 1);
    const bool isTestable = m_stage != Stage::Webhooks && card->isSet();
    if (!isTestable || m_hasFailed)
        return advance();
    m_next->setEnabled(false);
    connect(
        card, &ConnectionCard::tested, this,
        [this](const QString &error) {
            m_hasFailed = !error.isEmpty();
            m_next->setEnabled(true);
            if (m_hasFailed)
                follow();
            else
                advance();
        },
        Qt::SingleShotConnection);
    card->test();
}

void FirstRunWindow::advance()
{
    if (m_stage == Stage::Webhooks)
        Q_EMIT finished();
    else
        showStage(static_cast<Stage>(static_cast<int>(m_stage) + 1));
}

void FirstRunWindow::follow()
{
    if (m_stage == Stage::Choice)
        return;
    const bool isSet = m_cards.at(static_cast<int>(m_stage) - 1)->isSet();
    setKind(m_next, isSet ? ButtonKind::Primary : ButtonKind::Plain);
    const QString listen = m_settings.state(Setting::Listener).shown;
    m_command->setId(u"stripe listen --forward-to %1/api/v1/stripe/webhooks"_s.arg(
        QString(listen).replace("127.0.0.1"_L1, "localhost"_L1)));
    if (m_stage == Stage::Webhooks)
        m_next->setText(tr("Open OMS Billing"));
    else if (m_hasFailed)
        m_next->setText(tr("Continue all the same"));
    else
        m_next->setText(isSet ? tr("Test and continue") : tr("Continue without"));
    showSteps();
}

void FirstRunWindow::showSteps()
{
    const QStringList titles{tr("Database"), tr("Stripe key"), tr("Webhooks")};
    QList<Stage> order{Stage::Database, Stage::StripeKey, Stage::Webhooks};
    QList<Step> steps;
    for (int at = 0; at < titles.size(); ++at) {
        Step step{titles.at(at), Step::State::Waiting, {}, false};
        if (order.at(at) == m_stage)
            step.state = m_hasFailed ? Step::State::Failed : Step::State::Running;
        else if (order.at(at) < m_stage)
            step.state = Step::State::Done;
        if (order.at(at) < m_stage && !m_cards.at(at)->isSet())
            step.detail = tr("Left out");
        steps.append(step);
    }
    m_list->setSteps(steps);
}

void FirstRunWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Role::Window));
}

} // namespace ui
