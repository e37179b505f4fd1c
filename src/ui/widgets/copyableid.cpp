// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copyableid.h"

#include "ui/theme/draw.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/linklabel.h"

#include <QClipboard>
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
{
    m_label->setMono(true);
    setSmall(m_copy);
    m_copy->setIconSize({14, 14});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_label);
    layout->addWidget(m_copy);
    layout->addStretch();
    connect(m_label, &LinkLabel::activated, this, [this] { Q_EMIT activated(m_id); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_id);
        Q_EMIT copied(m_id);
    });
}

void CopyableId::setId(const QString &id, bool isLink)
{
    m_id = id;
    m_label->setText(id);
    m_label->setLink(isLink);
    m_copy->setVisible(!id.isEmpty());
    m_copy->setAccessibleName(tr("Copy %1").arg(id));
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
