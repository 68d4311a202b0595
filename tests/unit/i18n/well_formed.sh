#!/bin/sh
# well_formed.sh SOURCE: ends non-zero if a catalogue in assets/i18n does not pass msgfmt, holds a guess (fuzzy)
# or does not say in its header what the kiosk and its readers must know; says which and why.
set -eu
cd "$1"
failed=0

fault() {
  echo "$1: $2"
  failed=1
}

for catalogue in assets/i18n/*.po; do
  msgfmt --check --check-format --output-file=/dev/null "$catalogue" || fault "$catalogue" "msgfmt refuses it"
  [ -z "$(msgattrib --only-fuzzy --no-obsolete "$catalogue")" ] || fault "$catalogue" "has fuzzy entries"
  grep -q '^"Language: '"$(basename "$catalogue" .po)"'\\n"$' "$catalogue" ||
    fault "$catalogue" "its header names another language than its file"
  grep -q '^"X-Own-Name: [^ ].*\\n"$' "$catalogue" || fault "$catalogue" "its header has no X-Own-Name"
  grep -Eq '^"X-Coverage: (full|core)\\n"$' "$catalogue" ||
    fault "$catalogue" "its header has no X-Coverage: full or core"
  grep -Eq '^"X-Checked-By-Native-Reader: (yes|no)\b.*\\n"$' "$catalogue" ||
    fault "$catalogue" "its header has no X-Checked-By-Native-Reader: yes or no"
done
exit $failed
