// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogdriver.h"
#include "ui/operations/cancelsubscriptiondialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/operations/formscroll.h"
#include "ui/operations/newsubscriptiondialog.h"
#include "ui/operations/provisiondialog.h"
#include "ui/operations/searchcombo.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/shade.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>
#include <QTranslator>

#include <cmath>

using namespace Qt::StringLiterals;
using Phase = ui::OperationDialog::Phase;

namespace {

/// Every text 40 % longer than in English, as German may be.
class LongWords final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *meaning,
                                    int) const override
    {
        static const QRegularExpression word(u"[a-zA-Z]{3}"_s);
        if (QByteArrayView(meaning) == "plan tier" || !QString::fromUtf8(source).contains(word))
            return {}; // names, and what only joins others, stay as they are
        const QString text = QString::fromUtf8(source);
        const auto more = static_cast<qsizetype>(std::ceil(static_cast<double>(text.size()) * 0.4));
        return text.size() < 4 ? text : text + u' ' + QString(more, u'ü').replace(7, 1, u" "_s);
    }
};

/// Texts that do not fit where they stand.
QStringList clippedTexts(const QWidget *dialog)
{
    QStringList clipped;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const bool isParagraph = qobject_cast<const ui::Paragraph *>(label);
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        if (isParagraph ? label->heightForWidth(label->width()) > label->height()
                        : !label->wordWrap() && label->sizeHint().width() > label->width() + 1)
            clipped.append(label->text());
    }
    const auto buttons = dialog->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && button->sizeHint().width() > button->width() + 1)
            clipped.append(button->text());
    }
    const auto rows = dialog->findChildren<ui::FieldRow *>();
    for (const ui::FieldRow *row : rows) {
        if (row->isVisible() && row->height() < row->heightForWidth(row->width()))
            clipped.append(row->errorText());
    }
    return clipped;
}

} // namespace

/// Every dialog in its main states: nothing is cut off, all of it lies in the window, in both
/// themes, in a longer language and from right to left. OMS_PICTURES=<folder> keeps the pictures.
class DialogsPicturesTest : public QObject, private DialogDriver
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void provision_data() { modes(); }
    void provision();
    void changePlan_data() { modes(); }
    void changePlan();
    void newSubscription_data() { modes(); }
    void newSubscription();
    void cancel_data() { modes(); }
    void cancel();

private:
    static void modes();
    void prepare();
    void write(const char *field, const QString &text) const
    {
        find<QLineEdit>(field)->setText(text);
    }
    void look(const QString &state);

    LongWords m_longWords;
    ui::ProvisionDraft m_draft;
    QUuid m_tenant;
    QString m_subscription;
};

void DialogsPicturesTest::modes()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isLong");
    QTest::addColumn<bool>("isMirrored");
    QTest::newRow("light") << false << false << false;
    QTest::newRow("dark") << true << false << false;
    QTest::newRow("long words") << false << true << false;
    QTest::newRow("from right to left") << false << false << true;
}

void DialogsPicturesTest::init()
{
    sitDown();
    m_tenant = m_desk->addTenant(u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG"_s,
                                 u"buchhaltung@hoeflinger.example"_s, u"professional"_s);
    m_subscription = m_desk->addSubscription(m_tenant, u"professional"_s,
                                             QDateTime::currentDateTimeUtc().addDays(12));
    m_desk->addUsage(m_tenant, 4200);
    m_desk->addOpenInvoice(m_tenant, u"OMS-2026-05102"_s, 3451);
    m_draft = {};
}

void DialogsPicturesTest::cleanup()
{
    standUp();
    QCoreApplication::removeTranslator(&m_longWords);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    m_theme.setMode(ui::Theme::Mode::Light);
}

void DialogsPicturesTest::prepare()
{
    QFETCH(bool, isDark);
    QFETCH(bool, isLong);
    QFETCH(bool, isMirrored);
    m_theme.setMode(isDark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    if (isLong)
        QCoreApplication::installTranslator(&m_longWords);
    QApplication::setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
}

void DialogsPicturesTest::look(const QString &state)
{
    for (int turn = 0; turn < 4; ++turn) // the layout asks for its turns by events
        QCoreApplication::processEvents();
    QTRY_COMPARE(clippedTexts(m_dialog).join(u" / "_s), QString());
    const auto *fields = m_dialog->findChild<ui::FormScroll *>();
    QVERIFY2(fields->isHidden() || fields->widget()->width() <= fields->viewport()->width(),
             qPrintable(u"%1 is wider than its dialog"_s.arg(state)));
    const QRect card = m_dialog->cardRect().translated(m_dialog->pos());
    const QRect window(m_window->mapToGlobal(QPoint()), m_window->size());
    QVERIFY2(window.contains(card), qPrintable(u"%1 leaves the window"_s.arg(state)));
    const QString folder = qEnvironmentVariable("OMS_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    ui::Shade shade(m_theme, m_window.get());
    QPixmap picture = m_window->grab();
    QPainter painter(&picture);
    painter.drawPixmap(m_dialog->pos() - window.topLeft(), m_dialog->grab());
    painter.end();
    const QString name = QString::fromLatin1(QTest::currentTestFunction()) + u'-' + state + u'-'
        + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'_');
    picture.save(folder + u'/' + name + u".png"_s);
}

void DialogsPicturesTest::provision()
{
    prepare();
    show(new ui::ProvisionDialog(m_theme, m_desk->services(), m_draft, m_window.get()));
    QTRY_COMPARE(find<ui::OptionCard>("basic")->accessibleDescription(), u"29.00 EUR"_s);
    look(u"1-empty"_s);
    press("act");
    look(u"2-errors"_s);
    write("name", u"Süßwaren-Express Lübeck und Umgebung GmbH & Co. KG"_s);
    write("email", u"buchhaltung@hoeflinger.example"_s);
    QTest::keyClick(find<QLineEdit>("email"), Qt::Key_Tab);
    QTRY_VERIFY(find<ui::Paragraph>("emailNote")->isVisible());
    find<ui::OptionCard>("custom")->click();
    QTest::mouseClick(find<ui::LinkLabel>("addAddress"), Qt::LeftButton);
    write("max_orders_per_month", u"about ten"_s);
    press("act");
    look(u"3-custom"_s);
    find<ui::OptionCard>("professional")->click();
    find<ui::TrialChoice>("trial_days")->setDays(14);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->finish(m_desk->send(), {{u"customer_id"_s, u"cus_RdK2pW8sTt41Ux"_s}});
    const core::Operation second = m_desk->send();
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    look(u"4-running"_s);
    m_desk->loseAnswer(second);
    QTRY_VERIFY(find<QWidget>("notice")->isVisible());
    look(u"5-unreachable"_s);
    m_desk->refuse(second,
                   {core::Error::Kind::Invalid,
                    u"The price specified is inactive. This field only accepts active "
                    "prices."_s,
                    {},
                    u"items[0][price]"_s});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    look(u"6-stopped"_s);
    find<ui::SearchCombo>("price_id")->choose(u"price_basic_monthly"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->finish(m_desk->send(), {{u"subscription_id"_s, u"sub_1RdK2pW8sTt41UxQ"_s}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
    look(u"7-done"_s);
}

void DialogsPicturesTest::changePlan()
{
    prepare();
    show(new ui::ChangePlanDialog(m_theme, m_desk->services(), m_tenant, m_window.get()));
    QTRY_VERIFY(find<ui::OptionCard>("professional")->isChecked());
    QTRY_VERIFY(find<ui::OptionCard>("basic")->accessibleDescription().startsWith("29.00"_L1));
    look(u"1-first"_s);
    find<ui::OptionCard>("basic")->click();
    look(u"2-less"_s);
    find<ui::OptionCard>("custom")->click();
    press("act");
    look(u"3-custom"_s);
    find<ui::OptionCard>("enterprise")->click();
    look(u"4-more"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    look(u"5-running"_s);
    const core::Operation sent = m_desk->send();
    m_desk->refuse(sent,
                   {core::Error::Kind::Conflict,
                    u"Somebody else has changed this plan meanwhile. Look at it again."_s,
                    {},
                    {}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    look(u"6-conflict"_s);
    QTest::mouseClick(find<ui::LinkLabel>("noticeLink"), Qt::LeftButton);
    QTRY_COMPARE(m_dialog->phase(), Phase::Editing);
    QTRY_VERIFY(find<QPushButton>("act")->isEnabled());
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->finish(m_desk->send(), {{u"subscription_id"_s, m_subscription}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
    look(u"7-done"_s);
}

void DialogsPicturesTest::newSubscription()
{
    prepare();
    show(new ui::NewSubscriptionDialog(m_theme, m_desk->services(), m_tenant, m_window.get()));
    QTRY_COMPARE(find<QComboBox>("price_id")->count(), 5);
    press("act");
    look(u"1-errors"_s);
    find<ui::SearchCombo>("price_id")->choose(u"price_route_yearly"_s);
    find<QSpinBox>("quantity")->setValue(14);
    find<ui::TrialChoice>("trial_days")->setDays(14);
    look(u"2-filled"_s);
    find<ui::SearchCombo>("price_id")->choose(u"price_api"_s);
    look(u"3-metered"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    m_desk->refuse(m_desk->send(),
                   {core::Error::Kind::Rejected,
                    u"Payment declined: insufficient funds. Ask the customer for "
                    "another card."_s,
                    {},
                    {}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
    look(u"4-stopped"_s);
}

void DialogsPicturesTest::cancel()
{
    prepare();
    show(new ui::CancelSubscriptionDialog(m_theme, m_desk->services(), m_tenant, m_subscription,
                                          m_window.get()));
    QTRY_VERIFY(find<QPushButton>("act")->isEnabled());
    look(u"1-at_the_end"_s);
    find<QRadioButton>("now")->click();
    look(u"2-now"_s);
    write("confirmation", u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG"_s);
    look(u"3-confirmed"_s);
    press("act");
    QTRY_COMPARE(m_dialog->phase(), Phase::Running);
    look(u"4-running"_s);
    m_desk->finish(m_desk->send(), {{u"status"_s, u"canceled"_s}});
    QTRY_COMPARE(m_dialog->phase(), Phase::Done);
    look(u"5-done"_s);
}

QTEST_MAIN(DialogsPicturesTest)
#include "tst_dialogspictures.moc"
