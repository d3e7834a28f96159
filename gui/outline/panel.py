"""The outline panel: the report's tree with its filter, and how far its review has come."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gui.action_set import ActionSet
from gui.session import Session


class OutlinePanel(QWidget):
    """The tree of the document under review."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = action_set
        self.setAccessibleName("Outline")

    def view_state(self) -> dict[str, Any]:
        """What is collapsed, what is shown and where it is scrolled to, as JSON values."""
        return {}

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave, as far as it fits the document."""
