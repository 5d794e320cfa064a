#!/usr/bin/env bash
# Sets up the virtual environment named as the argument. Needs python3 and network, nothing else.
set -euo pipefail
venv=${1:?usage: tools/install.sh VENV}
needed="import sys; sys.exit(sys.version_info < (3, 12))"

fitting_python() {
    local candidate
    for candidate in python3.13 python3.14 python3.12 python3 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9].*/bin/python3; do
        if command -v "$candidate" >/dev/null && "$candidate" -c "$needed" 2>/dev/null; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
}

uv_from() { # a private uv, so that nothing outside the project is touched
    local bootstrap=$venv-uv
    if [ ! -x "$bootstrap/bin/uv" ]; then
        "$1" -m venv "$bootstrap" 2>/dev/null || {
            "$1" -m pip --version >/dev/null 2>&1 || install_debian_packages python3-venv python3-pip
            "$1" -m venv "$bootstrap"
        }
        "$bootstrap/bin/pip" install --quiet --disable-pip-version-check uv
    fi
    echo "$bootstrap/bin/uv"
}

install_debian_packages() {
    local root=""
    [ "$(id -u)" = 0 ] || root=sudo
    command -v apt-get >/dev/null && { [ -z "$root" ] || command -v sudo >/dev/null; } || {
        echo "Install these packages first (they need administrator rights): $*" >&2
        exit 1
    }
    $root apt-get update -qq && $root apt-get install -y -qq "$@" >/dev/null
}

command -v python3 >/dev/null || { echo "python3 is missing: install it, then run make again." >&2; exit 1; }
python=$(fitting_python || true)
[ -n "$python" ] || echo "No Python 3.12 or newer here: uv brings one of its own."
uv=$(uv_from "${python:-python3}")
"$uv" venv --quiet --clear --python "${python:-3.13}" "$venv"
# compiled at once, so that the first page does not wait for it
"$uv" pip install --quiet --compile-bytecode --python "$venv/bin/python" --require-hashes -r requirements-dev.txt
"$uv" pip install --quiet --python "$venv/bin/python" --no-deps --editable .
for catalogue in $(find src -name django.po); do
    "$venv/bin/pybabel" --quiet compile --use-fuzzy --input-file "$catalogue" --output-file "${catalogue%.po}.mo"
done
