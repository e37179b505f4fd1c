// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/connectioncheck.h"

#include "db/accountrepository.h"
#include "db/database.h"
#include "db/migrations.h"
#include "stripe/httpclient.h"
#include "stripe/objects/parse.h"
#include "stripe/requests/catalog.h"
#include "stripe/requests/customers.h"
#include "stripe/requests/events.h"
#include "stripe/requests/invoices.h"
#include "stripe/requests/payments.h"
#include "stripe/requests/subscriptions.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionCheck)
};

tl::unexpected<core::Error> withoutRights(const QString &detail)
{
    return core::fail(core::Error::Kind::Forbidden,
                      Text::tr("This database login has no rights in OMS Billing. An administrator "
                               "can grant it oms_viewer, oms_operator or oms_admin."),
                      detail);
}

/// What the program reads, one short list each: a restricted key may lack some of them.
QList<stripe::Call> readings()
{
    const stripe::ListPage one{.limit = 1};
    return {stripe::listCustomers(one),   stripe::listProducts(one),
            stripe::listPrices(one),      stripe::listSubscriptions(one),
            stripe::listInvoices(one),    stripe::listPaymentIntents(one),
            stripe::listRefunds({}, one), stripe::listCreditNotes(one),
            stripe::listEvents(one)};
}

/// "rak_customer_read" of Stripe's refusal, else the path.
QString rightOf(const stripe::Failure &failure, const QString &path)
{
    static const QRegularExpression permission(u"rak_[a-z0-9_]+"_s);
    const QString named = permission.match(failure.error.message).captured();
    return named.isEmpty() ? path.section(u'/', -1) : named;
}

QCoro::Task<core::Result<QStringList>> missingRights(stripe::Client &client)
{
    QStringList missing;
    const QList<stripe::Call> calls = readings();
    for (const stripe::Call &call : calls) {
        const stripe::Reply reply = co_await client.send(call);
        if (!reply && reply.error().httpStatus == 403)
            missing.append(rightOf(reply.error(), call.path));
        else if (!reply)
            co_return tl::unexpected(reply.error().error);
    }
    co_return missing;
}

} // namespace

core::Result<CheckedDatabase> checkDatabase(db::Session &session)
{
    const core::Result<db::SchemaStatus> status = db::Migrations().status(session);
    if (!status && status.error().kind == core::Error::Kind::Forbidden)
        return withoutRights(status.error().detail); // it may not even look
    if (!status)
        return core::passOn(status);
    if (status->state != db::SchemaStatus::State::Current)
        return core::fail(core::Error::Kind::Conflict, status->sentence);
    const core::Result<SignedInPerson> person = readSignedInPerson(session);
    if (!person)
        return core::passOn(person);
    if (person->role.isEmpty() && !person->runsEngine)
        return withoutRights(person->name);
    const auto bound = db::AccountRepository(session).bound();
    if (!bound)
        return core::passOn(bound);
    CheckedDatabase checked{*person, {}};
    if (*bound)
        checked.owner = StripeOwner{(*bound)->accountId, (*bound)->livemode};
    return checked;
}

core::Result<CheckedDatabase> tryDatabase(const db::ConnectionParameters &parameters)
{
    db::Database database(parameters, {.writers = 1, .readers = 1});
    const auto job = [](db::Session &session) { return checkDatabase(session); };
    const QFuture<core::Result<CheckedDatabase>> answer = database.read(job);
    return answer.result();
}

QCoro::Task<core::Result<CheckedKey>> tryStripeKey(KeyQuestion question)
{
    const core::Result<stripe::ApiKey> key = stripe::checkKey(question.key, question.base);
    if (!key)
        co_return core::passOn(key);
    stripe::ClientOptions options;
    options.key = *key;
    options.base = question.base;
    options.version = question.version;
    options.attemptTimeout = 10s;
    options.interactiveRetries = 0; // a person waits, and can press again
    const auto client = std::make_unique<stripe::HttpClient>(options);
    const stripe::Call call = stripe::retrieveAccount();
    const stripe::Reply reply = co_await client->send(call);
    if (!reply && reply.error().httpStatus == 401)
        co_return core::fail(core::Error::Kind::Forbidden,
                             Text::tr("Stripe does not know this key, or it was revoked. Copy it "
                                      "again from Stripe's dashboard: Developers, API keys."),
                             reply.error().error.detail);
    if (!reply)
        co_return tl::unexpected(reply.error().error);
    const auto account = stripe::accountFromJson(reply->body);
    if (!account)
        co_return core::passOn(account);
    CheckedKey checked{{account->id, key->mode == stripe::ApiKey::Mode::Live}, account->name, {}};
    if (question.owner && *question.owner != checked.owner)
        co_return core::fail(core::Error::Kind::Conflict,
                             otherOwner(*question.owner, checked.owner));
    if (key->kind == stripe::ApiKey::Kind::Restricted) {
        const core::Result<QStringList> missing = co_await missingRights(*client);
        if (!missing)
            co_return core::passOn(missing);
        checked.missingRights = *missing;
    }
    const CheckedKey answer = checked;
    co_return answer;
}

QString otherOwner(const StripeOwner &database, const StripeOwner &key)
{
    if (database.isLive != key.isLive)
        return key.isLive
            ? Text::tr("This database belongs to test mode, but the key is a live key.")
            : Text::tr("This database belongs to live mode, but the key is a test key.");
    return Text::tr("This database belongs to the Stripe account %1, but the key is of another "
                    "account.")
        .arg(database.account);
}

core::Result<QStringList> readWebhookSecrets(const QString &text)
{
    static const QRegularExpression gap(u"[\\s,]+"_s);
    const auto refuse = [](const QString &sentence) {
        return core::fail(core::Error::Kind::Invalid, sentence, {}, u"webhook_secret"_s);
    };
    const QStringList secrets = text.split(gap, Qt::SkipEmptyParts);
    if (secrets.isEmpty())
        return refuse(Text::tr("Enter the signing secret. It starts with whsec_."));
    for (const QString &secret : secrets) {
        if (secret.startsWith("sk_"_L1) || secret.startsWith("rk_"_L1))
            return refuse(Text::tr("This is a Stripe key. The signing secret belongs to the "
                                   "webhook endpoint and starts with whsec_."));
        if (secret.startsWith("we_"_L1))
            return refuse(Text::tr("This is the endpoint's id. Press Reveal at its signing secret "
                                   "in Stripe's dashboard, and copy that."));
        if (!secret.startsWith("whsec_"_L1) || secret.size() < 12)
            return refuse(
                Text::tr("This is not a complete signing secret. It starts with whsec_."));
    }
    return secrets;
}

} // namespace services
