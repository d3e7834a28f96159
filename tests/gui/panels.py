"""Panels in a window of their own over a real project file, with the window's actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gui.action_set import ActionSet
from gui.app import discard
from gui.commands import run_command
from gui.session import Session
from model.nodes import Kind, Node
from storage.project import Project
from tests.gui.sample_review import MadeUp, make_project

Maker = Callable[[Session, ActionSet, QWidget], QWidget]


class Stage:
    """A session with one report open, and the panels that a test asked for, shown and active."""

    def __init__(self, session: Session, window: QMainWindow, actions: ActionSet, panels: list[QWidget],
                 path: Path, document: str, qtbot: QtBot) -> None:  # fmt: skip
        self.session, self.window, self.actions, self.panels = session, window, actions, panels
        self.path, self.document, self.qtbot = path, document, qtbot
        self.said: list[str] = []
        session.failed.connect(self.said.append)

    @property
    def review(self):
        return self.session.review

    @property
    def me(self) -> str:
        return self.session.reviewer.id

    def find(self, number: str, kind: Kind = Kind.PARAGRAPH) -> Node:
        """The first entry of that number and kind."""
        return next(n for n in self.review.outline if n.number == number and n.kind is kind)

    def select(self, *nodes: Node) -> None:
        self.session.select([node.id for node in nodes], "test")

    def act(self, action_id: str) -> None:
        """As by key or menu; waits until it is done."""
        self.qtbot.waitUntil(self.actions[action_id].isEnabled)
        self.actions[action_id].trigger()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.is_idle)

    def stored(self):
        """The review as the project file has it, read again."""
        self.settle()
        with Project.open(self.path, read_only=True) as project:
            return project.review(self.document)


def run(session: Session, action_id: str) -> None:
    """What the main window does with an action that was asked for."""
    if not run_command(session, action_id):
        session.request(action_id)


@contextmanager
def stage(path: Path, made: MadeUp, makers: list[Maker], qtbot: QtBot,
          size: tuple[int, int] = (380, 640), others: Sequence[MadeUp] = ()) -> Iterator[Stage]:  # fmt: skip
    document = make_project(path, made, *others)
    session = Session("Ada")
    window = QMainWindow()
    actions = ActionSet(session, window)
    actions.fill_menu_bar(window.menuBar())
    actions.triggered.connect(partial(run, session))
    middle = QWidget(window)
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    panels = [maker(session, actions, middle) for maker in makers]
    for panel in panels:
        row.addWidget(panel)
    window.setCentralWidget(middle)
    window.resize(*size)
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(path)
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(document)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield Stage(session, window, actions, panels, path, document, qtbot)
    finally:
        closed = []
        session.close(partial(closed.append, True))
        qtbot.waitUntil(lambda: bool(closed))
        window.close()
        discard(window)  # a thread that collects garbage may not be the one to delete it
