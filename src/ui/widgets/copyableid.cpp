// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copyableid.h"

#include "ui/theme/draw.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/linklabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

CopyableId::CopyableId(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new LinkLabel(theme))
    , m_copy(makeIconButton(theme, "copy"_L1, tr("Copy")))
    , m_open(makeIconButton(theme, "external-link"_L1, tr("Open in Stripe")))
{
    m_label->setMono(true);
    for (QPushButton *button : {m_copy, m_open}) {
        setSmall(button);
        button->setIconSize({14, 14});
    }
    m_open->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_label);
    layout->addWidget(m_copy);
    layout->addWidget(m_open);
    layout->addStretch();
    connect(m_label, &LinkLabel::activated, this, [this] { Q_EMIT activated(m_id); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_id);
        Q_EMIT copied(m_id);
    });
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
}

void CopyableId::setId(const QString &id, bool isLink)
{
    m_id = id;
    m_label->setText(id);
    m_label->setLink(isLink);
    m_copy->setVisible(!id.isEmpty());
    m_copy->setAccessibleName(tr("Copy %1").arg(id));
}

void CopyableId::setPage(const QUrl &page, const QString &whyNot)
{
    m_page = page;
    m_open->setVisible(!page.isEmpty());
    m_open->setEnabled(whyNot.isEmpty());
    m_open->setToolTip(whyNot.isEmpty() ? tr("Open in Stripe") : whyNot);
    m_open->setAccessibleName(tr("Open %1 in Stripe").arg(m_id));
}

void CopyableId::setBoxed(bool isBoxed)
{
    m_isBoxed = isBoxed;
    layout()->setContentsMargins(isBoxed ? QMargins(10, 3, 4, 3) : QMargins());
    update();
}

void CopyableId::paintEvent(QPaintEvent *)
{
    if (!m_isBoxed)
        return;
    QPainter painter(this);
    draw::box(painter, rect(), 6, m_theme.color(Role::FilterChip), m_theme.color(Role::Border));
}

} // namespace ui
