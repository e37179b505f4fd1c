// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// The compiled languages are inside the program, under the names it looks for.
class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundByLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("language");
        QTest::newRow("German of Germany") << QLocale(u"de_DE"_s) << u"de"_s;
        QTest::newRow("German of Switzerland") << QLocale(u"de_CH"_s) << u"de"_s;
        QTest::newRow("English of Ireland") << QLocale(u"en_IE"_s) << u"en"_s;
    }

    void isFoundByLocale()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(locale, u"oms-billing"_s, u"_"_s, u":/i18n"_s));
        QVERIFY2(translator.language().startsWith(language), qPrintable(translator.language()));
    }

    void languageWithoutATranslationIsNotFound()
    {
        QTranslator translator;
        QVERIFY(!translator.load(QLocale(u"is_IS"_s), u"oms-billing"_s, u"_"_s, u":/i18n"_s));
    }
};

QTEST_GUILESS_MAIN(LanguagesTest)
#include "tst_languages.moc"
