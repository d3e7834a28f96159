"""What the inspector says where nothing is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import INSIDE

_NOTHING = (
    "Select an entry in the outline or on the page to see and change it here.\n\n"
    "J and K go to the next and the previous one."
)
_NO_DOCUMENT = "What you select in a report is shown here."


class Nothing(QLabel):
    """Quiet words in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(2 * INSIDE)
        self.tell(False)

    def tell(self, there_is_a_report: bool) -> None:
        """What to do about it."""
        self.setText(_NOTHING if there_is_a_report else _NO_DOCUMENT)
