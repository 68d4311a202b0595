#!/usr/bin/env bash
# Builds and runs all tests; ends with "N passed, N failed" alone on a line. See --help.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

readonly log_dir=build/test-logs
readonly asan_targets=(tests/unit/all tests/contract/all tests/ui/all tests/fuzz/all)

usage() {
  cat <<'TEXT'
Usage: ./test.sh [--quick]

Installs the Debian packages that are missing, checks the layout of the code, then builds and runs: all
tests (release), unit, contract and page tests and fuzz targets with ASan and UBSan, tests with threads with
TSan. Ends non-zero if anything failed.

  --quick   the dev build and its tests only
  --help    this text
TEXT
}

passed=0 failed=0 quick='' jobs=$(nproc)

say() { printf '\n== %s\n' "$*"; }

# One check is one test: check "name" command …
check() {
  local name=$1 log
  shift
  log=$log_dir/${name//[^a-z0-9]/_}.log
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    return 0
  fi
  failed=$((failed + 1))
  tail -n 60 "$log"
  echo "FAILED: $name (all of it: $log)"
  return 1
}

# stage "name" command …: runs it and says how long it took.
stage() {
  local name=$1 start=$SECONDS
  shift
  say "$name"
  "$@"
  echo "-- $name: $((SECONDS - start)) s"
}

# Sanitizers of this age want the memory map where older kernels put it; not every container permits that.
unrandomized() {
  if setarch -R true 2>/dev/null; then setarch -R "$@"; else "$@"; fi
}

# build PRESET [TARGET …]
build() {
  local preset=$1
  shift
  local targets=()
  [ $# = 0 ] || targets=(--target "$@")
  check "configure $preset" cmake --preset "$preset" || return 1
  check "build $preset" unrandomized cmake --build "build/$preset" -j "$jobs" "${targets[@]}"
}

attribute() { sed -n "s/.*<testsuite[^>]* $1=\"\([0-9]*\)\".*/\1/p" | head -n 1; }

# Counts what CTest wrote; a run that wrote nothing is one failure.
count_results() {
  local results=$1 head tests failures left_out
  head=$(tr -s '\n\t' ' ' <"$results" 2>/dev/null | grep -o '<testsuite [^>]*>' | head -n 1)
  tests=$(attribute tests <<<"$head")
  failures=$(attribute failures <<<"$head")
  if [ -z "$tests" ]; then
    failed=$((failed + 1))
    echo "FAILED: no results in $results"
    return
  fi
  left_out=$(($(attribute disabled <<<"$head") + $(attribute skipped <<<"$head")))
  passed=$((passed + tests - failures - left_out))
  failed=$((failed + failures))
}

# run_tests FOLDER [CTEST OPTION …]
run_tests() {
  local folder=$1 results log
  shift
  results=$PWD/$log_dir/${folder//\//_}.xml
  log=${results%.xml}.log
  rm -f "$results"
  unrandomized ctest --test-dir "$folder" -j "$jobs" --timeout 300 --no-tests=error --output-on-failure \
    --output-junit "$results" "$@" >"$log" 2>&1
  sed -n '/tests passed/p; /The following tests FAILED/,$p' "$log"
  count_results "$results"
}

sources() {
  git ls-files '*.h' '*.cpp' 2>/dev/null || find kiosk services tests -name '*.h' -o -name '*.cpp'
}

check_layout() {
  local files scripts
  mapfile -t files < <(sources)
  # figures.sh is read through the script that sources it
  mapfile -t scripts < <({ git ls-files '*.sh' 2>/dev/null || find . -name '*.sh' -not -path './build/*'; } | grep -v /figures.sh)
  check "clang-format" clang-format --dry-run -Werror "${files[@]}"
  check "shellcheck" shellcheck -x .ci/run "${scripts[@]}"
}

test_build() {
  build "$1" && run_tests "build/$1"
}

test_asan() {
  export ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:abort_on_error=1
  export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
  export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  build asan "${asan_targets[@]}" || return
  run_tests build/asan/tests/unit
  run_tests build/asan/tests/contract
  run_tests build/asan/tests/ui
  run_tests build/asan/tests/fuzz # each target for 20 s, see its CMakeLists.txt
}

# A folder of tests says LABELS threads where it starts threads; only those are built again.
test_tsan() {
  export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1
  local folders
  mapfile -t folders < <(grep -rlE 'LABELS.*threads' tests --include=CMakeLists.txt | xargs -n 1 dirname | sort -u)
  build tsan "${folders[@]/%//all}" || return
  run_tests build/tsan -L threads
}

run_all() {
  stage "Layout" check_layout
  stage "Release build and all tests" test_build release
  stage "Unit, contract and page tests and fuzz targets, with ASan and UBSan" test_asan
  stage "Tests with threads, with TSan" test_tsan
}

for option in "$@"; do
  case $option in
    --quick) quick=yes ;;
    -h | --help) usage && exit 0 ;;
    *)
      echo "test: unknown option '$option' (see ./test.sh --help)" >&2
      exit 2
      ;;
  esac
done

mkdir -p "$log_dir"
stage "Packages" cmake/setup.sh run test || exit 1
if [ -n "$quick" ]; then stage "Dev build and all tests" test_build dev; else run_all; fi
say "All of it took $SECONDS s"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
