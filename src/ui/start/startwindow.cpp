// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startwindow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

Q_LOGGING_CATEGORY(logStart, "oms.start")

StartWindow::StartWindow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QStackedLayout(this))
    , m_error(new StatePane(theme))
{
    setObjectName(u"startWindow"_s);
    setWindowTitle(tr("OMS Billing"));
    setAccessibleName(tr("OMS Billing is starting"));
    resize(640, 540);
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
    m_steps->setHeading(tr("Getting everything ready"));
    m_seconds.setInterval(1s);
    connect(&m_seconds, &QTimer::timeout, this, &StartWindow::showElapsed);
    layout->addWidget(m_steps);
    layout->addStretch();
    return page;
}

void StartWindow::showStep(const QString &step, const QString &detail)
{
    QList<Step> steps = m_steps->steps();
    const bool isSame = !steps.isEmpty() && steps.last().title == step;
    if (isSame) {
        steps.last().detail = detail;
    } else {
        if (!steps.isEmpty()) {
            steps.last().state = Step::State::Done;
            steps.last().detail = elapsed();
            qCInfo(logStart).noquote() << steps.last().title << m_sinceStep.elapsed() << "ms";
        }
        steps.append({step, Step::State::Running, detail, false});
        m_sinceStep.start();
        m_seconds.start();
    }
    m_steps->setSteps(steps);
    m_pages->setCurrentIndex(0);
}

QString StartWindow::elapsed() const
{
    return tr("%1 s", "seconds")
        .arg(QLocale().toString(double(m_sinceStep.elapsed()) / 1000, 'f', 1));
}

/// A step that tells nothing of itself at least shows that time passes.
void StartWindow::showElapsed()
{
    QList<Step> steps = m_steps->steps();
    if (steps.isEmpty() || steps.last().state != Step::State::Running)
        return;
    const bool tellsItself = !steps.last().detail.isEmpty() && steps.last().detail != m_shownTime;
    if (tellsItself)
        return;
    m_shownTime = elapsed();
    steps.last().detail = m_shownTime;
    m_steps->setSteps(steps);
}

void StartWindow::showError(const core::Error &error)
{
    m_seconds.stop();
    m_error->showError(tr("OMS Billing could not start"), error);
    QPushButton *retry = m_error->addButton(tr("Try again"), true);
    connect(retry, &QPushButton::clicked, this, &StartWindow::retryRequested);
    if (m_hasSettings) {
        QPushButton *settings = m_error->addButton(tr("Change connections…"));
        settings->setObjectName(u"changeConnections"_s);
        connect(settings, &QPushButton::clicked, this, &StartWindow::settingsRequested);
    }
    QPushButton *quit = m_error->addButton(tr("Quit"));
    connect(quit, &QPushButton::clicked, qApp, &QCoreApplication::quit);
    m_pages->setCurrentWidget(m_error);
    retry->setFocus();
}

void StartWindow::finish()
{
    m_seconds.stop();
    if (!m_steps->steps().isEmpty())
        qCInfo(logStart).noquote()
            << m_steps->steps().last().title << m_sinceStep.elapsed() << "ms";
    hide();
}

void StartWindow::reset()
{
    m_seconds.stop();
    m_steps->setSteps({});
    m_pages->setCurrentIndex(0);
}

void StartWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Role::Base));
}

} // namespace ui
