# The two functions all folders use, and the flags they share.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(lotsen_flags INTERFACE)
target_include_directories(lotsen_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(lotsen_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
                                              -fno-omit-frame-pointer)
# When it optimises, GCC 12 sees overlaps in joined strings and unset members in variants and expecteds that are
# not there (GCC bugs 105651, 105562); clang and the sanitizers look for the real ones.
target_compile_options(lotsen_flags INTERFACE
  "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-maybe-uninitialized>")
target_compile_definitions(lotsen_flags INTERFACE LOTSEN_VERSION="${PROJECT_VERSION}")
if(LOTSEN_SANITIZE)
  add_compile_options(-fsanitize=${LOTSEN_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${LOTSEN_SANITIZE})
endif()
if(LOTSEN_FUZZ)
  # Lets libFuzzer see which branches an input takes; only tests/fuzz links the fuzzer itself.
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  # Hardening as Debian's own packages have it.
  add_compile_options(-D_FORTIFY_SOURCE=2 -fstack-protector-strong)
  add_link_options(-Wl,-z,relro)
endif()

# lotsen_library(services_core SOURCES a.cpp b.cpp LINKS services_other PkgConfig::X)
function(lotsen_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC lotsen_flags ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# lotsen_test(unit_core SOURCES a_test.cpp LINKS services_core): every TEST_CASE becomes one test of ctest.
function(lotsen_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE lotsen_flags tests_support ${ARG_LINKS})
  # An empty value would vanish from the list of properties and shift the rest.
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  catch_discover_tests(${name} TEST_PREFIX "${name}: " PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 300)
endfunction()
