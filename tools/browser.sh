#!/usr/bin/env bash
# Makes sure that chromium is there for the browser tests.
set -euo pipefail
command -v chromium >/dev/null || command -v chromium-browser >/dev/null && exit 0
root=""
[ "$(id -u)" = 0 ] || root=sudo
if command -v apt-get >/dev/null && { [ -z "$root" ] || command -v sudo >/dev/null; }; then
    $root apt-get update -qq && $root apt-get install -y -qq chromium >/dev/null
else
    echo "The browser tests need chromium: install the package 'chromium' (administrator rights needed), then run make test again." >&2
    exit 1
fi
