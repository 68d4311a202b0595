#!/bin/sh
# checks_find_faults.sh HERE SOURCE: the checks beside this file fail for what they are there for and name it,
# and a broken .po stops the build (SOURCE/assets/CMakeLists.txt) with msgfmt's line.
set -eu
here=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/kiosk/screens" "$work/kiosk/ui" "$work/assets/i18n"
# shellcheck disable=SC2016  # the text is C++
echo 'void draw() { ui.tr("Shown only"); ui.tr_plural("{n} leaf", "{n} leaves", 2); }' >"$work/kiosk/screens/a.cpp"

# catalogue CODE COVERAGE <entries
catalogue() {
  {
    printf 'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-11-22 12:00+0100\\n"\n'
    printf '"Last-Translator: x\\n"\n"Language-Team: x\\n"\n"Language: %s\\n"\n"MIME-Version: 1.0\\n"\n' "$1"
    printf '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    printf '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"X-Own-Name: X\\n"\n"X-Coverage: %s\\n"\n' "$2"
    printf '"X-Checked-By-Native-Reader: no\\n"\n\n'
    cat
  } >"$work/assets/i18n/$1.po"
}

# entry KEY TRANSLATION
entry() { printf 'msgid "%s"\nmsgstr "%s"\n\n' "$1" "$2"; }
leaf() { printf 'msgid "{n} leaf"\nmsgid_plural "{n} leaves"\nmsgstr[0] "{n} a"\nmsgstr[1] "{n} b"\n\n'; }

# says CHECK TEXT …: the check fails and its words are these; without any it passes.
says() {
  check=$1
  shift
  if "$here/$check" "$work" >"$work/said" 2>&1; then ended=0; else ended=1; fi
  if [ $# = 0 ] && [ $ended = 0 ]; then return; fi
  for text in "$@"; do
    [ $ended = 1 ] && grep -qF "$text" "$work/said" && continue
    echo "$check did not say: $text"
    cat "$work/said"
    exit 1
  done
  [ $# -gt 0 ] || { cat "$work/said"; exit 1; }
}

swedish() {
  leaf
  entry 'Shown only' 'Visas'
  printf '#. Core.\n'
  entry 'In the core' 'Kärna'
}

swedish | catalogue sv full
{ leaf; entry 'Shown only' 'x'; entry 'In the core' 'x'; } | catalogue pl full
entry 'In the core' 'x' | catalogue se core
: | catalogue en full
says untranslated.sh
says well_formed.sh

entry 'In the core' 'x' | catalogue pl full
says untranslated.sh 'assets/i18n/pl.po lacks: Shown only' 'assets/i18n/pl.po lacks: {n} leaf'
{ leaf; printf '#, fuzzy\n'; entry 'Shown only' 'x'; entry 'In the core' ''; } | catalogue pl full
says untranslated.sh 'assets/i18n/pl.po lacks: Shown only' 'assets/i18n/pl.po lacks: In the core'
says well_formed.sh 'assets/i18n/pl.po: has fuzzy entries'
entry 'Shown only' 'x' | catalogue pl core
says untranslated.sh 'assets/i18n/pl.po lacks: In the core'
sed -i '/X-Own-Name/d; /X-Checked/d; s/X-Coverage: core/X-Coverage: half/; s/Language: pl/Language: se/' \
  "$work/assets/i18n/pl.po"
says well_formed.sh 'no X-Own-Name' 'no X-Coverage' 'no X-Checked-By-Native-Reader' 'names another language'
rm "$work/assets/i18n/pl.po"

printf 'cmake_minimum_required(VERSION 3.25)\nproject(broken NONE)\nadd_subdirectory(assets)\n' >"$work/CMakeLists.txt"
cp "$source/assets/CMakeLists.txt" "$work/assets"
mkdir -p "$work/assets/icons" "$work/config"
if ! { cmake -G Ninja -S "$work" -B "$work/build" && cmake --build "$work/build"; } >"$work/said" 2>&1; then
  cat "$work/said"
  exit 1
fi
echo 'msgstr without a key' >>"$work/assets/i18n/se.po"
line=$(wc -l <"$work/assets/i18n/se.po")
if cmake --build "$work/build" >"$work/said" 2>&1 || ! grep -q "i18n/se.po:$line:" "$work/said"; then
  echo "the build went on, or did not name se.po:$line"
  cat "$work/said"
  exit 1
fi
