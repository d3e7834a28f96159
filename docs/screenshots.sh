#!/bin/sh
# Pictures of the guide and its table of keys, from the real window. PYTHON is the interpreter.
set -eu
if command -v xvfb-run >/dev/null && command -v xauth >/dev/null; then
    unset WAYLAND_DISPLAY
    QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1600x1000x24" "$PYTHON" -m docs.make_screenshots
else
    echo "Xvfb is not installed: the pictures come from Qt's offscreen platform."
    QT_QPA_PLATFORM=offscreen "$PYTHON" -m docs.make_screenshots
fi
