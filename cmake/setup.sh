#!/usr/bin/env bash
# Installs the Debian 12 packages that are missing: cmake/setup.sh run|test|bench …
# Called by run.sh, test.sh and tests/bench/run.sh. Takes a few milliseconds when nothing is missing.
set -euo pipefail

run_packages=(
  g++ cmake ninja-build pkg-config ccache gettext librsvg2-bin
  libimgui-dev libstb-dev libfreetype-dev libsdl2-dev libsqlite3-dev libsqlitecpp-dev
  libcurl4-openssl-dev nlohmann-json3-dev libtomlplusplus-dev libvalijson-dev libexpected-dev
  libsodium-dev libboost1.81-dev libboost-locale1.81-dev libpango1.0-dev libicu-dev catch2
  libhyphen-dev hyphen-sv hyphen-en-gb hyphen-uk hyphen-pl
  fonts-inter fonts-noto-core xvfb
)
test_packages=(git clang clang-format libclang-rt-14-dev shellcheck libharfbuzz-bin chromium libpng-dev imagemagick)
bench_packages=(libx11-dev libxtst-dev)

fail() {
  echo "setup: $1" >&2
  exit 1
}

wanted_for() {
  case $1 in
    run) printf '%s\n' "${run_packages[@]}" ;;
    test) printf '%s\n' "${run_packages[@]}" "${test_packages[@]}" ;;
    bench) printf '%s\n' "${run_packages[@]}" "${bench_packages[@]}" ;;
    *) fail "no such set of packages: $1 (run, test, bench)" ;;
  esac
}

# dpkg-query says nothing of packages that it has never heard of, so what it confirms is taken away.
missing_of() {
  local installed
  # shellcheck disable=SC2016  # the ${} are dpkg-query's
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n "s/^installed //p") || true
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "needs root or sudo to install: ${missing[*]}"
  fi
}

install_missing() {
  echo "setup: installing ${missing[*]}"
  as_root apt-get update -qq || fail "apt-get update failed: is there a network?"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null || fail "apt-get could not install: ${missing[*]}"
}

command -v dpkg-query >/dev/null || fail "this is not Debian; install the packages named in cmake/setup.sh by hand"
[ $# -gt 0 ] || set -- run
wanted=$(for set in "$@"; do wanted_for "$set"; done) || exit 1
mapfile -t wanted <<<"$wanted"
mapfile -t missing < <(missing_of "${wanted[@]}")
[ ${#missing[@]} = 0 ] || install_missing
