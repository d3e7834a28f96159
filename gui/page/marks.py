"""The outlines on the pages: which nodes lie where, in which role, decided or only suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from model.edits import ChangeSet, NodeChange
from model.labels import APPROVED, Reviewer, Slot, Status
from model.nodes import CLASSIFIED, Kind, Node, Region
from model.review import SUGGESTIONS, Review, Source
from model.schemes import Label, Scheme

_UNDECIDED = SUGGESTIONS | {Source.NONE}
_DECIDED = APPROVED | {Status.REJECTED}

_HINT_LENGTH = 120


class Mark(NamedTuple):
    """One rectangle of a node; `solid` where somebody decided, dashed where it is only suggested."""

    node: str
    region: Region
    role: Label | None
    solid: bool

    def holds(self, x: float, y: float) -> bool:
        return self.region.x0 <= x <= self.region.x1 and self.region.y0 <= y <= self.region.y1

    @property
    def area(self) -> float:
        return (self.region.x1 - self.region.x0) * (self.region.y1 - self.region.y0)


class Marks:
    """All rectangles of a review by page. Roles are looked up when a page is first shown."""

    def __init__(self, review: Review, reviewer: Reviewer | None, scheme: Scheme) -> None:
        self._review = review
        self._scheme = scheme
        self._reviewer = reviewer.id if reviewer is not None else ""
        self._pages: dict[int, tuple[Mark, ...]] = {}
        self._progress: dict[int, tuple[int, int]] = {}

    @cached_property
    def _nodes(self) -> dict[int, dict[str, None]]:
        """Page -> ids of all that stands there, in reading order."""
        found: dict[int, dict[str, None]] = {}
        for node in self._review.outline:
            self._add(found, node)
        return found

    def on_page(self, page: int) -> tuple[Mark, ...]:
        marks = self._pages.get(page)
        if marks is None:
            marks = self._pages[page] = tuple(self._build(page))
        return marks

    def known_on(self, page: int) -> tuple[Mark, ...]:
        """Those on a page as they were when they were last asked for; none where nobody asked."""
        return self._pages.get(page, ())

    def at(self, page: int, x: float, y: float) -> Mark | None:
        """The smallest rectangle around a point of a page."""
        here = [mark for mark in self.on_page(page) if mark.holds(x, y)]
        return min(here, key=_area, default=None)

    def of(self, node_id: str) -> tuple[Mark, ...]:
        """A node's rectangles on all pages, also of one whose outline is not shown."""
        node = self._review.outline.get(node_id)
        if node is None:
            return ()
        role, solid = self._look(node)
        return tuple(Mark(node_id, region, role, solid) for region in node.anchor.regions)

    def ids_on(self, page: int) -> Iterable[str]:
        """The nodes on a page, also those whose outlines are not shown."""
        return self._nodes.get(page, ())

    def progress(self, page: int) -> tuple[int, int]:
        """How many of the paragraphs and items that start on a page are reviewed, of how many."""
        known = self._progress.get(page)
        if known is None:
            nodes = [self._review.outline[node_id] for node_id in self._nodes.get(page, ())]
            own = [node for node in nodes if node.kind in CLASSIFIED and node.page == page]
            done = sum(self._review.status(n.id, self._reviewer) is not Status.UNREVIEWED for n in own)
            known = self._progress[page] = (done, len(own))
        return known

    def describe(self, mark: Mark) -> str:
        """A line for the reader: number, role or kind, and the first words."""
        node = self._review.outline.get(mark.node)
        if node is None:
            return ""
        rejected = self._review.status(node.id, self._reviewer) is Status.REJECTED
        what = mark.role.name if mark.role is not None else "rejected" if rejected else node.kind.value
        sure = "" if mark.solid or mark.role is None else " (suggested)"
        head = " · ".join(part for part in (node.number, what.capitalize() + sure) if part)
        words = node.text if len(node.text) <= _HINT_LENGTH else node.text[:_HINT_LENGTH].rstrip() + " …"
        return f"{head}\n{words}" if words else head

    def refresh(self, changes: ChangeSet) -> None:
        """Takes over what an edit changed. Roles are looked up again everywhere: items inherit them."""
        self._pages.clear()
        self._progress.clear()
        for change in changes.edit.changes:
            if isinstance(change, NodeChange):
                if change.before is not None:
                    self._remove(change.before)
                node = self._review.outline.get(change.node_id)
                if node is not None:
                    self._add(self._nodes, node)

    def _add(self, nodes: dict[int, dict[str, None]], node: Node) -> None:
        for region in node.anchor.regions:
            nodes.setdefault(region.page, {})[node.id] = None

    def _remove(self, node: Node) -> None:
        for region in node.anchor.regions:
            self._nodes.get(region.page, {}).pop(node.id, None)

    def _build(self, page: int) -> Iterable[Mark]:
        for node_id in self._nodes.get(page, ()):
            node = self._review.outline[node_id]
            if node.kind is Kind.FURNITURE:
                continue
            role, solid = self._look(node)
            for region in node.anchor.regions:
                if region.page == page:
                    yield Mark(node_id, region, role, solid)

    def _look(self, node: Node) -> tuple[Label | None, bool]:
        status = self._review.status(node.id, self._reviewer)
        decided = status in _DECIDED
        # Of what does not belong in the dataset no role counts; nor of a paragraph that is a heading now.
        if status is Status.REJECTED or node.kind not in CLASSIFIED:
            return None, decided
        shown = self._review.shown(node.id, Slot.ROLE, self._reviewer)
        role = self._scheme.label(Slot.ROLE, shown.value) if shown.value else None
        return role, decided or shown.source not in _UNDECIDED


class Chosen:
    """The rectangles of what is selected, worked out when their page is shown: thousands may be selected."""

    def __init__(self, marks: Marks | None = None, ids: Sequence[str] = ()) -> None:
        self._marks = marks
        self.nodes = frozenset(ids)
        self.by_page: dict[int, tuple[Mark, ...]] = {}

    def on_page(self, page: int) -> tuple[Mark, ...]:
        marks = self.by_page.get(page)
        if marks is None and self._marks is not None:
            here = (node_id for node_id in self._marks.ids_on(page) if node_id in self.nodes)
            every = (mark for node_id in here for mark in self._marks.of(node_id))
            marks = self.by_page[page] = tuple(mark for mark in every if mark.region.page == page)
        return marks or ()

    def of_one(self) -> tuple[Mark, ...]:
        """All rectangles of the only entry; none where there are several."""
        if self._marks is None or len(self.nodes) != 1:
            return ()
        return self._marks.of(next(iter(self.nodes)))


def _area(mark: Mark) -> float:
    return mark.area
