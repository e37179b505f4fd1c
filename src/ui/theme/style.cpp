// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Which element is drawn by whom; the drawing itself is in stylebuttons.cpp and stylefields.cpp.
namespace ui {
namespace {

constexpr int scrollExtent = 11;

bool isField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
}

} // namespace

Style::Style(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || isField(widget)
        || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (qobject_cast<QMenu *>(widget)) {
        // Round corners need a window without a frame of its own.
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint);
        widget->setAttribute(Qt::WA_TranslucentBackground);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const QRectF rect(option->rect);
    switch (static_cast<int>(element)) {
    case PE_PanelLineEdit:
        // Inside a combo or a spin box the outer control draws the outline; some have none.
        if (widget && !isField(widget->parentWidget())
            && static_cast<const QStyleOptionFrame *>(option)->lineWidth > 0)
            drawField(*option, *painter, widget);
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
        return;
    case PE_Frame:
        if (widget && widget->inherits("QComboBoxPrivateContainer"))
            draw::box(*painter, rect, 0, m_theme.color(Role::Raised), m_theme.color(Role::Control));
        return;
    case PE_FrameGroupBox:
        return draw::box(*painter, rect, 8, {}, m_theme.color(Role::Border));
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool isPartial = option->state.testFlag(State_NoChange);
        const bool isOn = option->state.testFlag(State_On);
        return draw::checkBox(*painter, m_theme, rect,
                              isPartial  ? Qt::PartiallyChecked
                                  : isOn ? Qt::Checked
                                         : Qt::Unchecked,
                              option->state.testFlag(State_Enabled));
    }
    case PE_IndicatorRadioButton:
        return drawRadio(*option, *painter);
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected) || option->state.testFlag(State_MouseOver))
            painter->fillRect(rect, m_theme.color(Role::Hover));
        return;
    case PE_PanelMenu:
        draw::box(*painter, rect, 8, m_theme.color(Role::Raised), m_theme.color(Role::Control));
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        return draw::box(*painter, rect, 0, m_theme.color(Role::Raised),
                         m_theme.color(Role::Control));
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    switch (static_cast<int>(element)) {
    case CE_PushButtonBevel:
        return drawButtonBox(*option, *painter, widget);
    case CE_PushButtonLabel:
        if (button)
            drawButtonLabel(*button, *painter, widget);
        return;
    case CE_MenuItem:
        if (item)
            drawMenuItem(*item, *painter);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuScroller:
        return;
    case CE_ComboBoxLabel:
        return drawComboLabel(*option, *painter);
    case CE_ProgressBar:
        return drawProgress(*option, *painter);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (static_cast<int>(control)) {
    case CC_ComboBox:
        return drawCombo(*option, *painter, widget);
    case CC_SpinBox:
        return drawSpin(*option, *painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(*option, *painter, widget);
    case CC_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            drawToolButton(*tool, *painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

/// Our own: the search fields of the lists made Qt look through the desktop's icon themes, which
/// took longer than all else of a page.
QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption *option,
                          const QWidget *widget) const
{
    if (standard == SP_LineEditClearButton)
        return icon(m_theme, "x"_L1, Role::Text3);
    return QProxyStyle::standardIcon(standard, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (static_cast<int>(metric)) {
    case PM_DefaultFrameWidth:
        // Views have no frame; a field needs room for its outline.
        return isField(widget) ? metrics::focusRing + 1 : 0;
    case PM_ScrollBarExtent:
    case PM_ScrollView_ScrollBarOverlap: // the thin bar lies on the viewport
        return scrollExtent;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_MenuPanelWidth:
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 3;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (static_cast<int>(hint)) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ComboBox_PopupFrameStyle:
        return static_cast<int>(QFrame::StyledPanel) | static_cast<int>(QFrame::Plain);
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const bool isInner = widget && isField(widget->parentWidget());
        const int side = isInner ? 2 : metrics::focusRing + 6; // QLineEdit adds 2 of its own
        return option->rect.adjusted(side, 0, -side, 0);
    }
    if (element == SE_PushButtonFocusRect || element == SE_PushButtonContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace ui
