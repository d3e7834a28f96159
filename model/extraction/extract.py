"""From a PDF to a document's tree of nodes and the machine's first labels."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from model.documents import Document, PageInfo
from model.doubts import Doubt, DoubtKind
from model.errors import NoTextLayer, UnreadableFile
from model.extraction.coverage import coverage_of
from model.extraction.doubts import doubts_of
from model.extraction.leaves import Leaves
from model.extraction.masthead import read_masthead
from model.extraction.structure import build
from model.extraction.zones import zone_pages
from model.garbage_collection import uncollected
from model.ids import new_id
from model.labels import Decision, Slot
from model.languages import language_of_all
from model.lists.finding import list_entries
from model.nodes import Kind, Node
from model.outline import Outline
from model.page_doubts import page_doubts
from model.reading.ocr import INSTALL, LEGIBLE
from model.reading.recognized import recognized_page
from model.reading.text import PageText
from model.recognized import Lean, RecognizedPage
from model.suggestions.concepts import suggest_concepts
from model.suggestions.engine import suggest
from model.version import EXTRACTOR
from model.vocabularies import default_vocabulary

_TO_READ = f"to read them install character recognition: {INSTALL}"

if TYPE_CHECKING:
    # Whoever looks for doubts in a finished tree needs no PDF engine.
    from model.reading.pdf import Pdf


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extraction gives: the document, its nodes in reading order, the machine's decisions, doubts,
    and the words that only character recognition knows."""

    document: Document
    nodes: list[Node]
    decisions: list[Decision]
    doubts: list[Doubt]
    recognized: list[RecognizedPage] = field(default_factory=list)


@uncollected()
def extract(pdf: Pdf, progress: Callable[[int, int], None]) -> Extraction:
    """Reads a whole PDF. `progress(done, total)` counts pages.

    Raises NoTextLayer, which names the file, if no page has text, and UnreadableFile if its pages are
    damaged.
    """
    seen, leaves = _Seen(), Leaves()
    rows = zone_pages(leaves.of(seen.watch(pdf.texts(), progress, len(pdf))), leaves.shown(pdf.look))
    if not any(row.text.strip() for row in rows):
        wrong = set(seen.doubtful.values())
        if wrong == {DoubtKind.DAMAGED}:
            raise UnreadableFile(f"{pdf.name}: its pages are damaged; download it again.")
        raise NoTextLayer(f"{pdf.name}: {_why_no_text(wrong)}.")
    pages = seen.upright(pdf.pages)
    sure, leans = leaves.sure(seen.recognized), leaves.leans(seen.leans)
    nodes = leaves.on_pages(build(rows, leaves.infos(pages), sure, pdf.bookmarks, leans), pages)
    language = language_of_all(node.text for node in nodes if node.kind is not Kind.FURNITURE)
    title = next((node.text for node in nodes if node.kind is Kind.TITLE), "")
    masthead = read_masthead(rows, pdf.metadata)
    document = Document(
        id=new_id(),
        name=pdf.name,
        sha256=pdf.sha256,
        pages=pdf.pages,
        masthead=replace(masthead, title=title) if title else masthead,
        language=language,
        extractor=EXTRACTOR,
        coverage=coverage_of(rows, nodes),
    )
    del rows  # they hold half of a long report's memory, and what follows needs none of them
    outline = Outline(nodes)
    doubts = [
        *page_doubts([*seen.doubtful.items(), *([(1, DoubtKind.MENDED)] if pdf.is_mended else [])]),
        *doubts_of(nodes, pdf.bookmarks, document.coverage),
    ]
    decisions = suggest(document, outline, language)
    decisions += suggest_concepts(nodes, decisions, Slot.THEMES, [default_vocabulary("themes")], language)
    decisions += list_entries(outline, language)
    return Extraction(document, nodes, decisions, doubts, seen.words)


class _Seen:
    """What the pages showed about themselves as they were read."""

    def __init__(self) -> None:
        self.recognized: dict[int, float] = {}
        self.words: list[RecognizedPage] = []
        self.leans: dict[int, Lean] = {}
        self.doubtful: dict[int, DoubtKind] = {}
        self._rotations: dict[int, int] = {}

    def watch(
        self, pages: Iterable[PageText], progress: Callable[[int, int], None], total: int
    ) -> Iterator[PageText]:
        for page in pages:
            if page.recognized:
                self.recognized[page.number] = page.recognized
                self.words.append(recognized_page(page))
            if page.lean:
                self.leans[page.number] = page.lean
            if page.doubt:
                self.doubtful[page.number] = page.doubt
            self._rotations[page.number] = page.rotation
            progress(page.number, total)
            yield page

    def upright(self, pages: Iterable[PageInfo]) -> list[PageInfo]:
        """The pages as they were read: a scan lying on its side was turned."""
        return [page._replace(rotation=self._rotations[page.number]) for page in pages]


def _why_no_text(wrong: Collection[DoubtKind]) -> str:
    if DoubtKind.GARBLED in wrong:
        return f"the file does not say which letters its pages show; {_TO_READ}"
    if DoubtKind.UNREAD in wrong:
        return f"its pages are pictures without text; {_TO_READ}"
    if DoubtKind.ILLEGIBLE in wrong:
        return f"the words on its pages cannot be read: {LEGIBLE}; look for a better copy"
    return "nothing is written on its pages; check that it is the right file"
