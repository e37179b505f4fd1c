// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// Before every test. What must come is waited for far longer than it ever takes: other tests run
// beside it, and a sanitizer makes all slower. A wait ends when it has come.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, 20'000)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, 20'000)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 20'000)
