"""Checks of extracted outlines that need no known right answer: what a report says of itself.

    python -m benchmarks.self_checks --corpus DIR [--only NAME] [--details]

The runs of numbers, the printed contents page (headings, levels, paragraphs, pages), the PDF's own bookmarks
and structure tree, every line of the pages, and what repeats at their edges are compared with the outline.
Prints a table of deviations for each report; `--details` names each with its page.
"""

from __future__ import annotations

import argparse
import itertools
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pymupdf

from model.doubts import DoubtKind
from model.errors import UserFacingError
from model.extraction.doubts import doubts_of
from model.extraction.likeness import heading_key, same_heading
from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.extraction.structure.contents import ContentsEntry, entries_of
from model.extraction.zones import zone_pages
from model.extraction.zones.edge_numbers import page_number
from model.extraction.zones.edge_rows import fold
from model.nodes import Kind, Node
from model.reading.pdf import Pdf
from model.reading.text import PageText

CHECKS = ("numbers", "contents", "levels", "paragraphs", "pages", "bookmarks", "tags", "lines", "furniture",
          "hidden")  # fmt: skip
_DOUBTS = {DoubtKind.GAP: "numbers", DoubtKind.REPEAT: "numbers", DoubtKind.CONTENTS: "contents",
           DoubtKind.BOOKMARK: "bookmarks"}  # fmt: skip
# The edges of a page that running lines stand at, as a share of its height.
_EDGE = 0.1
# Entries of a contents page whose words begin this far apart (points) are of different levels.
_INDENT = 12.0
# Longer lines at a page's edge that come only once are text, not furniture.
_LONG = 60
_HEADING_TAGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})


class Deviation(NamedTuple):
    """Something that a report says of itself and the outline does not; `check` is one of CHECKS."""

    check: str
    page: int
    text: str


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--only", default="", help="only the files whose name contains this")
    parser.add_argument("--details", action="store_true", help="name each deviation with its page")
    args = parser.parse_args()
    print(f"{'report':42}{'pages':>6}" + "".join(f"{check:>12}" for check in CHECKS))
    totals: Counter[str] = Counter()
    for path in sorted(args.corpus.rglob("*.pdf")):
        if args.only not in path.stem:
            continue
        try:
            pages, found = checked(path)
        except UserFacingError as error:
            print(f"{path.stem[:40]:42}{'–':>6}  {error}")
            continue
        counts = Counter(deviation.check for deviation in found)
        totals.update(counts)
        print(f"{path.stem[:40]:42}{pages:>6}" + "".join(f"{counts[check] or '·':>12}" for check in CHECKS))
        if args.details:
            for deviation in found:
                print(f"    {deviation.check:10} p{deviation.page:>4}  {deviation.text[:150]}")
    print(f"{'all':48}" + "".join(f"{totals[check]:>12}" for check in CHECKS))


def checked(path: Path) -> tuple[int, list[Deviation]]:
    """The number of a report's pages, and its deviations. Raises UserFacingError if it cannot be read."""
    with Pdf(path) as pdf:
        pages = list(pdf.texts())
        rows = zone_pages(iter(pages))
        nodes = build(rows, pdf.pages)
        bookmarks = pdf.bookmarks
    doubts = [d for d in doubts_of(nodes, bookmarks) if d.kind in _DOUBTS]
    return len(pages), [
        *(Deviation(_DOUBTS[doubt.kind], doubt.page, doubt.text) for doubt in doubts),
        *_contents(rows, nodes),
        *_tags(path, nodes),
        *_unclaimed(pages, nodes),
        *_furniture(pages, rows, nodes),
    ]


# -- the printed contents page ---------------------------------------------------------------------------


def _contents(rows: Sequence[Row], nodes: Sequence[Node]) -> Iterator[Deviation]:
    lists: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.zone is Zone.CONTENTS:
            lists[row.group].append(row)
    for found in lists.values():
        matched = list(_matched(entries_of(found), nodes))
        if len(matched) < 3:
            continue  # a list of tables, or of other documents
        yield from _levels(matched)
        yield from _pages(matched)
        yield from _paragraphs(matched, nodes)


def _matched(
    entries: Sequence[ContentsEntry], nodes: Sequence[Node]
) -> Iterator[tuple[ContentsEntry, int, Node]]:
    """Each entry with its heading, and where that stands among the nodes; both go on in the same order."""
    start = 0
    for entry in entries:
        bare = heading_key(entry.text)
        for at in range(start, len(nodes)):
            node = nodes[at]
            if node.kind is Kind.SECTION and _says(node, bare):
                yield entry, at, node
                start = at + 1
                break


def _says(node: Node, bare: str) -> bool:
    """Whether a node has these letters, with its number or without it."""
    return any(same_heading(bare, heading_key(text)) for text in (f"{node.number}{node.text}", node.text))


def _levels(matched: Sequence[tuple[ContentsEntry, int, Node]]) -> Iterator[Deviation]:
    for (one, _, before), (two, _, after) in itertools.pairwise(matched):
        further = sorted((two.indent - one.indent, two.left - one.left), key=abs)[0]
        deeper = (after.level or 1) - (before.level or 1)
        top = before.level == 1 and not deeper  # an annex stands further out than the chapters
        if (further > _INDENT and deeper <= 0) or (further < -_INDENT and deeper >= 0 and not top):
            where = "below" if further > 0 else "above"
            yield Deviation("levels", after.page, f"“{two.text}” stands {where} “{one.text}” in the contents")


def _pages(matched: Sequence[tuple[ContentsEntry, int, Node]]) -> Iterator[Deviation]:
    printed = [(entry, node) for entry, _, node in matched if entry.page.isdecimal()]
    offsets = Counter(node.page - int(entry.page) for entry, node in printed)
    usual = offsets.most_common(1)[0][0] if offsets else 0
    for entry, node in printed:
        if node.page - int(entry.page) != usual:
            expected = int(entry.page) + usual
            yield Deviation("pages", node.page, f"“{entry.text}” is announced for page {expected}")


def _paragraphs(
    matched: Sequence[tuple[ContentsEntry, int, Node]], nodes: Sequence[Node]
) -> Iterator[Deviation]:
    """The numbers of the first and last paragraph between an entry's heading and the next of its level."""
    for entry, at, heading in matched:
        if not entry.paragraphs:
            continue
        first, last = re.split(r"\D+", entry.paragraphs)[0], re.split(r"\D+", entry.paragraphs)[-1]
        numbers = []
        for node in nodes[at + 1 :]:
            if node.kind is Kind.SECTION and (node.level or 1) <= (heading.level or 1):
                break
            if node.kind is Kind.PARAGRAPH and node.number.isdecimal():
                numbers.append(node.number)
        if not numbers or (first, last) != (numbers[0], numbers[-1]):
            has = f"{numbers[0]}–{numbers[-1]}" if numbers else "none"
            text = f"“{entry.text}” has paragraphs {has}, announced are {entry.paragraphs}"
            yield Deviation("paragraphs", heading.page, text)


# -- the PDF's structure tree ----------------------------------------------------------------------------


def _tags(path: Path, nodes: Sequence[Node]) -> Iterator[Deviation]:
    """What the PDF tags as a heading and the outline has as a paragraph or an item."""
    known = defaultdict(list)
    for node in nodes:
        known[node.page].append(node)
    for page, text in _tagged(path):
        bare = heading_key(text)
        if len(bare) < 4:
            continue
        running = (Kind.PARAGRAPH, Kind.ITEM)
        found = [n for n in known[page] if _says(n, bare)]
        if found and all(node.kind in running for node in found):
            yield Deviation("tags", page, f"tagged as a heading: “{text.strip()}”")


def _tagged(path: Path) -> Iterator[tuple[int, str]]:
    """The page and the text of each heading in the structure tree."""
    flags = pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_PRESERVE_IMAGES | pymupdf.TEXT_COLLECT_STRUCTURE
    with pymupdf.open(path) as pdf:
        if pdf.needs_pass:
            pdf.authenticate("")
        if pdf.xref_get_key(pdf.pdf_catalog(), "StructTreeRoot")[0] == "null":
            return
        for number, page in enumerate(pdf, 1):
            xml = page.get_textpage(flags=flags).extractXML()
            try:
                tree = ElementTree.fromstring(re.sub(r"&#(?:x[01]?[0-9a-f]|[0-9]|[12][0-9]|3[01]);", "", xml))
            except ElementTree.ParseError:
                continue  # the engine writes some signs that XML does not allow
            for tag in tree.iter("struct"):
                if tag.get("std") in _HEADING_TAGS:
                    yield number, " ".join(map(_line, tag.iter("line")))


def _line(line: ElementTree.Element) -> str:
    return "".join(char.get("c", "") for char in line.iter("char"))


# -- lines and furniture ---------------------------------------------------------------------------------


def _unclaimed(pages: Sequence[PageText], nodes: Sequence[Node]) -> Iterator[Deviation]:
    """Lines of the pages that no node holds."""
    text = "\n".join(_letters(f"{node.number}{node.text}\n{node.text}") for node in nodes)
    marked = "\n".join(_letters(_with_marks(node)) for node in nodes)
    for page in pages:
        for line in page.lines:
            bare = _letters(line.text.strip())  # a break that is forced leaves its sign
            plain = _letters("".join(span.text for span in line.spans if not span.raised).strip())
            if len(bare) > 2 and not any(one in where for one in (bare, plain) for where in (text, marked)):
                yield Deviation("lines", page.number, line.text.strip())


def _with_marks(node: Node) -> str:
    text = node.text
    for offset, mark in reversed(node.extra.get("marks", [])):
        text = text[:offset] + mark + text[offset:]
    return text


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign == "\n")


def _furniture(pages: Sequence[PageText], rows: Sequence[Row], nodes: Sequence[Node]) -> Iterator[Deviation]:
    """Running lines that stand in the text, and text that was taken for running lines."""
    aside = {(node.page, fold(node.text)) for node in nodes if node.kind is Kind.FURNITURE}
    heights = {page.number: page.height for page in pages}
    seen: Counter[tuple[str, int]] = Counter()
    for row in rows:
        seen[fold(row.text), round(row.baseline / 6)] += 1
    for row in rows:
        edge = not _EDGE < row.baseline / heights[row.page] < 1 - _EDGE
        # running lines stand on a good share of the pages; notes name the same sources again
        needed = max(3, len(pages) // (3 if row.zone is Zone.FOOTNOTE else 20))
        times = max(seen[fold(row.text), round(row.baseline / 6) + by] for by in (-1, 0, 1))
        if row.zone in (Zone.BODY, Zone.FOOTNOTE, Zone.TITLE) and edge:
            if (row.page, fold(row.text)) in aside:
                continue  # a heading that is printed again where it goes on
            if (times >= needed and len(fold(row.text)) > 3) or page_number(row.text) is not None:
                yield Deviation("furniture", row.page, row.text.strip())
        elif row.zone in (Zone.HEADER, Zone.FOOTER) and times < 3 and len(row.text) > _LONG:
            yield Deviation("hidden", row.page, row.text.strip())


if __name__ == "__main__":
    main()
