// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/gate.h"

#include <utility>

namespace stripe {

void Gate::open()
{
    m_isOpen = true;
    // Nothing of this object is touched after resuming: it may be gone.
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting.resume();
}

} // namespace stripe
