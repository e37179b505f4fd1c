#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first run of the real program, by its controls' names: nothing is set up, so it asks how to
begin; the connection is left in the middle and resumed; a wrong key is refused at its field; the
sandbox's key is taken; and the window is changed to another port while it runs."""
import os
import re
import signal
import stat
import subprocess
import sys
import tempfile

import pyatspi

from accessible import application, find, press, type_into, wait_for, words

KEY = "sk_test_sandbox_firstrun"


def start(programs, folder, name, *arguments, **variables):
    environment = dict(os.environ, OMS_BILLING_DATA_DIR=os.path.join(folder, "data"),
                       XDG_CONFIG_HOME=os.path.join(folder, "config"), HOME=folder, **variables)
    environment.pop("DATABASE_URL", None)
    log = open(os.path.join(folder, name + ".log"), "a", encoding="utf-8")
    return subprocess.Popen([os.path.join(programs, name), *arguments], env=environment, cwd=folder,
                            stdout=log, stderr=log)


def sandbox_address(folder):
    def look():
        with open(os.path.join(folder, "oms-stripe-sandbox.log"), encoding="utf-8") as log:
            found = re.search(r"http://127\.0\.0\.1:\d+", log.read())
        return found and found.group()

    return wait_for("the sandbox's address", look)


def window_of(app, title):
    return wait_for(f"the window “{title}”", lambda: next(
        (w for w in app if w is not None and title in (w.name or "")
         and w.getState().contains(pyatspi.STATE_SHOWING)), None), 90)


def says(window, text):
    return wait_for(f"“{text}”", lambda: any(text in word for word in words(window)))


def secrets_of(folder):
    for root, _, files in os.walk(os.path.join(folder, "config")):
        if "secrets.json" in files:
            return os.path.join(root, "secrets.json")
    return None


def begin(programs, folder, address):
    """Chooses to connect, and leaves in the middle."""
    desk = start(programs, folder, "oms-billing", STRIPE_API_BASE=address)
    window = window_of(application("oms-billing"), "Welcome to OMS Billing")
    find(window, "Start the demonstration")
    press(window, "Connect")
    says(window, "Where should the data be kept?")
    press(window, "Test and continue")  # makes the private database
    says(window, "Which Stripe account?")
    press(window, "Finish later")
    desk.wait(30)


def resume(programs, folder, address):
    """Goes on where it was left, with a wrong key first."""
    desk = start(programs, folder, "oms-billing", "--listen", "127.0.0.1:0",
                 STRIPE_API_BASE=address)
    app = application("oms-billing")
    window = window_of(app, "Welcome to OMS Billing")
    says(window, "Which Stripe account?")
    type_into(window, "Secret key", "pk_test_of_the_wrong_kind")
    press(window, "Test and save")
    says(window, "This is the publishable key")
    type_into(window, "Secret key", KEY)
    press(window, "Test and save")
    says(window, "Stripe takes it: test mode")
    press(window, "Test and continue")
    says(window, "How do Stripe's events get here?")
    press(window, "Open OMS Billing")
    return desk, window_of(app, "– OMS Billing")


def enter_secret(window):
    """A secret entered in Settings is used at once."""
    press(window, "Settings")
    says(window, "Set by --listen")
    says(window, "sk_test_…trun")
    press(window, "Webhook signing secret: Enter")
    type_into(window, "Signing secret", "whsec_1234567890ab77")
    press(window, "Test and save")


def main():
    programs = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="oms-firstrun-") as folder:
        os.chmod(folder, 0o755)  # the cluster belongs to another user when this runs as root
        running = [start(programs, folder, "oms-stripe-sandbox", "--listen", "127.0.0.1:0")]
        try:
            address = sandbox_address(folder)
            begin(programs, folder, address)
            desk, window = resume(programs, folder, address)
            running.append(desk)
            enter_secret(window)
            app = application("oms-billing")
            wait_for("the secret in use, without reconnecting", lambda: any(
                "whsec_…ab77" in shown and "Reconnect now" not in shown
                for shown in (words(one) for one in app if one is not None)))
            secrets = secrets_of(folder)  # a session bus, but no keychain on it
            assert secrets and stat.S_IMODE(os.stat(secrets).st_mode) == 0o600, secrets
            with open(os.path.join(folder, "oms-billing.log"), encoding="utf-8") as log:
                text = log.read()
            assert KEY not in text and "whsec_1234567890" not in text, "a secret is in the log"
            desk.send_signal(signal.SIGTERM)
            assert desk.wait(30) == 0, desk.returncode
        finally:
            for process in reversed(running):
                if process.poll() is None:
                    process.terminate()
                    process.wait(30)


main()
