# shellcheck shell=bash
# Figures: single values kept in files while measuring, and the table and JSON made of them at the end.
# Sourced by tests/bench/run.sh, which sets raw_dir.

# note kiosk start_warm_ms 41.2
note() { echo "$3" >>"$raw_dir/$1.$2"; }

# part_of kiosk start_warm_ms 0.5: the median; nothing when it was not measured
part_of() {
  [ -s "$raw_dir/$1.$2" ] || return 0
  sort -g "$raw_dir/$1.$2" | awk -v part="$3" '{value[NR] = $1} END {
    at = 1 + (NR - 1) * part; low = int(at); high = low < NR ? low + 1 : low
    printf "%.4g\n", value[low] + (value[high] - value[low]) * (at - low)}'
}

count_of() { wc -l <"$raw_dir/$1.$2" 2>/dev/null || echo 0; }

# measure | what it says to a reader | limit on the kiosk's median | direction
readonly measures='
start_cold_ms|start to painted home page, cold (ms)||less
start_warm_ms|start to painted home page, warm (ms)|100|less
pss_mb|memory, PSS (MB)|40|less
idle_cpu_percent|CPU while idle (%)|0.05|less
feedback_ms|press to its feedback (ms)|8|less
next_page_ms|release to the next page (ms)|16|less
switch_first_ms|page switch, first time, any language, slowest (ms)|40|less
switch_again_ms|page switch after that, slowest (ms)|16|less
attract_cpu_percent|CPU of the greeting (%)|1|less
full_frame_ms|a full frame (ms)||less
unchanged_frame_ms|an unchanged frame (ms)||less
commit_p50_ms|"Skicka in" to committed, p50 (ms)||less
commit_p99_ms|"Skicka in" to committed, p99 (ms)||less
load_per_second|backend: submissions/s, 64 connections||more
load_p99_ms|backend: p99 of those (ms)||less'

# Nothing when one was not measured, or the kiosk took nothing at all.
ratio_of() {
  awk -v own="$(part_of kiosk "$1" 0.5)" -v peer="$(part_of chromium "$1" 0.5)" \
    'BEGIN {if (own > 0 && peer > 0) printf "%.1f\n", peer / own}'
}

verdict_of() {
  awk -v value="$1" -v limit="$2" 'BEGIN {if (limit != "" && value != "") print (value + 0 <= limit + 0 ? "holds" : "MISSED")}'
}

print_table() {
  local key label limit own peer
  printf '%-42s %10s %10s %10s %7s %7s %s\n' measure kiosk '(p90)' chromium ratio limit ''
  while IFS='|' read -r key label limit _; do
    own=$(part_of kiosk "$key" 0.5)
    [ -n "$own" ] || continue
    peer=$(part_of chromium "$key" 0.5)
    printf '%-42s %10s %10s %10s %7s %7s %s\n' "$label" "$own" "$(part_of kiosk "$key" 0.9)" "${peer:--}" \
      "$(ratio_of "$key")" "$limit" "$(verdict_of "$own" "$limit")"
  done <<<"${measures#$'\n'}"
}

figures_json() {
  local who=$1 key separator=''
  while IFS='|' read -r key _; do
    [ -s "$raw_dir/$who.$key" ] || continue
    printf '%s\n    "%s": {"median": %s, "p90": %s, "count": %s}' "$separator" "$key" \
      "$(part_of "$who" "$key" 0.5)" "$(part_of "$who" "$key" 0.9)" "$(count_of "$who" "$key")"
    separator=,
  done <<<"${measures#$'\n'}"
}

ratios_json() {
  local key ratio separator=''
  while IFS='|' read -r key _; do
    ratio=$(ratio_of "$key")
    [ -n "$ratio" ] || continue
    printf '%s\n    "%s": %s' "$separator" "$key" "$ratio"
    separator=,
  done <<<"${measures#$'\n'}"
}

print_json() {
  printf '{\n  "measured": "%s",\n  "machine": "%s, %s cores",\n' "$(date -u +%FT%TZ)" \
    "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)"
  printf '  "kiosk": {%s\n  },\n' "$(figures_json kiosk)"
  printf '  "chromium": {%s\n  },\n' "$(figures_json chromium)"
  printf '  "chromium_over_kiosk": {%s\n  }\n}\n' "$(ratios_json)"
}
