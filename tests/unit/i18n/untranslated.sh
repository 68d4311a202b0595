#!/bin/sh
# untranslated.sh SOURCE: ends non-zero if a catalogue in assets/i18n lacks a text that it must have, and names
# the texts. A full language needs all that the screens and widgets show and all that the Swedish one has; a
# core language what is marked "#. Core." there. English has its texts as keys.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# keys FILE: of all entries but the header, one a line. Plurals have two.
keys() {
  msgattrib --no-obsolete --no-wrap "$@" | sed -n 's/^msgid\(_plural\)\{0,1\} "\(..*\)"$/\2/p' | sort -u
}

find kiosk/screens kiosk/ui -name '*.cpp' | sort |
  xgettext --files-from=- --from-code=UTF-8 --language=C++ --output="$work/used.po" \
    --keyword=tr --keyword=tr_plural:1,2 --keyword=text --keyword=plural:1,2
msggrep --extracted-comment --regexp='^Core\.' --output="$work/core.po" assets/i18n/sv.po
keys "$work/core.po" >"$work/core"
{ keys "$work/used.po" && keys assets/i18n/sv.po; } | sort -u >"$work/full"

failed=0
for catalogue in assets/i18n/*.po; do
  coverage=full
  grep -q '^"X-Coverage: core\\n"$' "$catalogue" && coverage=core
  [ "$catalogue" = assets/i18n/en.po ] && continue
  keys --translated --no-fuzzy "$catalogue" >"$work/translated"
  comm -23 "$work/$coverage" "$work/translated" >"$work/missing"
  [ -s "$work/missing" ] || continue
  failed=1
  sed "s|^|$catalogue lacks: |" "$work/missing"
done
exit $failed
