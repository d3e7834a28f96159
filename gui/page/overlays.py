"""What can be drawn over the pages besides the selected entry, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from gui.evidence import Light
from model.editing.extent import held_by, words_of_spans
from model.edits import ChangeSet, NodeChange
from model.labels import Span
from model.layer import TextLayer
from model.nodes import Node, Region
from model.review import Review


class Overlay(StrEnum):
    """In the order of the menu."""

    ENTRIES = "entries"
    SELECTED = "selected"
    EVIDENCE = "evidence"
    UNCLAIMED = "unclaimed"
    HITS = "hits"


AT_FIRST = frozenset({Overlay.ENTRIES, Overlay.SELECTED, Overlay.EVIDENCE, Overlay.HITS})


class Unclaimed:
    """Words that no entry holds, furniture included, by page; looked up when a page is first shown."""

    def __init__(self, review: Review) -> None:
        self._held: dict[int, dict[str, tuple[Region, ...]]] = {}
        self._boxes: dict[int, tuple[Region, ...]] = {}
        for node in review.outline:
            self._add(node)

    def on(self, layer: TextLayer) -> tuple[Region, ...]:
        boxes = self._boxes.get(layer.page)
        if boxes is None:
            regions = [region for held in self._held.get(layer.page, {}).values() for region in held]
            held = set(layer.within(regions))
            free = [index for index in range(len(layer.words)) if index not in held]
            boxes = self._boxes[layer.page] = layer.around(free)
        return boxes

    def refresh(self, changes: ChangeSet) -> None:
        for change in changes.edit.changes:
            if isinstance(change, NodeChange):
                for node, take in ((change.before, self._remove), (change.after, self._add)):
                    if node is not None:
                        take(node)
                        for region in node.anchor.regions:
                            self._boxes.pop(region.page, None)

    def _add(self, node: Node) -> None:
        for page in {region.page for region in node.anchor.regions}:
            here = tuple(region for region in node.anchor.regions if region.page == page)
            self._held.setdefault(page, {})[node.id] = here

    def _remove(self, node: Node) -> None:
        for region in node.anchor.regions:
            self._held.get(region.page, {}).pop(node.id, None)


class Evidence(NamedTuple):
    """Words of a line that gave a value, and what they are evidence for."""

    region: Region
    light: Light


def evidence_boxes(node: Node, lights: Sequence[Light],
                   layer_of: Callable[[int], TextLayer | None]) -> tuple[Evidence, ...]:  # fmt: skip
    """Rectangles around the words that gave an entry's values; none while a page's words are unknown."""
    layers = {}
    for region in node.anchor.regions:
        layer = layer_of(region.page)
        if layer is None:
            return ()  # drawn when the last page's words are there
        layers[region.page] = layer
    boxes_of = word_boxes(node, [light.span for light in lights], layers)
    found = [Evidence(box, light) for light, boxes in zip(lights, boxes_of, strict=True) for box in boxes]
    return tuple(dict.fromkeys(found))


def word_boxes(node: Node, spans: Sequence[Span], layers: Mapping[int, TextLayer]) -> list[list[Region]]:
    """Rectangles around the words at each span of an entry's text; words of one line share one."""
    refs = held_by(node, layers)
    words = [layers[ref.page].words[ref.word] for ref in refs]
    found: list[list[Region]] = []
    for indexes in words_of_spans(node.text, spans, words):
        lines: dict[tuple[int, int], list[int]] = {}
        for index in indexes:
            lines.setdefault((refs[index].page, words[index].line), []).append(refs[index].word)
        found.append([box for (page, _), here in lines.items() for box in layers[page].around(here)])
    return found
