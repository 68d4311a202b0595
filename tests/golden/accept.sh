#!/usr/bin/env bash
# Accepts how the pages look now: builds, draws them anew and keeps those that changed in pictures/.
# accept.sh [BUILD FOLDER]; build/release unless another is named. Look at the changes before committing them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly build=${1:-build/release}
[ -e "$build/CMakeCache.txt" ] || cmake --preset "${build#build/}" >/dev/null
cmake --build "$build" --target golden
LOTSEN_GOLDEN=accept "$build/bin/golden" '[picture]'
git status --short tests/golden/pictures
