#!/bin/sh
# All tests: the parts beside each other, then the real window by itself.
# PYTHON is the interpreter; arguments go to pytest both times.
set -u
PYTHON=${PYTHON:-python3}
export PYTHONDONTWRITEBYTECODE=1

# A missing system library would show as a hundred failing tests; said once, it can be mended.
"$PYTHON" - <<'END' || exit 2
import sys
try:
    import PySide6.QtWidgets
except ImportError as error:
    from gui.platform_check import missing_libraries_message
    sys.exit(missing_libraries_message(error) or str(error))
END

# Windows of two processes would take the keyboard from each other on one screen, so these have none.
QT_QPA_PLATFORM=offscreen "$PYTHON" -m pytest -n 2 --dist loadfile -m "not e2e" "$@"
parts=$?

if command -v xvfb-run >/dev/null && command -v xauth >/dev/null; then
    echo "The window's tests run in a real window under Xvfb."
    unset QT_QPA_PLATFORM WAYLAND_DISPLAY
    PYTHON=$PYTHON xvfb-run -a -s "-screen 0 1280x800x24" sh tests/in_window.sh "$@"
else
    echo "Xvfb is not installed: the window's tests run on Qt's offscreen platform."
    QT_QPA_PLATFORM=offscreen "$PYTHON" -m pytest -m e2e "$@"
fi
window=$?

[ "$parts" -eq 0 ] && [ "$window" -eq 0 ]
