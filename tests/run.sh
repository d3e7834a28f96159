#!/bin/sh
# All tests: the parts in three processes beside each other, as each waits now and then; the real window in a fourth.
# PYTHON is the interpreter; arguments go to pytest both times.
set -u
PYTHON=${PYTHON:-python3}
# Python keeps what it compiled: otherwise every program that a test starts would compile all modules again.
unset PYTHONDONTWRITEBYTECODE
"$PYTHON" -m compileall -q main.py gui model resources storage # once, before several processes begin with it
NO_TESTS=5 # pytest's status if none was selected

# A missing system library would show as a hundred failing tests; said once, it can be mended.
"$PYTHON" - <<'END' || exit 2
import sys
try:
    import PySide6.QtWidgets
except ImportError as error:
    from gui.platform_check import missing_libraries_message
    sys.exit(missing_libraries_message(error) or str(error))
END

if command -v Xvfb >/dev/null; then
    where="in a real window under Xvfb"
    platform=xcb
else
    where="on Qt's offscreen platform, as Xvfb is not installed"
    platform=offscreen
fi
shown=$(mktemp)
trap 'rm -f "$shown"' EXIT
trap 'wait; cat "$shown"; exit 130' INT # Ctrl+C reaches both runs; each puts away what it began
echo "The window's tests run $where; what they say follows when all have ended."
env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=$platform "$PYTHON" -m pytest -m e2e "$@" >"$shown" 2>&1 &
window_run=$!

# These need no screen. Tests of one file share what they make, so they stay together. After a crash the others
# would wait for the rest of its file for ever, so it ends the run.
QT_QPA_PLATFORM=offscreen "$PYTHON" -m pytest -n 3 --max-worker-restart 0 --dist loadfile -m "not e2e" "$@"
parts=$?
wait $window_run
window=$?
cat "$shown"

if [ "$parts" -eq $NO_TESTS ] && [ "$window" -eq $NO_TESTS ]; then
    echo "No test was selected."
    exit $NO_TESTS
fi
passed() { [ "$1" -eq 0 ] || [ "$1" -eq $NO_TESTS ]; }
passed $parts && passed $window
