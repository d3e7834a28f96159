#!/bin/sh
# Fills an environment with the locked packages: make_environment.sh PYTHON DIRECTORY LOCK_FILE
set -eu
python=$1
directory=$2
lock=$3

if [ -z "$python" ]; then
    echo "Paraph needs Python 3.11 or newer, and none was found. Install it, or name it: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Paraph needs Python 3.11 or newer; $python is not. Name another one: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
fi

bin=$directory/bin
[ -d "$directory/Scripts" ] && bin=$directory/Scripts
if ! "$bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "making $directory"
    "$python" -m venv --clear "$directory"
    [ -d "$directory/Scripts" ] && bin=$directory/Scripts
fi
echo "installing the packages of $lock into $directory, which takes some minutes"
rm -f "$directory/installed.lock"
"$bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" || {
    echo "Not all packages could be installed; the lines above say why. They come over the network: mend that, and try again." >&2
    exit 1
}
cp "$lock" "$directory/installed.lock"
