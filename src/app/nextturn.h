// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>

namespace app {

/// Goes on from the event loop. What was awaited may resume us from deep inside the object that is
/// to be deleted next.
QCoro::Task<> nextTurn();

} // namespace app
