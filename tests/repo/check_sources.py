#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every file of the project against rules.py: check_sources.py ROOT"""

import os
import sys

import rules

SKIPPED = ("build", ".git", ".cache")  # .git is a file in a second worktree
# Recorded answers and documents of others, kept as they came.
FOREIGN = ("tests/fixtures/", "tests/fuzz/corpus/", "resources/icons/", "LICENSE")


def files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if os.path.relpath(os.path.join(folder, f), root)
                            not in SKIPPED and f != "__pycache__")
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), root)
            if path not in SKIPPED and not path.startswith(FOREIGN):
                yield path


def rules_for(path, text):
    name = os.path.basename(path)
    if name.endswith((".cpp", ".h")):
        return rules.CPP_RULES
    if name == "CMakeLists.txt" or name.endswith((".cmake", ".py", ".sh")) or text.startswith("#!"):
        return rules.SCRIPT_RULES
    if name.endswith((".sql",)):
        return rules.TEXT_RULES + [rules.spdx]
    return rules.TEXT_RULES


def findings(root):
    for path in rules.OWN_BUDGET:
        if not os.path.exists(os.path.join(root, path)):
            yield f"tests/repo/rules.py:1: OWN_BUDGET names {path}, which is not there"
    for path in files(root):
        with open(os.path.join(root, path), "rb") as file:
            content = file.read()
        try:
            text = content.decode()
        except UnicodeDecodeError:
            continue  # a picture or a font
        for rule in rules_for(path, text):
            for line, why in rule(path, text):
                yield f"{path}:{line}: {why}"


def main():
    found = list(findings(sys.argv[1]))
    print("\n".join(found) if found else "Every file keeps the rules.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
