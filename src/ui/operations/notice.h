// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLatin1StringView>
#include <QWidget>

namespace ui {

class IconLabel;
class LinkLabel;
class Paragraph;
class ProgressLine;

/// What a dialog has to say about itself, above its fields: that something runs, stopped or is
/// done.
class Notice : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(const Theme &theme, QWidget *parent = nullptr);

    struct Content
    {
        StatusColor status = StatusColor::Blue;
        QLatin1StringView icon;
        QString title;
        QString text;
        QString link; ///< Empty: no way on.
        bool isRunning = false;
    };
    /// Also told to a screen reader.
    void showContent(const Content &content);
    void clear();
    [[nodiscard]] const QString &title() const { return m_content.title; }
    [[nodiscard]] const QString &text() const { return m_content.text; }

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Content m_content;
    IconLabel *m_icon;
    Paragraph *m_title;
    Paragraph *m_text;
    LinkLabel *m_link;
    ProgressLine *m_progress;
};

} // namespace ui
