// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/actions.h"
#include "ui/widgets/pane.h"

#include <QAbstractButton>

class QPushButton;

namespace ui {

class Breadcrumb;
class JumpField;

/// The bar over the page: navigation toggle, history, where one is, search, test mode, bell.
class TopBar : public Pane
{
    Q_OBJECT

public:
    TopBar(const Theme &theme, const Actions &actions, QWidget *parent = nullptr);
    void setBreadcrumb(const QStringList &crumbs);
    void setTestMode(bool isTest);
    /// How many messages are unread: a dot, and the number in the name.
    void setUnread(int count);

Q_SIGNALS:
    void crumbChosen(int index);
    void bellPressed();

private:
    Breadcrumb *m_breadcrumb;
    QAbstractButton *m_bell;
    QWidget *m_testChip;
};

/// "Tenants › Renewing in 30 days": the last one is where one is, the others lead back.
class Breadcrumb : public QWidget
{
    Q_OBJECT

public:
    explicit Breadcrumb(const Theme &theme, QWidget *parent = nullptr);
    void setCrumbs(const QStringList &crumbs);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 28}; }

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Crumb;
    [[nodiscard]] QList<QRectF> places() const;

    const Theme &m_theme;
    QStringList m_crumbs;
};

/// Looks like a search field, and opens the jump list.
class JumpField : public QAbstractButton
{
    Q_OBJECT

public:
    JumpField(const Theme &theme, const QString &hint, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {metrics::search, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
