// SPDX-License-Identifier: GPL-3.0-or-later
#include "slowend.h"

#include <array>
#include <csignal>
#include <execinfo.h>
#include <string_view>
#include <unistd.h>

namespace support {

namespace {

constexpr unsigned patience = 30; // seconds

void tellStack(int)
{
    constexpr std::string_view words =
        "Giving back the test's database takes long; it stands in:\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words.data(), words.size());
    std::array<void *, 64> frames{};
    const int count = ::backtrace(frames.data(), int(frames.size()));
    ::backtrace_symbols_fd(frames.data(), count, STDERR_FILENO);
}

} // namespace

SlowEnd::SlowEnd()
{
    struct sigaction action = {};
    action.sa_handler = tellStack;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGALRM, &action, nullptr);
    ::alarm(patience);
}

SlowEnd::~SlowEnd()
{
    ::alarm(0);
}

} // namespace support
