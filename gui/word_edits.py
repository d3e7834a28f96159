"""Entries made, extended and shrunk by words of the page: selected, dragged over, or drawn around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from gui.builders import Change, on_one
from gui.icons import icon
from gui.menus import as_entry
from gui.page.selection import Stretch
from gui.page.view import PageView
from gui.session import Session
from model import editing
from model.editing import extent
from model.editing.extent import Layers, WordRef
from model.editing.placing import place_for
from model.edits import Edit
from model.labels import Reviewer
from model.layer import TextLayer, joined
from model.nodes import Kind, Node, Region
from model.review import Review

# With the letters that say what an entry is after T.
_NAMES = {Kind.PARAGRAPH: "a &paragraph", Kind.ITEM: "an &item", Kind.SECTION: "a &heading",
          Kind.FOOTNOTE: "a foot&note", Kind.TABLE: "a ta&ble", Kind.FIGURE: "a fi&gure"}  # fmt: skip
_QUOTED = 40  # characters of the words in the menu
_WHERE_TO_SPLIT = (
    "Put the cursor in the selected entry, before the first word of the second one; then press S."
)


class WordEdits(QObject):
    """Each of these is one edit. The words of all pages concerned are there before it is made."""

    failed = Signal(str)  # a sentence for the user

    def __init__(self, session: Session, view: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self.menu: QMenu | None = None
        self._used: Stretch | None = None  # selected words that an edit is on its way for
        session.changed.connect(self._drop_used)
        session.refused.connect(self._keep_used)
        view.regionDrawn.connect(self._drawn)
        view.canvas.reshaped.connect(self._reshaped)
        view.texts.failed.connect(self.failed)

    def extend(self) -> None:
        """The selected words go on the selected entry."""
        self._change(extent.extend)

    def shrink(self) -> None:
        """The selected words are taken out of the selected entry."""
        self._change(extent.shrink)

    def add_split(self, menu: QMenu) -> None:
        """To a menu on the page: divides the selected entry before the word that it was asked for at."""
        spot, node = self._view.canvas.pointed, self._session.current
        layer = self._view.texts.get(spot.page) if spot is not None else None
        if spot is None or layer is None or node is None or self._session.read_only:
            return
        word = spot.caret.word
        if len(self._session.selection) > 1 or not _divides(word, layer, node):
            return
        action = QAction(icon("split"), f"Split before “{as_entry(layer.words[word].text)}”", menu)
        action.setObjectName("split-here")
        action.triggered.connect(partial(self._split_before, node, WordRef(spot.page, word)))
        below = next((one for one in menu.actions() if one.objectName() == "promote"), None)
        menu.insertAction(below, action)  # type: ignore[arg-type]  # None: at the end

    def split_at_cursor(self) -> bool:
        """Divides the selected entry before the word at the page's text cursor, or says where that must
        stand; False if the keys are elsewhere."""
        canvas, node = self._view.canvas, self._session.current
        spot = canvas.caret if canvas.hasFocus() else None
        layer = self._view.texts.get(spot.page) if spot is not None else None
        if spot is None or layer is None or node is None:
            return False
        word = layer.whole_words(spot.caret, layer.end).start  # after a word it is the next one
        if _divides(word, layer, node):
            self._split_before(node, WordRef(spot.page, word))
        else:
            self.failed.emit(_WHERE_TO_SPLIT)
        return True

    def _split_before(self, node: Node, word: WordRef, *_: object) -> None:
        pages = {region.page for region in node.anchor.regions}
        self._with_words(pages, partial(self._split, node, word))

    def _split(self, node: Node, word: WordRef, layers: Layers) -> None:
        span = extent.span_of_words(node, layers, [word])
        if span is None:
            self.failed.emit("The entry’s text has other words here. Split it in the inspector.")
        else:
            self._session.perform(on_one(extent.divide, node.id, layers, span.start))

    def offer(self) -> None:
        """Asks what the selected words shall become."""
        stretch = self._view.canvas.stretch
        if stretch is not None:
            self._with_words(stretch.pages, self._offer_selected)

    def _change(self, change: Change) -> None:
        stretch, current = self._view.canvas.stretch, self._session.current
        if stretch is not None and current is not None:
            pages = {*stretch.pages, *(region.page for region in current.anchor.regions)}
            self._with_words(pages, partial(self._change_by, change, current.id))

    def _change_by(self, change: Change, node_id: str, layers: Layers) -> None:
        stretch = self._view.canvas.stretch
        if stretch is not None and all(page in layers for page in stretch.pages):
            self._used = stretch
            self._session.perform(on_one(change, node_id, layers, stretch.words(layers)))

    def _reshaped(self, node_id: str, regions: tuple[Region, ...]) -> None:
        pages = {region.page for region in regions}
        self._with_words(pages, partial(self._reshape, node_id, regions))

    def _reshape(self, node_id: str, regions: tuple[Region, ...], layers: Layers) -> None:
        self._session.perform(on_one(extent.reshape, node_id, layers, regions))

    def _drawn(self, region: Region) -> None:
        self._with_words({region.page}, partial(self._offer_drawn, region))

    def _offer_drawn(self, region: Region, layers: Layers) -> None:
        words = [WordRef(region.page, word) for word in layers[region.page].within([region])]
        self._show_menu(words, layers, region)

    def _offer_selected(self, layers: Layers) -> None:
        stretch = self._view.canvas.stretch
        if stretch is not None and all(page in layers for page in stretch.pages):
            self._show_menu(stretch.words(layers), layers, None)

    def _menu_place(self) -> QPoint:
        """Below the end of the selected words, where that is on the screen; else at the mouse."""
        canvas, stretch = self._view.canvas, self._view.canvas.stretch
        layer = self._view.texts.get(stretch.end.page) if stretch is not None else None
        if layer is None or stretch is None:
            return QCursor.pos()
        foot = canvas.foot_of(layer.bar_at(stretch.end.caret))
        return canvas.viewport().mapToGlobal(foot) if foot is not None else QCursor.pos()

    def _show_menu(self, words: list[WordRef], layers: Layers, region: Region | None) -> None:
        text = joined([layers[page].words[word] for page, word in words], paragraphs=False)
        self.menu = QMenu(self.parent())  # type: ignore[arg-type]
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
        self.menu.addSection(f"“{quoted}”" if text else "No words were read here: press E to type them")
        for kind, name in _NAMES.items():
            action = self.menu.addAction(f"Make it {name}")
            action.setEnabled(bool(text) or region is not None)
            action.triggered.connect(partial(self._make, kind, words, layers, region))
        if region is not None:
            self._view.canvas.show_bands([region])
            self.menu.aboutToHide.connect(self._view.canvas.set_bands)
        offered = [action for action in self.menu.actions()[1:] if action.isEnabled()]
        if offered:
            self.menu.setActiveAction(offered[0])
        self.menu.popup(self._menu_place())

    def _make(self, kind: Kind, words: list[WordRef], layers: Layers, region: Region | None,
              *_: object) -> None:  # fmt: skip
        self._used = self._view.canvas.stretch
        if words:
            self._session.perform(partial(_insert, kind, words, layers))
        elif region is not None:
            self._session.perform(partial(_insert_empty, kind, region))

    def _drop_used(self, *_: object) -> None:
        """Words are no longer selected when the edit is made."""
        if self._used is not None and self._view.canvas.stretch == self._used:
            self._view.canvas.set_stretch(None)
        self._used = None

    def _keep_used(self, *_: object) -> None:
        """An edit that cannot be leaves them selected."""
        self._used = None

    def _with_words(self, pages: Sequence[int] | set[int], call: Callable[[Layers], None]) -> None:
        """Calls with the words of these pages and of all entries on them."""
        review = self._session.review
        if review is not None:
            self._view.texts.when_there(extent.pages_needed(review.outline, pages), call)


def _divides(word: int, layer: TextLayer, node: Node) -> bool:
    """Whether a word of a page is one of the entry's, and not its first."""
    held = layer.within(node.anchor.regions)
    return word in held and (layer.page != node.page or word != held[0])


def _insert(kind: Kind, words: list[WordRef], layers: Layers, review: Review, reviewer: Reviewer) -> Edit:
    first = words[0]
    parent, before = place_for(review.outline, kind, layers[first.page].around([first.word])[0])
    return extent.insert_words(review, reviewer, kind, layers, words, parent, before)


def _insert_empty(kind: Kind, region: Region, review: Review, reviewer: Reviewer) -> Edit:
    parent, before = place_for(review.outline, kind, region)
    return editing.insert_node(review, reviewer, kind, (region,), parent, before)
