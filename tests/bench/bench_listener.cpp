// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP listener alone, without a database: what it leaves for the work behind it.
#include "http/server.h"
#include "httpload.h"
#include "report.h"

#include <QCoreApplication>

#include <cstdio>

using namespace std::chrono_literals;

namespace {

QByteArray postOf(qsizetype bodySize)
{
    return "POST /api/v1/stripe/webhooks HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(bodySize) + "\r\n\r\n" + QByteArray(bodySize, 'x');
}

int measure()
{
    http::Router router;
    router.add("POST", "/api/v1/stripe/webhooks",
               [](const http::Request &, const http::Responder &respond) {
                   respond(http::Response{.body = "{}"});
               });
    http::Server server(std::move(router));
    const core::Result<quint16> port = server.listen(QHostAddress::LocalHost, 0);
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error().message));
        return 1;
    }
    for (const int connections : {1, 32, 128}) {
        bench::Figures figures{.name = QStringLiteral("listener-%1").arg(connections),
                               .unit = QStringLiteral("requests/s")};
        for (int run = 0; run < 3; ++run) {
            const HttpLoad load = measureHttp(*port, postOf(3000), connections, 1s);
            if (load.failures > 0)
                return 1;
            figures.ours += load.perSecond;
        }
        bench::print(figures);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    int failed = 0;
    const int code = bench::runBenchmarks(
        {{QStringLiteral("listener"), [&] { failed = measure(); }}}, QCoreApplication::arguments());
    return code + failed;
}
