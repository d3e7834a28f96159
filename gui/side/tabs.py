"""Which tab the left side shows: chosen by keys or mouse, remembered, opened in a narrow window too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.settings import Settings
from gui.side.bar import SideBar

if TYPE_CHECKING:
    from gui.panels import Panels

DOCUMENTS = "documents"
_SEARCH = "search"
_SETTING = "side_tab"


class SideTabs(QObject):
    """The documents fold to icons in a narrow window; every other tab opens the side as wide as it needs."""

    def __init__(self, side: SideBar, panels: Panels, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._side = side
        self._panels = panels
        self._settings = settings
        side.clicked.connect(self._clicked)
        remembered = settings.get(_SETTING, DOCUMENTS)
        if remembered in side.names and remembered != DOCUMENTS:
            self._show(remembered, True)

    def show(self, name: str, keys: bool = True) -> None:
        """Shows a tab, the side too if it was hidden; `keys`: the keys go there as well.

        Where they are in the documents already, these unfold, or fold again.
        """
        again = keys and name == self._side.current == DOCUMENTS and self._side.has_keys
        self._panels.set_shown("library", True)
        self._show(name, name != DOCUMENTS or self._panels.side_is_open != again)
        if keys:
            self._side.give_keys()

    def show_documents_wide(self) -> None:
        """The list of documents with its words, whatever the window's width."""
        self._panels.set_shown("library", True)
        self._show(DOCUMENTS, True)

    def _show(self, name: str, opened: bool) -> None:
        self._side.show_tab(name)
        self._panels.set_side_open(opened, name == DOCUMENTS)
        self._settings.set(_SETTING, name)

    def _clicked(self, name: str) -> None:
        """In a narrow window a click on the tab that is shown folds the side, or unfolds it again."""
        if name != self._shown_before():
            self._show(name, name != DOCUMENTS)
            if name == _SEARCH:
                self._side.give_keys()  # the next thing is to type
        elif self._panels.is_narrow:
            self._show(DOCUMENTS, name == DOCUMENTS and not self._panels.side_is_open)

    def _shown_before(self) -> str:
        return self._settings.get(_SETTING, DOCUMENTS)
