"""The body of an Akoma Ntoso document: a report's tree in the standard's elements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml import etree

from model.cells import cells_of
from model.nodes import Kind
from model.suggestions.lexicon import Lexicon
from model.suggestions.lexicon_files import lexicon
from model.suggestions.resolutions import is_annex
from storage.exporting.akn_meta import (
    NAMESPACE,
    OWN,
    add,
    add_analysis,
    add_identification,
    add_references,
    concepts,
    tag,
)
from storage.exporting.reports import Report, ReportEntry
from storage.exporting.xml_text import xml_text

_NOT_IN_NAMES = re.compile(r"\W+")
_ROMAN = re.compile(r"[IVXLCDM]+$")
# Names in identifiers, as the naming convention abbreviates them.
_SHORT = {"section": "sec", "paragraph": "para", "chapter": "chp", "attachment": "att", "subtitle": "subt"}
_MARKING = frozenset({Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.FOOTNOTE})


def carries(kind: str, furniture: str | None) -> bool:
    """Whether a document has a place for an entry."""
    return kind != Kind.FURNITURE.value or furniture == "masthead"


def document_of(report: Report) -> etree._Element:
    """A report as an `akomaNtoso` element."""
    return _Writer(report).root


class _Writer:
    """Builds the document from the report's tree."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._ids: Counter[str] = Counter()
        self._unnumbered: Counter[str] = Counter()
        self._labelled: dict[str, ReportEntry] = {}
        self._notes = _marked_notes(report)
        self._marked = {note.node.id for notes in self._notes.values() for _, note in notes}
        self.root = etree.Element(tag("akomaNtoso"), nsmap={None: NAMESPACE, "paraph": OWN})
        document = add(self.root, "debateReport", name="report")
        meta = add(document, "meta")
        add_identification(meta, report.document)
        roots = report.below(None)
        kinds: dict[str, list[ReportEntry]] = {"cover": [], "preface": [], "body": [], "annex": []}
        words = lexicon(report.document.language)
        for entry in roots:
            kinds[_part_of(entry, words)].append(entry)
        self._add_cover(document, kinds["cover"])
        self._add_preface(document, kinds["preface"])
        self._add_main(document, [*kinds["cover"], *kinds["preface"]], kinds["body"])
        self._add_annexes(document, kinds["annex"])
        add_analysis(meta, self._labelled)
        add_references(meta, report.entries)

    def _add_cover(self, document: etree._Element, masthead: Sequence[ReportEntry]) -> None:
        if not masthead:
            return
        cover = add(document, "coverPage")
        container = add(cover, "container", name="masthead", eId=self._id("", "container", "masthead"))
        for entry in masthead:
            _identify(add(container, "p", entry.node.text), entry)

    def _add_preface(self, document: etree._Element, front: Sequence[ReportEntry]) -> None:
        if not front:
            return
        preface = add(document, "preface")
        for entry in front:
            made = add(preface, "p")
            _identify(made, entry)
            if entry.node.kind is Kind.TITLE:
                add(made, "docTitle", entry.node.text)
            else:
                made.text = xml_text(entry.node.text)
                made.set("class", entry.node.kind.value)

    def _add_main(
        self, document: etree._Element, front: Sequence[ReportEntry], body: Sequence[ReportEntry]
    ) -> None:
        """The body, with whatever hangs below entries that stand before it."""
        main = add(document, "mainBody", eId=self._id("", "body"))
        below = [child for entry in front for child in self._report.below(entry.node.id)]
        self._add_all(main, [*below, *body], "")
        if not len(main):
            add(main, "p")

    def _add_annexes(self, document: etree._Element, annexes: Sequence[ReportEntry]) -> None:
        if not annexes:
            return
        attachments = add(document, "attachments")
        for number, entry in enumerate(annexes, 1):
            made = add(attachments, "attachment")
            place = self._start(made, entry, "", "attachment")
            if entry.node.number:
                add(made, "num", entry.node.number)
            self._add_text(add(made, "heading"), entry, place)
            annex = add(made, "doc", name="annex")
            add_identification(add(annex, "meta"), self._report.document, f"!annex_{number}")
            main = add(annex, "mainBody", eId=self._id(place, "body"))
            self._add_all(main, self._report.below(entry.node.id), place)
            if not len(main):
                add(main, "p")

    def _add_all(self, parent: etree._Element, entries: Sequence[ReportEntry], above: str) -> None:
        headings = _heading_names([entry for entry in entries if entry.node.kind is Kind.SECTION])
        for entry in entries:
            if entry.node.id in self._marked or not _is_carried(entry):
                self._add_all(parent, self._report.below(entry.node.id), above)
            elif entry.node.kind is Kind.SECTION:
                self._add_section(parent, entry, headings[entry.node.id], above)
            elif entry.node.kind in (Kind.PARAGRAPH, Kind.ITEM):
                name = "paragraph" if entry.node.kind is Kind.PARAGRAPH else "point"
                self._add_unit(parent, entry, name, above)
            else:
                self._add_other(parent, entry, above)

    def _add_section(self, parent: etree._Element, entry: ReportEntry, name: str, above: str) -> None:
        made = add(parent, name)
        place = self._start(made, entry, above, name)
        if entry.node.number:
            add(made, "num", entry.node.number)
        self._add_text(add(made, "heading"), entry, place)
        self._add_all(made, self._report.below(entry.node.id), place)

    def _add_unit(self, parent: etree._Element, entry: ReportEntry, name: str, above: str) -> None:
        """A paragraph or a point; what is below it becomes a list that its text leads in."""
        made = add(parent, name)
        place = self._start(made, entry, above, name)
        if entry.node.number:
            add(made, "num", entry.label)
        below = self._report.below(entry.node.id)
        if not below:
            self._add_text(add(add(made, "content"), "p"), entry, place)
            return
        inner = self._id(place, "list")
        items = add(made, "list", eId=inner)
        self._add_text(add(add(items, "intro"), "p"), entry, place)
        self._add_all(items, below, inner)

    def _add_other(self, parent: etree._Element, entry: ReportEntry, above: str) -> None:
        """A table, a figure, a footnote that nothing marks, and what stands where it is not expected."""
        name = entry.node.kind.value
        made = add(parent, "hcontainer", name=name)
        place = self._start(made, entry, above, name)
        if entry.node.number:
            add(made, "num", entry.node.number)
        below = self._report.below(entry.node.id)
        holder = add(made, "intro" if below else "content")
        if cells := cells_of(entry.node):
            table = add(holder, "table", eId=self._id(place, "table"))
            for row in cells:
                line = add(table, "tr")
                for cell in row:
                    add(add(line, "td"), "p", cell)
        else:
            self._add_text(add(holder, "p"), entry, place)
        self._add_all(made, below, place)

    def _add_text(self, holder: etree._Element, entry: ReportEntry, place: str) -> None:
        """The text, with its footnotes where they are marked."""
        text, last, made = xml_text(entry.node.text), 0, None
        for offset, note in self._notes.get(entry.node.id, ()):
            _append(holder, made, text[last:offset])
            made = add(holder, "authorialNote", marker=note.node.number, placement="bottom")
            where = self._start(made, note, place, "authorialNote")
            self._add_text(add(made, "p"), note, where)
            last = offset
        _append(holder, made, text[last:])

    def _start(self, made: etree._Element, entry: ReportEntry, above: str, name: str) -> str:
        """Gives an element its identifiers and what its labels mean; returns its place in the document."""
        place = self._id(above, _SHORT.get(name, name), _NOT_IN_NAMES.sub("-", entry.node.number).strip("-"))
        made.set("eId", place)
        _identify(made, entry)
        if meant := concepts(entry):
            made.set("refersTo", meant)
        if entry.said:
            self._labelled[place] = entry
        return place

    def _id(self, above: str, name: str, number: str = "") -> str:
        """An identifier by the naming convention: "sec_ii__title_a__para_5__list_1__point_a"."""
        place = f"{above}__{name}" if above else name
        if not number and name != "body":
            self._unnumbered[place] += 1
            number = f"{'' if name == 'list' else 'nn_'}{self._unnumbered[place]}"
        place = f"{place}_{number}" if number else place
        self._ids[place] += 1
        return place if self._ids[place] == 1 else f"{place}-{self._ids[place]}"


def _identify(made: etree._Element, entry: ReportEntry) -> None:
    """Our id of the entry, and which of its recommendations there are where it is not the first alone."""
    made.set("GUID", entry.node.id)
    if entry.frames != (0,):
        made.set(f"{{{OWN}}}frames", " ".join(map(str, entry.frames)))


def _append(holder: etree._Element, after: etree._Element | None, text: str) -> None:
    if after is None:
        holder.text = (holder.text or "") + text or None
    else:
        after.tail = text or None


def _part_of(entry: ReportEntry, words: Lexicon) -> str:
    """Where a root of the tree belongs."""
    node = entry.node
    if node.kind is Kind.FURNITURE and _is_carried(entry):
        return "cover"
    if node.kind in (Kind.TITLE, Kind.CONTENTS):
        return "preface"
    return "annex" if node.kind is Kind.SECTION and is_annex(node.text, words) else "body"


def _heading_names(sections: Sequence[ReportEntry]) -> dict[str, str]:
    """The element for each heading; what "C" is, a letter or a hundred, its neighbours decide."""
    numbers = {entry.node.number for entry in sections}
    roman = not numbers & {"A", "B"}
    return {entry.node.id: _heading_name(entry.node.text, entry.node.number, roman) for entry in sections}


def _heading_name(text: str, number: str, roman: bool) -> str:
    opening = text.split(maxsplit=1)[0].casefold() if text.strip() else ""
    if opening in ("chapter", "part"):
        return opening
    if roman and _ROMAN.match(number):
        return "section"
    if len(number) == 1 and number.isalpha() and number.isupper():
        return "title"
    return "subtitle" if number.isdecimal() else "level"


def _marked_notes(report: Report) -> dict[str, list[tuple[int, ReportEntry]]]:
    """By entry the footnotes that it marks, with their offsets; a number used again marks the next one."""
    waiting: dict[str, list[ReportEntry]] = {}
    for entry in report.entries:
        if entry.node.kind is Kind.FOOTNOTE:
            waiting.setdefault(entry.node.number, []).append(entry)
    found: dict[str, list[tuple[int, ReportEntry]]] = {}
    for entry in report.entries:
        for offset, number in sorted(map(tuple, entry.node.extra.get("marks", ()))):
            notes = waiting.get(number)
            if notes and entry.node.kind in _MARKING and 0 <= offset <= len(entry.node.text):
                found.setdefault(entry.node.id, []).append((offset, notes.pop(0)))
    return found


def _is_carried(entry: ReportEntry) -> bool:
    return carries(entry.node.kind.value, entry.node.extra.get("furniture"))
