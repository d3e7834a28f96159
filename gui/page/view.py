"""The PDF beside its tree: pages, the strip of small pages, and the bar below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.page.bar import PageBar
from gui.page.contents import PAGES, BesidePages, SideStrip
from gui.page.entries import PageEntries
from gui.page.find_bar import FindBar
from gui.page.finding import Finder
from gui.page.interactive_canvas import InteractiveCanvas
from gui.page.legend import Legend
from gui.page.lighting import Lighting
from gui.page.navigator import Navigator
from gui.page.overlays import Overlay
from gui.page.page_text import PageText
from gui.page.painting import Paper
from gui.page.pictures import PageSource
from gui.page.shown_pdf import ShownPdf
from gui.page.spoken import Spoken
from gui.page.texts import PageTexts
from gui.page.thumbnails import ThumbnailStrip
from gui.session import Session
from model.layer import TextLayer
from model.review import Review
from model.workers.worker import PdfWorker

_DRAWING = "Drag a rectangle on the page around what is to become a new entry; Esc leaves"
# Words that are selected are looked for as they are, unless it is a whole passage.
_LONGEST_FOUND = 80
_NEXT_PAPER = {Paper.WHITE: Paper.DIM, Paper.DIM: Paper.DARK, Paper.DARK: Paper.WHITE}


class PageView(QWidget):
    """Shows the session's document; `pdf` any file before it is extracted."""

    regionDrawn = Signal(object)  # Region: a rectangle dragged on a page
    pageChanged = Signal(int)
    # "thumbnails", "contents", "legend", "spread", "draw" or an overlay's name
    shownChanged = Signal(str, bool)
    menuAsked = Signal(QPoint)  # on the screen

    def __init__(self, session: Session, worker: PdfWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._draws = False  # whether the line below says what to do with the tool for new entries
        self.source = PageSource(worker, self)
        small = PageSource(worker, self)
        self.texts = PageTexts(worker, self)
        self.finder = Finder(worker, self)
        self.canvas = InteractiveCanvas(self.source, self.texts, self.finder, self)
        self.lighting = Lighting(session, self.canvas, self.texts, self)
        self.navigator = Navigator(self.canvas, self.finder, self)
        self.find_bar = FindBar(self.finder, self)
        self._spoken = Spoken(session, self.canvas, self.texts)
        self.page_text = PageText(session, self.canvas, self)
        self.strip = ThumbnailStrip(small, self)
        self.side = SideStrip(self.strip, self)
        self._entries = PageEntries(session, self.canvas, self.strip, self.navigator, self.lighting)
        self.legend = Legend(self)
        self.legend.hide()
        self.bar = PageBar(self)
        self.bar.set_checked("outlines", True)
        self.bar.show_focus_of(self.canvas)
        self.setAccessibleName("Report")
        self.pdf = ShownPdf(self, worker, small)
        self._compose()
        self._connect()
        if session.review is not None:
            self._document_opened(session.review)

    def set_side(self, name: str) -> None:
        """Shows "thumbnails" or "contents" beside the pages; nothing for an empty name."""
        self.side.show_only(name)

    def toggle_side(self, name: str) -> None:
        self.set_side("" if self.side.shown == name else name)

    def set_legend_shown(self, shown: bool) -> None:
        self.legend.setVisible(shown)
        self.bar.set_checked("legend", shown)
        self.shownChanged.emit("legend", shown)

    def set_spread(self, spread: bool) -> None:
        """Two pages side by side, or one below the other."""
        self.canvas.set_spread(spread)
        self.shownChanged.emit("spread", spread)

    def set_drawing(self, drawing: bool) -> None:
        """The next drag on a page draws a new entry, also over words."""
        if drawing:
            self.canvas.setFocus()
        self.canvas.set_drawing(drawing)

    def toggle_drawing(self) -> None:
        self.set_drawing(not self.canvas.drawing)

    def set_overlay(self, overlay: Overlay, shown: bool) -> None:
        self.canvas.set_overlay(overlay, shown)
        if overlay is Overlay.ENTRIES:
            self.bar.set_checked("outlines", shown)
        self._entries.mark_unclaimed()
        self.shownChanged.emit(overlay.value, shown)

    def toggle_overlay(self, overlay: Overlay) -> None:
        self.set_overlay(overlay, overlay not in self.canvas.overlays)

    def next_paper(self) -> None:
        """White, dimmed or dark pages, one after the other."""
        self.canvas.set_paper(_NEXT_PAPER[self.canvas.paper])

    def view_state(self) -> dict[str, Any]:
        """Place, zoom and what is shown, as JSON values."""
        return self.canvas.view_state() | {
            "side": self.side.shown,
            "legend": not self.legend.isHidden(),
            "overlays": [overlay.value for overlay in Overlay if overlay in self.canvas.overlays],
            "paper": self.canvas.paper.value,
        }

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave, as far as it fits the document."""
        self.set_side(str(state.get("side", PAGES if state.get("thumbnails") else "")))
        self.set_legend_shown(bool(state.get("legend", False)))
        shown = state.get("overlays")
        for overlay in Overlay:
            if isinstance(shown, list):
                self.set_overlay(overlay, overlay.value in shown)
        self.canvas.set_paper(Paper(state.get("paper", Paper.WHITE)))
        self.canvas.restore_view_state(state)
        self.shownChanged.emit("spread", self.canvas.spread)

    def go_to(self, page: int) -> None:
        self.navigator.jump(page)

    def put_cursor(self) -> None:
        """The text cursor, and the keys, at the beginning of the selected entry; asked again, at its end."""
        self._entries.put_cursor()
        self.canvas.setFocus()

    def find_words(self) -> None:
        """Opens the bar for words to find; words that are selected are taken as these."""
        words = self.selected_text()
        self.find_bar.begin(words if len(words) <= _LONGEST_FOUND and "\n" not in words else "")

    def selected_text(self) -> str:
        """The words that are selected on a page; empty if none are, or over several pages."""
        stretch = self.canvas.stretch
        layer = self.texts.get(stretch.start.page) if stretch is not None else None
        if stretch is None or layer is None or len(stretch.pages) > 1:
            return ""
        return stretch.text({layer.page: layer})

    def copy_words(self) -> None:
        """The selected words, else the text of the selected entries, to the clipboard."""
        stretch = self.canvas.stretch
        if stretch is not None:
            self.texts.when_there(stretch.pages, self._copy_stretch)
        elif self.session.review is not None:
            outline = self.session.review.outline
            texts = [outline[node_id].text for node_id in self.session.selection if node_id in outline]
            if texts:
                QGuiApplication.clipboard().setText("\n".join(texts))

    def _copy_stretch(self, layers: dict[int, TextLayer]) -> None:
        stretch = self.canvas.stretch
        if stretch is not None and all(page in layers for page in stretch.pages):
            QGuiApplication.clipboard().setText(stretch.text(layers))

    # --- the session -----------------------------------------------------------------------------------

    def _document_opened(self, review: Review) -> None:
        self.canvas.writable = not self.session.read_only
        self._entries.set_review(review)
        self.pdf.show_report(review)

    def _document_closed(self) -> None:
        self._entries.set_review(None)
        self.pdf.clear()

    # --- the parts -------------------------------------------------------------------------------------

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(BesidePages(self.side, self.canvas, self), 1)
        column.addWidget(self.legend)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.canvas.pageChanged.connect(self.show_place)
        self.canvas.zoomChanged.connect(self._show_zoom)
        self.canvas.regionDrawn.connect(self.regionDrawn)
        self.canvas.menuAsked.connect(self.menuAsked)
        self.canvas.drawingChanged.connect(self._drawing_changed)
        self.strip.pageAsked.connect(self.navigator.jump)
        self.side.contents.placeAsked.connect(self.navigator.jump)
        self.side.shownChanged.connect(self._side_changed)
        self.find_bar.wordsChanged.connect(self._look_for)
        self.find_bar.closed.connect(self._end_finding)
        self.bar.pageAsked.connect(self._go_to_typed)
        self.bar.zoomAsked.connect(self.canvas.set_zoom)
        self.bar.asked.connect(self._carry_out)
        self.bar.toggled.connect(self._toggle)
        self.session.documentOpened.connect(self._document_opened)
        self.session.documentClosed.connect(self._document_closed)
        self.session.schemeChanged.connect(self.legend.set_scheme)

    def _look_for(self, words: str) -> None:
        page, point = self.canvas.under(QPointF(self.canvas.room.width() / 2, 0))
        self.finder.find(words, max(page, 1), point.y())

    def _end_finding(self) -> None:
        self.finder.clear()
        self.canvas.setFocus()

    def _drawing_changed(self, drawing: bool) -> None:
        if drawing != self._draws:
            self._draws = drawing
            self.session.told.emit(_DRAWING if drawing else "")
        self.bar.set_checked("draw", drawing)
        self.shownChanged.emit("draw", drawing)

    def _side_changed(self, name: str, shown: bool) -> None:
        if name == PAGES:
            self.bar.set_checked(name, shown)
        self.shownChanged.emit(name, shown)

    def show_place(self, page: int) -> None:
        """Says in all parts at which page the pages stand."""
        self.bar.set_place(page, len(self.canvas.pages))
        self.strip.set_page(page)
        self.side.contents.set_page(page)
        self.pageChanged.emit(page)

    def _show_zoom(self, zoom: float) -> None:
        self.bar.set_zoom(zoom, self.canvas.fit.value)

    def _go_to_typed(self, page: int) -> None:
        if page != self.canvas.page:
            self.navigator.jump(page)

    def _carry_out(self, name: str) -> None:
        {
            "zoom-in": self.canvas.zoom_in,
            "zoom-out": self.canvas.zoom_out,
            "fit-text": self.canvas.fit_text,
            "fit-width": self.canvas.fit_width,
            "fit-page": self.canvas.fit_page,
            "paper": self.next_paper,
        }[name]()
        self._show_zoom(self.canvas.zoom)

    def _toggle(self, name: str, on: bool) -> None:
        match name:
            case "thumbnails":
                self.set_side(PAGES if on else "")
            case "draw":
                self.set_drawing(on)
            case "legend":
                self.set_legend_shown(on)
            case _:
                self.set_overlay(Overlay.ENTRIES, on)
