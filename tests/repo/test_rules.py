#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks themselves: each rule finds what it is for, and leaves the neighbouring case alone."""

import unittest

import rules
from cpptext import functions, statements


def lines(rule, text, path="src/ui/page.cpp"):
    return [line for line, _ in rule(path, text)]


def function_of(length, head="void draw()"):
    return head + "\n{\n" + "    step();\n" * length + "}\n"


class Includes(unittest.TestCase):
    def test_relative_path_leaves_the_fence(self):
        self.assertEqual(lines(rules.includes, '\n#include "../db/session.h"\n'), [2])

    def test_module_prefix_leaves_the_fence(self):
        self.assertEqual(lines(rules.includes, "#include <QtSql/QSqlQuery>\n"), [1])

    def test_qcoro_is_no_module_prefix(self):
        self.assertEqual(lines(rules.includes, "#include <QCoro/QCoroTask>\n"), [])

    def test_umbrella_header_of_a_module_is_no_prefix(self):
        self.assertEqual(lines(rules.includes, "#include <QtWidgets>\n"), [])

    def test_window_must_not_know_the_database(self):
        self.assertEqual(lines(rules.includes, '#include "db/session.h"\n'), [1])

    def test_window_may_know_services(self):
        self.assertEqual(lines(rules.includes, '#include "services/engine.h"\n'), [])

    def test_tests_may_know_every_layer(self):
        text = '#include "db/session.h"\n'
        self.assertEqual(lines(rules.includes, text, "tests/ui/tst_page.cpp"), [])

    def test_comment_includes_nothing(self):
        self.assertEqual(lines(rules.includes, '// #include "../db/session.h"\n'), [])


class Sizes(unittest.TestCase):
    def test_source_of_500_lines_is_the_longest(self):
        self.assertEqual(lines(rules.sizes, "int i;\n" * 500), [])
        self.assertEqual(lines(rules.sizes, "int i;\n" * 501), [501])

    def test_header_of_120_lines_is_the_longest(self):
        self.assertEqual(lines(rules.sizes, "int i;\n" * 121, "src/ui/page.h"), [121])

    def test_main_window_has_its_own_budget(self):
        self.assertEqual(lines(rules.sizes, "int i;\n" * 351, "src/ui/shell/mainwindow.cpp"), [351])

    def test_function_of_60_lines_is_the_longest(self):
        self.assertEqual(lines(rules.sizes, function_of(60)), [])
        self.assertEqual(lines(rules.sizes, function_of(61)), [2])

    def test_constructor_has_less(self):
        self.assertEqual(lines(rules.sizes, function_of(41, "Page::Page(QWidget *parent)")), [2])

    def test_namespace_is_no_function(self):
        self.assertEqual(list(functions("namespace ui\n{\n}\n")), [])

    def test_function_inside_a_class_is_measured(self):
        text = "class Test\n{\n    void run()\n    {\n        step();\n    }\n};\n"
        self.assertEqual([length for _, _, length in functions(text)], [1])


class Sql(unittest.TestCase):
    def test_glued_value(self):
        text = 'query.exec(u"SELECT id FROM tenants WHERE name = \'%1\'"_s.arg(name));\n'
        self.assertEqual(lines(rules.sql, text), [1])

    def test_glued_value_in_a_raw_literal_over_lines(self):
        text = 'int a;\nauto sql = uR"(\n  SELECT id\n    FROM %1)"_s\n    .arg(table);\n'
        self.assertEqual(lines(rules.sql, text), [2])

    def test_arg_in_another_statement(self):
        text = 'query.prepare(u"SELECT id FROM tenants"_s);\nlabel = tr("%1 rows").arg(count);\n'
        self.assertEqual(lines(rules.sql, text), [])

    def test_semicolon_inside_a_literal_ends_no_statement(self):
        text = 'query.exec(u"DELETE FROM %1; "_s.arg(table));\n'
        self.assertEqual(lines(rules.sql, text), [1])

    def test_star(self):
        self.assertEqual(lines(rules.sql, 'q.exec(u"SELECT * FROM tenants"_s);\n'), [1])

    def test_count_star_lists_no_columns(self):
        self.assertEqual(lines(rules.sql, 'q.exec(u"SELECT count(*) FROM tenants"_s);\n'), [])

    def test_star_of_unnest_has_the_columns_given(self):
        text = 'q.exec(u"INSERT INTO a (b, c) SELECT * FROM unnest($1::text[], $2::text[])"_s);\n'
        self.assertEqual(lines(rules.sql, text), [])

    def test_statements_know_their_lines(self):
        self.assertEqual([line for line, _, _ in statements("a;\n\nb;\nc;")][:3], [1, 3, 4])


class Others(unittest.TestCase):
    def test_skipped_test(self):
        self.assertEqual(lines(rules.forbidden, 'QSKIP("later");\n', "tests/ui/tst_a.cpp"), [1])

    def test_nested_loop_is_for_tests_only(self):
        self.assertEqual(lines(rules.forbidden, "QEventLoop loop;\n"), [1])
        self.assertEqual(lines(rules.forbidden, "QEventLoop loop;\n", "tests/ui/tst_a.cpp"), [])

    def test_sleeping(self):
        for call in ("QThread::msleep(5);", "std::this_thread::sleep_for(5ms);", "usleep(10);"):
            self.assertEqual(lines(rules.forbidden, call + "\n"), [1], call)

    def test_waiting_on_a_condition_is_no_sleeping(self):
        self.assertEqual(lines(rules.forbidden, "m_pool.sleep(retry);\n"), [])

    def test_licence_may_follow_the_interpreter(self):
        text = "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
        self.assertEqual(lines(rules.spdx, text, "scripts/x"), [])

    def test_missing_licence(self):
        self.assertEqual(lines(rules.spdx, "#pragma once\n"), [1])

    def test_path_of_a_machine(self):
        self.assertEqual(lines(rules.traces, "see /home/" + "anna/x\n"), [1])

    def test_live_key(self):
        self.assertEqual(lines(rules.traces, "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc\n"), [1])

    def test_placeholder_of_a_live_key(self):
        self.assertEqual(lines(rules.traces, "sk_" + "live_xxxxxxxxxxxxxxxxxxxx\n"), [])


if __name__ == "__main__":
    unittest.main()
