// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/thememode.h"

using namespace Qt::StringLiterals;

namespace ui {

QString toText(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::Light:
        return u"light"_s;
    case Theme::Mode::Dark:
        return u"dark"_s;
    case Theme::Mode::System:
        return u"system"_s;
    }
    return {};
}

Theme::Mode themeModeFromText(const QString &text)
{
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::System}) {
        if (toText(mode) == text)
            return mode;
    }
    return Theme::Mode::Light;
}

} // namespace ui
