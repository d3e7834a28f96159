"""The whole application through `main()`, with a script that acts as its user inside the event loop."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import main
import resources
from gui.main_window import MainWindow
from gui.stage import Waiting
from model.nodes import Kind, Node
from model.user_name import settings_file
from storage.project import Project
from tests.e2e.screen import own_screen

PICTURES = Path(__file__).resolve().parents[2] / "build" / "e2e"
PATIENCE_S = 60.0  # two windows start beside each other, on a machine that may have much else to do
PASSWORD = "harbour"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session", autouse=True)
def _screen():
    """If Qt is to use an X server and none is given, this process gets its own: on one screen, windows of two
    processes would take the keyboard from each other."""
    if os.environ.get("QT_QPA_PLATFORM") != "xcb" or os.environ.get("DISPLAY"):
        yield
        return
    with own_screen() as os.environ["DISPLAY"]:
        yield


class User:
    """Somebody in front of the window: presses keys, looks, waits."""

    def __init__(self, window: MainWindow, name: str) -> None:
        self.window = window
        self._name = name

    @property
    def session(self):
        return self.window.session

    @property
    def current(self) -> Node:
        assert self.session.current is not None
        return self.session.current

    def wait(self, condition: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> None:
        def holds() -> bool:
            return bool(condition())

        assert Waiting(holds, seconds).run(), f"{what} did not come; the window says {self.messages()}"

    def messages(self) -> list[str]:
        if not self.window.is_assembled:
            return []
        bars = (self.window.bar, self.window.page_panel.messages, self.window.outline_bar)
        return [bar.text for bar in bars if bar.text]

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
        """Presses a key where the focus is."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def project_opened(self, path: Path) -> None:
        """It is open, where another one, such as the sample's, was open before."""
        self.wait(lambda: self.session.project and self.session.project.path == path, "the project")

    def report_opened(self) -> None:
        self.wait(lambda: self.session.review is not None, "the report")
        self.wait(lambda: self.window.page_view.pdf.path is not None, "its pages")
        self.settled()

    def settled(self) -> None:
        """Everything is saved, and the pages on the screen are drawn."""
        view = self.window.page_view
        self.wait(lambda: self.session.is_idle, "the end of the edits")
        self.wait(lambda: not view.source.busy and not view.canvas.glides, "the pages")

    def paragraph(self, number: str) -> Node:
        """A paragraph of the open report by its printed number."""
        outline = self.session.review.outline
        return next(node for node in outline if node.number == number and node.kind is Kind.PARAGRAPH)

    def from_palette(self, words: str) -> None:
        """Chooses an action by its name, with keys alone."""
        self.turn()
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.dialog()
        self.type(words)
        self.key(Qt.Key.Key_Return)

    def dialog(self) -> QWidget:
        """The dialog that stands over the window."""
        self.wait(lambda: QApplication.activeModalWidget() is not None, "a dialog")
        dialog = QApplication.activeModalWidget()
        self.wait(lambda: dialog.isActiveWindow() and dialog.focusWidget(), "its turn")
        return dialog

    def turn(self) -> None:
        """The window has the keyboard again, after a dialog over it was closed."""
        self.wait(lambda: QApplication.activeModalWidget() is None, "the end of the dialog")
        self.window.activateWindow()  # without a window manager nobody else does
        self.wait(self.window.isActiveWindow, "the window's turn")

    def picture(self, name: str) -> None:
        """What is on the screen, for people to look at."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        QTest.qWait(50)  # until what changed is laid out and painted
        platform = QGuiApplication.platformName()
        shown = (QApplication.activeModalWidget() or self.window).grab()
        if platform == "xcb":
            screen = QGuiApplication.primaryScreen()
            shown = screen.grabWindow(0)
        assert shown.save(str(PICTURES / f"{self._name} {name} ({platform}).png"))


def _only_window() -> MainWindow | None:
    windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return windows[0] if windows else None


@pytest.fixture
def use(qapp, request, capsys):
    """`use(script, *arguments)` runs `main()` with a script as the user, until the window is closed."""

    def run(script: Callable[[User], None], *arguments: str | Path, reviewer: str = "Ada Lovelace") -> int:
        failures: list[BaseException] = []
        if reviewer:
            _remember(reviewer=reviewer)

        def act() -> None:
            window = _only_window()
            assert window is not None
            user = User(window, request.node.name.removeprefix("test_"))
            try:
                user.wait(lambda: window.is_assembled, "the window's parts")
                window.activateWindow()
                user.wait(window.isActiveWindow, "the window's turn")
                script(user)
            except BaseException as error:
                failures.append(error)
                user.picture("failed")
            finally:
                window.close()

        timer = QTimer(singleShot=True)
        timer.timeout.connect(act)
        timer.start(0)
        status = main.main([str(argument) for argument in arguments])
        if failures:
            raise failures[0]
        assert crash_reports() == []
        return status

    return run


def crash_reports() -> list[str]:
    folder = Path(os.environ["XDG_STATE_HOME"]) / "paraph"
    return [path.read_text(encoding="utf-8") for path in folder.rglob("crash-*.txt")]


def _remember(**values: str | bool) -> None:
    """Settings as an earlier run left them."""
    path = settings_file()
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(known | values), encoding="utf-8")


@pytest.fixture
def report(tmp_path) -> Path:
    """The sample report, as somebody's file."""
    path = tmp_path / "report.pdf"
    path.write_bytes(resources.read_bytes("sample", "report.pdf"))
    return path


@pytest.fixture
def project(sample_file, tmp_path) -> Path:
    """A project with the sample report, which nobody has reviewed yet."""
    path = Path(shutil.copy(sample_file, tmp_path / "reviewed.paraph"))
    with Project.open(path) as opened:
        opened.person("Ada Lovelace")
    return path


@pytest.fixture
def damaged(tmp_path) -> Path:
    """A PDF that is none any more."""
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\x00\xff" * 400)
    return path


@pytest.fixture
def locked(report, tmp_path) -> Path:
    """The sample report behind a password."""
    path = tmp_path / "locked.pdf"
    with pymupdf.open(report) as document:
        document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=PASSWORD, owner_pw="owner")
    return path
