// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRadioButton>

class QHBoxLayout;

namespace ui {

/// One of a few choices side by side, each a title and a line below it. Radio buttons to keyboard
/// and screen reader.
class OptionCards : public QWidget
{
    Q_OBJECT

public:
    explicit OptionCards(const Theme &theme, QWidget *parent = nullptr);
    void addOption(const QString &id, const QString &title, const QString &detail);
    void clear();
    [[nodiscard]] QString current() const; ///< Empty: nothing chosen yet.
    void setCurrent(const QString &id);
    void setDetail(const QString &id, const QString &detail);

Q_SIGNALS:
    void currentChanged(const QString &id);

private:
    const Theme &m_theme;
    QHBoxLayout *m_layout;
};

/// One card of OptionCards.
class OptionCard : public QRadioButton
{
    Q_OBJECT

public:
    OptionCard(const Theme &theme, const QString &id, const QString &title, const QString &detail);
    [[nodiscard]] const QString &id() const { return m_id; }
    void setDetail(const QString &detail);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &at) const override;

private:
    const Theme &m_theme;
    QString m_id;
    QString m_detail;
};

} // namespace ui
