// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <coroutine>

namespace services {

/// Where coroutines of the main thread wait for a ring: `co_await m_bell;`. A ring resumes each
/// that waits then, once and at once. (Awaiting a signal through QCoro 0.8 resumes a coroutine
/// again when the signal comes twice before the event loop turns, and crashes.)
class Bell
{
public:
    class Wait
    {
    public:
        explicit Wait(Bell &bell)
            : m_bell(bell)
        {
        }
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting) { m_bell.m_waiting.append(waiting); }
        void await_resume() const noexcept { }

    private:
        Bell &m_bell;
    };

    Bell() = default;
    Q_DISABLE_COPY_MOVE(Bell)

    /// Those it wakes may destroy the bell: touch nothing of its owner afterwards.
    void ring();
    [[nodiscard]] Wait operator co_await() { return Wait(*this); }

private:
    QList<std::coroutine_handle<>> m_waiting;
};

} // namespace services
