#!/usr/bin/env bash
# Makes sure that LibreOffice is there for the test that opens every office file, and poppler for looking at PDF files.
set -euo pipefail
missing=()
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui libreoffice-calc-nogui)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
[ ${#missing[@]} = 0 ] && exit 0
root=""
[ "$(id -u)" = 0 ] || root=sudo
if command -v apt-get >/dev/null && { [ -z "$root" ] || command -v sudo >/dev/null; }; then
    $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
    echo "The tests need these packages (administrator rights needed): ${missing[*]}. Install them, then run make test again." >&2
    exit 1
fi
