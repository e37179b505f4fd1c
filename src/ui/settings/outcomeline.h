// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLatin1StringView>
#include <QWidget>

namespace ui {

inline const QString outcomeName = QStringLiteral("settingOutcome");

class IconLabel;
class Paragraph;

/// How a test came out: icon and sentence in the status' colour. Hidden while it has nothing.
class OutcomeLine : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeLine(const Theme &theme, QWidget *parent = nullptr);
    void show(StatusColor status, const QString &text); ///< An empty text hides it.
    void clear() { show(StatusColor::Grey, {}); }
    [[nodiscard]] QString text() const;
    /// It says how the test came out, not that it runs.
    [[nodiscard]] bool hasOutcome() const { return m_hasOutcome; }

private:
    IconLabel *m_icon;
    Paragraph *m_text;
    bool m_hasOutcome = false;
};

} // namespace ui
