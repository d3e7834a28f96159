"""The place of an entry in the report: what it is, its number and its level."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.action_set import ActionSet
from gui.actions import kind_id
from gui.flow import Flow
from gui.inspector.block import Block
from gui.inspector.pill import Pill
from gui.inspector.subject import Subject
from gui.inspector.words_block import Field
from gui.menus import LetteredMenu
from gui.small_button import grow_with_text
from gui.texts import KIND_WORDS, LONGEST_NUMBER
from gui.theme import INSIDE, STEP
from model.nodes import Kind


class PlaceBlock(Block):
    """Kind, number and level; those of kind and level are the window's own actions."""

    numberTyped = Signal(str)

    def __init__(self, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(None, "Place in the report", parent)
        self.kind = Pill("", self)
        self.kind.set_tail("unfold")
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kind.setToolTip("What it is in the report")
        self.kind.clicked.connect(self._open)
        self.menu = LetteredMenu(parent=self)
        for kind in Kind:
            self.menu.addAction(action_set[kind_id(kind)])
        self.number = Field("Number", self)
        self.number.setMaxLength(LONGEST_NUMBER)
        self.number.setToolTip("The printed number, without brackets and stop (N edits it in the outline)")
        self.number.typed.connect(self.numberTyped)
        self.level = QLabel(self)
        self.body.addWidget(self.kind)
        self.body.addWidget(self._line(action_set))

    def show_subject(self, subject: Subject) -> None:
        kinds = {node.kind for node in subject.nodes}
        word = KIND_WORDS[subject.node.kind] if len(kinds) == 1 else "Several kinds"
        self.kind.setText(word)
        self.kind.setAccessibleName(f"Kind: {word}")
        self._numbered.setVisible(subject.single)
        self.number.setFixedWidth(self.fontMetrics().horizontalAdvance("000.000") + 4 * STEP)
        self.number.show_text(subject.node.number)
        level = subject.node.level if subject.single else None
        self.level.setText(f"Level {level}" if level is not None else "")
        self.level.setVisible(level is not None)

    def _line(self, action_set: ActionSet) -> QWidget:
        line = Flow(self, INSIDE)
        self._numbered = QWidget(line)
        row = QHBoxLayout(self._numbered)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        label = QLabel("Number", self._numbered)
        label.setBuddy(self.number)
        row.addWidget(label)
        row.addWidget(self.number)
        line.add(self._numbered)
        levels = QWidget(line)
        row = QHBoxLayout(levels)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        row.addWidget(self.level)
        for action_id in ("promote", "demote"):
            button = QToolButton(levels)
            button.setDefaultAction(action_set[action_id])
            grow_with_text(button, 16)
            button.setAutoRaise(True)
            row.addWidget(button)
        line.add(levels)
        return line

    def _open(self) -> None:
        self.menu.setMinimumWidth(self.kind.width())
        self.menu.popup(self.kind.mapToGlobal(QPoint(0, self.kind.height() + 2)))
