// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <coroutine>

namespace stripe {

/// One coroutine's wait. It lives in the waiting coroutine's frame and is opened once, by whoever
/// was given its address; opening resumes the coroutine at once and may destroy the gate.
/// Main thread only. (A QFuture would need a running event loop to wake its waiter, and there is
/// none while the program shuts down.)
class Gate
{
public:
    Gate() = default;
    Q_DISABLE_COPY_MOVE(Gate)

    void open();

    [[nodiscard]] bool await_ready() const noexcept { return m_isOpen; }
    void await_suspend(std::coroutine_handle<> waiting) noexcept { m_waiting = waiting; }
    void await_resume() const noexcept { }

private:
    std::coroutine_handle<> m_waiting;
    bool m_isOpen = false;
};

} // namespace stripe
