#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on the real programs: the demonstration is started, a tenant is provisioned through
its window, the sandbox bills it and delivers signed webhooks, the lists and the Overview change by
themselves, a CSV holds the tenant, and the audit tells who did it."""
import csv
import glob
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import pyatspi

from accessible import (application, find, press, rows_of, table, type_into, wait_for, words)

NAME = "Zwiebelkurier Übermorgen GmbH"
EMAIL = "rechnung@zwiebelkurier.example"


def start(programs, folder):
    environment = dict(os.environ, OMS_BILLING_DATA_DIR=os.path.join(folder, "data"),
                       XDG_CONFIG_HOME=os.path.join(folder, "config"), HOME=folder)
    log = open(os.path.join(folder, "desk.log"), "w", encoding="utf-8")
    return subprocess.Popen([os.path.join(programs, "oms-billing"), "--demo"],
                            env=environment, cwd=folder, stdout=log, stderr=log)


def psql(folder, statement):
    """Asks the demonstration's own PostgreSQL, as the desk does."""
    sockets = [line.split("'")[1]
               for path in glob.glob(os.path.join(folder, "data/demo/**/*.conf"), recursive=True)
               for line in open(path, encoding="utf-8", errors="replace")
               if line.startswith("unix_socket_directories")]
    assert sockets, "the private cluster's socket is not to be found"
    user = subprocess.check_output(["id", "-un"], text=True).strip()
    return subprocess.check_output(
        ["psql", "-X", "-A", "-t", "-h", sockets[0], "-U", user, "-d", "oms_billing", "-c",
         statement], text=True).strip()


def main_window(app):
    return wait_for("the main window", lambda: next(
        (w for w in app if w is not None and w.getRole() == pyatspi.ROLE_FRAME
         and w.childCount > 0 and "–" in (w.name or "")), None), 90)


def mrr_shown(window):
    """The figure of the Overview's first card, as it stands there."""
    press(window, "Overview")
    find(window, "MRR")
    return [text for text in words(window) if re.fullmatch(r"[\d,.]+( [A-Z]{3})?", text)]


def provision(app, window):
    press(window, "Tenants")
    press(window, "New tenant")
    dialog = wait_for("the dialog", lambda: next(
        (w for w in app if w is not None and (w.name or "").startswith("New tenant")), None))
    type_into(dialog, "Company name", NAME)
    type_into(dialog, "Billing e-mail", "not an address")
    press(dialog, "Create tenant")
    find(dialog, "This is not an e-mail address")
    type_into(dialog, "Billing e-mail", EMAIL)
    press(dialog, "Create tenant")
    wait_for("the steps done", lambda: any("cus_" in text for text in words(dialog))
             and any("sub_" in text for text in words(dialog)))
    press(dialog, "Close")


def check_row(window):
    press(window, "Tenants")
    type_into(window, "Search tenants", "Zwiebelkurier")
    return wait_for("the tenant's row with its revenue", lambda: next(
        (row for row in rows_of(table(window))
         if any(NAME in cell for cell in row) and any("29.00" in cell for cell in row)), None))


def check_invoice(window, folder):
    wait_for("the invoice in the database", lambda: psql(
        folder, f"SELECT i.status FROM stripe_invoices i JOIN tenants t ON t.id = i.tenant_id "
                f"WHERE t.name = '{NAME}'") == "open")
    press(window, "Invoices")
    wait_for("the invoice's row", lambda: any(
        any(NAME in cell for cell in row) for row in rows_of(table(window), 20)))


def export(app, window, folder):
    press(window, "Tenants")
    type_into(window, "Search tenants", "Zwiebelkurier")
    wait_for("one row", lambda: len(rows_of(table(window))) == 1)
    press(window, "Export")
    path = os.path.join(folder, "tenants.csv")
    dialog = wait_for("the file dialog", lambda: next(
        (w for w in app if w is not None and (w.name or "").startswith("Export tenants")), None))
    type_into(dialog, "File name:", path)
    press(dialog, "Save")
    wait_for("the file", lambda: os.path.exists(path))
    with open(path, "rb") as file:
        data = file.read()
    assert data.count(b"\r\n") == 2, "CRLF, a header and one row"
    rows = list(csv.reader(data.decode("utf-8").splitlines()))
    assert any(NAME in cell for cell in rows[1]), rows
    return rows


def check_audit(folder):
    user = subprocess.check_output(["id", "-un"], text=True).strip()
    audit = psql(folder, "SELECT json_agg(json_build_array(action, actor)) FROM audit_log a "
                         f"JOIN tenants t ON t.id = a.tenant_id WHERE t.name = '{NAME}'")
    told = {tuple(entry) for entry in json.loads(audit)}
    assert ("tenant.create", user) in told, told
    assert ("subscription.create", user) in told, told
    assert any(actor == "stripe" for _, actor in told), told
    states = psql(folder, "SELECT count(*) FROM stripe_webhook_events "
                          "WHERE state IN ('waiting', 'failed', 'dead')")
    assert states == "0", f"{states} events were not worked off"


def main():
    programs = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="oms-mainjob-")
    os.chmod(folder, 0o755)  # the cluster belongs to another user when this runs as root
    desk = start(programs, folder)
    began = time.monotonic()
    try:
        app = application("oms-billing")
        window = main_window(app)
        print(f"window after {time.monotonic() - began:.1f} s")
        before = mrr_shown(window)
        provision(app, window)
        print("row:", check_row(window))
        check_invoice(window, folder)
        wait_for("another MRR on the Overview", lambda: mrr_shown(window) != before)
        print("exported:", export(app, window, folder)[1])
        check_audit(folder)
    except BaseException:
        print(open(os.path.join(folder, "desk.log"), encoding="utf-8").read()[-4000:])
        raise
    finally:
        desk.send_signal(signal.SIGTERM)
        code = desk.wait(30)
    assert code == 0, f"the window ended with {code}"
    print("1 passed, 0 failed")


if __name__ == "__main__":
    main()
