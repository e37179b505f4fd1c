# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of CONTRIBUTING.md that a machine can check. Each yields (line, sentence)."""

import re

from cpptext import functions, statements, without_comments

# What each layer may include beside its own folder: docs/architecture.md.
LAYERS = {
    "core": set(),
    "stripe": {"core"},
    "db": {"core"},
    "services": {"core", "stripe", "db"},
    "http": {"core"},
    "server": {"core", "http", "services"},
    "models": {"core", "services"},
    "ui": {"core", "services", "models"},
    "demo": {"core"},
    "sandbox": {"core", "http", "stripe", "demo"},
}
LAYERS["app"] = set(LAYERS)

CPP_LINES, HEADER_LINES, TEMPLATE_HEADER_LINES = 500, 120, 170
FUNCTION_LINES, CONSTRUCTOR_LINES = 60, 40
# Headers that hold a class template with its bodies.
TEMPLATE_HEADERS = set()
OWN_BUDGET = {"src/ui/shell/mainwindow.cpp": 350}


def layer_of(path):
    """A layer's precompiled header counts as part of it: its includes reach every source."""
    match = re.match(r"src/(\w+)/|cmake/pch_(\w+)\.h$", path)
    return match and (match.group(1) or match.group(2))


def includes(path, text):
    layer = layer_of(path)
    for number, line in enumerate(without_comments(text).split("\n"), 1):
        match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if not match:
            continue
        quote, name = match.groups()
        first = name.split("/")[0]
        if ".." in name.split("/") or name.startswith("/"):
            yield number, f"'{name}' leaves the layer; write \"layer/file.h\""
        elif re.match(r"Qt[A-Z]\w*/", name):
            yield number, f"<{name}> compiles in every layer; write <{name.split('/')[-1]}>"
        elif first in LAYERS and "/" in name:
            if quote == "<":
                yield number, f"<{name}> is ours; write \"{name}\""
            if layer in LAYERS and first != layer and first not in LAYERS[layer]:
                yield number, f"layer {layer} must not know layer {first}"


def sizes(path, text):
    lines = text.count("\n")
    if path.endswith(".cpp"):
        budget = OWN_BUDGET.get(path, CPP_LINES)
    else:
        budget = TEMPLATE_HEADER_LINES if path in TEMPLATE_HEADERS else HEADER_LINES
    if lines > budget:
        yield lines, f"{lines} lines, and {budget} are the most; split it"
    for number, head, length in functions(text):
        constructor = re.search(r"\b(\w+)::\1\(", head)
        most = CONSTRUCTOR_LINES if constructor else FUNCTION_LINES
        if length > most:
            kind = "constructor" if constructor else "function"
            yield number, f"a {kind} of {length} lines, and {most} are the most"


def header_guard(path, text):
    if path.endswith(".h") and "\n#pragma once\n" not in text:
        yield 1, "#pragma once is missing"


_SQL = re.compile(
    r"\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE FROM\b"
    r"|\b(CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE|COPY|NOTIFY|LISTEN)\s+[A-Za-z(%]",
    re.DOTALL,
)


def sql(path, text):
    """Values are bound, never glued in; and a list of columns outlives a new column."""
    for number, code, literals in statements(text):
        if not any(_SQL.search(literal) for literal in literals):
            continue
        if re.search(r"\.\s*(arg|multiArg)\s*\(", code):
            yield number, ".arg() beside SQL; bind the value"
        # unnest has the columns that it is called with.
        star = r"\bSELECT\s+(\w+\.)?\*(?!\s+FROM\s+unnest\()"
        if any(re.search(star, literal) for literal in literals):
            yield number, "SELECT *; list the columns"


_FORBIDDEN = [
    (r"\bQSKIP\b", "a skipped test tells nothing; make it run or remove it"),
    (r"\b(SIGNAL|SLOT)\s*\(", "connect by pointers to members: the compiler checks those"),
]
_FORBIDDEN_IN_SRC = [
    (r"\bQEventLoop\b|\bprocessEvents\s*\(", "a nested event loop; await instead"),
    (r"\bQThread::\w*sleep\s*\(|\bqSleep\s*\(|\bsleep_(for|until)\s*\(|\b[un]*sleep\(\d",
     "sleeping blocks a thread; wait for the event"),
    (r"\.exec\s*\(\s*\)\s*==\s*QDialog\b", "a modal dialog blocks; go through ui/dialogs.h"),
]
# Waits for a server's process that may not be its child, and for a lock of another program: neither
# sends a signal that could be waited for. Runs before there is a window to block.
MAY_SLEEP = {"src/db/privatecluster.cpp"}


def forbidden(path, text):
    rules = _FORBIDDEN + (_FORBIDDEN_IN_SRC if path.startswith("src/") else [])
    if path in MAY_SLEEP:
        rules = [rule for rule in rules if "sleep" not in rule[1]]
    for number, line in enumerate(without_comments(text).split("\n"), 1):
        for pattern, why in rules:
            if re.search(pattern, line):
                yield number, why


def spdx(path, text):
    first = text.split("\n", 2)[:2]
    line = first[1] if first[0].startswith("#!") and len(first) > 1 else first[0]
    if not re.search(r"SPDX-License-Identifier: GPL-3\.0-or-later", line):
        yield 1, "the SPDX line must come first"


_TRACES = [
    (r"/(work|home/[a-z]\w*|tmp/build-[a-z]\w*)/", "a path of one machine"),
    (r"\bhttps?://[\w.-]+\.(internal|local|corp|lan)\b", "a host of one network"),
    (r"\b[sr]k_live_(?!x+\b)\w{16,}", "this looks like a live key"),
]


def traces(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, why in _TRACES:
            if re.search(pattern, line):
                yield number, why


CPP_RULES = [includes, sizes, header_guard, sql, forbidden, spdx, traces]
SCRIPT_RULES = [spdx, traces]
TEXT_RULES = [traces]
