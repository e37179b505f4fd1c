// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogframe.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int shadowReach = 24;
constexpr int signBox = 40;

/// The icon in its tinted box.
class Sign : public QWidget
{
public:
    Sign(const Theme &theme, QLatin1StringView icon, StatusColor status)
        : m_theme(theme)
        , m_icon(icon)
        , m_status(status)
    {
        setFixedSize(signBox, signBox);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const StatusTones tones = m_theme.status(m_status);
        draw::box(painter, rect(), 8, tones.fill);
        paintIcon(painter, QRectF(11, 11, 18, 18), m_icon, tones.word);
    }

private:
    const Theme &m_theme;
    QLatin1StringView m_icon;
    StatusColor m_status;
};

} // namespace

DialogFrame::DialogFrame(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_title(new Paragraph(theme, {}, {TextSize::Title, Weight::Strong, Role::Text}))
    , m_subtitle(new Paragraph(theme, {}, {TextSize::Small, Weight::Regular, Role::Text3}))
    , m_head(new QHBoxLayout)
    , m_middle(new QHBoxLayout)
    , m_bodyArea(new QWidget)
    , m_body(new QVBoxLayout(m_bodyArea))
    , m_quiet(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_TranslucentBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadowReach, shadowReach, shadowReach, shadowReach);
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    buildHead(layout);
    buildMiddle(layout);
    buildFooter(layout);
    setTitle(title);
}

void DialogFrame::buildHead(QVBoxLayout *layout)
{
    m_title->setLineHeight(24);
    m_subtitle->hide();
    const bool isRtl = isRightToLeft(); // a layout does not mirror its margins
    m_head->setContentsMargins(isRtl ? 16 : metrics::dialogPadding, 16,
                               isRtl ? metrics::dialogPadding : 16, 8);
    m_head->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addStretch();
    m_head->addLayout(words, 1);
    QPushButton *close = makeIconButton(m_theme, "x"_L1, tr("Close"));
    close->setObjectName(u"close"_s);
    m_head->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QPushButton::clicked, this, &DialogFrame::reject);
    layout->addLayout(m_head);
}

void DialogFrame::buildMiddle(QVBoxLayout *layout)
{
    m_middle->setContentsMargins({});
    m_middle->setSpacing(0);
    // Fields carry their focus ring with them: their outline then stands at the padding.
    constexpr int side = metrics::dialogPadding - metrics::focusRing;
    m_body->setContentsMargins(side, 8, side, 24);
    m_body->setSpacing(12);
    m_middle->addWidget(m_bodyArea, 1);
    layout->addLayout(m_middle, 1);
}

void DialogFrame::buildFooter(QVBoxLayout *layout)
{
    auto *footer = new QWidget;
    m_footer = new QHBoxLayout(footer);
    m_footer->setContentsMargins(metrics::dialogPadding, 16, metrics::dialogPadding, 16);
    m_footer->setSpacing(metrics::gap);
    m_quiet->setSpacing(metrics::gap);
    m_buttons->setSpacing(metrics::gap);
    m_footer->addLayout(m_quiet);
    m_footer->addStretch();
    m_footer->addLayout(m_buttons);
    footer->setObjectName(u"footer"_s);
    layout->addWidget(footer);
}

void DialogFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void DialogFrame::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void DialogFrame::setSign(QLatin1StringView icon, StatusColor status)
{
    delete m_sign;
    m_sign = new Sign(m_theme, icon, status);
    m_head->insertWidget(0, m_sign, 0, Qt::AlignTop);
    m_head->setContentsMargins(metrics::dialogPadding, 24, 16, 12);
}

void DialogFrame::setBodyWidth(int width)
{
    m_bodyArea->setFixedWidth(width + 2 * metrics::dialogPadding);
}

QVBoxLayout *DialogFrame::side()
{
    if (!m_side) {
        auto *pane = new Pane(m_theme, Role::Sunken, Qt::LeftEdge);
        pane->setFixedWidth(272);
        m_side = new QVBoxLayout(pane);
        m_side->setContentsMargins(20, 14, 20, 20);
        m_side->setSpacing(12);
        m_middle->addWidget(pane);
    }
    return m_side;
}

QPushButton *DialogFrame::addButton(const QString &text, ButtonKind kind)
{
    QPushButton *button = makeButton(m_theme, text, kind);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *DialogFrame::addQuietButton(const QString &text, QLatin1StringView icon)
{
    QPushButton *button = makeButton(m_theme, text, ButtonKind::Ghost, icon);
    if (m_quiet->isEmpty()) // its words, not its edge, stand at the padding
        m_footer->setContentsMargins(metrics::dialogPadding - 12, 16, metrics::dialogPadding, 16);
    m_quiet->addWidget(button);
    return button;
}

QRect DialogFrame::cardRect() const
{
    return rect().adjusted(shadowReach, shadowReach, -shadowReach, -shadowReach);
}

void DialogFrame::reject()
{
    if (!mayClose())
        return;
    Q_EMIT closeAsked();
    QDialog::reject();
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF card(cardRect());
    draw::shadow(painter, m_theme, card, 10, shadowReach - 5);
    const QColor line = m_theme.isDark() ? m_theme.color(Role::Control) : QColor();
    draw::box(painter, card, 10, m_theme.color(Role::Raised), line);
    const QWidget *footer = findChild<QWidget *>(u"footer"_s, Qt::FindDirectChildrenOnly);
    painter.fillRect(QRectF(card.left(), footer->y(), card.width(), 1),
                     m_theme.color(Role::Border));
}

/// Without a frame of the window system the head is what one drags.
void DialogFrame::mousePressEvent(QMouseEvent *event)
{
    const bool isHead = event->position().y() < shadowReach + 56;
    if (event->button() == Qt::LeftButton && isHead && windowHandle())
        windowHandle()->startSystemMove();
}

void DialogFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    place();
}

/// In the middle of its window, a little above it.
void DialogFrame::place()
{
    if (!parentWidget())
        return;
    adjustSize();
    const QWidget *window = parentWidget()->window();
    const QPoint middle = window->mapToGlobal(window->rect().center());
    move(middle - QPoint(width() / 2, height() / 2 + 6));
}

} // namespace ui
