// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tenants/panelrows.h"

#include "models/wording.h"
#include "ui/tenants/timelinetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelRows)
};

/// One row per metric: its column, its icon, its words.
struct Metric
{
    QLatin1StringView column;
    QLatin1StringView icon;
    const char *name;
    const char *unit;
};
constexpr std::array metricTable{
    Metric{"max_orders_per_month"_L1, "package"_L1, QT_TRANSLATE_NOOP("PanelRows", "Orders"), ""},
    Metric{"max_active_drivers"_L1, "truck"_L1, QT_TRANSLATE_NOOP("PanelRows", "Active drivers"),
           ""},
    Metric{"max_storage_gb"_L1, "hard-drive"_L1, QT_TRANSLATE_NOOP("PanelRows", "Storage"), " GB"},
    Metric{"api_rate_limit_per_minute"_L1, "zap"_L1, QT_TRANSLATE_NOOP("PanelRows", "API calls"),
           QT_TRANSLATE_NOOP("PanelRows", " a minute")},
};

const Metric *find(const QString &column)
{
    const auto it =
        std::ranges::find_if(metricTable, [&](const Metric &row) { return row.column == column; });
    return it == metricTable.end() ? nullptr : &*it;
}

constexpr int limitRow = 26;
constexpr int limitFigures = 112; // "92,840 / 100,000"; all rows alike, so that the bars are
constexpr qsizetype shortUnit = 3;

QHBoxLayout *rowLayout(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(metrics::gap);
    return layout;
}

TextLabel *trailingText(const Theme &theme, const QString &text)
{
    auto *label =
        new TextLabel(theme, text, {TextSize::Small, Weight::Regular, Role::Text3, false});
    label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    return label;
}

QString figureText(double figure)
{
    return QLocale().toString(std::round(figure), 'f', 0);
}

bool canBeCanceled(const core::TenantSubscription &subscription)
{
    static const QStringList living{u"active"_s, u"trialing"_s, u"past_due"_s,
                                    u"unpaid"_s, u"paused"_s,   u"incomplete"_s};
    return living.contains(subscription.status);
}

QString subscriptionNote(const core::TenantSubscription &subscription, const QDateTime &now)
{
    if (subscription.endedAt.isValid())
        return Text::tr("ended %1").arg(models::shortDate(subscription.endedAt, now));
    if (subscription.endsAt.isValid())
        return Text::tr("ends %1").arg(models::shortDate(subscription.endsAt, now));
    if (subscription.cancelAtPeriodEnd)
        return Text::tr("ends %1").arg(models::shortDate(subscription.periodEnd, now));
    if (subscription.periodEnd.isValid())
        return Text::tr("renews %1").arg(models::shortDate(subscription.periodEnd, now));
    return {};
}

} // namespace

QWidget *makeText(const Theme &theme, const QString &text)
{
    auto *label = new TextLabel(theme, text, {TextSize::Small, Weight::Regular, Role::Text, false});
    label->setElided(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget *makeHint(const Theme &theme, const QString &text)
{
    return new TextLabel(theme, text, {TextSize::Small, Weight::Regular, Role::Text3, false});
}

QWidget *makeFactLine(const Theme &theme, QLatin1StringView icon, StatusColor status,
                      const QString &text, const QString &trailing)
{
    auto *row = new QWidget;
    QHBoxLayout *layout = rowLayout(row);
    auto *sign = new IconLabel(theme, icon, Role::Text2, 14);
    sign->setStatusIcon(icon, status);
    layout->addWidget(sign);
    auto *words = new TextLabel(theme, text, {TextSize::Body, Weight::Regular, Role::Text, false});
    words->setElided(true);
    layout->addWidget(words, 1);
    auto *end = trailingText(theme, trailing);
    end->setElided(trailing.size() > 24);
    layout->addWidget(end, trailing.size() > 24 ? 1 : 0);
    return row;
}

QString payText(const core::PaymentMethodSummary &method)
{
    const QString name = method.brand.isEmpty() ? method.type : method.brand;
    QString text = name.left(1).toUpper() + name.mid(1);
    if (!method.last4.isEmpty())
        text += u" ···· "_s + method.last4;
    if (method.expiryYear > 0)
        text += u", %1/%2"_s.arg(method.expiryMonth, 2, 10, QChar(u'0')).arg(method.expiryYear);
    return text;
}

QString metricText(const QString &metric)
{
    const Metric *row = find(metric);
    return row == nullptr ? metric : QCoreApplication::translate("PanelRows", row->name);
}

QWidget *makeLimitRow(const Theme &theme, const core::LimitUse &limit)
{
    auto *row = new QWidget;
    row->setFixedHeight(limitRow);
    QHBoxLayout *layout = rowLayout(row);
    const Metric *metric = find(limit.metric);
    layout->addWidget(new IconLabel(theme, metric == nullptr ? "gauge"_L1 : metric->icon));
    auto *name = new TextLabel(theme, metricText(limit.metric));
    name->setFixedWidth(104);
    layout->addWidget(name);
    const double ratio = limit.ratio.value_or(0);
    auto *bar = new LimitBar(theme);
    bar->setRatio(ratio);
    bar->setAccessibleName(metricText(limit.metric));
    layout->addWidget(bar, 1);
    auto *share = new TextLabel(theme, limit.ratio ? models::percentText(ratio) : u"–"_s,
                                {TextSize::Body, Weight::Medium, Role::Text, false});
    if (ratio >= 0.8)
        share->setStatus(ratio > 1.0 ? StatusColor::Red : StatusColor::Amber);
    share->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    share->setFixedWidth(48);
    layout->addWidget(share);
    const QString unit = metric == nullptr || qstrlen(metric->unit) == 0
        ? QString()
        : QCoreApplication::translate("PanelRows", metric->unit);
    const QString allowed = limit.allowed ? figureText(*limit.allowed) : Text::tr("no limit");
    const QString figures = figureText(limit.used.value_or(0)) + u" / "_s + allowed;
    const bool isShort = unit.size() <= shortUnit;
    auto *end = trailingText(theme, isShort ? figures + unit : figures);
    end->setFixedWidth(limitFigures);
    layout->addWidget(end);
    row->setToolTip(metricText(limit.metric) + u": "_s + figures + unit);
    return row;
}

QWidget *makeSubscriptionRow(const Theme &theme, const core::TenantSubscription &subscription,
                             const QDateTime &now, LinkLabel **cancel)
{
    auto *row = new QWidget;
    auto *lines = new QVBoxLayout(row);
    lines->setContentsMargins(0, 2, 0, 4);
    lines->setSpacing(2);
    auto *first = new QHBoxLayout;
    auto *name = new TextLabel(theme, subscription.description,
                               {TextSize::Body, Weight::Medium, Role::Text, false});
    name->setElided(true);
    first->setSpacing(metrics::gap);
    first->addWidget(name, 1);
    auto *state = new Chip(theme);
    state->setState(subscription.status);
    first->addWidget(state);
    if (subscription.amount)
        first->addWidget(new TextLabel(theme, models::moneyText(*subscription.amount)));
    lines->addLayout(first);

    auto *second = new QHBoxLayout;
    second->addWidget(new TextLabel(theme, subscriptionNote(subscription, now),
                                    {TextSize::Small, Weight::Regular, Role::Text3, false}));
    second->addStretch();
    if (canBeCanceled(subscription) && !subscription.cancelAtPeriodEnd) {
        *cancel = new LinkLabel(theme, Text::tr("Cancel…"));
        (*cancel)->setAccessibleName(
            Text::tr("Cancel the subscription %1").arg(subscription.description));
        (*cancel)->setObjectName(u"cancelSubscriptionLink"_s);
        second->addWidget(*cancel);
    }
    lines->addLayout(second);
    return row;
}

QWidget *makeInvoiceRow(const Theme &theme, const core::TenantInvoice &invoice,
                        const QDateTime &now, LinkLabel **link)
{
    auto *row = new QWidget;
    QHBoxLayout *layout = rowLayout(row);
    *link = new LinkLabel(theme, invoice.number.isEmpty() ? Text::tr("draft") : invoice.number);
    (*link)->setMono(true);
    (*link)->setAccessibleName(Text::tr("Open the invoice %1").arg(invoice.number));
    layout->addWidget(*link);
    auto *state = new Chip(theme);
    state->setState(invoice.status);
    layout->addWidget(state);
    layout->addStretch();
    layout->addWidget(trailingText(theme, models::shortDate(invoice.created, now)));
    layout->addWidget(new TextLabel(theme, models::moneyText(invoice.total)));
    return row;
}

QWidget *makeTimelineRow(const Theme &theme, const core::TimelineEntry &entry, const QDateTime &now)
{
    const TimelineFace face = timelineFace(entry);
    QWidget *row =
        makeFactLine(theme, face.icon, face.status, face.text, models::shortDate(entry.at, now));
    row->setToolTip(models::exactTime(entry.at) + u'\n' + Text::tr("by %1").arg(entry.actor));
    return row;
}

} // namespace ui
