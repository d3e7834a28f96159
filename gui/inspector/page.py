"""How the inspector's parts stand: a head that stays, the others below each other in what scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.inspector.nothing import Nothing
from gui.theme import BETWEEN, INSIDE


class PartsPage(QStackedWidget):
    """Shows the parts, or words where there is nothing to show."""

    def __init__(self, head: QWidget, parts: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Nothing(self)
        self.parts = QWidget(self)
        self.parts.setObjectName("parts")
        column = QVBoxLayout(self.parts)
        column.setContentsMargins(INSIDE, 2, INSIDE, INSIDE)
        column.setSpacing(BETWEEN)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.parts)
        self._full = QWidget(self)
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(self.scroller, 1)
        self.addWidget(self.words)
        self.addWidget(self._full)

    def show_nothing(self, there_is_a_report: bool) -> None:
        self.words.tell(there_is_a_report)
        self.setCurrentWidget(self.words)

    def show_parts(self) -> None:
        self.setCurrentWidget(self._full)
