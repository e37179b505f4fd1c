# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, sanitizers, and where binaries land.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    message(FATAL_ERROR
        "GCC ${CMAKE_CXX_COMPILER_VERSION} destroys temporaries inside a co_await expression twice: "
        "a double free in every service. Use clang-16 (the presets do) or GCC 13 and later.")
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG") # -O3 costs build time and gains nothing here

option(OMS_TESTS "Build the tests" ON)
option(OMS_FUZZ "Build the libFuzzer targets" OFF)
set(OMS_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined")

find_program(OMS_CCACHE ccache)
if(OMS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${OMS_CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                    -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
add_compile_definitions(QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_TO_ASCII
                        QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS
                        OMS_VERSION="${PROJECT_VERSION}")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # A precompiled header without time stamps, so that ccache can serve what is built from it.
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    add_link_options(-fuse-ld=lld)
endif()
if(OMS_SANITIZE)
    add_compile_options(-fsanitize=${OMS_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all -O1 -g1)
    add_link_options(-fsanitize=${OMS_SANITIZE})
endif()
