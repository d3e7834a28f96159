"""The actions that hide and show panels: their ticks in the menu, and where the keys go meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence

from gui.panels import NAMES

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class PanelActions(QObject):
    """Follows the panels of a window, whoever hides them or shows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.panels.shownChanged.connect(self._tick)
        window.panels.madeWay.connect(self._tell)
        window.page_view.canvas.text_cursor.left.connect(self._leave_page)
        for name in NAMES:
            self._tick(name, window.panels.is_shown(name))

    def table(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their ids."""
        return {f"show-{name}": partial(self._toggle, name) for name in NAMES}

    def _toggle(self, name: str) -> None:
        panels, focus = self._window.panels, self._window.focusWidget()
        panels.set_shown(name, not panels.is_shown(name))
        if focus is not None and not focus.isVisible():  # who had the keys went with the panel
            tree, page = self._window.outline.tree, self._window.page_view.canvas
            (tree if panels.is_shown("outline") else page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_page(self) -> None:
        """Gives the keys back to where they most often came from."""
        if self._window.panels.is_shown("outline"):
            self._window.outline.tree.setFocus()

    def _tick(self, name: str, shown: bool) -> None:
        self._window.actions_of[f"show-{name}"].setChecked(shown)

    def _tell(self, name: str) -> None:
        """Why a panel went that nobody hid."""
        if self._window.isVisible():
            keys = self._window.actions_of[f"show-{name}"].shortcut()
            key = keys.toString(QKeySequence.SequenceFormat.NativeText)
            self._window.session.told.emit(f"No room for the {name} now: {key} puts it in another’s place.")
