// SPDX-License-Identifier: GPL-3.0-or-later
// The shell and its parts on sample rows as PNG files, for looking at: gallery <folder> [--rtl]
#include "sample.h"
#include "ui/theme/icon.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/shade.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Takes pictures of one theme.
class Gallery
{
public:
    Gallery(ui::Theme &theme, QString folder, QString suffix)
        : m_theme(theme)
        , m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
    {
    }

    void take(const QSize &size)
    {
        SampleShell shell(m_theme);
        shell.window.resize(size);
        shell.window.restore();
        shell.window.show();
        settle(shell);
        auto &list = shell.tenants->list();
        list.setCurrentId(shell.source.rows.at(1).id);
        settle(shell);
        save(shell.window.grab(), u"list"_s);
        for (const int row : {8, 11, 16})
            shell.tenants->model().setData(shell.tenants->model().index(row, 0), Qt::Checked,
                                           Qt::CheckStateRole);
        settle(shell);
        save(shell.window.grab(), u"selection"_s);
        takeDialog(shell);
        takeNarrow(shell);
        takeControls();
        takeStates(shell);
    }

private:
    void settle(SampleShell &shell)
    {
        QTest::qWait(60);
        shell.tenants->showView(1);
        QTest::qWait(60);
    }

    void takeDialog(SampleShell &shell)
    {
        auto *shade = new ui::Shade(m_theme, &shell.window);
        QPixmap picture = shell.window.grab();
        SampleDialog dialog(m_theme, &shell.window);
        dialog.show();
        QTest::qWait(60);
        const QPixmap card = dialog.grab();
        QPainter painter(&picture);
        painter.drawPixmap((shell.window.width() - dialog.width()) / 2,
                           (shell.window.height() - dialog.height()) / 2, card);
        painter.end();
        save(picture, u"dialog"_s);
        delete shade;
    }

    /// Scrolled sideways: the first column stays.
    void takeNarrow(SampleShell &shell)
    {
        ui::ListView list(m_theme, shell.tenants->model());
        list.resize(560, 320);
        list.show();
        QTest::qWait(30);
        list.setCurrentId(shell.source.rows.at(1).id);
        list.horizontalScrollBar()->setValue(150);
        QTest::qWait(30);
        save(list.grab(), u"narrow"_s);
    }

    void takeControls()
    {
        ui::Card card(m_theme, u"Controls"_s);
        card.setHint(u"every kind, enabled and not"_s);
        for (const bool isEnabled : {true, false}) {
            auto *row = new QHBoxLayout;
            row->setSpacing(8);
            using ui::ButtonKind;
            for (const ButtonKind kind :
                 {ButtonKind::Plain, ButtonKind::Primary, ButtonKind::Danger,
                  ButtonKind::DangerPlain, ButtonKind::Ghost, ButtonKind::Link})
                row->addWidget(ui::makeButton(m_theme, u"Change plan"_s, kind,
                                              kind == ButtonKind::Link ? ""_L1 : "tag"_L1));
            row->addWidget(ui::makeIconButton(m_theme, "x"_L1, u"Close"_s));
            auto *fields = new QHBoxLayout;
            fields->addWidget(new QLineEdit(u"Birke AG"_s));
            auto *combo = new QComboBox;
            combo->addItem(u"14 days"_s);
            fields->addWidget(combo);
            fields->addWidget(new QSpinBox);
            fields->addWidget(new QDateEdit({2026, 6, 12}));
            auto *check = new QCheckBox(u"End now"_s);
            check->setChecked(true);
            fields->addWidget(check);
            fields->addWidget(new QCheckBox(u"Prorate"_s));
            auto *radio = new QRadioButton(u"At period end"_s);
            radio->setChecked(true);
            fields->addWidget(radio);
            fields->addWidget(new QRadioButton(u"Now"_s));
            for (QHBoxLayout *line : {row, fields}) {
                for (int i = 0; i < line->count(); ++i)
                    line->itemAt(i)->widget()->setEnabled(isEnabled);
                line->addStretch();
                card.content()->addLayout(line);
                card.content()->addSpacing(12);
            }
        }
        QMenu menu;
        menu.addAction(ui::icon(m_theme, "arrow-down-up"_L1), u"Change plan"_s,
                       QKeySequence(u"Ctrl+P"_s));
        QAction *ticked = menu.addAction(u"Overdue"_s);
        ticked->setCheckable(true);
        ticked->setChecked(true);
        menu.addSeparator();
        menu.addAction(ui::icon(m_theme, "ban"_L1), u"Cancel subscription…"_s)->setEnabled(false);
        card.resize(900, 420);
        card.show();
        QTest::qWait(30);
        QPixmap picture = card.grab();
        QPainter painter(&picture);
        menu.resize(menu.sizeHint());
        painter.drawPixmap(16, 240, menu.grab());
        painter.end();
        save(picture, u"controls"_s);
    }

    void takeStates(SampleShell &shell)
    {
        shell.window.toasts().add({ui::Toast::Kind::Done,
                                   u"Invoice link sent"_s,
                                   u"OMS-2026-04817 to buchhaltung@hoeflinger.example"_s,
                                   u"Open"_s,
                                   {}});
        shell.window.toasts().add({ui::Toast::Kind::Failed,
                                   u"Payment declined: expired card"_s,
                                   u"Birke AG, 34.51 EUR. Nothing was charged."_s,
                                   u"Ask for a new card"_s,
                                   {}});
        core::ListQuery query = shell.tenants->model().query();
        query.search = u"zzz"_s;
        shell.tenants->model().setQuery(query);
        QTest::qWait(60);
        save(shell.window.grab(), u"nothing"_s);
        shell.source.failure =
            core::Error{core::Error::Kind::Unreachable,
                        u"The database stopped answering at 14:31. Nothing you did is lost, and "
                        "webhooks are kept by Stripe until it is back."_s,
                        u"connection to db.example:5432 timed out after 5 s"_s,
                        {}};
        shell.tenants->refresh();
        QTest::qWait(60);
        save(shell.window.grab(), u"failed"_s);
        shell.source.failure.reset();
        shell.source.isHeld = true;
        shell.tenants->refresh();
        QTest::qWait(60);
        save(shell.window.grab(), u"loading"_s);
        shell.source.release();
    }

    void save(const QPixmap &picture, const QString &name)
    {
        picture.save(u"%1/%2-%3.png"_s.arg(m_folder, name, m_suffix));
    }

    ui::Theme &m_theme;
    QString m_folder;
    QString m_suffix;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    application.setApplicationName(u"oms-billing"_s);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2)
        return 2;
    QDir().mkpath(arguments.at(1));
    const bool isRtl = arguments.contains(u"--rtl"_s);
    if (isRtl)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const bool isSmall = arguments.contains(u"--small"_s);
    const QSize size = isSmall ? QSize(1280, 720) : QSize(1440, 900);
    ui::Theme theme;
    theme.install(application);
    for (const bool isDark : {false, true}) {
        theme.setMode(isDark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
        const QString suffix = QString(isDark ? u"dark"_s : u"light"_s)
            + (isRtl ? u"-rtl"_s : u""_s) + (isSmall ? u"-small"_s : u""_s);
        Gallery(theme, arguments.at(1), suffix).take(size);
    }
    return 0;
}
