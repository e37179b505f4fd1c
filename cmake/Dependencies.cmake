# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Sql Svg Widgets Charts PrintSupport
                                         Concurrent Test LinguistTools)
find_package(QCoro6 0.8 REQUIRED COMPONENTS Core Network)
find_package(tl-expected REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(PostgreSQL REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(prometheus-cpp REQUIRED COMPONENTS core)
# No qcoro_enable_coroutines(): it gives clang -fcoroutines-ts, which is an error beside -std=c++20.
qt_standard_project_setup()
