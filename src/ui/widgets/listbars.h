// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"
#include "ui/widgets/pane.h"

class QAction;
class QHBoxLayout;

namespace ui {

class TextLabel;

/// Above the footer while rows are ticked: how many, their sums, what can be done with them.
class SelectionBar : public Pane
{
    Q_OBJECT

public:
    explicit SelectionBar(const Theme &theme, QWidget *parent = nullptr);
    /// Danger last.
    void addAction(QAction *action, bool isDangerous = false);
    void setSelection(qint64 count, const QList<core::Money> &sums, const QString &summedTitle);

Q_SIGNALS:
    void clearRequested();

private:
    const Theme &m_theme;
    TextLabel *m_count;
    TextLabel *m_sums;
    QHBoxLayout *m_actions;
};

/// Below a list: how many rows the filter lets through, and their sums per currency.
class ListFooter : public Pane
{
    Q_OBJECT

public:
    explicit ListFooter(const Theme &theme, QWidget *parent = nullptr);
    void setText(const QString &text); ///< "412 tenants", "Not loaded"
    /// As many as fit; the rest as "+ 7 more" with all of them in the tooltip.
    void setSums(const QString &title, const QList<core::Money> &sums);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double sumWidth(const core::Money &sum) const;

    const Theme &m_theme;
    TextLabel *m_text;
    QString m_title;
    QList<core::Money> m_sums;
};

/// Over a list whose data is from before: since when, and a way to try now.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);
    void showText(const QString &text, const QString &action);

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextLabel *m_text;
    class LinkLabel *m_link;
};

} // namespace ui
