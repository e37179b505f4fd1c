// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace support {

/// ASAN_OPTIONS of a program whose memory is looked at: what the sanitizer keeps back of freed
/// memory is no growth.
[[nodiscard]] inline QString littleQuarantine()
{
    return qEnvironmentVariable("ASAN_OPTIONS")
        + QStringLiteral(":quarantine_size_mb=4:thread_local_quarantine_size_kb=64"
                         ":allocator_release_to_os_interval_ms=500");
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int memoryFactor = 2; ///< Each piece has its red zones.
#else
inline constexpr int memoryFactor = 1;
#endif
#else
inline constexpr int memoryFactor = 1;
#endif

} // namespace support
