#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails while a translation lacks a string, holds an unfinished one, or breaks one.

check_translations.py ROOT LUPDATE: lupdate runs on copies, the files themselves stay as they are.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

OPTIONS = ["-silent", "-recursive", "-extensions", "cpp,h", "-locations", "none", "-no-obsolete",
           "-source-language", "en_US"]
# Language and further options of lupdate. English needs its plurals only.
LANGUAGES = {"de": [], "en": ["-pluralonly"]}


def messages(path):
    """{(context, source, comment): message element}"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"),
                   message.findtext("comment") or "")
            found[key] = message
    return found


def forms(message):
    translation = message.find("translation")
    plurals = translation.findall("numerusform")
    return [form.text or "" for form in plurals] if plurals else [translation.text or ""]


def placeholders(text):
    return sorted(re.findall(r"%L?\d+|%n|%L?n", text))


def has_mnemonic(text):
    return re.search(r"&\w", text.replace("&&", "")) is not None


def flaws(source, message):
    """What is wrong with one translated message."""
    translation = message.find("translation")
    texts = forms(message)
    if translation.get("type") == "unfinished" or not all(text.strip() for text in texts):
        yield "is unfinished"
        return
    if message.get("numerus") == "yes" and len(texts) != 2:
        yield "needs two plural forms"
    for text in texts:
        singular = message.get("numerus") == "yes" and text is texts[0]
        wanted = placeholders(source)
        if placeholders(text) != wanted and not (
                singular and placeholders(text) == [p for p in wanted if p != "%n"]):
            yield f"has other placeholders: {text!r}"
        if has_mnemonic(text) != has_mnemonic(source):
            yield f"has or lacks a mnemonic: {text!r}"
        for ending in ("…", ":", "?"):
            if source.endswith(ending) != text.endswith(ending):
                yield f"ends without or with '{ending}': {text!r}"
        # The other way round it may be an abbreviation: "M" is "Mio.".
        if source.endswith(".") and not text.endswith("."):
            yield f"ends without '.': {text!r}"
        if (source[0].isspace(), source[-1].isspace()) != (text[0].isspace(), text[-1].isspace()):
            yield f"begins or ends with other blanks: {text!r}"


def check(root, lupdate, language, options, scratch):
    name = f"oms-billing_{language}.ts"
    committed = os.path.join(root, "translations", name)
    fresh = os.path.join(scratch, name)
    shutil.copy(committed, fresh)
    sources = os.path.join(root, "src")
    done = subprocess.run([lupdate, *OPTIONS, sources, "-I", sources, *options, "-ts", fresh],
                          capture_output=True, text=True, check=False)
    # What lupdate cannot follow is in the wrong context, so it would never be found at run time.
    yield from (f"lupdate: {line}" for line in done.stderr.splitlines())
    if done.returncode != 0:
        yield f"lupdate ended with {done.returncode}"
        return
    before, after = messages(committed), messages(fresh)
    for (context, source, comment), message in after.items():
        if (context, source, comment) not in before:
            yield f"{name}: {context}: {source!r} is missing; build update_translations"
            continue
        for flaw in flaws(source, message):
            yield f"{name}: {context}: {source!r} {flaw}"
    for context, source, comment in before.keys() - after.keys():
        yield f"{name}: {context}: {source!r} is no longer used; build update_translations"


def main():
    root, lupdate = sys.argv[1:]
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for language, options in LANGUAGES.items():
            found += check(root, lupdate, language, options, scratch)
    print("\n".join(dict.fromkeys(found)) if found else "Every language is complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
