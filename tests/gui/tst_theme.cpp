// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/theme/icon.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using ui::Role;
using ui::StatusColor;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

/// WCAG 2.
double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

QColor middleOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    QColor strongest;
    int alpha = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            if (at.alpha() > alpha) {
                alpha = at.alpha();
                strongest = at;
            }
        }
    }
    return strongest;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init() { m_theme.setMode(ui::Theme::Mode::Light); }

    void textsCanBeRead_data()
    {
        QTest::addColumn<Role>("text");
        QTest::addColumn<Role>("ground");
        QTest::addColumn<bool>("isDark");
        const std::pair<Role, const char *> texts[] = {{Role::Text, "text"},
                                                       {Role::Text2, "secondary text"},
                                                       {Role::Text3, "hints"},
                                                       {Role::Accent, "links"}};
        const std::pair<Role, const char *> grounds[] = {
            {Role::Window, "window"}, {Role::Base, "base"},          {Role::Sunken, "sunken"},
            {Role::Raised, "raised"}, {Role::CurrentRow, "current"}, {Role::SelectedRow, "ticked"},
            {Role::Hover, "hover"},   {Role::FilterChip, "chip"},    {Role::FieldFill, "field"}};
        for (const bool isDark : {false, true}) {
            for (const auto &[text, name] : texts) {
                for (const auto &[ground, where] : grounds)
                    QTest::addRow("%s on %s in %s", name, where, isDark ? "dark" : "light")
                        << text << ground << isDark;
            }
        }
        QTest::newRow("a primary button's words") << Role::OnFill << Role::Fill << false;
        QTest::newRow("a primary button's words in dark") << Role::OnFill << Role::Fill << true;
        QTest::newRow("a danger button's words") << Role::OnDanger << Role::Danger << false;
        QTest::newRow("a danger button's words in dark") << Role::OnDanger << Role::Danger << true;
    }
    void textsCanBeRead()
    {
        QFETCH(Role, text);
        QFETCH(Role, ground);
        QFETCH(bool, isDark);
        QVERIFY(contrast(ui::paletteColor(text, isDark), ui::paletteColor(ground, isDark)) >= 4.5);
    }

    void statesCanBeRead_data()
    {
        QTest::addColumn<StatusColor>("status");
        QTest::addColumn<bool>("isDark");
        const std::pair<StatusColor, const char *> all[] = {{StatusColor::Green, "green"},
                                                            {StatusColor::Blue, "blue"},
                                                            {StatusColor::Amber, "amber"},
                                                            {StatusColor::Red, "red"},
                                                            {StatusColor::Grey, "grey"}};
        for (const auto &[status, name] : all) {
            QTest::addRow("%s in light", name) << status << false;
            QTest::addRow("%s in dark", name) << status << true;
        }
    }
    void statesCanBeRead()
    {
        QFETCH(StatusColor, status);
        QFETCH(bool, isDark);
        const ui::StatusTones tones = ui::paletteStatus(status, isDark);
        const QColor base = ui::paletteColor(Role::Base, isDark);
        const QColor ticked = ui::paletteColor(Role::SelectedRow, isDark);
        for (const QColor &ground : {tones.fill, tones.wash, base, ticked})
            QVERIFY(contrast(tones.word, ground) >= 4.5);
        QVERIFY(contrast(tones.icon, base) >= 3.0);
        QVERIFY(contrast(tones.icon, tones.fill) >= 2.9);
    }

    void fieldOutlinesCanBeSeen()
    {
        for (const bool isDark : {false, true}) {
            for (const Role ground : {Role::Base, Role::Raised, Role::Window})
                QVERIFY(contrast(ui::paletteColor(Role::Field, isDark),
                                 ui::paletteColor(ground, isDark))
                        >= 3.0);
        }
    }

    void switchingTakesTheWholeApplicationAlong()
    {
        QSignalSpy changed(&m_theme, &ui::Theme::changed);
        const QIcon bell = ui::icon(m_theme, "bell"_L1, Role::Text);
        const QColor before = middleOf(bell.pixmap(32));
        m_theme.setMode(ui::Theme::Mode::Dark);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(qApp->palette().color(QPalette::Base), m_theme.color(Role::Base));
        const QColor after = middleOf(bell.pixmap(32));
        QVERIFY2(after.lightness() > before.lightness() + 100, "the same icon follows");
    }

    void darkIsOneWeightLighter()
    {
        QCOMPARE(m_theme.font(ui::TextSize::Body, ui::Weight::Strong).weight(), QFont::DemiBold);
        QCOMPARE(m_theme.font(ui::TextSize::Body, ui::Weight::Medium).weight(), QFont::Medium);
        m_theme.setMode(ui::Theme::Mode::Dark);
        QCOMPARE(m_theme.font(ui::TextSize::Body, ui::Weight::Strong).weight(), QFont::Medium);
        QCOMPARE(m_theme.font(ui::TextSize::Body, ui::Weight::Medium).weight(), QFont::Normal);
    }

    void textCanGrow()
    {
        m_theme.setTextScale(1.5);
        QCOMPARE(m_theme.font(ui::TextSize::Figure).pixelSize(), 36);
        QCOMPARE(qApp->font().pixelSize(), 20);
        m_theme.setTextScale(1.0);
        QCOMPARE(qApp->font().pixelSize(), 13);
    }

    void everyIconOfAnActionExists()
    {
        for (const ui::ActionRow &row : ui::actionTable()) {
            if (!row.icon.isEmpty())
                QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(row.icon)), row.objectName);
        }
    }

    void everyIconOfAStateExists_data()
    {
        QTest::addColumn<QString>("wire");
        for (const char *wire : {"active", "trialing", "past_due", "unpaid", "canceled", "paused",
                                 "suspended", "draft", "open", "overdue", "retrying", "failed",
                                 "paid", "void", "uncollectible", "waiting", "dead", "new one"})
            QTest::newRow(wire) << QString::fromLatin1(wire);
    }
    void everyIconOfAStateExists()
    {
        QFETCH(QString, wire);
        QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(models::statusFace(wire).icon)));
    }

    void arrowsTurnWithTheReadingDirectionAndClocksDoNot()
    {
        const QColor ink = m_theme.color(Role::Text);
        const QImage arrow = ui::iconPixmap("arrow-right"_L1, ink, 16, 2, false).toImage();
        const QImage turned = ui::iconPixmap("arrow-right"_L1, ink, 16, 2, true).toImage();
        const QImage back = turned.mirrored(true, false);
        QVERIFY(turned != arrow);
        for (int x = 0; x < arrow.width(); ++x) // apart from how edges are smoothed
            QVERIFY(std::abs(back.pixelColor(x, 16).alpha() - arrow.pixelColor(x, 16).alpha())
                    < 64);
        QVERIFY(ui::isDirectional("chevron-right"_L1));
        QVERIFY(!ui::isDirectional("clock"_L1));
        QVERIFY(!ui::isDirectional("check"_L1));
    }

    void buttonsHaveTheirHeights_data()
    {
        QTest::addColumn<ui::ButtonKind>("kind");
        QTest::newRow("plain") << ui::ButtonKind::Plain;
        QTest::newRow("primary") << ui::ButtonKind::Primary;
        QTest::newRow("danger") << ui::ButtonKind::Danger;
        QTest::newRow("ghost") << ui::ButtonKind::Ghost;
        QTest::newRow("link") << ui::ButtonKind::Link;
    }
    void buttonsHaveTheirHeights()
    {
        QFETCH(ui::ButtonKind, kind);
        const std::unique_ptr<QPushButton> button(ui::makeButton(m_theme, u"Go on"_s, kind));
        QCOMPARE(button->sizeHint().height(), 28);
        ui::setSmall(button.get());
        QCOMPARE(button->sizeHint().height(), 24);
    }

    void aPrimaryButtonIsFilledAndAPlainOneIsNot()
    {
        const std::unique_ptr<QPushButton> primary(
            ui::makeButton(m_theme, u"Go on"_s, ui::ButtonKind::Primary));
        const std::unique_ptr<QPushButton> plain(ui::makeButton(m_theme, u"Go on"_s));
        primary->resize(primary->sizeHint());
        plain->resize(plain->sizeHint());
        const QPoint inside(6, 14);
        QCOMPARE(primary->grab().toImage().pixelColor(inside), m_theme.color(Role::Fill));
        QCOMPARE(plain->grab().toImage().pixelColor(inside), m_theme.color(Role::Base));
    }

    void anInvalidFieldHasARedOutline()
    {
        QLineEdit field;
        field.resize(120, field.sizeHint().height());
        QCOMPARE(field.sizeHint().height(), 34);
        const QPoint onLine(60, 2);
        QCOMPARE(field.grab().toImage().pixelColor(onLine), m_theme.color(Role::Field));
        ui::setInvalid(&field, true);
        QCOMPARE(field.grab().toImage().pixelColor(onLine), m_theme.status(StatusColor::Red).icon);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
