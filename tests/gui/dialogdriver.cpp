// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogdriver.h"

#include "ui/operations/notice.h"
#include "ui/widgets/fieldrow.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

DialogDriver::DialogDriver()
{
    QCoreApplication::setApplicationName(u"oms-billing"_s);
    m_theme.install(*qApp);
}

DialogDriver::~DialogDriver() = default;

void DialogDriver::sitDown()
{
    m_desk = std::make_unique<DialogDesk>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 720);
    m_window->show();
}

void DialogDriver::standUp()
{
    delete m_dialog;
    m_window.reset();
    m_desk.reset();
}

void DialogDriver::show(ui::OperationDialog *dialog)
{
    delete m_dialog;
    m_dialog = dialog;
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void DialogDriver::type(const char *field, const QString &text) const
{
    auto *edit = find<QWidget>(field);
    edit->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(edit))
        line->selectAll();
    if (auto *combo = qobject_cast<QComboBox *>(edit))
        combo->lineEdit()->selectAll();
    for (const QChar letter : text) // keyClicks() knows ASCII alone
        QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(letter), {});
}

void DialogDriver::leave(const char *field) const
{
    QTest::keyClick(find<QWidget>(field), Qt::Key_Tab);
}

void DialogDriver::press(const char *button) const
{
    auto *found = find<QPushButton>(button);
    QVERIFY2(found->isEnabled() && found->isVisible(), button);
    QTest::mouseClick(found, Qt::LeftButton);
}

ui::FieldRow *DialogDriver::row(const char *field) const
{
    for (QWidget *at = find<QWidget>(field); at; at = at->parentWidget()) {
        if (auto *found = qobject_cast<ui::FieldRow *>(at))
            return found;
    }
    qFatal("%s is in no row", field);
}

QString DialogDriver::error(const char *field) const
{
    return row(field)->hasError() ? row(field)->errorText() : QString();
}

ui::Step DialogDriver::step(int index) const
{
    return m_dialog->findChild<ui::StepList *>()->steps().value(index);
}

ui::Notice &DialogDriver::notice() const
{
    return *find<ui::Notice>("notice");
}
