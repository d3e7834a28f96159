#!/bin/sh
# The tests that need a screen of their own; called by run.sh with DISPLAY set.
# A window manager gives windows the keyboard, as on a desk.
if command -v openbox >/dev/null; then
    openbox 2>/dev/null &
    manager=$!
    trap 'kill $manager 2>/dev/null' EXIT
fi
QT_QPA_PLATFORM=xcb "$PYTHON" -m pytest -m e2e "$@"
