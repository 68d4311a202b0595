#!/bin/sh
# untranslated.sh SOURCE: gathers the texts of the screens and widgets and ends non-zero if a catalogue in
# assets/i18n lacks one of them; says which.
set -eu
cd "$1"
texts=$(mktemp)
trap 'rm -f "$texts"' EXIT
find kiosk/screens kiosk/ui -name '*.cpp' | sort |
  xgettext --files-from=- --from-code=UTF-8 --language=C++ --output="$texts" \
    --keyword=tr --keyword=tr_plural:1,2 --keyword=text --keyword=plural:1,2
failed=0
for catalogue in assets/i18n/*.po; do
  # Texts that no screen uses yet are only a warning, of no interest here.
  msgcmp --no-fuzzy-matching "$catalogue" "$texts" 2>&1 | grep -v 'warning: this message is not used' && failed=1
done
exit $failed
