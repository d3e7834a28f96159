"""Edits of which words of the pages an entry holds: its rectangles, and its text with what was corrected.

A word belongs to one entry: what an entry gains is taken from those that held it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from model.cells import Cells, spelled, with_cells
from model.editing.draft import Draft, NotPossible, name_of
from model.editing.wording import put_words, split, take_number
from model.edits import Edit
from model.folding import folded
from model.ids import new_id
from model.labels import Reviewer, Span
from model.laid_cells import cells_of_words
from model.layer import LaidWord, TextLayer, is_broken, joined
from model.nodes import BY_HAND, CLASSIFIED, Anchor, Kind, Node, Region
from model.outline import Outline
from model.review import Review

Layers = Mapping[int, TextLayer]
# What these hold is not a run of words, so nothing is taken out of them.
_WHOLE = frozenset({Kind.TABLE, Kind.FIGURE})
_AT_EDGES = frozenset({Kind.FURNITURE, Kind.FOOTNOTE})


class WordRef(NamedTuple):
    """A word of a page, by its place in the page's reading order. They sort in reading order."""

    page: int
    word: int


def extend(review: Review, reviewer: Reviewer, node_id: str, layers: Layers,
           words: Collection[WordRef]) -> Edit:  # fmt: skip
    """Adds words to an entry, where they stand in the reading order."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    held = held_by(node, layers)
    return _given(draft, node, layers, sorted({*held, *words}), f"extend {name_of(node)}")


def shrink(review: Review, reviewer: Reviewer, node_id: str, layers: Layers,
           words: Collection[WordRef]) -> Edit:  # fmt: skip
    """Takes words out of an entry. No entry holds them then."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    left = sorted({*held_by(node, layers)} - {*words})
    if not left:
        raise NotPossible(f"Nothing would be left of {name_of(node)}; delete it instead.")
    return _given(draft, node, layers, left, f"shrink {name_of(node)}")


def reshape(review: Review, reviewer: Reviewer, node_id: str, layers: Layers,
            regions: Sequence[Region]) -> Edit:  # fmt: skip
    """Gives an entry the words that stand in its new rectangles.

    The rectangles of one without words (a figure) are taken as they were drawn. Where it goes on over pages,
    headers, footers and notes between them stay where they are.
    """
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    wanted = _within(regions, layers)
    if len({region.page for region in regions}) > 1:
        kept = {*wanted} - {*_beside(review.outline, regions, layers)} | {*wanted} & {*held_by(node, layers)}
        wanted = sorted(kept)
    name = f"change the rectangle of {name_of(node)}"
    if wanted and node.kind not in _WHOLE:
        return _given(draft, node, layers, wanted, name)
    if not wanted and node.text and node.kind not in _WHOLE:
        raise NotPossible(f"No words would be left of {name_of(node)}; delete it instead.")
    draft.put(replace(node, anchor=node.anchor._replace(regions=tuple(regions))))
    draft.mark_corrected(node.id)
    return draft.edit(name, node.id)


def insert_words(review: Review, reviewer: Reviewer, kind: Kind, layers: Layers,
                 words: Collection[WordRef], parent: str | None, before: str | None) -> Edit:  # fmt: skip
    """A new entry of words on the pages, before an entry of that parent or what is left of those after it."""
    draft = Draft(review, reviewer)
    chosen = sorted(set(words))
    if not chosen:
        raise NotPossible("Select some words on the page first.")
    text = joined([_word(layers, ref) for ref in chosen], paragraphs=False)
    number, rest = take_number(text) if kind in CLASSIFIED else ("", text)
    anchor = Anchor(_regions(layers, chosen), rest)
    node = Node(new_id(), kind, rest, number=number, anchor=anchor, reasons=(BY_HAND,))
    if kind is Kind.TABLE and (cells := _cells(layers, chosen)):
        node = replace(node, text=spelled(cells), extra=with_cells({}, cells))
    siblings = [child.id for child in draft.children(parent)]
    after = siblings[siblings.index(before) :] if before in siblings else []
    _take_from_others(draft, node.id, layers, chosen)
    left = {child.id for child in draft.children(parent)}
    draft.place([node], parent, next((sibling for sibling in after if sibling in left), None))
    draft.mark_corrected(node.id)
    return draft.edit(f"add {name_of(node)}", node.id)


def _cells(layers: Layers, words: Sequence[WordRef]) -> Cells:
    pages = groupby(words, lambda ref: ref.page)
    return cells_of_words([_word(layers, ref) for ref in of_page] for _, of_page in pages)


def divide(review: Review, reviewer: Reviewer, node_id: str, layers: Layers, offset: int) -> Edit:
    """Splits an entry; each half has the rectangles of its own words, where the words of all pages are there
    and the text has not become another one."""
    node = Draft(review, reviewer).node(node_id)
    if not all(region.page in layers for region in node.anchor.regions):
        return split(review, reviewer, node_id, offset)
    held = held_by(node, layers)
    behind = (offset, len(node.text))
    (below,) = words_of_spans(node.text, [behind], [_word(layers, ref) for ref in held])
    cut = below[0] if below else 0
    places = (_regions(layers, held[:cut]), _regions(layers, held[cut:])) if cut else None
    return split(review, reviewer, node_id, offset, places)


def held_by(node: Node, layers: Layers) -> list[WordRef]:
    """The words in an entry's rectangles, in reading order. Raises NotPossible if a page is missing."""
    return _within(node.anchor.regions, layers)


def pages_needed(outline: Outline, pages: Iterable[int]) -> set[int]:
    """The pages whose words an edit of words on `pages` has to know: those of all entries on them."""
    wanted = set(pages)
    found = set(wanted)
    for node in outline:
        on = {region.page for region in node.anchor.regions}
        if on & wanted:
            found |= on
    return found


def words_of_spans(text: str, spans: Sequence[tuple[int, int]],
                   words: Sequence[LaidWord]) -> list[list[int]]:  # fmt: skip
    """Which of the words that an entry holds say what stands at offsets of its text, for each span."""
    tokens = _tokens(text)
    pieces = _healed(words)
    owners = _owners([token for _, _, token in tokens], pieces)
    found: list[list[int]] = []
    for low, high in spans:
        parts = {
            part
            for (start, end, _), owner in zip(tokens, owners, strict=True)
            if start < high and end > low and owner is not None
            for part in pieces[owner].parts
        }
        found.append(sorted(parts))
    return found


def span_of_words(node: Node, layers: Layers, chosen: Collection[WordRef]) -> Span | None:
    """Where words of the page stand in an entry's text, as one stretch; None if it holds none of them."""
    refs = held_by(node, layers)
    pieces = _healed([_word(layers, ref) for ref in refs])
    tokens = _tokens(node.text)
    owners = _owners([token for _, _, token in tokens], pieces)
    wanted = set(chosen)
    here = [
        (start, end)
        for (start, end, _), owner in zip(tokens, owners, strict=True)
        if owner is not None and any(refs[part] in wanted for part in pieces[owner].parts)
    ]
    return Span(here[0][0], here[-1][1]) if here else None


class _Piece(NamedTuple):
    """One word of the text: a word of the page, or the two halves of one broken at a line's end."""

    text: str
    parts: tuple[int, ...]


def _given(draft: Draft, node: Node, layers: Layers, wanted: Sequence[WordRef], name: str) -> Edit:
    held = held_by(node, layers)
    if list(wanted) == held:
        return Edit(name, ())
    gained = set(wanted) - set(held)
    _take_from_others(draft, node.id, layers, gained)
    draft.put(_with_words(draft, node, layers, held, wanted))
    draft.mark_corrected(node.id)
    return draft.edit(name, node.id)


def _take_from_others(draft: Draft, node_id: str, layers: Layers, gained: Collection[WordRef]) -> None:
    pages = {ref.page for ref in gained}
    taken = set(gained)
    for other in list(draft.review.outline):
        if other.id == node_id or other.kind in _WHOLE:
            continue
        if not any(region.page in pages for region in other.anchor.regions):
            continue
        held = held_by(other, layers)
        left = [ref for ref in held if ref not in taken]
        if len(left) == len(held):
            continue
        if left:
            draft.put(_with_words(draft, other, layers, held, left))
        elif draft.children(other.id):
            raise NotPossible(f"No words would be left of {name_of(other)}, which holds other entries.")
        else:
            draft.drop(other)


def _with_words(draft: Draft, node: Node, layers: Layers, held: Sequence[WordRef],
                wanted: Sequence[WordRef]) -> Node:  # fmt: skip
    text = _rewritten(node.text, layers, held, wanted)
    quote = _rewritten(node.anchor.quote, layers, held, wanted)
    anchor = node.anchor._replace(regions=_regions(layers, wanted), quote=quote)
    return put_words(draft, replace(node, anchor=anchor), text)


def _rewritten(text: str, layers: Layers, held: Sequence[WordRef], wanted: Sequence[WordRef]) -> str:
    """The text for other words. What stays keeps its words as they are in the text, corrected or not; what
    the text leaves out of the page (a printed number, a footnote's mark) stays out of it."""
    tokens = [token for _, _, token in _tokens(text)]
    old = _healed([_word(layers, ref) for ref in held])
    said: dict[tuple[WordRef, ...], list[str]] = {tuple(held[part] for part in p.parts): [] for p in old}
    keys = list(said)
    lead: list[str] = []
    last: int | None = None
    for token, owner in zip(tokens, _owners(tokens, old), strict=True):
        last = owner if owner is not None else last
        (said[keys[last]] if last is not None else lead).append(token)
    known = {ref: key for key in keys for ref in key}
    kept = set(wanted)
    parts: list[str] = lead
    done: set[WordRef] = set()
    for piece in _healed([_word(layers, ref) for ref in wanted]):
        refs = tuple(wanted[part] for part in piece.parts)
        first = known.get(refs[0])
        if first is not None and all(ref in kept for ref in first):
            if refs[0] not in done:
                parts += said[first]
                done.update(first)
            # a broken word whose other half is new
            parts += [_word(layers, ref).text for ref in refs if ref not in known]
        else:
            parts.append(piece.text)
    return " ".join(parts)


def _owners(tokens: Sequence[str], pieces: Sequence[_Piece]) -> list[int | None]:
    """For every word of a text the word on the page that it stands for; None for one that was added."""
    there = [piece.text for piece in pieces]
    before = len(there) - len(tokens)
    if before >= 0 and there[before:] == list(tokens):
        return list(range(before, len(there)))  # nobody corrected the text; before it stands its number
    from difflib import SequenceMatcher

    ends = 0  # most texts end as on the page: looking for the best match of all words would take long
    while ends < min(len(tokens), len(there)) and tokens[-1 - ends] == there[-1 - ends]:
        ends += 1
    owners: list[int | None] = [None] * (len(tokens) - ends)
    ours = [folded(token) for token in tokens[: len(owners)]]
    theirs = [folded(text) for text in there[: len(there) - ends]]
    for what, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and i2 - i1 == j2 - j1):
            owners[i1:i2] = range(j1, j2)
        elif what == "replace":
            owners[i1:i2] = [min(j1 + index, j2 - 1) for index in range(i2 - i1)]
    return [*owners, *range(len(there) - ends, len(there))]


def _healed(words: Sequence[LaidWord]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        if before is not None and before.line != word.line and is_broken(before.text, word.text):
            pieces[-1] = _Piece(pieces[-1].text[:-1] + word.text, (*pieces[-1].parts, index))
        else:
            pieces.append(_Piece(word.text, (index,)))
    return pieces


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """(start, end, word) of the words of a text."""
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append((start, at, word))
    return found


def _regions(layers: Layers, words: Sequence[WordRef]) -> tuple[Region, ...]:
    found: list[Region] = []
    for page in sorted({ref.page for ref in words}):
        found.extend(layers[page].around(ref.word for ref in words if ref.page == page))
    return tuple(found)


def _within(regions: Sequence[Region], layers: Layers) -> list[WordRef]:
    pages = sorted({region.page for region in regions})
    missing = [page for page in pages if page not in layers]
    if missing:
        raise NotPossible(f"The words of page {missing[0]} are not known yet; try again.")
    return [WordRef(page, word) for page in pages for word in layers[page].within(regions)]


def _beside(outline: Outline, regions: Sequence[Region], layers: Layers) -> Iterator[WordRef]:
    """The words of these pages that headers, footers and notes hold."""
    pages = {region.page for region in regions}
    for node in outline:
        if node.kind in _AT_EDGES and any(region.page in pages for region in node.anchor.regions):
            yield from held_by(node, layers)


def _word(layers: Layers, ref: WordRef) -> LaidWord:
    return layers[ref.page].words[ref.word]
