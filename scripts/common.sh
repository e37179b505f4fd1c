# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by the scripts beside it: strict mode, the project's root as current directory.
set -euo pipefail
this_script=$(realpath "$0")
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Lets ccache serve what is built with a precompiled header; without it, it refuses every such file.
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}

# Prints the comment at the top of the calling script, its manual, and ends.
usage() {
    sed -n '/^# SPDX/d; /^#!/d; /^#/!q; s/^# \{0,1\}//p' "$this_script"
    exit 0
}

# Ends the script with a sentence on stderr: fail <exit code> <sentence>...
fail() {
    local code=$1
    shift
    printf '%s: %s\n' "$(basename "$this_script")" "$*" >&2
    exit "$code"
}

# Configures a preset where it is not yet: configure <preset> [cmake argument...]
configure() {
    command -v cmake >/dev/null || fail 1 "cmake is not installed; scripts/setup installs what building needs"
    [ -f "build/$1/build.ninja" ] || cmake --preset "$@"
}

# Configures and builds: build <preset> [target...]
build() {
    configure "$1"
    cmake --build "build/$1" --parallel "$(nproc)" ${2:+--target "${@:2}"}
}
