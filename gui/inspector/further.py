"""Which of the recommendations of an entry is shown, and the menu that adds what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui.action_set import ActionSet, key_text
from gui.actions import BY_ID
from gui.elided import ElidedLabel
from gui.inspector.pill import Pill
from gui.menus import LetteredMenu, added
from gui.small_button import grow_with_text
from gui.theme import STEP
from gui.wording import SLOT_WORDS
from model.labels import Slot


class Switch(QWidget):
    """ "Recommendation 1 of 2", with arrows between them; not there where there is only one."""

    def __init__(self, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", self, Qt.TextElideMode.ElideMiddle)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.words, 1)
        for action_id in ("previous-recommendation", "next-recommendation", "remove-recommendation"):
            button = QToolButton(self)
            button.setDefaultAction(action_set[action_id])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            grow_with_text(button, 14)
            button.setAutoRaise(True)
            button.setAccessibleName(action_set[action_id].text())
            row.addWidget(button)
        self.hide()

    def show_place(self, frame: int, count: int) -> None:
        self.words.set_text(f"Recommendation {frame + 1} of {count}")
        self.setVisible(count > 1)


class Adding(QWidget):
    """One line for all that is empty: a menu of what can be filled."""

    slotAsked = Signal(str)

    def __init__(self, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Pill("Add a part…", self)
        self.button.set_picture("add")
        self.button.setToolTip("Fill in an empty part, or select its words and press W and its letter")
        self.button.setAccessibleName("Add a part that is empty")
        self.button.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.menu = LetteredMenu(parent=self)
        self._entries: dict[Slot, QAction] = {}
        for slot in SLOT_WORDS:
            spec = BY_ID.get(f"slot-{slot.value}") or BY_ID.get(f"{slot.value}-1")
            if spec is not None:
                key = "" if slot in (Slot.FORCE, Slot.ACTION) else f"\t{key_text(spec.keys[0])}"
                action = added(self.menu, f"{SLOT_WORDS[slot]}{key}")
                action.setData(slot.value)
                self._entries[slot] = action
        self.menu.addSeparator()
        self.menu.addAction(action_set["another-recommendation"])
        self.menu.triggered.connect(self._picked)

    def show_empty(self, empty: Iterable[Slot]) -> None:
        offered = set(empty)
        for slot, action in self._entries.items():
            action.setVisible(slot in offered)

    def open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def _picked(self, action: QAction) -> None:
        if action.data():
            self.slotAsked.emit(action.data())
