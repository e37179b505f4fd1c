// SPDX-License-Identifier: GPL-3.0-or-later
// However the same bytes are cut on their way, they are the same requests: a parser that depends
// on the cut lets one request hide in another.
#include "http/requestparser.h"

#include <QList>

#include <algorithm>
#include <cstdlib>

namespace {

using Step = http::RequestParser::Step;

/// Method, target and body of each request in the bytes, fed in pieces of that size.
///
/// Whether and how the rest is refused may depend on the cut: what is certainly wrong is refused
/// before its end has come, if it comes at once.
QList<QByteArray> requestsIn(QByteArrayView bytes, qsizetype piece)
{
    http::Limits limits;
    limits.headerBytes = 512;
    limits.headerFields = 8;
    limits.bodyBytes = 512;
    http::RequestParser parser(limits);
    QList<QByteArray> requests;
    QByteArray pending;
    while (!bytes.isEmpty()) {
        const qsizetype size = std::min(piece, bytes.size());
        pending += bytes.first(size);
        bytes = bytes.sliced(size);
        QByteArrayView input(pending);
        Step step = Step::HeaderDone;
        while (step != Step::NeedsMore) {
            step = parser.parse(input);
            if (step == Step::Failed)
                return requests;
            if (step == Step::Complete) {
                const http::Request request = parser.takeRequest();
                requests.append(request.method + ' ' + request.rawPath + '?' + request.rawQuery
                                + '\n' + request.body);
                parser.reset();
            }
        }
        pending = input.toByteArray();
    }
    return requests;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const QList<QByteArray> whole = requestsIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    if (requestsIn(bytes, 1) != whole || requestsIn(bytes, 7) != whole)
        std::abort();
    return 0;
}
