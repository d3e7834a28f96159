"""Every action by its name: type a few letters, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.action_set import ActionSet, key_text
from gui.actions import ACTIONS, ActionSpec
from gui.theme import INSIDE

_WIDTH, _HEIGHT = 460, 380
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


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
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        column.setSpacing(INSIDE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.resize(_WIDTH, _HEIGHT)
        if parent is not None:
            self.move(parent.mapToGlobal(QPoint((parent.width() - _WIDTH) // 2, 80)))
        self._narrow("")

    @property
    def names(self) -> list[str]:
        """What is listed, the best first."""
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        self.list.clear()
        for spec in ACTIONS:
            words = f"{spec.menu.replace('/', ' ')} {spec.text} {spec.tip}".casefold()
            if spec.id != "palette" and all(word in words for word in wanted):
                self.list.addItem(self._line(spec))
        for row in range(self.list.count()):
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                break

    def _line(self, spec: ActionSpec) -> QListWidgetItem:
        action = self._actions[spec.id]
        keys = f"    {key_text(spec.keys[0])}" if spec.keys else ""
        where = spec.menu.split("/")[-1]
        line = QListWidgetItem(action.icon(), f"{where}: {action.text().rstrip('…')}{keys}")
        line.setData(Qt.ItemDataRole.UserRole, spec.id)
        line.setToolTip(action.toolTip())
        if not action.isEnabled():
            line.setFlags(Qt.ItemFlag.NoItemFlags)
        return line

    def _choose(self, *_: object) -> None:
        line = self.list.currentItem()
        if line is None or not line.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        action = self._actions[line.data(Qt.ItemDataRole.UserRole)]
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field keeps the focus."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in _LIST_KEYS:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)
