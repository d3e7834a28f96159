"""What nobody caught is reported, once, and the window lives on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from gui.crashes import CrashGuard
from tests.gui.sessions import paragraph_5

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]


def test_an_uncaught_error_is_reported_and_the_window_lives_on(stage):
    with CrashGuard() as crashes:
        crashes.reported.connect(stage.window.messages.crashed)
        error = ZeroDivisionError("nobody expected this")
        sys.excepthook(type(error), error, None)
        stage.wait_for(lambda: "our fault" in stage.window.bar.text, "the message")
    reports = list(Path(os.environ["XDG_STATE_HOME"]).rglob("crash-*.txt"))
    assert len(reports) == 1
    assert "ZeroDivisionError" in reports[0].read_text(encoding="utf-8")
    assert str(reports[0]) in stage.window.bar.text
    paragraph_5(stage)
    stage.press("flag")


def test_what_fails_again_and_again_at_one_place_is_one_report(qapp):
    told = []
    with CrashGuard() as crashes:
        crashes.reported.connect(told.append)
        for line in (1, 1, 2):
            try:
                exec("\n" * line + "1 / 0")
            except ZeroDivisionError:
                sys.excepthook(*sys.exc_info())
        qapp.processEvents()
    assert len(told) == len(set(told)) == 2
    assert len(list(Path(os.environ["XDG_STATE_HOME"]).rglob("crash-*.txt"))) == 2
