"""What can be drawn over the pages besides the selected entry, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from model.editing.extent import evidence_words, held_by
from model.edits import ChangeSet, NodeChange
from model.labels import Slot
from model.layer import TextLayer
from model.nodes import Node, Region
from model.review import Review

_SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB)


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


def evidence_boxes(review: Review, reviewer: str, ids: Iterable[str],
                   layer_of: Callable[[int], TextLayer | None]) -> tuple[Region, ...]:  # fmt: skip
    """Rectangles around the words that gave what is shown for some entries, on the pages that are known."""
    found: list[Region] = []
    for node_id in ids:
        spans: set[tuple[int, int]] = set()
        for slot in _SLOTS:
            decision = review.shown(node_id, slot, reviewer).decision
            if decision is not None and decision.key.node == node_id:
                spans.update(tuple(span) for span in decision.evidence)
        if spans:
            found += word_boxes(review.outline[node_id], spans, layer_of)
    return tuple(dict.fromkeys(found))


def word_boxes(node: Node, spans: Iterable[tuple[int, int]],
               layer_of: Callable[[int], TextLayer | None]) -> list[Region]:  # fmt: skip
    """Rectangles around words of an entry's text; none before the words of all its pages are known."""
    layers = {}
    for region in node.anchor.regions:
        layer = layer_of(region.page)
        if layer is None:
            return []  # drawn when the last page's words are there
        layers[region.page] = layer
    refs = held_by(node, layers)
    words = [layers[ref.page].words[ref.word] for ref in refs]
    boxes: list[Region] = []
    for index in evidence_words(node.text, spans, words):
        ref = refs[index]
        boxes.extend(layers[ref.page].around([ref.word]))
    return boxes
