#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/setup against stand-ins for dpkg-query, id, sudo and apt-get: test_setup.py ROOT"""

import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.abspath(sys.argv.pop(1))


def wanted():
    with open(os.path.join(ROOT, "scripts/packages.txt"), encoding="utf-8") as file:
        names = [line.split("#")[0].strip() for line in file]
    return [name for name in names if name]


class Setup(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.log = os.path.join(self.folder, "log")
        self.stand_in("apt-get", 'echo "apt-get $*" >>"$LOG"')

    def stand_in(self, name, body):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{body}\n")
        os.chmod(path, 0o755)

    def machine(self, missing, uid):
        """A machine that lacks these packages and on which this user runs the script."""
        present = "\\n".join(f"ii  {name}" for name in wanted() if name not in missing)
        # Removed, but its settings are still there: not installed.
        gone = "\\n".join(f"rc  {name}" for name in missing)
        self.stand_in("dpkg-query", f"printf '{present}\\n{gone}\\n'")
        self.stand_in("id", f"echo {uid}")

    def run_setup(self, *arguments):
        environment = {"PATH": f"{self.folder}:/usr/bin:/bin", "LOG": self.log}
        return subprocess.run([os.path.join(ROOT, "scripts/setup"), *arguments], cwd="/",
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True)

    def calls(self):
        if not os.path.exists(self.log):
            return []
        with open(self.log, encoding="utf-8") as file:
            return file.read().splitlines()

    def test_every_package_says_why(self):
        with open(os.path.join(ROOT, "scripts/packages.txt"), encoding="utf-8") as file:
            lines = [line for line in file if line.strip() and not line.startswith("#")]
        self.assertEqual([line for line in lines if "#" not in line], [])
        self.assertEqual(len(wanted()), len(set(wanted())))

    def test_nothing_missing_calls_nothing(self):
        self.machine(missing=[], uid=1000)
        self.assertEqual(self.run_setup().returncode, 0)
        self.assertEqual(self.run_setup("--check").returncode, 0)
        self.assertEqual(self.calls(), [])

    def test_check_lists_and_installs_nothing(self):
        self.machine(missing=["cmake", "xvfb"], uid=0)
        done = self.run_setup("--check")
        self.assertEqual((done.returncode, done.stdout), (1, "cmake\nxvfb\n"))
        self.assertEqual(self.calls(), [])

    def test_what_only_measurements_need_is_asked_for(self):
        self.machine(missing=[], uid=0)
        done = self.run_setup("--check", "--bench")
        self.assertEqual((done.returncode, done.stdout), (1, "sqlitebrowser\n"))

    def test_root_installs_what_is_missing(self):
        self.machine(missing=["cmake"], uid=0)
        self.assertEqual(self.run_setup().returncode, 0)
        update, install = self.calls()
        self.assertTrue(update.endswith(" update"))
        self.assertTrue(install.endswith(" cmake"))
        self.assertIn("--yes", install)

    def test_user_installs_through_sudo(self):
        self.machine(missing=["cmake"], uid=1000)
        self.stand_in("sudo", 'echo "sudo $*" >>"$LOG"; [ "$1" != -n ] || shift; exec "$@"')
        self.assertEqual(self.run_setup().returncode, 0)
        self.assertIn("sudo -n true", self.calls())
        self.assertTrue(self.calls()[-1].startswith("apt-get "))

    def test_user_without_sudo_is_told_what_to_ask_for(self):
        self.machine(missing=["cmake"], uid=1000)
        self.stand_in("sudo", 'echo "sudo: a password is required" >&2; exit 1')
        done = self.run_setup()
        self.assertEqual(done.returncode, 1)
        self.assertIn("apt-get install --no-install-recommends cmake", done.stderr)
        self.assertEqual(self.calls(), [])

    def test_failing_mirror_is_an_error(self):
        self.machine(missing=["cmake"], uid=0)
        self.stand_in("apt-get", "exit 100")
        done = self.run_setup()
        self.assertEqual(done.returncode, 1)
        self.assertIn("could not install", done.stderr)


if __name__ == "__main__":
    unittest.main()
