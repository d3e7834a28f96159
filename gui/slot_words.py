"""Words of the page as values of the selected entry: found in its text, given to the inspector."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from model.editing.extent import Layers, span_of_words
from model.labels import Slot

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class SlotWords(QObject):
    """Where no words of the page are selected, the inspector takes those selected in its text."""

    failed = Signal(str)  # a sentence for the user

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def fill(self, slot: Slot) -> None:
        """The selected words are a value of the slot."""
        view, node = self._window.page_view, self._window.session.current
        stretch = view.canvas.stretch
        self._window.panels.set_shown("inspector", True)
        if stretch is None or node is None:
            self._window.session.request(f"slot-{slot.value}")
            return
        pages = {*stretch.pages, *(region.page for region in node.anchor.regions)}
        view.texts.when_there(pages, partial(self._found, slot, node.id))

    def _found(self, slot: Slot, node_id: str, layers: Layers) -> None:
        canvas, node = self._window.page_view.canvas, self._window.session.current
        stretch = canvas.stretch
        if stretch is None or node is None or node.id != node_id or not layers.keys() >= {*stretch.pages}:
            return
        span = span_of_words(node, layers, stretch.words(layers))
        if span is None:
            from gui.inspector.subject import called

            self.failed.emit(
                f"{called(node)} does not hold the selected words. Select the entry that has them."
            )
            return
        self._window.inspector.fill(slot, span)
        canvas.set_stretch(None)
