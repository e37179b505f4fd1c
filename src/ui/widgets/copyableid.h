// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

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
};

} // namespace ui
