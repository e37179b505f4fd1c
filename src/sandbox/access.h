// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "sandbox/errors.h"

#include <QByteArrayList>

#include <optional>

namespace sandbox {

/// Which keys are let in, and into which mode.
class Access
{
public:
    /// @param keys  The only ones taken; empty: every one that begins sk_test_sandbox or
    ///              rk_test_sandbox. Live ones (sk_live_sandbox…) see an empty account.
    explicit Access(QByteArrayList keys)
        : m_keys(std::move(keys))
    {
    }

    struct Caller
    {
        QByteArray key;
        bool isLive = false;
    };
    /// A restricted key with "readonly" in it may not write: for trying out what then happens.
    [[nodiscard]] tl::expected<Caller, ApiError> admit(const http::Request &request) const;

private:
    QByteArrayList m_keys;
};

} // namespace sandbox
