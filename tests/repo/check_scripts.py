#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell scripts: executable, free of shellcheck's findings, and with a --help that harms nothing.

check_scripts.py ROOT
"""

import os
import subprocess
import sys


def is_shell(path):
    with open(path, "rb") as file:
        return file.readline().startswith((b"#!/usr/bin/env bash", b"#!/bin/bash", b"#!/bin/sh"))


def scripts(root):
    for folder in ("scripts", ".ci"):
        for name in sorted(os.listdir(os.path.join(root, folder))):
            path = os.path.join(folder, name)
            if os.path.isfile(os.path.join(root, path)) and is_shell(os.path.join(root, path)):
                yield path


def main():
    root = os.path.abspath(sys.argv[1])
    paths = list(scripts(root))
    found = [f"{path} is not executable" for path in paths
             if not os.access(os.path.join(root, path), os.X_OK)]
    checked = subprocess.run(["shellcheck", "-x", *paths, "scripts/common.sh"], cwd=root)
    if checked.returncode != 0:
        found.append("shellcheck has findings, above")
    for path in paths:
        if not path.startswith("scripts/"):
            continue
        # From another folder, and without a terminal: both must not matter.
        shown = subprocess.run([os.path.join(root, path), "--help"], cwd="/", text=True,
                               stdin=subprocess.DEVNULL, capture_output=True)
        if shown.returncode != 0 or not shown.stdout.startswith(path):
            found.append(f"{path} --help does not begin with '{path}'")
    print("\n".join(found) if found else f"{len(paths)} scripts are in order.")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
