// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/bell.h"

#include <utility>

namespace services {

void Bell::ring()
{
    const QList<std::coroutine_handle<>> waiting = std::exchange(m_waiting, {});
    for (const std::coroutine_handle<> coroutine : waiting)
        coroutine.resume();
}

} // namespace services
