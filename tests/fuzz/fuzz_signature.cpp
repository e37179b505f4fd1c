// SPDX-License-Identifier: GPL-3.0-or-later
// A header made by somebody without the secret is never accepted, and one made with it always is.
// The input is the header, a line feed, and the body.
#include "stripe/signature.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const qsizetype cut = input.contains('\n') ? input.indexOf('\n') : input.size();
    const QByteArrayView header = input.first(cut);
    const QByteArrayView body = input.sliced(std::min(cut + 1, input.size()));
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    const QList<QByteArray> secrets{"whsec_first", "whsec_second"};

    if (stripe::verifySignature(body, header, secrets, now))
        std::abort();
    const QByteArray good = stripe::signatureHeader(body, secrets.last(1), now);
    if (!stripe::verifySignature(body, good, secrets, now))
        std::abort();
    return 0;
}
