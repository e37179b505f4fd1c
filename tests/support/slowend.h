// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support {

/// Tells where a test program stands when giving back its database or cluster takes longer than
/// half a minute: the stack goes to stderr, and the program goes on waiting.
class SlowEnd
{
public:
    SlowEnd();
    ~SlowEnd();
    SlowEnd(const SlowEnd &) = delete;
    SlowEnd &operator=(const SlowEnd &) = delete;
};

} // namespace support
