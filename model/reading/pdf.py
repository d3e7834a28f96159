"""A PDF as the rest of Paraph sees it: pages, bookmarks, text, drawings and pictures of pages.

It runs in worker processes (`model.workers`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Self

import pymupdf

from model.documents import Bookmark, PageInfo
from model.doubts import DoubtKind
from model.errors import UnreadableFile, why_unreadable
from model.layer import LaidWord, TextLayer
from model.page_search import FoldedPage
from model.reading import by_picture, hidden, strokes
from model.reading.boxes import Drawn
from model.reading.drawings import drawn_shapes
from model.reading.layers import laid_to_search, laid_words, links_of, words_to_search
from model.reading.opening import DAMAGED, opened
from model.reading.parsing import LETTERS, Parser
from model.reading.pictured import pictures_of_text
from model.reading.pictures import pictures_of
from model.reading.recognized import as_read, engine_words, raw_blocks
from model.reading.scanned import SCALE as SMALL
from model.reading.scanned import is_scanned, may_be_scanned
from model.reading.strokes import Look, look
from model.reading.text import PageText, Rect, readable
from model.reading.turning import shown_size
from model.recognition_cache import RecognitionCache
from model.recognized import RecognizedPage
from model.right_to_left import holds_rtl
from model.workers.pictures import Picture

_WORDS = pymupdf.TEXTFLAGS_WORDS & LETTERS
# The engine keeps what it parsed; letting go of all of it (percent) every so many pages keeps a long report
# small, and reading its fonts again that seldom takes no time that shows.
_SHRINK_EVERY, _SHRINK_BY = 32, 100


class Pdf:
    """An open PDF. A context manager.

    Raises UnreadableFile for what is no PDF, damaged or empty, PasswordNeeded where neither the empty
    password nor the given one opens it; both name the file. Where a single page is damaged, what asks for it
    raises UnreadableFile, unless it says otherwise.
    """

    def __init__(self, path: Path | str, password: str | None = None) -> None:
        self.path = Path(path)
        self.recognition = RecognitionCache()  # what was recognized in it before
        self._doc = opened(self.path, password)
        self._pixels: Any = None
        self._listed: tuple[int, Any] | None = None  # the page that was drawn last, as the engine lists it
        made_by = " ".join([self.metadata.get(key, "") for key in ("creator", "producer", "title")])
        self._parser = Parser(made_by)
        self._has_labels = bool(self._doc.get_page_labels())
        self.pages: tuple[PageInfo, ...] = tuple(self._page_info(n) for n in range(self._doc.page_count))
        self.bookmarks: tuple[Bookmark, ...] = tuple(self._bookmarks())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._doc.close()

    def __len__(self) -> int:
        return len(self.pages)

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def metadata(self) -> Mapping[str, str]:
        """The PDF's own words about itself: "title", "author", "producer", "creationDate", ..."""
        return {key: readable(value) for key, value in (self._doc.metadata or {}).items() if value}

    @property
    def is_mended(self) -> bool:
        """Whether the engine had to mend the file up to now, as one that was cut short: words may lack."""
        return bool(self._doc.is_repaired)

    @property
    def language(self) -> str:
        """The language that the PDF names for itself ("en-US"); empty if it names none."""
        return str(self._doc.language or "")

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes when it is first asked for. Raises UnreadableFile if the file has gone."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise UnreadableFile(f"{self.name}: {why_unreadable(error)}.") from error

    def texts(self) -> Iterator[PageText]:
        """Every page's text and drawings, in order. A page that cannot be read is empty."""
        for info in self.pages:
            yield self.text(info.number)
            if info.number % _SHRINK_EVERY == 0:
                pymupdf.TOOLS.store_shrink(_SHRINK_BY)

    def text(self, page: int) -> PageText:
        """One page's text and drawings, without its annotations, which are its readers' and not the report's;
        they are gone from this open PDF."""
        info = self.pages[page - 1]
        width, height = shown_size(info)
        try:
            loaded = self._doc.load_page(page - 1)
            _remove_annotations(loaded)
            self._listed = None
            blocks, lines, garbled, vertical = self._parser.parsed(loaded, info)
            rules, boxes = drawn_shapes(loaded, blocks, info)
            pictures = pictures_of(loaded)
            text = PageText(page, width, height, info.rotation, lines, rules, boxes, pictures)
            if not (lines or rules or boxes or pictures) and self._lacks_contents(loaded):
                return text._replace(doubt=DoubtKind.DAMAGED)
            if garbled:
                return by_picture.with_page_read(self, text, DoubtKind.GARBLED)
            if may_be_scanned(text) and is_scanned(self.drawn(page, None, SMALL), lines):
                return by_picture.with_page_read(self, text, DoubtKind.UNREAD)
            if text.pictures and (places := pictures_of_text(text, partial(self.drawn, page))):
                return by_picture.with_pictures_read(self, text, places)
            if hidden.is_recognized(blocks, lines, pictures, width, height):
                return by_picture.with_type_shown(self, text)
            if vertical:
                return text._replace(doubt=DoubtKind.VERTICAL)
        except DAMAGED:
            return PageText(page, width, height, info.rotation, (), (), (), (), doubt=DoubtKind.DAMAGED)
        return text

    def _lacks_contents(self, loaded: Any) -> bool:
        """Whether a page has contents that the file does not hold; the engine takes it for an empty one."""
        return not all(map(self._doc.xref_is_stream, loaded.get_contents()))

    def layer(self, page: int, read: RecognizedPage | None = None) -> TextLayer:
        """The words of a page in reading order with the edges of their characters, and its links; with what
        was recognized on it."""
        loaded = self._loaded(page)
        links = tuple(links_of(loaded, self.pages[page - 1], len(self.pages)))
        return TextLayer(page, self._laid(page, loaded, read), links)

    def _laid(self, page: int, loaded: Any, read: RecognizedPage | None) -> tuple[LaidWord, ...]:
        info = self.pages[page - 1]
        blocks = loaded.get_text("rawdict", flags=_WORDS)["blocks"]
        further = []
        if read is not None:
            info = as_read(info, read)
            blocks, further = [] if read.alone else blocks, raw_blocks(read, info)
        words = laid_words([*blocks, *further], info)
        if blocks and holds_rtl("".join([word.text for word in words])):
            return laid_words([*self._parser.in_order(loaded, blocks), *further], info)
        return words

    def folded(self, page: int, read: RecognizedPage | None = None) -> FoldedPage:
        """A page made for finding words on it, and those that were recognized; an empty one where it cannot
        be read."""
        info = self.pages[page - 1]
        try:
            loaded = self._doc.load_page(page - 1)
            words = loaded.get_text("words", flags=_WORDS)
            back = holds_rtl("".join([word[4] for word in words]))
            laid = self._laid(page, loaded, read) if back else ()
        except DAMAGED:
            words, laid = [], ()
        if page % _SHRINK_EVERY == 0:
            pymupdf.TOOLS.store_shrink(_SHRINK_BY)
        if laid:
            return FoldedPage(page, laid_to_search(laid))
        if read is not None:
            info = as_read(info, read)
            first = max((word[5] for word in words), default=-1) + 1
            words = [*(() if read.alone else words), *engine_words(read, info, first)]
        return FoldedPage(page, words_to_search(words, info))

    def render(
        self,
        page: int,
        scale: float,
        clip: tuple[float, float, float, float] | None = None,
        rotation: int = 0,
    ) -> Picture:
        """Draws a page at `scale` pixels a point, turned by `rotation` degrees beyond its own rotation.

        `clip` is in points of the page as shown. The picture's bytes are valid until the next one is drawn.
        """
        loaded = self._loaded(page)
        if rotation % 360:
            loaded.set_rotation((loaded.rotation + rotation) % 360)
        try:
            matrix = pymupdf.Matrix(scale, scale)
            pixels = loaded.get_pixmap(matrix=matrix, clip=clip, colorspace=pymupdf.csRGB, alpha=False)
        except DAMAGED as error:
            raise self._damaged(page) from error
        finally:
            if rotation % 360:
                loaded.set_rotation((loaded.rotation - rotation) % 360)
        self._pixels = pixels  # owns the bytes of the view
        return Picture(pixels.width, pixels.height, pixels.stride, pixels.samples_mv)

    def drawn(self, page: int, clip: Rect | None, scale: float) -> Drawn:
        """A page, or a part of it, in shades of grey. `scale` is in pixels a point."""
        pixels = self._grey(page, scale, clip)
        return Drawn(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples_mv))

    def look(self, page: int, clip: Rect) -> Look | None:
        """How the letters of a line look that stands alone in a rectangle of the page as shown."""
        try:
            return look(self.drawn(page, clip, strokes.FINE))
        except DAMAGED:
            return None

    def png(self, page: int, scale: float, clip: tuple[float, float, float, float]) -> bytes:
        """A piece of a page in grey, as the bytes of a PNG file. `clip` is in points of the page as shown."""
        try:
            return bytes(self._grey(page, scale, clip).tobytes("png"))
        except DAMAGED as error:
            raise self._damaged(page) from error
        finally:
            self._listed = None  # as large as what is drawn on the page, and drawn once

    def _grey(self, page: int, scale: float, clip: tuple[float, float, float, float] | None) -> Any:
        if self._listed is None or self._listed[0] != page:
            self._listed = page, self._doc.load_page(page - 1).get_displaylist()
        _, listed = self._listed  # a page is drawn small, and then perhaps large
        matrix = pymupdf.Matrix(scale, scale)
        return listed.get_pixmap(matrix=matrix, clip=clip, colorspace=pymupdf.csGRAY, alpha=False)

    def _loaded(self, page: int) -> Any:
        try:
            return self._doc.load_page(page - 1)
        except DAMAGED as error:
            raise self._damaged(page) from error

    def _damaged(self, page: int) -> UnreadableFile:
        return UnreadableFile(f"{self.name}: page {page} is damaged; download the file again.")

    def _page_info(self, index: int) -> PageInfo:
        try:
            page = self._doc.load_page(index)
            crop, media = page.cropbox, page.mediabox
            offset = (crop.x0 - media.x0, crop.y0 - media.y0, crop.x1 - media.x0, crop.y1 - media.y0)
            label = readable(page.get_label() or "") if self._has_labels else ""
        except DAMAGED:
            return PageInfo(index + 1, 595.0, 842.0)
        crop_box = tuple(round(value, 2) for value in offset)
        return PageInfo(index + 1, crop.width, crop.height, page.rotation, crop_box, label)

    def _bookmarks(self) -> Iterator[Bookmark]:
        try:
            entries = self._doc.get_toc(simple=False)
        except DAMAGED:
            return
        for level, title, page, target in entries:
            down = max(0.0, getattr(target.get("to"), "y", 0.0))
            yield Bookmark(level, " ".join(readable(title).split()), max(page, 0), down)


def _remove_annotations(page: Any) -> None:
    """Takes off what readers put on a page: highlights, notes, stamps. Fields of forms and links stay."""
    if page.first_annot:
        for annotation in [*page.annots()]:
            page.delete_annot(annotation)
