# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding and using controls of another program through its accessibility tree (AT-SPI)."""
import time

import pyatspi

PATIENCE = 40  # seconds until something that must appear has appeared


def wait_for(what, look, patience=PATIENCE):
    """Calls look() until it gives something; fails with `what` when it never does."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # pylint: disable=broad-except
            found = None  # a control that went away while it was looked at
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"not there after {patience} s: {what}")


def application(name):
    def look():
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == name:
                return app
        return None

    return wait_for(f"application {name}", look, 60)


def controls(root, limit=4000):
    """Everything on screen below root, depth first; long tables are not walked through."""
    stack = [root]
    while stack and limit:
        limit -= 1
        node = stack.pop()
        if node is None:
            continue
        yield node
        if node.getRole() == pyatspi.ROLE_TABLE:
            continue
        count = min(node.childCount, 300)
        stack.extend(node.getChildAtIndex(i) for i in reversed(range(count)))


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def find(root, name, *roles):
    """The control on screen whose name is, or begins with, `name`."""

    def look():
        hits = [n for n in controls(root) if is_showing(n) and (not roles or n.getRole() in roles)]
        for node in hits:
            if node.name == name:
                return node
        for node in hits:
            if (node.name or "").startswith(name):
                return node
        return None

    return wait_for(f"control “{name}”", look)


def press(root, name, *roles):
    node = find(root, name, *(roles or (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX,
                                        pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_RADIO_BUTTON)))
    wait_for(f"“{name}” enabled",
             lambda: node.getState().contains(pyatspi.STATE_ENABLED))
    assert node.queryAction().doAction(0), f"“{name}” cannot be pressed"
    return node


def type_into(root, name, text):
    node = find(root, name, pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT)
    node.queryEditableText().setTextContents(text)
    return node


def table(root):
    """The largest table on screen (a frozen first column is a small one of its own)."""

    def look():
        hits = [n for n in controls(root) if n.getRole() == pyatspi.ROLE_TABLE and is_showing(n)]
        return max(hits, key=lambda n: n.queryTable().nColumns, default=None)

    return wait_for("a table", look)


def rows_of(node, most=50):
    grid = node.queryTable()
    return [[grid.getAccessibleAt(row, column).name for column in range(grid.nColumns)]
            for row in range(min(most, grid.nRows))]


def words(root):
    """All names on screen below root."""
    return [n.name for n in controls(root) if n.name and is_showing(n)]
