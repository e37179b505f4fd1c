// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connectionurl.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

[[noreturn]] void die()
{
    raise(SIGKILL);
    std::abort();
}

/// Dies at the given point of the given step: "claimed 2".
services::ExecutorOptions dyingAt(const QString &where)
{
    services::ExecutorOptions options = support::TestDesk::quickOptions();
    options.lanes = 1;
    const auto seen = std::make_shared<QHash<QString, int>>();
    options.checkpoint = [where, seen](const char *point) {
        const QString name = QString::fromLatin1(point);
        const int times = ++(*seen)[name];
        if (where == name + u' ' + QString::number(times))
            die();
    };
    return options;
}

core::NewSubscription withCard(const QUuid &tenantId)
{
    core::NewSubscription subscription;
    subscription.tenantId = tenantId;
    subscription.priceId = u"price_basic_monthly"_s;
    subscription.collection = {core::Collection::Method::ChargeAutomatically, 0, u"pm_card_visa"_s};
    return subscription;
}

} // namespace

/// Provisions a tenant with a subscription and dies where it is told to, or, told "recover",
/// works until nothing is open and says "done". "card" before it: the subscription is one of its
/// own, after the tenant, and brings a card. Arguments: database URL, Stripe's URL, where.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const bool bringsCard = arguments.at(3).startsWith("card "_L1);
    const QString where = bringsCard ? arguments.at(3).mid(5) : arguments.at(3);
    const auto parameters = support::orDie(db::parseConnectionUrl(arguments.at(1)), "url");
    support::TestDesk desk(parameters, arguments.at(2), dyingAt(where));
    const bool isRecovering = where == "recover"_L1;
    const core::NewTenant tenant = support::company(u"Crash Co"_s, !bringsCard);
    if (!isRecovering) {
        desk.provision(tenant);
        if (where == "submitted 1"_L1)
            die();
    }
    desk.work();
    QTimer poll;
    bool isCardWaiting = bringsCard;
    QObject::connect(&poll, &QTimer::timeout, &application, [&] {
        const auto open = support::resultOf(desk.operations.unfinished());
        if (open && open->isEmpty() && isCardWaiting) {
            isCardWaiting = false;
            desk.subscribe(withCard(tenant.tenantId));
            if (where == "submitted 2"_L1)
                die();
        } else if (open && open->isEmpty()) {
            std::puts("done");
            QCoreApplication::quit();
        }
    });
    poll.start(20ms);
    QTimer::singleShot(15s, &application, [] { QCoreApplication::exit(3); });
    return QCoreApplication::exec();
}
