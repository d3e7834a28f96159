"""What is printed again and is not part of the outline: the title on a later page, with what is set around
it, and headings over what goes on there ("Expenditure (continued)")."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.likeness import letters_of
from model.extraction.rows import Row
from model.extraction.structure.contents import entries_of
from model.extraction.structure.fragments import COVER, SECTION, Fragment
from model.extraction.wording import CONTINUED, opens_report

# This far into a document a title may be printed again.
_PAGES = 6
# A shorter title may stand in a heading by chance.
_LEAST = 12


def mark_repeats(found: Sequence[Fragment], title: str, contents: Sequence[Row] = ()) -> None:
    """Headings that repeat the title become cover, together with those set alike right beside them, but not
    with one that opens reports ("Summary"). One that the `contents` list with its page heads the chapters.
    """
    bare = letters_of(title)
    if len(bare) < _LEAST:
        return
    for at, block in enumerate(found):
        if block.first.row.page > _PAGES:
            return
        if block.kind == SECTION and not block.number and _same(letters_of(block.text), bare):
            if any(_same(letters_of(entry.text), bare) for entry in entries_of(contents)):
                return
            start, end = at, at + 1
            while start and _alike(found[start - 1], block):
                start -= 1
            while end < len(found) and _alike(found[end], block):
                end += 1
            for one in found[start:end]:
                one.kind = COVER
                one.reasons = ["the title, printed again"]


def mark_continued(found: Sequence[Fragment]) -> None:
    """Headings that say that they are continued become cover, where the document has what they continue."""
    said: set[str] = set()
    for block in found:
        if block.kind != SECTION:
            continue
        text = block.text
        whole = CONTINUED.sub("", text)
        if whole != text and letters_of(whole) in said:
            block.kind = COVER
            block.reasons = ["a heading above, printed again"]
        elif whole == text:
            said.add(letters_of(text))


def _same(text: str, title: str) -> bool:
    shorter, longer = sorted((text, title), key=len)
    return len(text) >= _LEAST and shorter in longer and len(shorter) > 0.7 * len(longer)


def _alike(one: Fragment, other: Fragment) -> bool:
    return (
        one.kind == SECTION
        and not one.number
        and not opens_report(one.text)
        and one.first.row.page == other.first.row.page
        and one.first.style[:3] == other.first.style[:3]
    )
