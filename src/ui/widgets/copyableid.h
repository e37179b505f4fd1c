// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace ui {

class LinkLabel;

/// An id or technical line in monospace with a copy button; optionally a link to the object.
/// `auto *id = new CopyableId(theme); id->setId(u"cus_…"_s, true); connect(id,
/// &CopyableId::activated, …)`
class CopyableId : public QWidget
{
    Q_OBJECT

public:
    explicit CopyableId(const Theme &theme, QWidget *parent = nullptr);
    void setId(const QString &id, bool isLink = false);
    [[nodiscard]] const QString &id() const { return m_id; }
    /// A button that opens the object's page in Stripe; disabled where `whyNot` says so. Nothing
    /// for an empty page.
    void setPage(const QUrl &page, const QString &whyNot);
    void setBoxed(bool isBoxed); ///< In a grey box: a technical line on its own.

Q_SIGNALS:
    void activated(const QString &id);
    void copied(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_id;
    bool m_isBoxed = false;
    LinkLabel *m_label;
    QPushButton *m_copy;
    QPushButton *m_open;
    QUrl m_page;
};

} // namespace ui
