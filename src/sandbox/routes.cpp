// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes.h"

#include "sandbox/catalogue.h"
#include "sandbox/creditnotes.h"
#include "sandbox/customers.h"
#include "sandbox/discounts.h"
#include "sandbox/invoices.h"
#include "sandbox/otherresources.h"
#include "sandbox/paymentmethods.h"
#include "sandbox/refunds.h"
#include "sandbox/subscriptions.h"
#include "sandbox/usage.h"
#include "sandbox/webhookendpoints.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

#define PAGE "limit:int starting_after ending_before "
#define ADDRESS "address{city country line1 line2 postal_code state} "
#define CUSTOMER_FIELDS                                                                            \
    "description email name phone tax_exempt:(none|exempt|reverse) metadata:free balance:int "     \
    "invoice_prefix preferred_locales:texts " ADDRESS "shipping{name phone " ADDRESS "} "          \
    "invoice_settings{default_payment_method} "
#define PRORATION "proration_behavior:(create_prorations|always_invoice|none) "
#define DETAILS "cancellation_details{comment feedback} "
#define ITEM "price quantity:int metadata:free "

struct Row
{
    const char *method;
    const char *path;
    const char *rules; ///< In the notation of rulesFrom(), `expand` left out.
    Run run;
    std::optional<Kind> named = std::nullopt;
};

const Row table[] = {
    {"POST", "customers", CUSTOMER_FIELDS "payment_method", createCustomer},
    {"GET", "customers", PAGE "created:range email", listCustomers},
    {"GET", "customers/{}", "", retrieveCustomer, Kind::Customer},
    {"POST", "customers/{}", CUSTOMER_FIELDS, updateCustomer, Kind::Customer},
    {"DELETE", "customers/{}", "", deleteCustomer, Kind::Customer},
    {"GET", "customers/{}/payment_methods", PAGE "type", listCustomerPaymentMethods,
     Kind::Customer},

    {"POST", "products",
     "id name! description active:flag metadata:free statement_descriptor unit_label url",
     createProduct},
    {"GET", "products", PAGE "created:range active:flag ids:texts", listProducts},
    {"GET", "products/{}", "", retrieveProduct, Kind::Product},
    {"POST", "products/{}",
     "name description active:flag metadata:free statement_descriptor unit_label url "
     "default_price",
     updateProduct, Kind::Product},

    {"POST", "prices",
     "currency! product product_data{name!} unit_amount:int unit_amount_decimal active:flag "
     "nickname lookup_key tax_behavior:(inclusive|exclusive|unspecified) metadata:free "
     "billing_scheme:(per_unit|tiered) tiers_mode:(graduated|volume) tiers[up_to! unit_amount:int "
     "unit_amount_decimal flat_amount:int flat_amount_decimal] "
     "recurring{interval:(day|week|month|year) interval_count:int usage_type:(licensed|metered) "
     "aggregate_usage:(sum|max|last_during_period|last_ever)}",
     createPrice},
    {"GET", "prices",
     PAGE "created:range active:flag currency product type:(recurring|one_time) "
          "lookup_keys:texts",
     listPrices},
    {"GET", "prices/{}", "", retrievePrice, Kind::Price},
    {"POST", "prices/{}",
     "active:flag nickname lookup_key tax_behavior:(inclusive|exclusive|unspecified) "
     "metadata:free",
     updatePrice, Kind::Price},

    {"POST", "subscriptions",
     "customer! items[" ITEM "]! coupon currency description metadata:free default_payment_method "
     "collection_method:(charge_automatically|send_invoice) days_until_due:int "
     "trial_period_days:int trial_end:time cancel_at_period_end:flag cancel_at:int "
     "off_session:flag "
     "payment_behavior:(allow_incomplete|default_incomplete|error_if_incomplete) " PRORATION
     "trial_settings{end_behavior{missing_payment_method:(create_invoice|cancel|pause)}}",
     createSubscription},
    {"GET", "subscriptions",
     PAGE "created:range customer price current_period_end:range current_period_start:range "
          "collection_method:(charge_automatically|send_invoice) "
          "status:(active|past_due|unpaid|canceled|incomplete|incomplete_expired|trialing|paused|"
          "all|ended)",
     listSubscriptions},
    {"GET", "subscriptions/{}", "", retrieveSubscription, Kind::Subscription},
    {"POST", "subscriptions/{}",
     "items[id deleted:flag clear_usage:flag " ITEM
     "] coupon description metadata:free default_payment_method "
     "collection_method:(charge_automatically|send_invoice) days_until_due:int trial_end:time "
     "cancel_at_period_end:flag cancel_at:int off_session:flag proration_date:int "
     "billing_cycle_anchor:(now|unchanged) pause_collection{"
     "behavior:(keep_as_draft|mark_uncollectible|void)! resumes_at:int} "
     "payment_behavior:(allow_incomplete|error_if_incomplete) " DETAILS PRORATION,
     updateSubscription, Kind::Subscription},
    {"DELETE", "subscriptions/{}", "invoice_now:flag prorate:flag " DETAILS, cancelSubscription,
     Kind::Subscription},
    {"DELETE", "subscriptions/{}/discount", "", deleteDiscount, Kind::Subscription},
    {"GET", "subscription_items", PAGE "subscription!", listSubscriptionItems},
    {"POST", "subscription_items/{}/usage_records",
     "quantity:int! timestamp:time action:(increment|set)", createUsageRecord},
    {"GET", "subscription_items/{}/usage_record_summaries", PAGE, listUsageSummaries},

    {"POST", "coupons",
     "id name percent_off amount_off:int currency duration:(once|repeating|forever)! "
     "duration_in_months:int max_redemptions:int redeem_by:int metadata:free",
     createCoupon},
    {"GET", "coupons", PAGE "created:range", listCoupons},
    {"GET", "coupons/{}", "", retrieveCoupon, Kind::Coupon},
    {"POST", "coupons/{}", "name metadata:free", updateCoupon, Kind::Coupon},
    {"DELETE", "coupons/{}", "", deleteCoupon, Kind::Coupon},

    {"GET", "invoices",
     PAGE "created:range due_date:range customer subscription "
          "collection_method:(charge_automatically|send_invoice) "
          "status:(draft|open|paid|uncollectible|void)",
     listInvoices},
    {"GET", "invoices/upcoming",
     "customer subscription subscription_items[id deleted:flag " ITEM "] "
     "subscription_proration_behavior:(create_prorations|always_invoice|none) "
     "subscription_proration_date:int",
     upcomingInvoice},
    {"GET", "invoices/{}", "", retrieveInvoice, Kind::Invoice},
    {"GET", "invoices/{}/lines", PAGE, listInvoiceLines, Kind::Invoice},
    {"POST", "invoices/{}/finalize", "auto_advance:flag", finalizeDraft, Kind::Invoice},
    {"POST", "invoices/{}/pay", "payment_method paid_out_of_band:flag off_session:flag", payInvoice,
     Kind::Invoice},
    {"POST", "invoices/{}/void", "", voidOpenInvoice, Kind::Invoice},
    {"POST", "invoices/{}/mark_uncollectible", "", markUncollectible, Kind::Invoice},
    {"GET", "invoiceitems", PAGE "created:range customer invoice pending:flag", listInvoiceItems},

    {"GET", "payment_intents", PAGE "created:range customer", listPaymentIntents},
    {"GET", "payment_intents/{}", "client_secret", retrievePaymentIntent, Kind::PaymentIntent},
    {"POST", "refunds",
     "charge payment_intent amount:int reason:(duplicate|fraudulent|requested_by_customer) "
     "metadata:free",
     createRefund},
    {"GET", "refunds", PAGE "created:range charge payment_intent", listRefunds},
    {"GET", "refunds/{}", "", retrieveRefund, Kind::Refund},
    {"POST", "refunds/{}", "metadata:free", updateRefund, Kind::Refund},
    {"POST", "refunds/{}/cancel", "", cancelRefund, Kind::Refund},
    {"POST", "credit_notes",
     "invoice! amount:int credit_amount:int refund_amount:int out_of_band_amount:int memo "
     "metadata:free reason:(duplicate|fraudulent|order_change|product_unsatisfactory) "
     "lines[type:(invoice_line_item|custom_line_item)! invoice_line_item amount:int quantity:int "
     "unit_amount:int description]",
     createCreditNote},
    {"GET", "credit_notes", PAGE "created:range customer invoice", listCreditNotes},
    {"GET", "credit_notes/{}", "", retrieveCreditNote, Kind::CreditNote},
    {"POST", "credit_notes/{}", "memo metadata:free", updateCreditNote, Kind::CreditNote},
    {"POST", "credit_notes/{}/void", "", voidCreditNote, Kind::CreditNote},
    {"GET", "credit_notes/{}/lines", PAGE, listCreditNoteLines, Kind::CreditNote},
    {"GET", "payment_methods", PAGE "customer! type", listPaymentMethods},
    {"GET", "payment_methods/{}", "", retrievePaymentMethod, Kind::PaymentMethod},
    {"POST", "payment_methods/{}/attach", "customer!", attachPaymentMethod, Kind::PaymentMethod},
    {"POST", "payment_methods/{}/detach", "", detachPaymentMethod, Kind::PaymentMethod},

    {"GET", "events", PAGE "created:range type types:texts delivery_success:flag", listEvents},
    {"GET", "events/{}", "", retrieveEvent, Kind::Event},
    {"GET", "account", "", retrieveAccount},
    {"POST", "webhook_endpoints",
     "url! enabled_events:texts! description api_version:(2023-10-16) metadata:free connect:flag",
     createWebhookEndpoint},
    {"GET", "webhook_endpoints", PAGE, listWebhookEndpoints},
    {"GET", "webhook_endpoints/{}", "", retrieveWebhookEndpoint, Kind::WebhookEndpoint},
    {"POST", "webhook_endpoints/{}",
     "url enabled_events:texts description disabled:flag metadata:free", updateWebhookEndpoint,
     Kind::WebhookEndpoint},
    {"DELETE", "webhook_endpoints/{}", "", deleteWebhookEndpoint, Kind::WebhookEndpoint},
};

bool fits(const Route &route, const QStringList &segments)
{
    if (route.segments.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (route.segments[i] != "{}"_L1 && route.segments[i] != segments[i])
            return false;
    }
    return true;
}

} // namespace

Routes::Routes()
{
    for (const Row &row : table) {
        Route route;
        route.method = row.method;
        route.segments = QString::fromLatin1(row.path).split(u'/');
        route.named = row.named;
        route.rules = rulesFrom(QLatin1StringView(row.rules));
        route.rules.append({.name = u"expand"_s, .type = Rule::Type::Texts});
        route.run = row.run;
        route.isPreview = row.run == upcomingInvoice;
        m_routes.push_back(std::move(route));
    }
}

std::optional<RouteMatch> Routes::match(const QByteArray &method, const QString &path) const
{
    static constexpr auto root = "/v1/"_L1;
    if (!path.startsWith(root))
        return std::nullopt;
    const QStringList segments = path.sliced(root.size()).split(u'/');
    for (const Route &route : m_routes) {
        if (route.method != method || !fits(route, segments))
            continue;
        const qsizetype id = route.segments.indexOf(u"{}"_s);
        return RouteMatch{&route, id < 0 ? QString() : segments[id]};
    }
    return std::nullopt;
}

} // namespace sandbox
