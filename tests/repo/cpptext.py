# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ source as the checks look at it: without comments, with its string literals named."""

import re

_TOKEN = re.compile(
    r"""(?P<raw>R"(?P<tag>[^()\\\s]{0,16})\((?P<body>.*?)\)(?P=tag)")"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*")"""
    r"""|(?P<char>'(?:[^'\\\n]|\\.)+')"""
    r"""|(?P<comment>//[^\n]*|/\*.*?\*/)""",
    re.DOTALL,
)


def without_comments(text):
    """The same text, line for line, with comments blanked out."""

    def blank(match):
        if match.group("comment") is None:
            return match.group(0)
        return re.sub(r"[^\n]", " ", match.group(0))

    return _TOKEN.sub(blank, text)


def statements(text):
    """(line number, code without literals, [literals]) of each statement, split at ; { and }."""
    literals = []

    def name(match):
        if match.group("comment") is not None:
            return "\n" * match.group(0).count("\n")
        if match.group("char") is not None:
            return "' '"
        body = match.group("body") if match.group("raw") else match.group("string")[1:-1]
        literals.append(body)
        return f'"\x00{len(literals) - 1}\x00"' + "\n" * match.group(0).count("\n")

    code = _TOKEN.sub(name, text)
    line = 1
    for part in re.split(r"(?<=[;{}])", code):
        stripped = part.lstrip()
        start = line + part[: len(part) - len(stripped)].count("\n")
        used = [literals[int(number)] for number in re.findall("\x00(\\d+)\x00", part)]
        yield start, stripped, used
        line += part.count("\n")


def functions(text):
    """(line number, head, lines of the body) of each function whose braces stand alone.

    clang-format puts a function's braces on lines of their own, at the same indentation.
    """
    lines = without_comments(text).split("\n")
    number = 0
    while number < len(lines):
        opening = re.fullmatch(r"(\s*)\{", lines[number])
        if opening:
            closing = opening.group(1) + "}"
            end = next((i for i in range(number + 1, len(lines)) if lines[i] == closing), None)
            head = _head(lines, number)
            if end is not None and "(" in head:
                yield number + 1, head, end - number - 1
                number = end
        number += 1


def _head(lines, brace):
    start = brace
    while start > 0 and lines[start - 1].strip() and not re.search(r"[;{}]\s*$", lines[start - 1]):
        start -= 1
    return " ".join(line.strip() for line in lines[start:brace])
