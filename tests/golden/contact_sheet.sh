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
readonly out build=${2:-build/release}

[ -e "$build/CMakeCache.txt" ] || cmake --preset "${build#build/}" >/dev/null
cmake --build "$build" --target golden
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
LOTSEN_GOLDEN=$folder "$build/bin/golden" '[picture]'
montage -label '%t' "$folder"/*.png -tile 5x -geometry '720x720>+20+20' -background '#D5D9DC' -font Inter \
  -pointsize 22 "$out"
echo "$out"
