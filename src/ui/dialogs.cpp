// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/shade.h"
#include "ui/widgets/textlabel.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

WindowDialogs::WindowDialogs(const Theme &theme)
    : m_theme(theme)
{
}

void WindowDialogs::open(QDialog *dialog, QWidget *over)
{
    QWidget *window = over->window();
    if (!dialog->parentWidget()) // only then is it the window's, in front of it and in its middle
        dialog->setParent(window, dialog->windowFlags());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    auto *shade = new Shade(m_theme, window);
    QObject::connect(dialog, &QObject::destroyed, shade, &QObject::deleteLater);
    QObject::connect(dialog, &QDialog::finished, shade, &QWidget::hide);
    dialog->open();
}

void WindowDialogs::ask(const Question &question, QWidget *over, std::function<void(bool)> answer)
{
    auto *dialog = new DialogFrame(m_theme, question.title, over->window());
    dialog->body()->addWidget(
        new Paragraph(m_theme, question.text, {TextSize::Body, Weight::Regular, Role::Text2}));
    dialog->setBodyWidth(420);
    QPushButton *keep = dialog->addButton(question.keep, ButtonKind::Plain);
    const auto kind = question.isDangerous ? ButtonKind::Danger : ButtonKind::Primary;
    QPushButton *accept = dialog->addButton(question.accept, kind);
    QPushButton *first = question.isDangerous ? keep : accept;
    first->setDefault(true);
    first->setFocus();
    QObject::connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(accept, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::finished, over,
                     [answer](int result) { answer(result == QDialog::Accepted); });
    open(dialog, over);
}

void WindowDialogs::chooseFile(const SaveRequest &request, QWidget *over,
                               std::function<void(QString)> chosen)
{
    auto *dialog = new QFileDialog(over->window(), request.title, {}, request.filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(request.suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, chosen);
    open(dialog, over);
}

} // namespace ui
