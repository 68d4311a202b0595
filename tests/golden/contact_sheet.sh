#!/usr/bin/env bash
# Draws all pages of the golden pictures anew, in full size, and puts them with their names on one sheet.
# contact_sheet.sh OUT.png [BUILD FOLDER]; build/release unless another is named.
set -euo pipefail

if [ $# = 0 ]; then
  echo "usage: tests/golden/contact_sheet.sh OUT.png [BUILD FOLDER]" >&2
  exit 2
fi
out=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly out build=${2:-build/release} ground='#D5D9DC'

# sheet OUT COLUMNS CELL PICTURE …
sheet() {
  local to=$1 columns=$2 cell=$3
  shift 3
  montage -label '%t' "$@" -tile "${columns}x" -geometry "$cell+20+12" -background "$ground" \
    -font /usr/share/fonts/opentype/inter/Inter-Medium.otf -pointsize 24 -depth 8 "$to"
}

[ -e "$build/CMakeCache.txt" ] || cmake --preset "${build#build/}" >/dev/null
cmake --build "$build" --target golden
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
LOTSEN_GOLDEN=$folder "$build/bin/golden" '[picture]'
wide=() tall=()
for picture in "$folder"/*.png; do
  read -r width height < <(identify -format '%w %h\n' "$picture")
  if [ "$width" -gt "$height" ]; then wide+=("$picture"); else tall+=("$picture"); fi
done
sheet "$folder/wide.sheet.png" 5 720x450 "${wide[@]}"
sheet "$folder/tall.sheet.png" 7 500x890 "${tall[@]}"
convert "$folder/wide.sheet.png" "$folder/tall.sheet.png" -background "$ground" -append +repage "$out"
echo "$out"
