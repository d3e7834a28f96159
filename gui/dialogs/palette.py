"""Every action by its name: type a few letters, press Enter."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.action_set import ActionSet, key_text
from gui.actions import ActionSpec
from gui.menus import words_of
from gui.theme import INSIDE, ROW, size_window
from model.folding import plain

_WIDTH, _HEIGHT = 460, 400
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ID = Qt.ItemDataRole.UserRole
_NOTHING = "No action has these words."


class Palette(QDialog):
    """Closes when an action is chosen, which then happens as if its key had been pressed."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle("Find an action")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("What do you want to do?")
        self.field.setAccessibleName("Name of an action")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._choose)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        column.setSpacing(INSIDE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        size_window(self, _WIDTH, _HEIGHT)
        if parent is not None:
            self.move(parent.mapToGlobal(QPoint((parent.width() - _WIDTH) // 2, 80)))
        self._narrow("")

    @property
    def names(self) -> list[str]:
        """The ids of what is listed, the best first."""
        model = self.list.model()
        names = (model.index(row, 0).data(_ID) for row in range(model.rowCount()))
        return [name for name in names if name]

    def _narrow(self, text: str) -> None:
        wanted = plain(_BETWEEN_WORDS.sub(" ", text)).split()
        specs = list(self._actions.specs.values())
        ranked = [(rank(spec, wanted), place) for place, spec in enumerate(specs)]
        self.list.clear()
        wished = [specs[place] for found, place in sorted(ranked) if found < _NOT_AT_ALL]
        lines = [self._line(spec) for spec in wished if spec.id != "palette"]
        self.list.addTopLevelItems(lines)
        if not lines:
            nothing = QTreeWidgetItem([_NOTHING])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addTopLevelItem(nothing)
        for line in lines:
            if line.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentItem(line)
                break

    def _line(self, spec: ActionSpec) -> QTreeWidgetItem:
        action = self._actions[spec.id]
        keys = key_text(spec.keys[0]) if spec.keys else ""
        words = f"{spec.menu.split('/')[-1]}: {words_of(action).rstrip('…')}"
        missed = "" if action.isEnabled() else self._actions.reason(spec.id)
        line = QTreeWidgetItem([f"{words} — {missed}" if missed else words, keys])
        line.setData(0, _ID, spec.id)
        line.setToolTip(0, action.toolTip())
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setSizeHint(0, QSize(0, ROW))
        if not action.isEnabled():
            line.setFlags(Qt.ItemFlag.NoItemFlags)
        return line

    def _choose(self, *_: object) -> None:
        line = self.list.currentItem()
        if line is None or not line.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        action = self._actions[line.data(0, _ID)]
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field keeps the focus."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)


_NOT_AT_ALL = 4
# As the palette and the guide write actions: "Theme: Dark", "View > Theme", "Export…".
_BETWEEN_WORDS = re.compile(r"[:>…]")


def rank(spec: ActionSpec, wanted: list[str]) -> int:
    """How well an action fits the words: 0 by how its name's words begin, 1 by what is in its name, 2 by its
    menu too, 3 by its description, 4 not."""
    name = plain(spec.text)
    menu = plain(f"{spec.menu} {name}")
    places = (f" {name}", [f" {word}" for word in wanted]), (name, wanted), (menu, wanted)
    for found, (words, sought) in enumerate((*places, (plain(f"{menu} {spec.tip}"), wanted))):
        if all(word in words for word in sought):
            return found
    return _NOT_AT_ALL
