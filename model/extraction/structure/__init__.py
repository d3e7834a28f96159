"""From rows to the tree: the second half of extraction. Where to look:

- text of rows: `texts`, `ornaments`, `lines`, `lining`, `looks`, `measures`
- where blocks begin: `cuts`, `fragments`; those with a number: `candidates`, `number_costs`, `hanging`,
  `stressed`, `initials`, `numbers`; those without: `unnumbered`
- what blocks are: `blocks`, `standing`, `like_headings`, `datelines`, `lists`, `lone_entries`, `bulleted`,
  `signatures`, `joined_headings`, `joined_entries`, `cross_references`
- how deep headings stand: `levels`, `open_headings`, `heading_types`, `same_parts`, `counts_within`,
  `drafts`, `steering` by `contents`, `recurring_labels`, `repeats`, `boxes`
- numbers that only a report's own count tells: `codes`, `counted_labels`
- the tree: `tree`, `units`, `footnotes`, `anchors`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from model.documents import Bookmark, PageInfo
from model.extraction import scale
from model.extraction.rows import Row, Zone
from model.extraction.structure.blocks import blocks
from model.extraction.structure.boxes import mark_asides
from model.extraction.structure.codes import read_codes
from model.extraction.structure.counted_labels import number_by_labels
from model.extraction.structure.footnotes import note_mark
from model.extraction.structure.levels import set_levels
from model.extraction.structure.lining import lines_of
from model.extraction.structure.measures import measure
from model.extraction.structure.ornaments import without_ornaments
from model.extraction.structure.recurring_labels import mark_recurring
from model.extraction.structure.repeats import mark_continued, mark_repeats
from model.extraction.structure.steering import steer
from model.extraction.structure.texts import join, row_text, words_of
from model.extraction.structure.tree import Surroundings, tree_of
from model.extraction.structure.units import units_of
from model.nodes import Node
from model.recognized import Lean

# What keeps two blocks from being neighbours.
_DIVIDING = frozenset({Zone.TABLE, Zone.FIGURE, Zone.CONTENTS, Zone.TITLE})
# By names of their own: to look a member of an enumeration up takes as long as a call.
_BODY, _TITLE, _CONTENTS, _FOOTNOTE = Zone.BODY, Zone.TITLE, Zone.CONTENTS, Zone.FOOTNOTE


def build(
    rows: Sequence[Row],
    pages: Iterable[PageInfo] = (),
    recognized: Mapping[int, float] | None = None,
    bookmarks: Iterable[Bookmark] = (),
    leans: Mapping[int, Lean] | None = None,
) -> list[Node]:
    """The nodes of a document in reading order, with parents, ranks, levels, numbers and anchors. Every row
    is in exactly one node.

    `recognized`: how sure character recognition was of each page that it read (0 to 1); `leans`: how those
    pages lean that were scanned askew.
    """
    size = _running_size(rows)
    by = scale.scale_of(size)
    if by != 1:
        rows = scale.rows(rows, by)
    rows = without_ornaments(rows, by * size)
    units = units_of(rows)
    marks = frozenset(note_mark(unit.rows[0]) for unit in units if unit.zone is _FOOTNOTE) - {""}
    body = [at for at, row in enumerate(rows) if row.zone is _BODY]
    lines = lines_of([rows[at] for at in body], marks)
    for before, at, line in zip([-1, *body], body, lines, strict=False):
        line.apart = at > before + 1 and any(row.zone in _DIVIDING for row in rows[before + 1 : at])
    read_codes(lines)
    place = {id(rows[at]): at for at in body}
    words = words_of(line.text for line in lines)
    followed = bool(body) and any(row.zone in _DIVIDING for row in rows[body[-1] :])
    found = blocks(lines, measure(lines), followed)
    title = join([row_text(row, marks) for unit in units if unit.zone is _TITLE for row in unit.rows], words)
    contents = [row for row in rows if row.zone is _CONTENTS]
    mark_repeats(found, title.text, contents)
    mark_continued(found)
    mark_asides(found)
    set_levels(found, title.text)
    while mark_recurring(found):
        set_levels(found, title.text)
    steer(found, contents, bookmarks)
    number_by_labels(found)
    there = {page.number: page for page in pages}
    around = Surroundings(words, marks, there, recognized or {}, leans or {}, by)
    return tree_of([(place[id(block.first.row)], block) for block in found], units, around)


def _running_size(rows: Iterable[Row]) -> float:
    """The size (points) of most running text; 0 if there is none."""
    letters: Counter[float] = Counter()
    for row in rows:
        if row.zone is _BODY:
            letters[row.size] += len(row.text)
    sizes: Counter[float] = Counter()
    for size, count in letters.items():
        sizes[round(size, 1)] += count
    return sizes.most_common(1)[0][0] if sizes else 0.0
