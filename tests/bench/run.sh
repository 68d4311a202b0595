#!/usr/bin/env bash
# Measures Lotsen and, where it is installed, Chromium with the same page, in turns on this machine; --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly out_dir=$PWD/build/bench
readonly raw_dir=$out_dir/raw
readonly data_dir=$out_dir/data
readonly bin=$PWD/build/release/bin
readonly brand=0A4A66      # the colour of the first tile, on both pages
readonly tile=(353 447)    # its middle
readonly in_tile=(610 335) # in it, with nothing drawn there
readonly in_heading=(300 165)
readonly peer_back=(150 890)
readonly start_limit_ms=20000

starts=8 cold_starts=5 taps=20 idle_s=30 commits=2000 load_s=8
xvfb_pid='' backend_pid='' program_pid=''

# shellcheck source=tests/bench/figures.sh
. tests/bench/figures.sh

usage() {
  cat <<'TEXT'
Usage: tests/bench/run.sh [--starts N] [--taps N] [--idle SECONDS] [--quick]

Prints a table of medians, and writes it with p90 and counts to build/bench/result.json. Compare only
figures of one run: machines drift. Cold starts need root (the page cache is emptied before each).

  --quick   few repetitions, to see that it works
TEXT
}

fail() {
  echo "bench: $1" >&2
  exit 1
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --starts) starts=${2:?} && shift ;;
      --taps) taps=${2:?} && shift ;;
      --idle) idle_s=${2:?} && shift ;;
      --quick) starts=2 cold_starts=1 taps=3 idle_s=5 commits=200 load_s=2 ;;
      -h | --help) usage && exit 0 ;;
      *) echo "bench: unknown option '$1' (see --help)" >&2 && exit 2 ;;
    esac
    shift
  done
}

# A program that has ended may stay a zombie where nobody collects it.
is_running() { [ -n "$1" ] && grep -qs '^State:.[^ZX]' "/proc/$1/status"; }

# end_process PID, or -GROUP for a program and all that it started
end_process() {
  local pid=$1 tries=250
  is_running "${pid#-}" || return 0
  kill -TERM -- "$pid" 2>/dev/null || true
  while is_running "${pid#-}" && ((tries-- > 0)); do sleep 0.02; done
  kill -KILL -- "$pid" 2>/dev/null || true
}

end_all() {
  end_process "${program_pid:+-$program_pid}"
  end_process "$backend_pid"
  end_process "$xvfb_pid"
}

# wait_for COMMAND…: until it succeeds, at most 15 s
wait_for() {
  local tries=750
  until "$@"; do
    ((tries-- > 0)) || return 1
    sleep 0.02
  done
}

build() {
  cmake/setup.sh run bench
  local log=$out_dir/build.log
  [ -f build/release/build.ninja ] || cmake --preset release >"$log" 2>&1 || build_failed "$log"
  cmake --build build/release --target lotsen-kiosk lotsen-backend bench_watch bench_processes bench_commit \
    bench_load bench_pages >"$log" 2>&1 || build_failed "$log"
}

build_failed() {
  tail -n 30 "$1" >&2
  fail "the build failed (all of it: $1)"
}

start_display() {
  : >"$out_dir/display"
  Xvfb -displayfd 5 -noreset -nolisten tcp -screen 0 1920x1080x24 5>"$out_dir/display" >/dev/null 2>&1 &
  xvfb_pid=$!
  wait_for grep -q '^[0-9]' "$out_dir/display" || fail "Xvfb did not start"
  DISPLAY=:$(cat "$out_dir/display")
  export DISPLAY
}

start_backend() {
  rm -rf "$data_dir"
  mkdir -p "$data_dir"/{backend,kiosk,commit}
  local backend=("$bin/lotsen-backend" --config config/backend.toml --set data_dir="$data_dir/backend" --set listen_port=0)
  "${backend[@]}" init >"$out_dir/keys.log"
  : >"$out_dir/backend.log"
  "${backend[@]}" >>"$out_dir/backend.log" 2>&1 &
  backend_pid=$!
  wait_for grep -q 'listening on http' "$out_dir/backend.log" || fail "the backend did not start (see $out_dir/backend.log)"
  address=$(sed -n 's/.*listening on \(http[^ ]*\).*/\1/p' "$out_dir/backend.log" | head -n 1)
  kiosk=("$bin/lotsen-kiosk" --config config/kiosk.toml --set data_dir="$data_dir/kiosk"
    --set backend.url="$address" --set backend.public_keys="$data_dir/backend/backend.pub")
  "${kiosk[@]}" --make-key >>"$out_dir/keys.log"
  "${backend[@]}" register-kiosk kiosk-1 "$data_dir/kiosk/kiosk.pub" >>"$out_dir/keys.log"
}

find_chromium() {
  chromium=$(command -v chromium || true)
  [ -n "$chromium" ] || echo "Chromium is not installed: Lotsen is measured alone."
}

# A fresh profile each time; the flags of a kiosk, and none that would slow it.
chromium_command() {
  rm -rf "$out_dir/profile"
  # shellcheck disable=SC2054  # the commas are Chromium's
  program=("$chromium" --kiosk --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync --window-position=0,0
    --window-size=1920,1080 --user-data-dir="$out_dir/profile" "file://$PWD/tests/bench/peer/index.html?$peer_shows")
}

programs() { echo kiosk ${chromium:+chromium}; }

tile_is_gone() { [ "$("$bin/bench_watch" pixel "${in_tile[@]}")" = 000000 ]; }
tile_is_there() { [ "$("$bin/bench_watch" pixel "${in_tile[@]}" | tr a-f A-F)" = "$brand" ]; }

# open kiosk|chromium: sets start_ms once its home page is painted
open() {
  local line
  if [ "$1" = kiosk ]; then program=("${kiosk[@]}"); else chromium_command; fi
  wait_for tile_is_gone || fail "the screen is not empty"
  line=$("$bin/bench_watch" start "${in_tile[@]}" "$brand" "$start_limit_ms" "$out_dir/$1.log" -- "${program[@]}") ||
    { program_pid=${line%% *}; fail "$1 painted no home page in $start_limit_ms ms (see $out_dir/$1.log)"; }
  program_pid=${line%% *} start_ms=${line##* }
}

close() {
  end_process "-$program_pid"
  program_pid=''
  wait_for tile_is_gone || fail "a window stayed open"
}

# costs SECONDS: sets pss_mb and cpu_percent of the open program
costs() {
  local kb
  read -r _ _ kb cpu_percent <<<"$("$bin/bench_processes" "$program_pid" "$1")"
  pss_mb=$(awk -v kb="$kb" 'BEGIN {printf "%.2f", kb / 1024}')
}

measure_cold_starts() {
  [ -w /proc/sys/vm/drop_caches ] || { echo "  (cold starts need root: left out)"; return 0; }
  for ((round = 0; round < cold_starts; round++)); do
    for who in $(programs); do
      sync
      echo 3 >/proc/sys/vm/drop_caches
      open "$who"
      note "$who" start_cold_ms "$start_ms"
      close
    done
  done
}

# Memory is read with the other program closed: PSS shares what both have mapped.
measure_warm_starts() {
  for who in $(programs); do open "$who" && close; done
  for ((round = 0; round < starts; round++)); do
    for who in $(programs); do
      open "$who"
      note "$who" start_warm_ms "$start_ms"
      sleep 1
      costs 0
      note "$who" pss_mb "$pss_mb"
      close
    done
  done
}

measure_idle() {
  for who in $(programs); do
    open "$who"
    sleep 3 # what a start leaves to be done
    costs "$idle_s"
    note "$who" idle_cpu_percent "$cpu_percent"
    close
  done
}

# Half of the taps in each of two rounds, so that a slow minute meets both.
measure_taps() {
  local line back
  for round in 1 2; do
    for who in $(programs); do
      if [ "$who" = kiosk ]; then back=("${kiosk_back[@]}"); else back=("${peer_back[@]}"); fi
      open "$who"
      for ((tap = round; tap <= taps; tap += 2)); do
        line=$("$bin/bench_watch" tap "${tile[@]}" "${in_tile[@]}" "${in_heading[@]}" 100) || fail "$who did not answer a tap: $line"
        note "$who" feedback_ms "${line%% *}"
        note "$who" next_page_ms "${line##* }"
        "$bin/bench_watch" press "${back[@]}"
        wait_for tile_is_there || fail "$who did not come back to the home page"
      done
      close
    done
  done
}

# The middle of an element in an element list: middle_of nav.back FILE
middle_of() {
  tr -d '\n ' <"$2" | grep -o "{[^{}]*\"id\":\"$1\"[^{}]*" | sed -n 's/.*"box":\[\([^]]*\)\].*/\1/p' |
    awk -F, '{printf "%d %d\n", $1 + $3 / 2, $2 + $4 / 2}'
}

# Where the kiosk's back button is, and how much of the home page the peer shall show: as much as the kiosk.
find_places() {
  "${kiosk[@]}" --visit tests/bench/places.visit --out "$out_dir/places" >"$out_dir/places.log" 2>&1 ||
    fail "the visit that looks where things are failed (see $out_dir/places.log)"
  read -ra kiosk_back <<<"$(middle_of nav.back "$out_dir/places/next.json")"
  peer_shows="tiles=$(grep -cE '"home\.(services|ticket|callback|follow|guide|print)"' "$out_dir/places/home.json")"
  peer_shows+="&languages=$(grep -c '"id": "lang\.' "$out_dir/places/home.json")"
  [ ${#kiosk_back[@]} = 2 ] || fail "the page after the first tile has no nav.back"
}

measure_frames() {
  local key value
  "${kiosk[@]}" --measure >"$out_dir/frames.json"
  for key in full_frame_ms unchanged_frame_ms; do
    value=$(sed -n "s/.*\"$key\": *\([0-9.]*\).*/\1/p" "$out_dir/frames.json")
    note kiosk "$key" "${value:?}"
  done
}

# The quiet screen with its changing greetings.
measure_attract() {
  local home=("${kiosk[@]}")
  kiosk+=(--set idle.attract_after_s=10)
  open kiosk
  kiosk=("${home[@]}")
  sleep 12
  costs "$idle_s"
  note kiosk attract_cpu_percent "$cpu_percent"
  close
}

measure_switches() {
  local first again
  for ((round = 0; round < 3; round++)); do
    read -r _ first _ again <<<"$("$bin/bench_pages" 2>>"$out_dir/pages.log")"
    note kiosk switch_first_ms "$first"
    note kiosk switch_again_ms "$again"
  done
}

measure_commits() {
  local p50 p99
  read -r p50 p99 _ <<<"$("$bin/bench_commit" "$data_dir/commit" "$commits")"
  note kiosk commit_p50_ms "$p50"
  note kiosk commit_p99_ms "$p99"
}

measure_load() {
  local per_second p99
  read -r per_second p99 _ <<<"$("$bin/bench_load" "$address" "$load_s")"
  note kiosk load_per_second "$per_second"
  note kiosk load_p99_ms "$p99"
}

step() { echo "- $1" && shift && "$@"; }

main() {
  read_options "$@"
  trap end_all EXIT
  trap 'exit 130' INT TERM
  rm -rf "$raw_dir"
  mkdir -p "$raw_dir"
  build
  find_chromium
  start_display
  start_backend
  find_places
  step "cold starts" measure_cold_starts
  step "warm starts and memory" measure_warm_starts
  step "idle for $idle_s s each" measure_idle
  step "taps" measure_taps
  step "frames" measure_frames
  step "page switches in every language" measure_switches
  step "the greeting for $idle_s s" measure_attract
  step "commits" measure_commits
  step "load on the backend" measure_load
  echo
  print_table
  print_json >"$out_dir/result.json"
  echo
  echo "All of it: $out_dir/result.json"
  ! print_table | grep -q MISSED || fail "a limit was missed"
}

main "$@"
