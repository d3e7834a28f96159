"""The windows that look over the whole project, each made when it is first asked for and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from gui.vocabularies.keeper import Vocabularies

if TYPE_CHECKING:
    from gui.lists.dialog import ListsDialog
    from gui.main_window import MainWindow
    from gui.similar.dialog import SimilarDialog
    from gui.vocabularies.dialog import VocabulariesDialog

D = TypeVar("D", bound=QDialog)


class Insights(QObject):
    """Each stands beside the window, which goes on living: what is chosen there is shown here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.vocabularies = Vocabularies(window.session, window.jobs, self)
        self._vocabularies: VocabulariesDialog | None = None
        self._similar: SimilarDialog | None = None
        self._lists: ListsDialog | None = None

    def show_vocabularies(self) -> VocabulariesDialog:
        if self._vocabularies is None:
            from gui.vocabularies.dialog import VocabulariesDialog

            self._vocabularies = VocabulariesDialog(self.vocabularies, self._window)
        return _shown(self._vocabularies)

    def show_lists(self) -> ListsDialog:
        if self._lists is None:
            from gui.lists.dialog import ListsDialog
            from gui.lists.keeper import Lists

            view, session = self._window.page_view, self._window.session
            lists = Lists(session, self)
            lists.shown.connect(view.show_words)
            self._lists = ListsDialog(lists, session, view.selected_text, self._window)
        return _shown(self._lists)

    def show_similar(self) -> SimilarDialog:
        """What was recommended before that is like the selected entry."""
        dialog = self._similar_dialog()
        dialog.ask_like_selected()
        return dialog

    def show_repeats(self) -> SimilarDialog:
        """What is recommended again and again."""
        dialog = self._similar_dialog()
        dialog.ask_repeats()
        return dialog

    def _similar_dialog(self) -> SimilarDialog:
        if self._similar is None:
            from gui.similar.asking import SimilarAsking
            from gui.similar.dialog import SimilarDialog

            asking = SimilarAsking(self._window.session, self._window.jobs, self)
            self._similar = SimilarDialog(self._window.session, asking, self._window)
        return _shown(self._similar)


def _shown(dialog: D) -> D:
    """To the front, with the keys in it."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
