// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/notice.h"

#include "ui/theme/draw.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

Notice::Notice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, "info"_L1))
    , m_title(new Paragraph(theme, {}, {TextSize::Body, Weight::Medium, Role::Text}))
    , m_text(new Paragraph(theme, {}, {TextSize::Small, Weight::Regular, Role::Text}))
    , m_link(new LinkLabel(theme))
    , m_progress(new ProgressLine(theme))
{
    setObjectName(u"notice"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 14, 10);
    layout->setSpacing(10);
    m_icon->setFixedSize(16, 19);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_link, 0, Qt::AlignLeading);
    words->addSpacing(2);
    words->addWidget(m_progress);
    layout->addLayout(words, 1);
    m_link->setObjectName(u"noticeLink"_s);
    m_progress->setAccessibleName(tr("In progress"));
    connect(m_link, &LinkLabel::activated, this, &Notice::linkActivated);
    hide();
}

void Notice::showContent(const Content &content)
{
    const bool isNews = content.title != m_content.title || content.text != m_content.text;
    m_content = content;
    m_icon->setStatusIcon(content.icon, content.status);
    m_title->setText(content.title);
    m_title->setStatus(content.status);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_link->setText(content.link);
    m_link->setVisible(!content.link.isEmpty());
    m_progress->setVisible(content.isRunning);
    m_progress->setRunning(content.isRunning);
    setAccessibleName(content.title);
    setAccessibleDescription(content.text);
    show();
    update();
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Notice::clear()
{
    m_content = {};
    m_progress->setRunning(false);
    hide();
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatusTones tones = m_theme.status(m_content.status);
    draw::box(painter, rect(), 8, tones.wash, tones.line);
}

} // namespace ui
