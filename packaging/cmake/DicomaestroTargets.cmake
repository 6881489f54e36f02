# SPDX-License-Identifier: MIT
# The flags of every target of ours, carried by one INTERFACE target, and the way a test class becomes a test.
add_library(dicomaestro_flags INTERFACE)
# -pthread everywhere, as some libraries ask for it: a precompiled header is shared by targets whose flags are the same.
target_compile_options(dicomaestro_flags INTERFACE -pthread -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
if(DICOMAESTRO_WERROR)
  target_compile_options(dicomaestro_flags INTERFACE -Werror)
endif()
target_include_directories(dicomaestro_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(
  dicomaestro_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
                              QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER
                              DICOMAESTRO_VERSION="${PROJECT_VERSION}")
if(DICOMAESTRO_SANITIZE)
  add_compile_options(-fsanitize=${DICOMAESTRO_SANITIZE} -fno-sanitize-recover=undefined
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${DICOMAESTRO_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # GCC's manual: with a sanitizer such warnings are often false; they are (std::variant, std::optional, resize()).
    target_compile_options(dicomaestro_flags INTERFACE -Wno-maybe-uninitialized -Wno-stringop-overflow
                                                       -Wno-array-bounds)
  endif()
endif()
if(DICOMAESTRO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# dicomaestro_test_program(<program> <file>… PCH <header>…): the test program of a layer. Its own code is not optimised:
# it is compiled far more often than it is run, and what takes time runs in the libraries.
function(dicomaestro_test_program program)
  cmake_parse_arguments(ARG "" "" "PCH" ${ARGN})
  add_executable(${program} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${program} PRIVATE dicomaestro_testsupport)
  set_target_properties(${program} PROPERTIES AUTOMOC ON)
  target_precompile_headers(${program} PRIVATE ${ARG_PCH})
  target_compile_options(${program} PRIVATE $<$<CONFIG:Release>:-O0>)
endfunction()

# dicomaestro_test(<program> <Class> <file>…): adds the files to the test program of a layer and registers the
# class as one test, run by the program with the class's name. LABELS and TIMEOUT may follow.
function(dicomaestro_test program class)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS" ${ARGN})
  target_sources(${program} PRIVATE ${ARG_UNPARSED_ARGUMENTS})
  # CMake 3.25 with ninja does not run moc again for a file that a sub-folder added: let every configure do so.
  get_target_property(folder ${program} BINARY_DIR)
  file(REMOVE ${folder}/${program}_autogen/timestamp)
  add_test(NAME ${program}.${class} COMMAND ${program} ${class})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${program}.${class} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
