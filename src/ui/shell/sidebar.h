// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QAbstractButton>

#include <optional>

class QSpacerItem;
class QVBoxLayout;

namespace ui {

class NavItem;

/// A number beside a page's name. With a tone it means work; without one it is a mere size.
struct NavCount
{
    qint64 number = 0;
    std::optional<StatusColor> tone;
};

/// The navigation: pages in groups, tasks and settings below, who is signed in at the bottom.
/// Narrow it shows icons only; counts become a dot, and a part of tooltip and name.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(const Theme &theme, QWidget *parent = nullptr);
    void addPage(const PageFace &face);
    void setCurrent(const QString &page);
    void setCount(const QString &page, std::optional<NavCount> count);
    void setNarrow(bool isNarrow);
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }
    void setUser(const QString &name, const QString &role);
    /// What runs in the background: "Export invoices · 2 min left"; empty for nothing.
    void setTask(const QString &text, double share);

Q_SIGNALS:
    void pageChosen(const QString &page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] NavItem *item(const QString &page) const;
    void paintUser(QPainter &painter) const;
    void paintTask(QPainter &painter) const;

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<NavItem *> m_items;
    QSpacerItem *m_taskSpace = nullptr;
    int m_lastGroup = 0;
    bool m_isNarrow = false;
    QString m_userName;
    QString m_userRole;
    QString m_task;
    double m_taskShare = 0;
};

/// One entry of the navigation.
class NavItem : public QAbstractButton
{
    Q_OBJECT

public:
    NavItem(const Theme &theme, const PageFace &face);
    [[nodiscard]] const QString &page() const { return m_face.id; }
    void setCount(std::optional<NavCount> count);
    /// Not a checked state: a screen reader's "toggle" would turn it without going there.
    void setCurrent(bool isCurrent);
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }
    void setNarrow(bool isNarrow);
    [[nodiscard]] QSize sizeHint() const override { return {40, 30}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rename();
    void paintCount(QPainter &painter, const QRectF &rect) const;

    const Theme &m_theme;
    PageFace m_face;
    bool m_isCurrent = false;
    std::optional<NavCount> m_count;
    bool m_isNarrow = false;
};

} // namespace ui
