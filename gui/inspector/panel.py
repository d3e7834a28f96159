"""The inspector: everything about what is selected, to read and to change."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gui.action_set import ActionSet
from gui.session import Session


class InspectorPanel(QWidget):
    """Text, place, role and anatomy of what is selected."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = action_set
        self.setAccessibleName("Inspector")

    def view_state(self) -> dict[str, Any]:
        """Which parts are unfolded, as JSON values."""
        return {}

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave."""
