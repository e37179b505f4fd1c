// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <chrono>

namespace stripe {

/// Why a webhook's Stripe-Signature header was not accepted.
enum class SignatureFault {
    MissingHeader,
    NoTimestamp, ///< No readable `t=`.
    NoSignature, ///< No `v1=`; other schemes (v0) do not count.
    NoMatch,     ///< No v1 was made from this body with one of our secrets.
    TooOld,
    TooNew, ///< Signed further in the future than clocks may differ.
};

/// A short stable word for logs and counters, for example "no_match".
[[nodiscard]] const char *toText(SignatureFault fault);

/// Checks a delivery as NOTES §9 says: all v1 signatures against all secrets, in constant time,
/// over the raw bytes; then the age, in both directions, where exactly `tolerance` passes.
/// Empty secrets never match. Pure and thread-safe.
/// @return When Stripe signed it.
[[nodiscard]] tl::expected<QDateTime, SignatureFault>
verifySignature(QByteArrayView body, QByteArrayView header, const QList<QByteArray> &secrets,
                const QDateTime &now, std::chrono::seconds tolerance = std::chrono::seconds(300));

/// Which of the secrets signed it: its place among them; -1 for none. For counting only: whether a
/// delivery is good verifySignature() says.
[[nodiscard]] qsizetype signerOf(QByteArrayView body, QByteArrayView header,
                                 const QList<QByteArray> &secrets);

/// The time a header claims, whoever wrote it; invalid where it claims none.
[[nodiscard]] QDateTime claimedTime(QByteArrayView header);

/// The header Stripe would send: one v1 for each secret. For the sandbox and for tests.
[[nodiscard]] QByteArray signatureHeader(QByteArrayView body, const QList<QByteArray> &secrets,
                                         const QDateTime &at);

} // namespace stripe
