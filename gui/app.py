"""The application around the window: made, shown first and filled after, and seen to its end.

Only what an empty window needs is imported at the top; the rest comes when the window is on the screen.
"""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QMessageLogContext,
    QObject,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

import resources
from gui import garbage_collection
from gui.guarded import guard
from gui.held_keys import HeldKeys
from gui.lean_imports import import_plainly
from gui.platform_check import NO_FONT
from gui.settings import Settings
from gui.single_instance import SingleInstance
from gui.theme import Mode, Theme
from gui.windows import Windows

MENDABLE = 2  # the exit status for what the user can mend
# Seconds after which a thread that computes lets another one go on. A painting lets go of the interpreter
# many times, and would wait for it as often while reports are looked through in the background: Python's own
# five milliseconds add up to a standstill.
_SWITCH_AFTER = 0.001


def run(files: Sequence[Path], sample: bool = False) -> int:
    """Opens a window on files, on the sample report, or what was open last; gives the exit status.

    Where Paraph runs already, that takes the files.
    """
    import_plainly()
    instance = SingleInstance()
    if not instance.begin() and not sample and instance.hand_over(files):
        print("Paraph is already open" + (", and its window opens them." if files else "."))
        return 0
    app = application()
    settings = Settings()
    theme = Theme(app, _mode(settings), settings.get("text_percent", 100))
    held_keys = HeldKeys(app)
    with ExitStack() as until_the_end:
        windows = Windows(settings, theme, until_the_end)
        windows.over.connect(app.quit)
        windows.started.connect(instance.listen)
        instance.asked.connect(windows.take)
        until_the_end.callback(instance.end)
        windows.begin(files, sample)
        status = app.exec()
    theme.set_text_percent(100)  # the font is the application's, and so is the next window's
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the windows that are gone
    discard(windows)
    discard(theme)
    discard(held_keys)
    return status


def application() -> QApplication:
    """The one application, named for desktops and window managers."""
    garbage_collection.stop()
    _tell_file_types()
    guard()
    app = QApplication.instance() or _made()
    assert isinstance(app, QApplication)
    sys.setswitchinterval(_SWITCH_AFTER)
    _speak_english()
    app.setApplicationName("paraph")
    app.setApplicationDisplayName("Paraph")
    QGuiApplication.setDesktopFileName("paraph")
    app.setQuitOnLastWindowClosed(False)  # the window is closed before what it began is
    if not QFontInfo(app.font()).family():
        print(NO_FONT, file=sys.stderr)  # the window itself could not say it
    return app


def _speak_english() -> None:
    """Numbers and months are in the window's language, and look like those around them: Qt has asked the
    system for its user's."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    for category in (locale.LC_NUMERIC, locale.LC_TIME):
        locale.setlocale(category, "C")


def _tell_file_types() -> None:
    """Qt's dialogs open every file whose type its name does not tell. One that lists the folder of an open
    project would so lose SQLite's locks, which the system drops when the process closes the file once."""
    known = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = resources.desktop_data()
    if own not in known.split(":"):
        os.environ["XDG_DATA_DIRS"] = f"{own}:{known}"


def _made() -> QApplication:
    """Where Qt cannot show a window it ends the process with many lines; ours is one line, and status 2."""
    said: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            said.append(message)
            return
        from gui.platform_check import no_window_message

        print(no_window_message(said), file=sys.stderr, flush=True)
        os._exit(MENDABLE)  # Qt would abort when we return

    before = qInstallMessageHandler(listen)
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(before)
    for message in said:
        print(message, file=sys.stderr)
    return app


def discard(thing: QObject) -> None:
    """Destroys it now, while the application is there to let go of it in order."""
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete.value)


def _mode(settings: Settings) -> Mode:
    try:
        return Mode(settings.get("theme", Mode.SYSTEM.value))
    except ValueError:
        return Mode.SYSTEM
