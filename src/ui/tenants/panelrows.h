// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenantdetail.h"
#include "ui/theme/palette.h"

class QLabel;
class QWidget;

// The rows that the panels of tenants and invoices are made of.
namespace ui {

class LinkLabel;
class Theme;

[[nodiscard]] QWidget *makeText(const Theme &theme, const QString &text);
[[nodiscard]] QWidget *makeHint(const Theme &theme, const QString &text);
/// An icon in a status' colour, what happened, and what belongs to it at the trailing edge.
[[nodiscard]] QWidget *makeFactLine(const Theme &theme, QLatin1StringView icon, StatusColor status,
                                    const QString &text, const QString &trailing);
/// "Visa ···· 4242, 12/2034"
[[nodiscard]] QString payText(const core::PaymentMethodSummary &method);
[[nodiscard]] QString metricText(const QString &metric); ///< "Orders"

[[nodiscard]] QWidget *makeLimitRow(const Theme &theme, const core::LimitUse &limit);
/// `cancel` is set where the subscription can be canceled.
[[nodiscard]] QWidget *makeSubscriptionRow(const Theme &theme,
                                           const core::TenantSubscription &subscription,
                                           const QDateTime &now, LinkLabel **cancel);
[[nodiscard]] QWidget *makeInvoiceRow(const Theme &theme, const core::TenantInvoice &invoice,
                                      const QDateTime &now, LinkLabel **link);
[[nodiscard]] QWidget *makeTimelineRow(const Theme &theme, const core::TimelineEntry &entry,
                                       const QDateTime &now);

} // namespace ui
