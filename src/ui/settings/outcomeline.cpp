// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/outcomeline.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QLatin1StringView iconOf(StatusColor status)
{
    switch (status) {
    case StatusColor::Green:
        return "circle-check"_L1;
    case StatusColor::Amber:
        return "triangle-alert"_L1;
    case StatusColor::Red:
        return "circle-alert"_L1;
    case StatusColor::Blue:
        return "info"_L1;
    case StatusColor::Grey:
        return "circle-dashed"_L1;
    }
    return "info"_L1;
}

} // namespace

OutcomeLine::OutcomeLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(theme, "info"_L1, Role::Text2, 14))
    , m_text(new Paragraph(theme, {}, {TextSize::Small, Weight::Regular, Role::Text}))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    m_icon->setFixedSize(14, 17);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void OutcomeLine::show(StatusColor status, const QString &text)
{
    m_icon->setStatusIcon(iconOf(status), status);
    m_text->setStatus(status == StatusColor::Grey ? std::nullopt : std::optional(status));
    m_text->setText(text);
    setAccessibleName(text);
    m_hasOutcome = status != StatusColor::Grey && !text.isEmpty();
    setVisible(!text.isEmpty());
}

QString OutcomeLine::text() const
{
    return m_text->text();
}

} // namespace ui
