#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of translations itself: what it finds in one message."""

import unittest
import xml.etree.ElementTree as ElementTree

from check_translations import flaws


def message(translation, attributes=""):
    return ElementTree.fromstring(f"<message {attributes}>{translation}</message>")


def plural(*texts):
    forms = "".join(f"<numerusform>{text}</numerusform>" for text in texts)
    return message(f"<translation>{forms}</translation>", 'numerus="yes"')


def text(translated):
    return message(f"<translation>{translated}</translation>")


class Flaws(unittest.TestCase):
    def assert_flaws(self, source, element, number):
        self.assertEqual(len(list(flaws(source, element))), number)

    def test_finished(self):
        self.assert_flaws("Invoices", text("Rechnungen"), 0)

    def test_unfinished(self):
        self.assert_flaws("Invoices", message('<translation type="unfinished"/>'), 1)

    def test_lost_placeholder(self):
        self.assert_flaws("%1 of %2", text("%1 von"), 1)

    def test_reordered_placeholders(self):
        self.assert_flaws("%1 of %2", text("%2, davon %1"), 0)

    def test_lost_mnemonic(self):
        self.assert_flaws("&amp;Save".replace("&amp;", "&"), text("Speichern"), 1)

    def test_lost_ellipsis(self):
        self.assert_flaws("Export…", text("Exportieren"), 1)

    def test_lost_full_stop(self):
        self.assert_flaws("Choose a price.", text("Wählen Sie einen Preis"), 1)

    def test_abbreviation(self):
        self.assert_flaws("%1 M", text("%1 Mio."), 0)

    def test_singular_may_spell_its_number(self):
        self.assert_flaws("%n tenant(s)", plural("ein Mandant", "%n Mandanten"), 0)

    def test_plural_may_not(self):
        self.assert_flaws("%n tenant(s)", plural("%n Mandant", "Mandanten"), 1)

    def test_one_plural_form(self):
        self.assert_flaws("%n tenant(s)", plural("%n Mandanten"), 1)


if __name__ == "__main__":
    unittest.main()
