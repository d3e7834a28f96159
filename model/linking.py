"""Links from what a recommendation cites to the node, or the document of the project, that is meant.

`Inside` finds targets within one report, `Reports` among the project's documents, both by an instrument's
normalised name and kind, as the slot holds them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import resources
from model.labels import InstrumentKind
from model.nodes import Kind, Node
from model.outline import Outline
from model.symbols import symbols_in

_ACT = re.compile(r"\d{1,4}/(?:[A-Z]{2,3}\.)?\d{1,4}|\d{1,4} ?\(\d{4}\)|(?<!\d)\d{3}(?!\d)")
_ROMAN = re.compile(r"(?<!\w)([IVXLC]+|\d{1,2}|[A-H])(?:\.([A-Z]))?$")
_SERIES_END = re.compile(r"(?:RES|DEC)/.+$")
# Below this number a paragraph begins a run of its own: an annex's, a resolution's.
_RESTART = 1
_WORDS: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(resources.read_text("cited-parts.toml"))
# How the headings of what is cited begin, by what it is, in all languages at once.
_HEADINGS = {
    kind: tuple(word for words in _WORDS.values() for word in words.get(kind, ()))
    for kind in map(InstrumentKind, ("recommendation", "annex", "resolution", "decision"))
}
# The series of the organs' resolutions.
_SERIES = {
    "General Assembly": "A/RES/",
    "Security Council": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Human Rights Council": "A/HRC/RES/",
}
_ACTS = {InstrumentKind.RESOLUTION: "RES/", InstrumentKind.DECISION: "DEC/"}


class Inside:
    """The paragraphs, sections, annexes and acts of one report, by what refers to them."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._paragraphs: dict[str, list[tuple[int, str]]] = {}
        self._runs: dict[str, int] = {}
        self._headed: dict[tuple[InstrumentKind, str], str] = {}
        self._recommendations: dict[str, str] = {}
        run = last = 0
        for node in outline:
            if node.kind is Kind.PARAGRAPH and node.number:
                count = _leading(node.number)
                run, last = (run + 1, count) if count <= _RESTART or count < last else (run, count)
                self._paragraphs.setdefault(node.number, []).append((run, node.id))
            self._runs[node.id] = run
            self._head(node, outline)

    def find(self, name: str, kind: InstrumentKind, citing: str) -> str | None:
        """The id of the node that a node's words refer to; None if it is not in the report."""
        if " of " in name:
            return None
        if kind is InstrumentKind.PARAGRAPH:
            return self._paragraph(name.removeprefix("paragraph "), citing)
        if kind is InstrumentKind.RECOMMENDATION:
            number = name.removeprefix("recommendation ")
            listed = self._paragraphs.get(number, []) if "." in number else []
            target = self._recommendations.get(number) or next((node for _, node in listed), None)
        else:
            target = self._headed.get((kind, _key(name)))
        return target if target != citing else None

    def _paragraph(self, number: str, citing: str) -> str | None:
        """A paragraph of the same run of numbers, else of another; of "12 (b)" its item where it has one."""
        first, *items = re.findall(r"[^\s()]+", number.partition("-")[0]) or [""]
        found = self._paragraphs.get(first, [])
        here = self._runs.get(citing)
        same = [node for run, node in found if run == here and node != citing]
        target = next(iter(same or [node for run, node in found if run != here]), None)
        for item in items:
            below = self._outline.children(target) if target is not None else []
            target = next((node.id for node in below if node.number == item), target)
        return target

    def _head(self, node: Node, outline: Outline) -> None:
        """Notes what a heading, or a numbered recommendation, is called."""
        if not node.number and node.kind is not Kind.SECTION:
            return  # as of most nodes
        low = node.number.lower()
        if low.startswith(_HEADINGS[InstrumentKind.RECOMMENDATION]):
            self._recommendations.setdefault(low.split()[-1], node.id)
        if node.kind is not Kind.SECTION:
            return
        opening = node.text[:40].lower()
        for kind in _ACTS:
            if opening.startswith(_HEADINGS[kind]) and (act := _ACT.search(node.text[:60])):
                self._headed.setdefault((kind, act[0].replace(" ", "")), node.id)
        if not node.number:
            return
        if opening.startswith(_HEADINGS[InstrumentKind.ANNEX]):
            self._headed.setdefault((InstrumentKind.ANNEX, node.number), node.id)
            return
        above = outline.get(node.parent) if node.parent else None
        path = node.number if above is None or not above.number else f"{above.number}.{node.number}"
        self._headed.setdefault((InstrumentKind.SECTION, path), node.id)


class Reports:
    """The documents of a project by their symbols; `symbols` gives their ids."""

    def __init__(self, symbols: Mapping[str, str]) -> None:
        self._known = {normalised(symbol): document for symbol, document in symbols.items()}
        self._acts: dict[str, set[str]] = {}
        for symbol, document in self._known.items():
            if (act := _SERIES_END.search(symbol)) is not None:
                self._acts.setdefault(act[0], set()).add(document)

    def find(self, instrument: Mapping[str, Any]) -> str | None:
        """The document that an instrument is, or that it is a part of; None if that is not clear."""
        name, kind = str(instrument.get("name", "")), str(instrument.get("kind", ""))
        for symbol in symbols_in(name):
            if (found := self._known.get(normalised(symbol))) is not None:
                return found
        whole = name.rpartition(" of ")[2]
        if kind not in _ACTS:
            kind = next((one.value for one in _ACTS if f"{one.value} " in whole), "")
        organ, said, number = whole.rpartition(f"{kind} ")
        if not kind or not said:
            return None
        if series := _SERIES.get(organ.strip()):
            return self._known.get(series + normalised(number))
        fitting = self._acts.get(_ACTS[InstrumentKind(kind)] + normalised(number), set())
        return next(iter(fitting)) if len(fitting) == 1 else None


def normalised(symbol: str) -> str:
    """A symbol without spaces and marks, in capitals: "S/RES/2773 (2025)" and "S/RES/2773(2025)" are one."""
    return "".join(symbol.split()).rstrip("*.").upper()


def _key(name: str) -> str:
    """The number in an instrument's name, as headings have it."""
    if (act := _ACT.search(name)) is not None:
        return act[0].replace(" ", "")
    roman = _ROMAN.search(name)
    return ".".join(filter(None, roman.groups())) if roman else ""


def _leading(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else 0
