// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/apikey.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace stripe {

using core::Error;
using core::fail;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::ApiKey)
};

/// What the start of a key tells: every prefix Stripe documents for keys that may act.
struct Prefix
{
    QLatin1StringView text;
    ApiKey::Kind kind;
    ApiKey::Mode mode;
};

constexpr Prefix prefixes[] = {
    {QLatin1StringView("sk_test_"), ApiKey::Kind::Secret, ApiKey::Mode::Test},
    {QLatin1StringView("sk_live_"), ApiKey::Kind::Secret, ApiKey::Mode::Live},
    {QLatin1StringView("rk_test_"), ApiKey::Kind::Restricted, ApiKey::Mode::Test},
    {QLatin1StringView("rk_live_"), ApiKey::Kind::Restricted, ApiKey::Mode::Live},
};

core::Error invalid(const QString &message)
{
    return {Error::Kind::Invalid, message, {}, QStringLiteral("stripe_key")};
}

/// Why this text cannot be a key at all, or nothing.
std::optional<core::Error> notAKey(const QString &key)
{
    if (key.isEmpty())
        return invalid(Words::tr("Enter the Stripe secret key. It starts with sk_ or rk_."));
    if (key.startsWith(QLatin1StringView("pk_")))
        return invalid(
            Words::tr("This is the publishable key, which cannot read or change billing. "
                      "Use the secret key that starts with sk_ or rk_."));
    if (key.startsWith(QLatin1StringView("whsec_")))
        return invalid(Words::tr("This is a webhook signing secret. "
                                 "Use the secret key that starts with sk_ or rk_."));
    // It becomes an HTTP header: a line break in it would start another one.
    const bool isPrintable =
        std::ranges::all_of(key, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    if (!isPrintable)
        return invalid(Words::tr("The Stripe key contains a space or another character that "
                                 "cannot be part of a key. Copy it again."));
    return std::nullopt;
}

/// Why a key of this mode may not be sent to this URL, or nothing.
std::optional<core::Error> notForThisHost(const ApiKey &key, const QUrl &base)
{
    const bool isOwn = isStripesOwnHost(base);
    if (key.mode == ApiKey::Mode::Live && !isOwn)
        return invalid(Words::tr("A live key may only be used with Stripe itself, not with %1. "
                                 "Use a test key, or remove the other Stripe address.")
                           .arg(base.host()));
    if (key.isSandbox && isOwn)
        return invalid(Words::tr("This key belongs to the practice sandbox. Stripe does not know "
                                 "it: enter the secret key of your Stripe account."));
    if (isOwn && base.scheme() != QLatin1StringView("https"))
        return invalid(Words::tr("Stripe must be reached by https, so that nobody can read the "
                                 "key on its way. Correct the Stripe address."));
    return std::nullopt;
}

} // namespace

bool isStripesOwnHost(const QUrl &base)
{
    return base.host() == QLatin1StringView("api.stripe.com");
}

core::Result<ApiKey> checkKey(const QString &key, const QUrl &base)
{
    const QString trimmed = key.trimmed();
    if (const auto error = notAKey(trimmed))
        return tl::unexpected(*error);
    const auto prefix =
        std::ranges::find_if(prefixes, [&](const Prefix &p) { return trimmed.startsWith(p.text); });
    if (prefix == std::end(prefixes) || trimmed.size() == prefix->text.size())
        return fail(Error::Kind::Invalid,
                    Words::tr("This is not a Stripe secret key. It starts with sk_test_, sk_live_, "
                              "rk_test_ or rk_live_."),
                    {}, QStringLiteral("stripe_key"));
    const bool isHttp =
        base.scheme() == QLatin1StringView("https") || base.scheme() == QLatin1StringView("http");
    if (!base.isValid() || base.host().isEmpty() || !isHttp)
        return fail(Error::Kind::Invalid,
                    Words::tr("The Stripe address must start with https:// or http:// and name a "
                              "host."),
                    {}, QStringLiteral("stripe_api_base"));

    const QLatin1StringView sandboxTail(sandboxKeyPrefix + 2); // without "sk"
    const ApiKey checked{.secret = trimmed.toLatin1(),
                         .kind = prefix->kind,
                         .mode = prefix->mode,
                         .isSandbox = QStringView(trimmed).mid(2).startsWith(sandboxTail)};
    if (const auto error = notForThisHost(checked, base))
        return tl::unexpected(*error);
    return checked;
}

} // namespace stripe
