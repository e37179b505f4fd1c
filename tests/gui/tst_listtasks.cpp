// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "errorpictures.h"
#include "overviewdesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/gotorowdialog.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using models::ListTableModel;
using ui::ActionId;

/// The whole window on a real database: what is copied and exported of a list, and going to a row.
class ListTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theCurrentRowIsCopied();
    void theCopyHasTheColumnsThatAreShown();
    void tickedRowsAreCopiedInTheOrderOfTheList();
    void tickedRowsAreCopiedWhateverTheyHaveBecome();
    void allButTheUntickedAreCopied();
    void withoutARowNothingIsCopied();
    void aRowThatIsGoneLeavesTheClipboard();
    void aLastingCopyIsShownAndStopped();
    void aLastingCopyGoesOnInTheBackground();
    void theTickedRowsAreExported();
    void allRowsAreExportedAllTheSame();
    void withoutTicksTheListIsExportedAtOnce();
    void controlGGoesToARow();
    void onlyListsHaveRowsToGoToAndCopy();
    void theMenuOfARowCopiesIt();
    void theDialogsSpeak();

private:
    [[nodiscard]] ui::ListPage &page() const
    {
        return *qobject_cast<ui::ListPage *>(m_window->page(u"invoices"_s));
    }
    [[nodiscard]] ListTableModel &model() const { return page().model(); }
    void sortByNumber() const;
    void tick(int row) const
    {
        QVERIFY(model().setData(model().index(row, 0), 2, Qt::CheckStateRole));
    }
    [[nodiscard]] QString numberAt(int row) const
    {
        return model().index(row, 0).data(Qt::DisplayRole).toString();
    }
    void pressCopy() const { QTest::keyClick(&page().list(), Qt::Key_C, Qt::ControlModifier); }
    [[nodiscard]] static QStringList copiedLines()
    {
        return QApplication::clipboard()->text().split(u'\n');
    }
    /// The first cells of what was copied, without the title.
    [[nodiscard]] static QStringList copiedNumbers();
    [[nodiscard]] QStringList toasts() const;
    template <typename Dialog = QDialog>
    [[nodiscard]] Dialog *dialog(const QString &name) const
    {
        return m_window->findChild<Dialog *>(name);
    }
    void press(const QString &button) const;
    /// Chooses the file and gives its lines, when the export has been written.
    [[nodiscard]] QStringList exportedLines(const QString &path) const;
    [[nodiscard]] ui::GoToRowDialog *openGoToRow() const;

    ui::Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<OverviewDesk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
};

namespace {
constexpr auto unchanged = "what was copied before"_L1;
constexpr int invoices = 53;
} // namespace

/// With the words for one and for many.
void ListTasksTest::initTestCase()
{
    m_theme.install(*qApp);
    auto *english = new QTranslator(this);
    QVERIFY(english->load(QLocale(u"en"_s), u"oms-billing"_s, u"_"_s, u":/i18n"_s));
    QVERIFY(QCoreApplication::installTranslator(english));
}

void ListTasksTest::init()
{
    m_desk = std::make_unique<OverviewDesk>(m_theme, OverviewDesk::Rows::Year);
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_desk->actions(), m_desk->viewState());
    ui::addPages(*m_window, m_desk->context());
    m_window->resize(1440, 900);
    m_window->show();
    m_window->goTo({u"invoices"_s, {}});
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(model().isCounted());
    sortByNumber();
    QCOMPARE(model().rowCount(), invoices);
    page().list().setFocus();
    QApplication::clipboard()->setText(unchanged);
}

void ListTasksTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void ListTasksTest::sortByNumber() const
{
    model().sortBy(0, false);
    QTRY_VERIFY(model().state() == ListTableModel::State::Ready && model().isCounted());
    QTRY_VERIFY(numberAt(0) < numberAt(1));
}

QStringList ListTasksTest::copiedNumbers()
{
    QStringList numbers;
    for (const QString &line : copiedLines().mid(1))
        numbers += line.section(u'\t', 0, 0);
    return numbers;
}

QStringList ListTasksTest::toasts() const
{
    QStringList texts;
    for (const QObject *card : m_window->toasts().children()) {
        if (const auto *widget = qobject_cast<const QWidget *>(card); widget && widget->isVisible())
            texts += widget->accessibleName() + u": "_s + widget->accessibleDescription();
    }
    return texts;
}

void ListTasksTest::press(const QString &button) const
{
    auto *pressed = m_window->findChild<QPushButton *>(button);
    QVERIFY2(pressed, qPrintable(button));
    pressed->click();
}

void ListTasksTest::theCurrentRowIsCopied()
{
    page().list().setCurrentId(model().idAt(3));
    pressCopy();
    QTRY_COMPARE(toasts(),
                 QStringList{u"Copied 1 row: Ready to be pasted into a spreadsheet or a mail."_s});
    QCOMPARE(copiedLines().size(), 2);
    QCOMPARE(copiedNumbers(), QStringList{numberAt(3)});
}

void ListTasksTest::theCopyHasTheColumnsThatAreShown()
{
    QHeaderView *header = page().list().horizontalHeader();
    const int total = core::columnIndex(core::ListId::Invoices, "total"_L1);
    const int status = core::columnIndex(core::ListId::Invoices, "status"_L1);
    const int tenant = core::columnIndex(core::ListId::Invoices, "tenant"_L1);
    for (int column = 0; column < header->count(); ++column)
        header->setSectionHidden(
            column, column != 0 && column != total && column != status && column != tenant);
    header->moveSection(header->visualIndex(total), 1);
    page().list().setCurrentId(model().idAt(0));
    pressCopy();
    QTRY_COMPARE(copiedLines().size(), 2);
    QCOMPARE(copiedLines().constFirst(), u"Number\tTotal\tTotal (currency)\tTenant\tStatus"_s);
    const QString row = m_desk->sql(
        "SELECT concat_ws(E'\\t', i.number, to_char(i.total / 100.0, 'FM999999990.00'), 'EUR',"
        " t.name, 'paid') FROM stripe_invoices i JOIN tenants t ON t.id = i.tenant_id"
        " WHERE i.number = '"
        + numberAt(0).toUtf8() + "'");
    QCOMPARE(copiedLines().constLast(), row);
}

void ListTasksTest::tickedRowsAreCopiedInTheOrderOfTheList()
{
    page().list().setCurrentId(model().idAt(1)); // is not ticked, so not meant
    for (const int row : {7, 2, 5})
        tick(row);
    pressCopy();
    QTRY_COMPARE(toasts(),
                 QStringList{u"Copied 3 rows: Ready to be pasted into a spreadsheet or a mail."_s});
    QCOMPARE(copiedNumbers(), QStringList({numberAt(2), numberAt(5), numberAt(7)}));
    keepPicture(*m_window, m_theme, u"copied-rows"_s);
}

/// An invoice that was ticked and then paid is still the one that was ticked.
void ListTasksTest::tickedRowsAreCopiedWhateverTheyHaveBecome()
{
    page().showView(page().views().indexOf(u"open"_s));
    QTRY_VERIFY(model().isCounted() && model().rowCount() == 5);
    tick(0);
    tick(1);
    const QStringList ticked{numberAt(0), numberAt(1)};
    m_desk->rows().run("UPDATE stripe_invoices SET status = 'paid' WHERE status = 'open'");
    pressCopy();
    QTRY_COMPARE(toasts(),
                 QStringList{u"Copied 2 rows: Ready to be pasted into a spreadsheet or a mail."_s});
    QCOMPARE(copiedNumbers(), ticked);
}

void ListTasksTest::allButTheUntickedAreCopied()
{
    QTest::keyClick(&page().list(), Qt::Key_A, Qt::ControlModifier);
    for (const int row : {0, 4})
        QVERIFY(model().setData(model().index(row, 0), 0, Qt::CheckStateRole));
    pressCopy();
    QTRY_COMPARE(
        toasts(),
        QStringList{u"Copied 51 rows: Ready to be pasted into a spreadsheet or a mail."_s});
    const QStringList numbers = copiedNumbers();
    QCOMPARE(numbers.size(), 51);
    QVERIFY(!numbers.contains(numberAt(0)) && !numbers.contains(numberAt(4)));
    QCOMPARE(numbers.constFirst(), numberAt(1));
    QVERIFY(std::ranges::is_sorted(numbers));
}

void ListTasksTest::withoutARowNothingIsCopied()
{
    page().list().clearCurrent();
    pressCopy();
    QTRY_COMPARE(toasts(), QStringList{u"Nothing was copied: Choose a row or tick some first."_s});
    QCOMPARE(QApplication::clipboard()->text(), unchanged);
}

void ListTasksTest::aRowThatIsGoneLeavesTheClipboard()
{
    page().list().setCurrentId(model().idAt(2));
    m_desk->rows().run("DELETE FROM stripe_invoices WHERE number = '" + numberAt(2).toUtf8() + "'");
    pressCopy();
    QTRY_COMPARE(toasts(), QStringList{u"Nothing was copied: These rows do not exist any more."_s});
    QCOMPARE(QApplication::clipboard()->text(), unchanged);
}

void ListTasksTest::aLastingCopyIsShownAndStopped()
{
    tick(0);
    m_desk->rows().run("BEGIN");
    m_desk->rows().run("LOCK TABLE stripe_invoices IN ACCESS EXCLUSIVE MODE");
    pressCopy();
    QTRY_VERIFY(dialog(u"listTaskDialog"_s));
    QCOMPARE(dialog(u"listTaskDialog"_s)->windowTitle(), u"Copy rows"_s);
    QCOMPARE(namelessControls(dialog(u"listTaskDialog"_s)).join(u'\n'), QString());
    keepPicture(*dialog(u"listTaskDialog"_s), m_theme, u"copying-rows"_s);
    press(u"stopTask"_s);
    QTRY_VERIFY(!dialog(u"listTaskDialog"_s));
    m_desk->rows().run("ROLLBACK");
    QCOMPARE(toasts(), QStringList());
    QCOMPARE(QApplication::clipboard()->text(), unchanged);
    m_window->activateWindow(); // what a window manager does
    QTRY_VERIFY(page().list().hasFocus());
    pressCopy(); // nothing of it is left in the way of the next
    QTRY_COMPARE(toasts(),
                 QStringList{u"Copied 1 row: Ready to be pasted into a spreadsheet or a mail."_s});
}

void ListTasksTest::aLastingCopyGoesOnInTheBackground()
{
    tick(0);
    m_desk->rows().run("BEGIN");
    m_desk->rows().run("LOCK TABLE stripe_invoices IN ACCESS EXCLUSIVE MODE");
    pressCopy();
    QTRY_VERIFY(dialog(u"listTaskDialog"_s));
    press(u"leaveTask"_s);
    QTRY_VERIFY(!dialog(u"listTaskDialog"_s));
    m_desk->rows().run("ROLLBACK");
    QTRY_COMPARE(toasts(),
                 QStringList{u"Copied 1 row: Ready to be pasted into a spreadsheet or a mail."_s});
    QCOMPARE(copiedNumbers(), QStringList{numberAt(0)});
}

QStringList ListTasksTest::exportedLines(const QString &path) const
{
    if (!QTest::qWaitFor([this] { return m_window->findChild<QFileDialog *>() != nullptr; }))
        return {};
    auto *chooser = m_window->findChild<QFileDialog *>();
    chooser->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
    static_cast<QDialog *>(chooser)->accept();
    if (!QTest::qWaitFor([this] { return toasts().size() == 1; }))
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        ? QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts)
        : QStringList();
}

void ListTasksTest::theTickedRowsAreExported()
{
    tick(6);
    tick(1);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog(u"exportRowsDialog"_s));
    const auto options = dialog(u"exportRowsDialog"_s)->findChildren<ui::OptionCard *>();
    QCOMPARE(options.at(0)->text(), u"The 2 ticked rows"_s);
    QCOMPARE(options.at(1)->text(), u"All 53 rows"_s);
    QVERIFY(options.at(0)->isChecked());
    QCOMPARE(namelessControls(dialog(u"exportRowsDialog"_s)).join(u'\n'), QString());
    press(u"exportRowsNext"_s);
    const QStringList lines = exportedLines(m_folder.filePath(u"ticked.csv"_s));
    QCOMPARE(toasts(), QStringList{u"Export finished: 2 rows in ticked.csv"_s});
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(1).section(u',', 0, 0), numberAt(1));
    QCOMPARE(lines.at(2).section(u',', 0, 0), numberAt(6));
}

void ListTasksTest::allRowsAreExportedAllTheSame()
{
    QTest::keyClick(&page().list(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(model().setData(model().index(3, 0), 0, Qt::CheckStateRole));
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(dialog(u"exportRowsDialog"_s));
    const auto options = dialog(u"exportRowsDialog"_s)->findChildren<ui::OptionCard *>();
    QCOMPARE(options.at(0)->text(), u"The 52 ticked rows"_s);
    options.at(1)->click();
    press(u"exportRowsNext"_s);
    const QStringList lines = exportedLines(m_folder.filePath(u"all.csv"_s));
    QCOMPARE(lines.size(), invoices + 1);
    QCOMPARE(lines.at(4).section(u',', 0, 0), numberAt(3));
}

void ListTasksTest::withoutTicksTheListIsExportedAtOnce()
{
    QHeaderView *header = page().list().horizontalHeader();
    for (int column = 2; column < header->count(); ++column)
        header->setSectionHidden(column, true);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!dialog(u"exportRowsDialog"_s));
    const QStringList lines = exportedLines(m_folder.filePath(u"list.csv"_s));
    QCOMPARE(lines.size(), invoices + 1);
    QCOMPARE(lines.constFirst(), u"Number,Tenant"_s);
}

ui::GoToRowDialog *ListTasksTest::openGoToRow() const
{
    QTest::keyClick(&page().list(), Qt::Key_G, Qt::ControlModifier);
    return m_window->findChild<ui::GoToRowDialog *>();
}

void ListTasksTest::controlGGoesToARow()
{
    page().list().setCurrentId(model().idAt(2));
    ui::GoToRowDialog *asked = openGoToRow();
    QVERIFY(asked);
    auto *field = asked->findChild<QLineEdit *>(u"rowNumber"_s);
    QCOMPARE(field->text(), u"3"_s);
    field->setText(u"53"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(page().list().currentIndex().row(), 52);
    QTRY_COMPARE(page().shownId(), model().idAt(52));
    QTRY_VERIFY(page().list().hasFocus());
    QTRY_VERIFY(!m_window->findChild<ui::GoToRowDialog *>());
}

void ListTasksTest::onlyListsHaveRowsToGoToAndCopy()
{
    QVERIFY(m_desk->actions()[ActionId::GoToRow]->isEnabled());
    m_window->goTo({u"overview"_s, {}});
    for (const ActionId id : {ActionId::GoToRow, ActionId::CopyRows}) {
        QVERIFY(!m_desk->actions()[id]->isEnabled());
        QCOMPARE(m_desk->actions()[id]->toolTip(), u"Open a list first."_s);
    }
    m_window->goTo({u"tenants"_s, {}});
    QVERIFY(m_desk->actions()[ActionId::CopyRows]->isEnabled());
}

void ListTasksTest::theMenuOfARowCopiesIt()
{
    page().list().setCurrentId(model().idAt(0));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(page().list().viewport(), &asked);
    auto *menu = m_window->findChild<QMenu *>(u"rowMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().constFirst()->text(), u"Copy rows"_s);
    menu->actions().constFirst()->trigger();
    QTRY_COMPARE(copiedNumbers(), QStringList{numberAt(0)});
}

void ListTasksTest::theDialogsSpeak()
{
    ui::GoToRowDialog *asked = openGoToRow();
    QVERIFY(asked);
    QCOMPARE(namelessControls(asked).join(u'\n'), QString());
    QCOMPARE(asked->findChild<QLineEdit *>(u"rowNumber"_s)->accessibleName(), u"Row number"_s);
    QCOMPARE(asked->accessibleName(), u"Go to row"_s);
}

QTEST_MAIN(ListTasksTest)
#include "tst_listtasks.moc"
