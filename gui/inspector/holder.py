"""The inspector's place in the window: its many parts are made with the first selected entry, or deferred."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.inspector.nothing import Nothing
from gui.session import Session

if TYPE_CHECKING:
    from gui.inspector.panel import InspectorPanel


class InspectorHolder(QStackedWidget):
    """Says itself what to do until the panel is there."""

    def __init__(self, session: Session, make: Callable[[], InspectorPanel],
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._make = make
        self.setAccessibleName("Inspector")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._nothing = Nothing(self)
        self.addWidget(self._nothing)
        for turned in (session.documentOpened, session.documentClosed):
            turned.connect(self._tell)
        session.selectionChanged.connect(self._selected)

    @cached_property
    def panel(self) -> InspectorPanel:
        """Made when it is first asked for."""
        self._session.selectionChanged.disconnect(self._selected)
        panel = self._make()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        return panel

    def _tell(self, *_: object) -> None:
        self._nothing.tell(self._session.review is not None)

    def _selected(self, *ids: object) -> None:
        _ = self.panel
