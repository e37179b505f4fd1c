# SPDX-License-Identifier: GPL-3.0-or-later
# oms_layer(<name> [SEES <target>...] [USES <target>...]): one static library per folder of src/.
# SEES appear in its headers and pass on; USES stay in its .cpp files. The fence is the include
# path: a layer's only include root holds one link, to the layer's own folder.
function(oms_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SEES;USES")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp
                                                ${PROJECT_SOURCE_DIR}/src/${name}/*.h)
    set(root ${PROJECT_BINARY_DIR}/include/${name})
    file(MAKE_DIRECTORY ${root})
    file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/${name} ${root}/${name} SYMBOLIC)

    add_library(oms_${name} STATIC ${sources})
    target_include_directories(oms_${name} PUBLIC ${root})
    target_link_libraries(oms_${name} PUBLIC ${arg_SEES} PRIVATE ${arg_USES})
    target_precompile_headers(oms_${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch_${name}.h)
endfunction()

# oms_test(<name> [USES <target>...] [LABELS <label>...]): tests/<folder>/tst_<name>.cpp as one
# program and one CTest entry, on the offscreen platform, in UTC, with a time limit. SPAWNS: it
# kills programs whose children live on; these must not hold CTest's pipe, or it waits for them.
function(oms_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SPAWNS" "TIMEOUT" "USES;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(tst_${name} tst_${name}.cpp)
    set_target_properties(tst_${name} PROPERTIES
                          RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_link_libraries(tst_${name} PRIVATE Qt6::Test ${arg_USES})
    target_compile_options(tst_${name} PRIVATE # what is tested is optimised; this need not be
                           -O0 -include ${PROJECT_SOURCE_DIR}/tests/support/patience.h)
    target_compile_definitions(tst_${name} PRIVATE
                               OMS_FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures"
                               OMS_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                               OMS_BIN_DIR="${PROJECT_BINARY_DIR}/bin")
    if(arg_SPAWNS)
        add_test(NAME ${name} COMMAND sh -c "$<TARGET_FILE:tst_${name}> >${name}.out 2>&1; \
code=$?; cat ${name}.out; exit $code")
    else()
        add_test(NAME ${name} COMMAND tst_${name})
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;QT_LOGGING_RULES=")
endfunction()
