// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ui {

class CopyableId;
class Paragraph;
class TextLabel;

/// What stands where data should: what it is, why, and the next step as a button. The icon's top
/// is 150 px below the header in every state, so that states do not jump.
/// `pane->showEmpty(tr("No tenant matches"), tr("412 tenants …"));
///  pane->addButton(tr("Clear filters"), ButtonKind::Primary, this, &X::clear);`
class StatePane : public QWidget
{
    Q_OBJECT

public:
    explicit StatePane(const Theme &theme, QWidget *parent = nullptr);

    /// Each of these also removes the buttons of the state before.
    void showEmpty(const QString &title, const QString &text);
    void showNothingFound(const QString &title, const QString &text);
    /// The technical line below can be copied; it never holds secrets.
    void showError(const QString &title, const core::Error &error);
    void showForbidden(const QString &title, const QString &text);

    QPushButton *addButton(const QString &text, bool isPrimary = false);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void present(QLatin1StringView icon, std::optional<StatusColor> status, const QString &title,
                 const QString &text);

    const Theme &m_theme;
    QLatin1StringView m_icon;
    std::optional<StatusColor> m_status;
    TextLabel *m_title;
    Paragraph *m_text;
    QHBoxLayout *m_buttons;
    CopyableId *m_detail;
};

} // namespace ui
