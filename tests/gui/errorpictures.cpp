// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorpictures.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QTranslator>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

QString language()
{
    return qEnvironmentVariable("OMS_LANGUAGE", u"en"_s);
}

} // namespace

void keepPicture(QWidget &window, ui::Theme &theme, const QString &name)
{
    const QString folder = qEnvironmentVariable("OMS_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const ui::Theme::Mode mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::Light}) {
        theme.setMode(mode);
        QCoreApplication::processEvents(); // palettes arrive by events
        window.grab().save(u"%1/%2-%3-%4.png"_s.arg(
            folder, name, language(), mode == ui::Theme::Mode::Dark ? u"dark"_s : u"light"_s));
    }
}

void useLanguage()
{
    auto *translator = new QTranslator(qApp);
    if (!isEnglish()
        && translator->load(QLocale(language()), u"oms-billing"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(translator);
}

bool isEnglish()
{
    return language() == "en"_L1;
}
