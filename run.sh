#!/usr/bin/env bash
# Builds Lotsen, starts the backend on 127.0.0.1 and opens the kiosk; see --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly bin=build/release/bin
readonly run_dir=build/run    # logs of what this script starts
readonly demo_dir=build/demo  # what the demonstration visit leaves
readonly demo_visit=tests/visits/fault_report.visit

usage() {
  cat <<'TEXT'
Usage: ./run.sh [--windowed] [--stay]

Installs the Debian packages that are missing, builds, starts the backend on 127.0.0.1 and opens the
kiosk full screen on $DISPLAY. Where there is no display the kiosk runs the demonstration visit on a
virtual one. Ctrl-C ends everything.

  --windowed  open the kiosk in a window
  --stay      keep backend and kiosk running after the demonstration, until Ctrl-C
  --help      this text
TEXT
}

backend_pid='' kiosk_pid='' xvfb_pid='' exit_on_interrupt=130

fail() {
  echo "run: $1" >&2
  exit 1
}

# Ends one process by its id: asked first, forced after three seconds.
end_process() {
  local pid=$1 tries=150
  [ -n "$pid" ] && kill -TERM "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && ((tries-- > 0)); do sleep 0.02; done
  kill -KILL "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

end_all() {
  trap '' INT TERM  # a second Ctrl-C must not leave half of it running
  end_process "$kiosk_pid"
  end_process "$backend_pid"
  end_process "$xvfb_pid"
}

read_options() {
  windowed='' stay=''
  for option in "$@"; do
    case $option in
      --windowed) windowed=yes ;;
      --stay) stay=yes ;;
      -h | --help) usage && exit 0 ;;
      *)
        echo "run: unknown option '$option' (see ./run.sh --help)" >&2
        exit 2
        ;;
    esac
  done
}

build() {
  cmake/setup.sh run
  mkdir -p "$run_dir"
  if [ ! -f build/release/build.ninja ]; then
    cmake --preset release >"$run_dir/configure.log" 2>&1 ||
      { tail -n 20 "$run_dir/configure.log" >&2; fail "CMake could not configure (all of it: $run_dir/configure.log)"; }
  fi
  cmake --build build/release --target lotsen-kiosk lotsen-backend >"$run_dir/build.log" 2>&1 ||
    { tail -n 40 "$run_dir/build.log" >&2; fail "the build failed (all of it: $run_dir/build.log)"; }
}

# Keys are made only where there are none; registering the same key again changes nothing.
make_keys() {
  "$bin/lotsen-backend" init >"$run_dir/keys.log"
  "$bin/lotsen-kiosk" --make-key >>"$run_dir/keys.log"
  "$bin/lotsen-backend" register-kiosk kiosk-1 build/data/kiosk/kiosk.pub --replace >>"$run_dir/keys.log"
}

# Waits until `text` is in `file`, or the process that writes it has ended. Status 1 then and after 10 s.
wait_for_text() {
  local text=$1 file=$2 pid=$3 tries=500
  until grep -q "$text" "$file"; do
    kill -0 "$pid" 2>/dev/null && ((tries-- > 0)) || return 1
    sleep 0.02
  done
}

start_backend() {
  local log=$run_dir/backend.log
  : >"$log" # emptied here, not by the program to come: what the last one wrote must not be read
  "$bin/lotsen-backend" >>"$log" 2>&1 &
  backend_pid=$!
  if ! wait_for_text 'listening on http' "$log" "$backend_pid"; then
    tail -n 3 "$log" >&2
    fail "the backend did not start (is its port taken?)"
  fi
  address=$(sed -n 's/.*listening on \(http[^ ]*\).*/\1/p' "$log" | head -n 1)
  echo "Backend: $address"
}

# A local display counts when its socket is there; of a remote one we cannot know before we try.
has_display() {
  [ -n "${DISPLAY:-}" ] || return 1
  local number=${DISPLAY#:}
  [ "$number" != "$DISPLAY" ] || return 0
  local socket=/tmp/.X11-unix/X${number%%.*}
  [ -S "$socket" ] || grep -qs "@$socket\$" /proc/net/unix
}

start_virtual_display() {
  local number=$run_dir/display
  : >"$number"
  Xvfb -displayfd 5 -noreset -nolisten tcp -screen 0 1920x1080x24 5>"$number" >"$run_dir/xvfb.log" 2>&1 &
  xvfb_pid=$!
  wait_for_text '^[0-9]' "$number" "$xvfb_pid" || fail "Xvfb did not start (see $run_dir/xvfb.log)"
  DISPLAY=:$(cat "$number")
  export DISPLAY
}

# In the background and waited for, since bash runs a trap only between foreground commands.
run_kiosk() {
  "$bin/lotsen-kiosk" "$@" >"$run_dir/kiosk.log" 2>&1 &
  kiosk_pid=$!
  local status=0
  wait "$kiosk_pid" || status=$?
  kiosk_pid=''
  return "$status"
}

open_kiosk() {
  echo "Kiosk: on display $DISPLAY. Ctrl-C here ends it and the backend."
  exit_on_interrupt=0
  run_kiosk ${windowed:+--set screen.windowed=true} || kiosk_failed "the kiosk ended with status $?"
}

kiosk_failed() {
  tail -n 5 "$run_dir/kiosk.log" >&2
  fail "$1 (all of it: $run_dir/kiosk.log)"
}

# What one element of the receipt says, its value or else its label: element receipt.reference
element() {
  local object
  object=$(tr -d '\n' <"$demo_dir/receipt.json" | grep -o "{[^{}]*\"id\": *\"$1\"[^{}]*") || return 0
  sed -n 's/.*"value": *"\([^"]\{1,\}\)".*/\1/p; t; s/.*"label": *"\([^"]*\)".*/\1/p' <<<"$object"
}

# Asks the backend as the citizen would: reference in the address, code in a header. No curl needed.
ask_for_case() {
  local host=${address#http://} reference=$1 code=$2 answer
  exec 6<>"/dev/tcp/${host%:*}/${host##*:}" || return 1
  printf 'GET /v1/cases/%s HTTP/1.1\r\nHost: %s\r\nLotsen-Case-Code: %s\r\nConnection: close\r\n\r\n' \
    "$reference" "$host" "$code" >&6
  answer=$(cat <&6)
  exec 6>&-
  [[ $answer == "HTTP/1.1 200"* ]] && printf '%s' "${answer##*$'\r\n\r\n'}"
}

show_demonstration() {
  local reference code case_text
  reference=$(element receipt.reference)
  code=$(element receipt.code)
  case_text=$(ask_for_case "$reference" "$code") || fail "the backend does not know case $reference"
  echo "Screenshots: $PWD/$demo_dir/*.png"
  echo "Receipt:     $reference, $(element receipt.status) ($PWD/$demo_dir/receipt.png)"
  echo "Case:        GET $address/v1/cases/$reference with the receipt's code $code gives"
  echo "             $case_text"
  echo "             It is kept in $PWD/build/data/backend."
}

demonstrate() {
  echo "No display: the demonstration visit runs on a virtual one."
  start_virtual_display
  rm -rf "$demo_dir"
  run_kiosk --visit "$demo_visit" --out "$demo_dir" || kiosk_failed "the demonstration visit failed"
  show_demonstration
  [ -z "$stay" ] || open_kiosk
}

main() {
  read_options "$@"
  trap end_all EXIT
  trap 'exit "$exit_on_interrupt"' INT TERM
  build
  make_keys
  start_backend
  if has_display; then open_kiosk; else demonstrate; fi
}

main "$@"
