"""What the inspector says where nothing is selected."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.side.panel import Empty

_NOTHING = (
    "Select an entry in the outline or on the page to see and change it here.\n\n"
    "J and K go to the next and the previous one."
)
_NO_DOCUMENT = "What you select in a report is shown here."


class Nothing(Empty):
    """As high as what the other panels say where they are empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tell(False)

    def tell(self, there_is_a_report: bool) -> None:
        """What to do about it."""
        self.say(_NOTHING if there_is_a_report else _NO_DOCUMENT)
