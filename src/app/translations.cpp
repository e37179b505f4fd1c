// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace app {

void installTranslations(QCoreApplication &application, const QString &chosen)
{
    if (!chosen.isEmpty())
        QLocale::setDefault(QLocale(chosen));
    const QLocale locale;
    auto *qtOwn = new QTranslator(&application);
    if (qtOwn->load(locale, u"qtbase"_s, u"_"_s,
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtOwn);
    auto *own = new QTranslator(&application);
    if (own->load(locale, u"oms-billing"_s, u"_"_s, u":/i18n"_s)
        || own->load(u":/i18n/oms-billing_en.qm"_s))
        QCoreApplication::installTranslator(own);
}

} // namespace app
