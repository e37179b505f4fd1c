// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepane.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int iconTop = 150;
constexpr int iconBox = 48;
constexpr int textWidth = 380;
} // namespace

StatePane::StatePane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, {}, {TextSize::Panel, Weight::Strong, Role::Text}))
    , m_text(new Paragraph(theme, {}, {TextSize::Body, Weight::Regular, Role::Text2}))
    , m_buttons(new QHBoxLayout)
    , m_detail(new CopyableId(theme))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setLineHeight(20);
    m_text->setFixedWidth(textWidth);
    m_detail->setBoxed(true);
    m_buttons->setSpacing(metrics::gap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gutter, iconTop + iconBox + 17, metrics::gutter,
                               metrics::gutter);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addSpacing(6);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    auto *centered = new QHBoxLayout;
    centered->addStretch();
    centered->addLayout(m_buttons);
    centered->addStretch();
    layout->addLayout(centered);
    layout->addSpacing(24);
    layout->addWidget(m_detail, 0, Qt::AlignHCenter);
    layout->addStretch();
}

void StatePane::present(QLatin1StringView icon, std::optional<StatusColor> status,
                        const QString &title, const QString &text)
{
    m_icon = icon;
    m_status = status;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setMinimumHeight(m_text->heightForWidth(textWidth));
    m_detail->hide();
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide(); // a button may be the sender of the click that led here
        item->widget()->deleteLater();
        delete item;
    }
    setAccessibleName(title);
    update();
}

void StatePane::showEmpty(const QString &title, const QString &text)
{
    present("inbox"_L1, std::nullopt, title, text);
}

void StatePane::showNothingFound(const QString &title, const QString &text)
{
    present("search-x"_L1, std::nullopt, title, text);
}

void StatePane::showError(const QString &title, const core::Error &error)
{
    present("unplug"_L1, StatusColor::Red, title, error.message);
    m_detail->setId(error.detail);
    m_detail->setVisible(!error.detail.isEmpty());
}

void StatePane::showForbidden(const QString &title, const QString &text)
{
    present("lock"_L1, std::nullopt, title, text);
}

QPushButton *StatePane::addButton(const QString &text, bool isPrimary)
{
    QPushButton *button =
        makeButton(m_theme, text, isPrimary ? ButtonKind::Primary : ButtonKind::Plain);
    m_buttons->addWidget(button);
    return button;
}

void StatePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Base));
    if (m_icon.isEmpty())
        return;
    const QRectF box((width() - iconBox) / 2.0, iconTop, iconBox, iconBox);
    draw::box(painter, box, 12,
              m_status ? m_theme.status(*m_status).fill : m_theme.color(Role::FilterChip));
    const QRectF icon(box.center().x() - 11, box.center().y() - 11, 22, 22);
    paintIcon(painter, icon, m_icon,
              m_status ? m_theme.status(*m_status).word : m_theme.color(Role::Text2));
}

} // namespace ui
