// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/theme/draw.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr int shadowReach = 12;
constexpr int upperReach = 7;
constexpr int lowerReach = 12;
constexpr int cardWidth = 360;
constexpr int fromBottom = 68; ///< Above footer and status bar.

QLatin1StringView iconOf(Toast::Kind kind)
{
    switch (kind) {
    case Toast::Kind::Done:
        return "circle-check"_L1;
    case Toast::Kind::Failed:
        return "circle-x"_L1;
    case Toast::Kind::Note:
        return "info"_L1;
    }
    return {};
}

StatusColor statusOf(Toast::Kind kind)
{
    switch (kind) {
    case Toast::Kind::Done:
        return StatusColor::Green;
    case Toast::Kind::Failed:
        return StatusColor::Red;
    case Toast::Kind::Note:
        return StatusColor::Blue;
    }
    return StatusColor::Grey;
}

/// One result on its card.
class ToastCard : public QWidget
{
public:
    ToastCard(const Theme &theme, const Toast &toast, std::function<void()> close)
        : m_theme(theme)
    {
        setAccessibleName(toast.title);
        setAccessibleDescription(toast.text);
        setFixedWidth(cardWidth + 2 * shadowReach);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(shadowReach + 12, upperReach + 10, shadowReach + 12,
                                lowerReach + 10);
        row->setSpacing(12);
        auto *sign = new IconLabel(theme, iconOf(toast.kind));
        sign->setStatusIcon(iconOf(toast.kind), statusOf(toast.kind));
        sign->setFixedHeight(20);
        row->addWidget(sign, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        words->addWidget(
            new Paragraph(theme, toast.title, {TextSize::Body, Weight::Strong, Role::Text}));
        if (!toast.text.isEmpty())
            words->addWidget(
                new Paragraph(theme, toast.text, {TextSize::Small, Weight::Regular, Role::Text2}));
        if (!toast.link.isEmpty()) {
            auto *link = new LinkLabel(theme, toast.link);
            words->addWidget(link, 0, Qt::AlignLeading);
            connect(link, &LinkLabel::activated, this, [close, follow = toast.follow] {
                if (follow)
                    follow();
                close();
            });
        }
        row->addLayout(words, 1);
        QPushButton *cross = makeIconButton(theme, "x"_L1, ToastStack::tr("Close"));
        setSmall(cross);
        row->addWidget(cross, 0, Qt::AlignTop);
        connect(cross, &QPushButton::clicked, this, close);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF card =
            QRectF(rect()).adjusted(shadowReach, shadowReach, -shadowReach, -shadowReach);
        draw::shadow(painter, m_theme, card, 8, upperReach - 1);
        draw::box(painter, card, 8, m_theme.color(Role::Raised),
                  m_theme.color(m_theme.isDark() ? Role::Control : Role::Border));
    }

private:
    const Theme &m_theme;
};

} // namespace

ToastStack::ToastStack(const Theme &theme, QWidget *over)
    : QWidget(over)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->setSizeConstraint(QLayout::SetFixedSize);
    setAccessibleName(tr("Messages"));
    over->installEventFilter(this);
    hide();
}

void ToastStack::add(const Toast &toast)
{
    auto card = std::make_shared<QPointer<QWidget>>();
    const auto close = [this, card] { remove(*card); };
    *card = new ToastCard(m_theme, toast, close);
    m_layout->addWidget(*card);
    setVisible(true);
    raise();
    if (toast.kind != Toast::Kind::Failed)
        QTimer::singleShot(8s, *card, close);
    place();
    QAccessibleEvent announced(card->data(), QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void ToastStack::remove(QWidget *card)
{
    m_layout->removeWidget(card);
    card->hide();
    card->deleteLater(); // its button may be what called
    setVisible(count() > 0);
    place();
}

int ToastStack::count() const
{
    return m_layout->count();
}

void ToastStack::place()
{
    const QWidget *over = parentWidget();
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const int side = 24 - shadowReach;
    move(isRtl ? side : over->width() - width() - side,
         over->height() - height() - fromBottom + lowerReach);
}

/// The layout fixes the size once it knows its cards' heights.
void ToastStack::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool ToastStack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
