// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// One of a few choices below each other, each with a line that says what it means.
class ChoiceList : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceList(const Theme &theme, QWidget *parent = nullptr);
    void addChoice(const QString &id, const QString &title, const QString &detail);
    void setWords(const QString &id, const QString &title, const QString &detail);
    /// A choice that cannot be made says why in its tooltip and description.
    void forbid(const QString &id, const QString &reason);
    [[nodiscard]] QString current() const;
    void setCurrent(const QString &id);

Q_SIGNALS:
    void currentChanged(const QString &id);

private:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace ui
