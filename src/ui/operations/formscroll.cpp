// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/formscroll.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ui {
namespace {
constexpr int lowest = 160;
constexpr int bottom = 20;
} // namespace

FormScroll::FormScroll(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_fields(new QVBoxLayout(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The dialog's padding belongs to the fields: the scroll bar then stands at its edge.
    constexpr int side = metrics::dialogPadding - metrics::focusRing;
    m_fields->setContentsMargins(side, 4, side, bottom);
    m_fields->setSpacing(12);
    setWidget(m_content);
    setWidgetResizable(true);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_content->installEventFilter(this);
}

int FormScroll::heightFor(int width) const
{
    return m_fields->hasHeightForWidth() ? m_fields->totalHeightForWidth(width)
                                         : m_fields->totalSizeHint().height();
}

QSize FormScroll::sizeHint() const
{
    const int wide = m_fields->totalMinimumSize().width();
    const int across = width() > 0 && isVisible() ? width() : wide;
    return {wide, heightFor(across)};
}

QSize FormScroll::minimumSizeHint() const
{
    const QSize all = m_fields->totalMinimumSize();
    return {all.width(), std::min(lowest, all.height())};
}

bool FormScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        fitContent(); // an error came or went: the dialog fits itself to it
    return QScrollArea::eventFilter(watched, event);
}

void FormScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitContent();
}

/// A resizable content is squeezed to its least height, which knows nothing of wrapped lines.
void FormScroll::fitContent()
{
    m_content->setMinimumHeight(heightFor(viewport()->width()));
    updateGeometry();
}

} // namespace ui
