"""Levels compared with the printed contents list and the PDF's bookmarks, where type leaves them open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from model.documents import Bookmark
from model.extraction.likeness import heading_key
from model.extraction.numbering.markers import read_markers
from model.extraction.rows import Row
from model.extraction.structure.contents import ContentsEntry, entries_of
from model.extraction.structure.fragments import SECTION, Fragment
from model.extraction.structure.looks import rank
from model.extraction.structure.texts import row_text

# Entries begin further in, in a contents list, by this many points.
_INDENT = 6.0


class _Listed(NamedTuple):
    """A heading as a list names it: its key, the place of the one above it in the list, and
    whether it has no number but begins where the chapters do."""

    words: str
    above: int | None
    outermost: bool = False


def steer(found: Sequence[Fragment], contents: Sequence[Row], bookmarks: Iterable[Bookmark]) -> None:
    """Puts headings below those that a list puts them below, where their type says nothing against it."""
    lists = [_of_bookmarks(bookmarks)]
    if not contents and not lists[0]:
        return
    sections = [block for block in found if block.kind == SECTION]
    texts = [_without_number(block.text) for block in sections]
    words = [heading_key(text) for text in texts]
    if contents:
        lists.append(_of_contents(contents, frozenset(words)))
    labels = [heading_key(text.partition(":")[0]) for text in texts]
    for listed in lists:
        at = _found(listed, words, labels)
        parents = _parents(listed, at)
        parents.update(dict.fromkeys(_chapters(listed, at, sections)))
        if parents:
            _move(sections, parents)


def _without_number(text: str) -> str:
    markers = read_markers(text)
    return text[markers[0].end :] if markers else text


def _of_contents(rows: Sequence[Row], headings: frozenset[str]) -> list[_Listed]:
    """The entries of a contents list, in order. A row that names a heading but no page heads those below it;
    an entry without a number stands below one that begins further out."""
    waiting = {heading_key(entry.text): entry for entry in entries_of(rows)}
    edge = min([entry.left for entry in waiting.values() if read_markers(entry.text)], default=0.0) + 2
    listed: list[_Listed] = []
    group: int | None = None
    outer: list[tuple[float, int]] = []
    for row in rows:
        text = row_text(row).text
        entry = _begun(waiting, heading_key(text))
        if entry is None:
            if heading_key(text) in headings and not read_markers(text):
                group, outer = len(listed), []
                listed.append(_Listed(heading_key(text), None))
            continue
        above = group
        if read_markers(entry.text):
            outer = []
        else:
            while outer and outer[-1][0] > entry.indent - _INDENT:
                outer.pop()
            above = outer[-1][1] if outer else group
            outer.append((entry.indent, len(listed)))
        outermost = above is None and entry.left < edge and not read_markers(entry.text)
        listed.append(_Listed(heading_key(_without_number(entry.text)), above, outermost))
    return listed


def _begun(waiting: dict[str, ContentsEntry], words: str) -> ContentsEntry | None:
    """The entry whose first words stand on a row: each once, because an entry may run over several rows."""
    bare = words.rstrip("0123456789")
    key = next((key for key in waiting if bare and (key.startswith(bare) or bare.startswith(key))), None)
    return waiting.pop(key) if key is not None else None


def _of_bookmarks(bookmarks: Iterable[Bookmark]) -> list[_Listed]:
    listed: list[_Listed] = []
    outer: list[tuple[int, int]] = []
    for mark in bookmarks:
        while outer and outer[-1][0] >= mark.level:
            outer.pop()
        listed.append(_Listed(heading_key(_without_number(mark.title)), outer[-1][1] if outer else None))
        outer.append((mark.level, len(listed) - 1))
    return listed


def _found(listed: Sequence[_Listed], words: Sequence[str], labels: Sequence[str]) -> dict[int, int]:
    """For what a list names, by its place, the place of its section, of which it may say only what stands
    before a colon ("Summary" of "Summary: Norland")."""
    at: dict[int, int] = {}
    start = 0
    for place, entry in enumerate(listed):
        if not entry.words:
            continue
        ahead = range(start, len(words))
        section = next((i for i in ahead if entry.words == words[i]), None)
        if section is None:
            section = next((i for i in ahead if entry.words == labels[i]), None)
        if section is not None:
            at[place] = section
            start = section + 1
    return at


def _parents(listed: Sequence[_Listed], at: Mapping[int, int]) -> dict[int, int | None]:
    """For sections that a list puts below another one, by their place: the place of that one."""
    return {
        at[place]: at[entry.above]
        for place, entry in enumerate(listed)
        if place in at and entry.above is not None and entry.above in at
    }


def _chapters(listed: Sequence[_Listed], at: Mapping[int, int], sections: Sequence[Fragment]) -> list[int]:
    """The sections without a number that begin a page and stand beside the chapters in a list."""
    return [
        section
        for place, section in at.items()
        if listed[place].outermost and sections[section].first.gap is None
    ]


def _move(sections: Sequence[Fragment], parents: Mapping[int, int | None]) -> None:
    """Moves sections below their parents, or beside the chapters, and what stands below them along."""
    open_: list[tuple[int, int]] = []  # the level that a section had, and by how much it moved
    for at, block in enumerate(sections):
        had = block.level
        while open_ and open_[-1][0] >= had:
            open_.pop()
        level = had + (open_[-1][1] if open_ else 0)
        parent = parents.get(at)
        if parent is not None and rank(block.first) <= rank(sections[parent].first):
            level = max(level, sections[parent].level + 1)
        elif at in parents and parent is None:
            level = 1
        block.level = level
        open_.append((had, level - had))
