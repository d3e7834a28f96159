"""A PDF as the rest of Paraph sees it: pages, bookmarks, text, drawings and pictures of pages.

The only package that imports PyMuPDF; it runs in worker processes (`model.workers`).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, Self

# Otherwise the engine prints an advertisement on standard output, into `extract --json -`.
os.environ.setdefault("PYMUPDF_SUGGEST_LAYOUT_ANALYZER", "0")

import pymupdf

from model.documents import Bookmark, PageInfo
from model.doubts import DoubtKind
from model.errors import NO_FILE, PasswordNeeded, UnreadableFile, why_unreadable
from model.finding import FoldedPage
from model.layer import LaidWord, TextLayer
from model.reading import backwards, hidden, kept, ocr, spaced, strokes
from model.reading.boxes import Drawn
from model.reading.drawings import drawn_shapes
from model.reading.emboldened import has_edges, is_printed_twice
from model.reading.fonts import named
from model.reading.garbled import is_garbled
from model.reading.layers import laid_to_search, laid_words, links_of, words_to_search
from model.reading.lines import lines_of
from model.reading.ocr import Recognized
from model.reading.pictured import pictures_of_text, placed
from model.reading.pictures import pictures_of
from model.reading.recognized import as_read, engine_words, raw_blocks
from model.reading.ruled import levelled, ruled
from model.reading.scanned import SCALE as SMALL
from model.reading.scanned import is_scanned, may_be_scanned, recognized
from model.reading.strokes import Look, look
from model.reading.text import Line, PageText, Rect, readable
from model.reading.turning import shown_size
from model.reading.vertical import is_vertical
from model.readings import Readings
from model.recognized import RecognizedPage
from model.right_to_left import holds_rtl
from model.workers.pictures import Picture

# Pictures in the text make picture-heavy files 16 times slower to read; drawings come nearly for nothing.
# Ligatures are read as their letters, or the index of a project would not find "confirms" in "conﬁrms".
_LETTERS = ~pymupdf.TEXT_PRESERVE_LIGATURES
_TEXT = (pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_PRESERVE_IMAGES & _LETTERS) | pymupdf.TEXT_COLLECT_VECTORS
# Bold that no font gives is told too, in four times the time.
_STYLED = _TEXT | pymupdf.TEXT_COLLECT_STYLES
# Programs make letters bold by their edges throughout a report or not at all.
_FIRST_PAGES = 12
_WORDS = pymupdf.TEXTFLAGS_WORDS & _LETTERS
# The engine keeps what it parsed; letting go of half of it (percent) every few pages keeps a long report
# small. Letting go of all of it would make it read each font again, a sixth of the time.
_SHRINK_EVERY, _SHRINK_BY = 16, 50
# How Microsoft Office names itself in a PDF, and what printed from it or saved in it.
_OFFICE = re.compile(r"Microsoft|PScript5|PDFMaker")
# Programs that name no character for the strokes that lengthen Arabic words.
_UNNAMING = re.compile(r"LibreOffice|OpenOffice")
_NO_PDF = "not a PDF, or damaged; save it as a PDF first, or download it again."
# What the engine raises for damaged parts of a file, some of it behind the backs of PyMuPDF's own errors.
_DAMAGED = (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase)

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


class _Parsed(NamedTuple):
    """The engine's blocks of a page, and their lines; whether the file does not say which letters it shows,
    and whether its columns run from top to bottom."""

    blocks: Sequence[Mapping[str, Any]]
    lines: tuple[Line, ...]
    garbled: bool
    vertical: bool


class Pdf:
    """An open PDF. A context manager.

    Raises UnreadableFile for what is no PDF, damaged or empty, PasswordNeeded where neither the empty
    password nor the given one opens it; both name the file.
    """

    def __init__(self, path: Path | str, password: str | None = None) -> None:
        self.path = Path(path)
        self.readings = Readings()  # what was recognized in it before
        self._doc = opened(self.path, password)
        self._pixels: Any = None
        self._unedged = 0
        made_by = " ".join([self.metadata.get(key, "") for key in ("creator", "producer", "title")])
        self._unnaming = _UNNAMING.search(made_by) is not None
        self._of_office = _OFFICE.search(made_by) is not None
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
    def language(self) -> str:
        """The language that the PDF names for itself ("en-US"); empty where it names none."""
        return str(self._doc.language or "")

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes when it is first asked for. Raises UnreadableFile where the file has gone."""
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
            blocks, lines, garbled, vertical = self._parsed(loaded, info)
            rules, boxes = drawn_shapes(loaded, blocks, info)
            pictures = pictures_of(loaded)
            text = PageText(page, width, height, info.rotation, lines, rules, boxes, pictures)
            if not (lines or rules or boxes or pictures) and self._lacks_contents(loaded):
                return text._replace(doubt=DoubtKind.DAMAGED)
            if garbled:
                return self._recognized(text, DoubtKind.GARBLED)
            if may_be_scanned(text) and is_scanned(self._drawn(page, None, SMALL), lines):
                return self._recognized(text, DoubtKind.UNREAD)
            if text.pictures and (places := pictures_of_text(text, partial(self._drawn, page))):
                return self._with_pictures_read(text, places)
            if hidden.is_recognized(blocks, lines, pictures, width, height):
                return self._typed(text)
            if vertical:
                return text._replace(doubt=DoubtKind.VERTICAL)
        except _DAMAGED:
            return PageText(page, width, height, info.rotation, (), (), (), (), doubt=DoubtKind.DAMAGED)
        return text

    def _parsed(self, loaded: Any, info: PageInfo) -> _Parsed:
        """What the engine reads on a page, in the order in which it is read."""
        # it tells more of text that is level before it
        turn = loaded.rotation_matrix if info.rotation else None
        parsed = loaded.get_textpage(clip=loaded.rect if turn else None, flags=_TEXT, matrix=turn)
        blocks = parsed.extractDICT()["blocks"]
        lines = tuple(lines_of(blocks))
        if is_printed_twice(lines) or self._is_edged(loaded):
            parsed = loaded.get_textpage(clip=loaded.rect if turn else None, flags=_STYLED, matrix=turn)
            blocks = parsed.extractDICT()["blocks"]
            lines = tuple(lines_of(blocks))
        garbled, vertical = is_garbled(blocks), is_vertical(blocks)
        if backwards.has_rtl(lines):
            blocks = self._in_order(loaded, parsed.extractRAWDICT()["blocks"], turn)
            lines = tuple(lines_of(blocks))
        elif spaced.has_spaced(lines):
            blocks = spaced.closed(parsed.extractRAWDICT()["blocks"])
            lines = tuple(lines_of(blocks))
        return _Parsed(blocks, lines, garbled, vertical)

    def _is_edged(self, loaded: Any) -> bool:
        """Whether letters of a page are made bold by their edges; no more of a report is looked through where
        its first pages have none."""
        if self._unedged >= _FIRST_PAGES:
            return False
        edged = has_edges(loaded)
        self._unedged += 0 if edged else 1
        return edged

    def _lacks_contents(self, loaded: Any) -> bool:
        """Whether a page has contents that the file does not hold; the engine takes it for an empty one."""
        return not all(map(self._doc.xref_is_stream, loaded.get_contents()))

    def layer(self, page: int, read: RecognizedPage | None = None) -> TextLayer:
        """The words of a page in reading order with the edges of their characters, and its links; with what
        was recognized on it."""
        loaded = self._doc.load_page(page - 1)
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
            return laid_words([*self._in_order(loaded, blocks), *further], info)
        return words

    def _in_order(
        self, loaded: Any, raw: Sequence[Mapping[str, Any]], turn: pymupdf.Matrix | None = None
    ) -> Sequence[Mapping[str, Any]]:
        """The blocks of a page with letters from right to left, read with their characters. `turn` leads from
        the unrotated page to where they stand."""
        fonts = named(loaded) if self._unnaming else {}
        return backwards.in_order(raw, partial(_traced, loaded, turn), self._of_office, fonts)

    def folded(self, page: int, read: RecognizedPage | None = None) -> FoldedPage:
        """A page made for finding words on it, and those that were recognized; an empty one where it cannot
        be read."""
        info = self.pages[page - 1]
        try:
            loaded = self._doc.load_page(page - 1)
            words = loaded.get_text("words", flags=_WORDS)
            back = holds_rtl("".join([word[4] for word in words]))
            laid = self._laid(page, loaded, read) if back else ()
        except _DAMAGED:
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
        loaded = self._doc.load_page(page - 1)
        if rotation % 360:
            loaded.set_rotation((loaded.rotation + rotation) % 360)
        try:
            matrix = pymupdf.Matrix(scale, scale)
            pixels = loaded.get_pixmap(matrix=matrix, clip=clip, colorspace=pymupdf.csRGB, alpha=False)
        finally:
            if rotation % 360:
                loaded.set_rotation((loaded.rotation - rotation) % 360)
        self._pixels = pixels  # owns the bytes of the view
        return Picture(pixels.width, pixels.height, pixels.stride, pixels.samples_mv)

    def _typed(self, text: PageText) -> PageText:
        """A page of hidden words with the type and the rules that its picture shows."""
        rules, plain = ruled(self._drawn(text.number, None, strokes.SCALE), hidden.baselines_of(text.lines))
        lines, lean = hidden.typed(text.lines, plain)
        drawn = text.rules or text.boxes
        return text._replace(lines=lines, rules=text.rules if drawn else levelled(rules, lean), lean=lean)

    def _recognized(self, text: PageText, doubt: DoubtKind) -> PageText:
        """A page as character recognition reads it; in doubt where that is not installed."""
        read = self._read(text.number)
        if read is None:
            return text._replace(doubt=doubt)
        return recognized(text, read, instead=doubt is DoubtKind.GARBLED)

    def _with_pictures_read(self, text: PageText, places: Sequence[Rect]) -> PageText:
        """A page with the words of pictures on it, as `_recognized`."""
        found = [(read, place) for place in places if (read := self._read(text.number, place))]
        if len(found) < len(places):
            return text._replace(doubt=DoubtKind.PICTURED)
        if any(read.turn or not read.lines for read, _ in found):
            text = text._replace(doubt=DoubtKind.ILLEGIBLE)
        upright = [(read, place) for read, place in found if not read.turn]
        lines = tuple(line for read, place in upright for line in placed(read, place))
        sure = min((read.confidence for read, _ in upright if read.lines), default=0.0)
        return recognized(text, Recognized(lines, sure), instead=False)

    def _read(self, page: int, clip: Rect | None = None) -> Recognized | None:
        """A page, or a picture on it, as it was recognized before or is now; None where nothing reads it."""
        place = kept.place_of(page, clip)
        known = self.readings.known.get(place)
        if known and (before := kept.from_text(known)):
            return before
        if not ocr.is_available():
            return None
        read = ocr.recognize(self.render(page, ocr.SCALE, clip))
        self.readings.keep(place, kept.as_text(read))
        return read

    def _drawn(self, page: int, clip: Rect | None, scale: float) -> Drawn:
        pixels = self._grey(page, scale, clip)
        return Drawn(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples_mv))

    def look(self, page: int, clip: Rect) -> Look | None:
        """How the letters of a line look that stands alone in a rectangle of the page as shown."""
        try:
            return look(self._drawn(page, clip, strokes.FINE))
        except _DAMAGED:
            return None

    def png(self, page: int, scale: float, clip: tuple[float, float, float, float]) -> bytes:
        """A piece of a page in grey, as the bytes of a PNG file. `clip` is in points of the page as shown."""
        return bytes(self._grey(page, scale, clip).tobytes("png"))

    def _grey(self, page: int, scale: float, clip: tuple[float, float, float, float] | None) -> Any:
        loaded, matrix = self._doc.load_page(page - 1), pymupdf.Matrix(scale, scale)
        return loaded.get_pixmap(matrix=matrix, clip=clip, colorspace=pymupdf.csGRAY, alpha=False)

    def _page_info(self, index: int) -> PageInfo:
        try:
            page = self._doc.load_page(index)
            crop, media = page.cropbox, page.mediabox
            offset = (crop.x0 - media.x0, crop.y0 - media.y0, crop.x1 - media.x0, crop.y1 - media.y0)
            label = readable(page.get_label() or "") if self._has_labels else ""
        except _DAMAGED:
            return PageInfo(index + 1, 595.0, 842.0)
        crop_box = tuple(round(value, 2) for value in offset)
        return PageInfo(index + 1, crop.width, crop.height, page.rotation, crop_box, label)

    def _bookmarks(self) -> Iterator[Bookmark]:
        try:
            entries = self._doc.get_toc(simple=False)
        except _DAMAGED:
            return
        for level, title, page, target in entries:
            down = max(0.0, getattr(target.get("to"), "y", 0.0))
            yield Bookmark(level, " ".join(readable(title).split()), max(page, 0), down)


def _remove_annotations(page: Any) -> None:
    """Takes off what readers put on a page: highlights, notes, stamps. Fields of forms and links stay."""
    if page.first_annot:
        for annotation in [*page.annots()]:
            page.delete_annot(annotation)


def _traced(page: Any, turn: pymupdf.Matrix | None) -> Sequence[Mapping[str, Any]]:
    """The engine's trace of a page's glyphs, at the places that `turn` leads to."""
    runs: list[Any] = page.get_texttrace()
    if turn is not None:
        for run in runs:
            run["chars"] = [(char, glyph, pymupdf.Point(at) * turn) for char, glyph, at, *_ in run["chars"]]
    return runs


def opened(path: Path, password: str | None) -> Any:
    """The engine's document. Raises what `Pdf` raises."""
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path.name or path}: a folder, not a PDF; choose a file in it.")
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableFile(f"{path.name}: {NO_FILE}; choose a PDF.")
        if size == 0:
            raise UnreadableFile(f"{path.name}: the file is empty; download it again.")
        with path.open("rb") as file:  # a PDF says that it is one
            says_pdf = b"%PDF-" in file.read(1024)
        str(path).encode("utf-8")  # as the engine does, which calls the file damaged where that fails
        document = pymupdf.open(path, filetype="pdf")
    except UnicodeEncodeError as error:
        raise UnreadableFile(f"{path.name}: its name is not in UTF-8; rename it.") from error
    except OSError as error:
        raise UnreadableFile(f"{path.name}: {why_unreadable(error)}.") from error
    except _DAMAGED as error:
        wrong = "damaged; download it again." if says_pdf else _NO_PDF
        raise UnreadableFile(f"{path.name}: {wrong}") from error
    if document.needs_pass and not (document.authenticate("") or document.authenticate(password or "")):
        document.close()
        if password:
            raise PasswordNeeded(f"{path.name}: the password is wrong; try another one.")
        raise PasswordNeeded(f"{path.name}: it opens with a password only; give its password.")
    if not document.is_pdf or document.page_count == 0:
        document.close()
        wrong = "no page can be read in it; download it again." if says_pdf else _NO_PDF
        raise UnreadableFile(f"{path.name}: {wrong}")
    return document
