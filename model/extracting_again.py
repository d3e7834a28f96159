"""A newer extraction of a reviewed report as one edit that keeps everything that people said and did.

An entry that is found again keeps its id, everybody's decisions and each part that a person corrected; the
rest, and the machine's suggestions, are the newer extraction's. An entry that is not found again goes, unless
there is a person's word on it: then it stays, with a mark in its `extra` that lists it among the doubts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from model.documents import Document
from model.editing.sharing import kept_words
from model.edits import Change, DecisionChange, DocumentChange, Edit, NodeChange
from model.labels import Decision, Span
from model.nodes import AGAIN, MENDED, Kind, Node, Region
from model.origins import Part, corrected, machine_nodes
from model.outline import Outline
from model.regrowing import Regrown, regrow
from model.rematching import covered, likeness, match
from model.review import Review

NAME = "extract again"
UNMATCHED, CHANGED = "unmatched", "changed"
# What a person reviewed reads otherwise now where fewer of the words than this are the same.
_SAME_WORDS = 0.8
# A newer entry is part of one that a person cut to size where it lies in it, and its words are there.
_PART = 0.6
_WORDS_THERE = 0.5


@dataclass(frozen=True, slots=True)
class Again:
    """What extracting again does. `unmatched` and `changed` are the entries for a person to look at."""

    edit: Edit
    kept: int
    added: int
    gone: int
    unmatched: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def summary(self) -> str:
        """One line."""
        said = [f"{self.kept} found again", f"{self.added} new", f"{self.gone} gone"]
        if self.changed:
            said.append(f"{len(self.changed)} with other words")
        if self.unmatched:
            said.append(f"{len(self.unmatched)} could not be matched")
        return ", ".join(said)


def extract_again(review: Review, edits: Iterable[Edit], document: Document, nodes: Sequence[Node],
                  decisions: Iterable[Decision]) -> Again:  # fmt: skip
    """`edits` are all of the report's, in the order made; the others are what the extractor gave."""
    return _Work(review, edits, document, nodes, decisions).done()


class _Work:
    def __init__(self, review: Review, edits: Iterable[Edit], document: Document, nodes: Sequence[Node],
                 decisions: Iterable[Decision]) -> None:  # fmt: skip
        self._review = review
        self._document = document
        self._old = list(review.outline)
        self._fresh = Outline(nodes)
        self._new = list(self._fresh)
        made = machine_nodes(edits)
        self._corrected = {node.id: corrected(node, made) for node in self._old}
        self._matching = match(self._old, self._new)
        self._partners = {new: old for old, new in self._matching.pairs.items()}
        self._suggested: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            self._suggested[decision.key.node].append(decision)
        self._absorbed = self._find_absorbed()
        self._unmatched: list[str] = []
        self._changed: list[str] = []

    def done(self) -> Again:
        pairs, old, new = self._matching.pairs, self._old, self._new
        stays = [node for node in old if node.id in pairs or self._is_reviewed(node)]
        regrown = regrow(self._review.outline, self._fresh, self._partners, self._absorbed,
                         self._fixed(stays), self._recut())  # fmt: skip
        changes: list[Change] = []
        said: list[Change] = []
        for node in self._nodes(regrown):
            before = self._review.outline.get(node.id)
            if before != node:
                changes.append(NodeChange(before, node))
            said += self._decisions(before, node)
        gone = [node for node in old if node.id not in regrown.parents]
        for node in gone:
            said += [DecisionChange(decision, None) for decision in self._review.decisions(node.id)]
        changes += [*said, *(NodeChange(node, None) for node in reversed(gone))]
        focus = next(iter([*self._unmatched, *self._changed]), None)
        edit = Edit(NAME, tuple(changes), focus, self._facts())
        added = sum(1 for node in new if node.id in regrown.parents)
        return Again(edit, len(pairs), added, len(gone), tuple(self._unmatched), tuple(self._changed))

    def _facts(self) -> DocumentChange:
        before = self._review.document
        after = replace(self._document, id=before.id, name=before.name, sha256=before.sha256,
                        pages=before.pages)  # fmt: skip
        machines = {decision.key.reviewer for said in self._suggested.values() for decision in said}
        return DocumentChange(before, after, tuple(sorted(machines)))

    # --- which entries

    def _is_reviewed(self, node: Node) -> bool:
        return bool(self._corrected[node.id]) or self._has_word(node)

    def _has_word(self, node: Node) -> bool:
        machines = self._review.machines
        return any(decision.key.reviewer not in machines for decision in self._review.decisions(node.id))

    def _is_cut(self, node_id: str | None) -> bool:
        """Whether a person said which words of the page an entry holds: by merging, splitting, dragging."""
        return node_id is not None and Part.ANCHOR in self._corrected.get(node_id, ())

    def _find_absorbed(self) -> dict[str, str]:
        """Newer entries whose words are in entries that a person cut to size, and in which."""
        cut: dict[int, list[tuple[Region, Node]]] = defaultdict(list)
        for node in self._old:
            if self._is_cut(node.id):
                for region in node.anchor.regions:
                    cut[region.page].append((region, node))
        found = {}
        for node in self._new if cut else ():
            if node.id in self._partners:
                continue
            near = [entry for page in {r.page for r in node.anchor.regions} for entry in cut.get(page, ())]
            holders = {holder.id: holder for _, holder in near if covered(node, holder.anchor.regions)}
            if covered(node, [region for region, _ in near]) < _PART or not holders:
                continue
            if _held(node.text, [holder.text for holder in holders.values()]) >= _WORDS_THERE:
                best = max(holders.values(), key=lambda holder: covered(node, holder.anchor.regions))
                found[node.id] = best.id
        return found

    def _fixed(self, stays: Sequence[Node]) -> frozenset[str]:
        """Entries that keep their place in the outline."""
        pairs = self._matching.pairs
        return frozenset(
            node.id for node in stays if node.id not in pairs or Part.PLACE in self._corrected[node.id]
        )

    def _recut(self) -> frozenset[str]:
        """Entries whose level follows from where they hang, not from what the extractor says."""
        return frozenset(node_id for node_id, parts in self._corrected.items() if Part.KIND in parts)

    # --- each entry

    def _nodes(self, regrown: Regrown) -> list[Node]:
        found = []
        for place in regrown.places(self._kind):
            parent, rank, level = place.parent, place.rank, place.level
            new = self._fresh.get(self._matching.pairs.get(place.id, place.id))
            old = self._review.outline.get(place.id)
            if old is None:
                assert new is not None
                node = new
            elif new is None:
                node = self._left(old)
            else:
                node = self._found(old, new)
            level = level if place.derived or new is None else new.level
            found.append(replace(node, parent=parent, rank=rank, level=level))
        return found

    def _kind(self, node_id: str) -> Kind:
        old = self._review.outline.get(node_id)
        new = self._fresh.get(self._matching.pairs.get(node_id, node_id))
        if old is not None and (new is None or Part.KIND in self._corrected[node_id]):
            return old.kind
        assert new is not None
        return new.kind

    def _left(self, old: Node) -> Node:
        """One that is not found again, with a person's word on it."""
        holder = self._matching.joined.get(old.id, "")
        recut = holder in self._absorbed or self._is_cut(self._partners.get(holder))
        if self._is_cut(old.id) and (recut or self._is_in_parts(old)):
            return _marked(old, None)  # part or whole of what the extractor sees: a person knows better
        self._unmatched.append(old.id)
        return _marked(old, UNMATCHED)

    def _is_in_parts(self, old: Node) -> bool:
        """Whether newer entries that are a part of one each make up most of it: it was merged from these."""
        parts = [node for node in self._new if self._absorbed.get(node.id) == old.id]
        return covered(old, [region for node in parts for region in node.anchor.regions]) >= _PART

    def _found(self, old: Node, new: Node) -> Node:
        parts = self._corrected[old.id]
        cut = Part.ANCHOR in parts
        worded = cut or Part.TEXT in parts
        kind = old.kind if Part.KIND in parts else new.kind
        extra: Mapping[str, Any] = old.extra if worded else new.extra
        if Part.KIND in parts and not worded:
            extra = {**new.extra, **{key: value for key, value in old.extra.items() if key != "marks"}}
        sure, reasons = (old.confidence, old.reasons) if cut else (new.confidence, new.reasons)
        if MENDED in old.reasons and MENDED not in reasons:
            reasons = (*reasons, MENDED)
        node = replace(
            old, kind=kind, text=old.text if worded else new.text,
            number=old.number if Part.NUMBER in parts else new.number,
            anchor=old.anchor if cut else new.anchor, confidence=sure, reasons=reasons, extra=extra,
        )  # fmt: skip
        if node.text != old.text and self._has_word(old) and likeness(old.text, node.text) < _SAME_WORDS:
            self._changed.append(old.id)
            return _marked(node, CHANGED)
        return _marked(node, None)

    def _decisions(self, before: Node | None, node: Node) -> list[Change]:
        """People's stay, with their evidence; the machine's are the newer extraction's, except an entry
        that a person cut to size: the newer ones are about other words."""
        new = self._fresh.get(self._matching.pairs.get(node.id, node.id))
        if new is not None and node.text != new.text and self._is_cut(node.id):
            new = None
        standing = {} if before is None else {d.key: d for d in self._review.decisions(node.id)}
        wanted = dict(standing)
        if new is not None:
            wanted = {k: d for k, d in standing.items() if k.reviewer not in self._review.machines}
            for said in self._suggested.get(new.id, ()):
                key = said.key._replace(node=node.id)
                wanted[key] = moved(replace(said, key=key), new.text, node.text)
        changes: list[Change] = []
        for key, decision in wanted.items():
            stood = standing.get(key)
            if stood is not None and stood.key.reviewer not in self._review.machines and before is not None:
                decision = moved(decision, before.text, node.text)
            if stood is None or replace(stood, decided_at=decision.decided_at) != decision:
                changes.append(DecisionChange(stood, decision))
        changes += [DecisionChange(stood, None) for key, stood in standing.items() if key not in wanted]
        return changes


def _marked(node: Node, mark: str | None) -> Node:
    """With a mark of what extracting again left to look at, or without one."""
    extra = {key: value for key, value in node.extra.items() if key != AGAIN}
    if mark is not None:
        extra[AGAIN] = mark
    return node if extra == dict(node.extra) else replace(node, extra=extra)


def _held(words: str, texts: Sequence[str]) -> float:
    """The share of words that other texts have too, also where they were divided within a word."""
    there = "".join("".join(texts).casefold().split())
    own = words.casefold().split()
    return sum(word in there for word in own) / len(own) if own else 1.0


def moved(decision: Decision, before: str, after: str) -> Decision:
    """A decision on another text: its evidence where its words stand nearest, without what is not there."""
    if before == after or not decision.evidence:
        return decision
    found: list[Span | None] = []
    for span in decision.evidence:
        words = before[span.start : span.end]
        start = _nearest(words, after, span.start)
        found.append(None if start is None else Span(start, start + len(words)))
    return replace(decision, evidence=kept_words(decision, found))


def _nearest(words: str, text: str, place: int) -> int | None:
    if not words:
        return None
    behind = text.find(words, place)
    ahead = text.rfind(words, 0, place + len(words))
    there = [at for at in (ahead, behind) if at >= 0]
    return min(there, key=lambda at: abs(at - place)) if there else None
