// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overviewfigures.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class Chip;
class LinkLabel;
class TextLabel;

/// How webhooks are doing, in one line; what does not fit at the end is left out.
class WebhookStrip : public QWidget
{
    Q_OBJECT

public:
    explicit WebhookStrip(const Theme &theme, QWidget *parent = nullptr);
    void setFigures(const core::WebhookFigures &figures);
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 50}; }

Q_SIGNALS:
    void eventsRequested(); ///< The list of them.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Fact
    {
        QWidget *box = nullptr;
        TextLabel *value = nullptr;
    };
    void addFact(const char *name, const QString &label);
    void setFact(qsizetype index, const QString &value, bool isWork, StatusColor tone);
    void fit();

    const Theme &m_theme;
    QHBoxLayout *m_layout;
    Chip *m_chip;
    LinkLabel *m_link;
    QList<Fact> m_facts;
};

} // namespace ui
