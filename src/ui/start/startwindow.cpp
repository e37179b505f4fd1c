// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startwindow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

StartWindow::StartWindow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QStackedLayout(this))
    , m_error(new StatePane(theme))
{
    setObjectName(u"startWindow"_s);
    setWindowTitle(tr("OMS Billing"));
    setAccessibleName(tr("OMS Billing is starting"));
    resize(640, 460);
    m_pages->addWidget(makeStepsPage());
    m_pages->addWidget(m_error);
}

QWidget *StartWindow::makeStepsPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 48, 48, 48);
    layout->setSpacing(metrics::dialogPadding);
    layout->addWidget(new TextLabel(m_theme, tr("OMS Billing"),
                                    {TextSize::Title, Weight::Strong, Role::Text, false}));
    m_steps = new StepList(m_theme);
    layout->addWidget(m_steps);
    layout->addStretch();
    return page;
}

void StartWindow::showStep(const QString &sentence)
{
    QList<Step> steps = m_steps->steps();
    if (!steps.isEmpty() && steps.last().title == sentence)
        return;
    for (Step &step : steps)
        step.state = Step::State::Done;
    steps.append({sentence, Step::State::Running, {}, false});
    m_steps->setSteps(steps);
    m_pages->setCurrentIndex(0);
}

void StartWindow::showError(const core::Error &error)
{
    m_error->showError(tr("OMS Billing could not start"), error);
    QPushButton *retry = m_error->addButton(tr("Try again"), true);
    connect(retry, &QPushButton::clicked, this, &StartWindow::retryRequested);
    QPushButton *quit = m_error->addButton(tr("Quit"));
    connect(quit, &QPushButton::clicked, qApp, &QCoreApplication::quit);
    m_pages->setCurrentWidget(m_error);
    retry->setFocus();
}

void StartWindow::reset()
{
    m_steps->setSteps({});
    m_pages->setCurrentIndex(0);
}

void StartWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Role::Base));
}

} // namespace ui
