// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/access.h"

namespace sandbox {

using namespace Qt::StringLiterals;

/// From "Bearer <key>", or from Basic with the key as the user.
static QByteArray keyOf(const QByteArray &authorization)
{
    if (authorization.startsWith("Bearer "))
        return authorization.sliced(7).trimmed();
    if (!authorization.startsWith("Basic "))
        return {};
    const QByteArray pair = QByteArray::fromBase64(authorization.sliced(6).trimmed());
    return pair.left(pair.indexOf(':'));
}

/// "rak_customer_write" for a call below /v1/customers.
static QString permissionFor(const QString &path)
{
    QString resource = path.section(u'/', 2, 2);
    if (resource.endsWith(u's'))
        resource.chop(1);
    return u"rak_%1_write"_s.arg(resource);
}

tl::expected<Access::Caller, ApiError> Access::admit(const http::Request &request) const
{
    const QByteArray key = keyOf(request.header("authorization"));
    if (key.isEmpty())
        return tl::unexpected(noKey());
    if (key.startsWith("pk_")) {
        return tl::unexpected(
            ApiError{.status = 401,
                     .code = u"secret_key_required"_s,
                     .message = u"This API call cannot be made with a publishable API key. Please "
                                "use a secret API key. You can find a list of your API keys at "
                                "https://dashboard.stripe.com/account/apikeys."_s});
    }
    const bool isLive = key.startsWith("sk_live_sandbox") || key.startsWith("rk_live_sandbox");
    const bool isTest = key.startsWith("sk_test_sandbox") || key.startsWith("rk_test_sandbox");
    if (m_keys.isEmpty() ? !isLive && !isTest : !m_keys.contains(key))
        return tl::unexpected(badKey(key));
    if (key.startsWith("rk_") && key.contains("readonly") && request.method != "GET")
        return tl::unexpected(forbidden(key, permissionFor(request.path)));
    return Caller{key, isLive};
}

} // namespace sandbox
