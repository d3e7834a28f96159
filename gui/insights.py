"""The windows that look over the whole project, each made when it is first asked for and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from gui.vocabularies.keeper import Vocabularies

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.vocabularies.dialog import VocabulariesDialog

D = TypeVar("D", bound=QDialog)


class Insights(QObject):
    """Each stands beside the window, which goes on living: what is chosen there is shown here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.vocabularies = Vocabularies(window.session, window.jobs, self)
        self._vocabularies: VocabulariesDialog | None = None

    def show_vocabularies(self) -> VocabulariesDialog:
        if self._vocabularies is None:
            from gui.vocabularies.dialog import VocabulariesDialog

            self._vocabularies = VocabulariesDialog(self.vocabularies, self._window)
        return _shown(self._vocabularies)


def _shown(dialog: D) -> D:
    """To the front, with the keys in it."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
