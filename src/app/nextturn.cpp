// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nextturn.h"

#include <QCoro/QCoroTimer>

#include <QTimer>

namespace app {

QCoro::Task<> nextTurn()
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(0);
    co_await timer;
}

} // namespace app
