"""Turns the table of actions into Qt's actions, menus and key table, and keeps them enabled or not."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalMapper, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.actions import ACTIONS, BY_ID, MENUS, ActionSpec, facts, is_enabled
from gui.icons import icon
from gui.session import Session

EXCLUSIVE = ("theme-system", "theme-light", "theme-dark", "theme-contrast")


class ActionSet(QObject):
    """The actions of one window. `triggered` says which one was asked for, whoever asked."""

    triggered = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.triggered)
        self._actions = {spec.id: self._make(spec, window) for spec in ACTIONS}
        themes = QActionGroup(self)
        for action_id in EXCLUSIVE:
            themes.addAction(self._actions[action_id])
        for signal in (session.projectOpened, session.documentOpened, session.changed,
                       session.selectionChanged):  # fmt: skip
            signal.connect(self.refresh)
        for bare in (session.projectClosed, session.documentClosed, session.libraryChanged,
                     session.caretChanged, session.namesChanged):  # fmt: skip
            bare.connect(self.refresh)
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(spec.text, window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(tooltip(spec))
        if spec.icon:
            action.setIcon(icon(spec.icon))
        self._mapper.setMapping(action, spec.id)
        action.triggered.connect(self._mapper.map)
        window.addAction(action)  # keys work also where no menu shows the action
        return action

    def refresh(self, *_: object) -> None:
        there = facts(self._session)
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(is_enabled(spec, there))
        for action_id, name in (("undo", self._session.undo_name), ("redo", self._session.redo_name)):
            word = BY_ID[action_id].text
            self._actions[action_id].setText(f"{word} “{name}”" if name else word)

    def fill_menu_bar(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Builds every menu; gives them by their path, such as "File" and "Review/Role"."""
        menus = {name: bar.addMenu(name) for name in MENUS}
        groups: dict[str, int] = {}
        for spec in ACTIONS:
            top = spec.menu.split("/")[0]
            if groups.setdefault(top, spec.group) != spec.group:
                menus[top].addSeparator()
                groups[top] = spec.group
            if spec.menu not in menus:
                menus[spec.menu] = menus[top].addMenu(spec.menu.split("/")[1])
            menus[spec.menu].addAction(self._actions[spec.id])
        return menus

    def context_menu(self, action_ids: tuple[str, ...], parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for action_id in action_ids:
            menu.addAction(self._actions[action_id])
        return menu


def tooltip(spec: ActionSpec) -> str:
    """What an action does, and its first key."""
    words = spec.tip or spec.text.rstrip("…")
    return f"{words} ({key_text(spec.keys[0])})" if spec.keys else words


def key_text(key: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_table() -> list[tuple[str, str, str]]:
    """(menu, action, keys) of every action that has keys, in the menus' order."""
    return [
        (spec.menu.replace("/", " > "), spec.text.rstrip("…"), ", ".join(key_text(key) for key in spec.keys))
        for spec in ACTIONS
        if spec.keys
    ]
