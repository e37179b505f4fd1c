// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace app {

/// What the programs return to the shell.
enum ExitCode {
    Success = 0,
    Failure = 1,
    Usage = 2,        ///< Options or settings that cannot be taken.
    NoDatabase = 3,   ///< Not reachable, not migrated, or newer than the program.
    NotPermitted = 4, ///< The database role may not do this.
    NoListener = 5,   ///< The port is taken or may not be used.
    Differs = 6,      ///< sync: the database is not what Stripe says.
    Interrupted = 7,  ///< sync: stopped, paused or canceled before its end.
    NoStripe = 8,     ///< Stripe does not answer.
};

[[nodiscard]] inline ExitCode exitCodeOf(const core::Error &error)
{
    switch (error.kind) {
    case core::Error::Kind::Invalid:
        return Usage;
    case core::Error::Kind::Forbidden:
        return NotPermitted;
    case core::Error::Kind::Unreachable:
    case core::Error::Kind::Storage:
    case core::Error::Kind::Conflict:
        return NoDatabase;
    case core::Error::Kind::NotFound:
    case core::Error::Kind::Rejected:
    case core::Error::Kind::RateLimited:
    case core::Error::Kind::Canceled:
    case core::Error::Kind::Internal:
        return Failure;
    }
    return Failure;
}

} // namespace app
