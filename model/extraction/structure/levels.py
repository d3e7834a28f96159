"""The depth of each heading in the outline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from model.extraction.numbering.forms import Form
from model.extraction.numbering.labels import APPENDIX_LABELS, CHAPTER_LABELS
from model.extraction.structure.counts_within import lower_within_counts
from model.extraction.structure.drafts import announces, lower_within_drafts
from model.extraction.structure.fragments import SECTION, Fragment
from model.extraction.structure.heading_types import looks_of, over_counts
from model.extraction.structure.looks import Style, style_of
from model.extraction.structure.open_headings import (
    CHAPTERS,
    Key,
    OpenHeading,
    ends_front_matter,
    is_series,
    kept_above_appendix,
    kept_above_label,
    kept_above_numbered,
    kept_above_unnumbered,
    stands_beside_chapters,
)
from model.extraction.wording import BYLINE, COMMENTARY, FRONT_MATTER, LETTER, NOTES, REFERENCES, REPORT_OF
from model.words import ends_open

# At least this many of a report's headings, and this share of them, are its chapters and what is within them.
_SEVERAL, _MOST = 3, 0.6
_ENDS_WITH_SYMBOL = re.compile(r"\([A-Z][\w.]*/[^\s()]*\d[^\s()]*\)\s*$")


def set_levels(found: Sequence[Fragment], title: str) -> None:
    """Gives every heading its level: numbers by their runs, the others by their type against those above.
    Where the `title` is that of a letter, all that it sends stands below the heading of the report sent."""
    walk = _Walk(found, sends=LETTER.match(title) is not None)
    for at, block in enumerate(found):
        if block.kind == SECTION:
            walk.take(at, block)
    lower_within_counts(found)
    lower_within_drafts(found)


class _Walk:
    """Goes from heading to heading; `take` gives the next its level. `sends`: a letter sends the report."""

    def __init__(self, found: Sequence[Fragment], sends: bool) -> None:
        self._found = found
        self._sends = sends
        self._parts = _parts(found)
        self._last = _last_of_runs(found)
        self._chapters = _first_chapter(found, self._last)
        self._looks = looks_of(found)
        self._over = over_counts(found, self._looks)
        self._main = _highest(found, self._looks)
        self._open: list[OpenHeading] = []
        self._begun = False  # a heading stands above
        self._beside: set[Key] = set()  # how those without a number are set that stand beside the chapters

    def take(self, at: int, block: Fragment) -> None:
        above = self._open
        if block.aside:
            block.level = above[-1].level + 1 if above else 1
            return
        marker = block.choice.marker
        style, rank = self._looks[at]
        keep = self._kept(at, block)
        chapter = keep == 1 and rank == self._main and ends_front_matter(above, block, rank)
        del above[0 if chapter else keep :]
        block.level = above[-1].level + 1 if above else 1
        if block.top and marker is not None and marker.value > 1 and block.choice.opens:
            self._beside.clear()  # an excerpt begins in the middle of a chapter
        if block.level == 1 and marker is None and not chapter:
            self._beside.add(style)
        byline = marker is None and not self._begun and _is_byline(block)
        sent = byline and self._sends
        if byline and not sent and not _heads(self._found, at + 1):
            return  # "Report by the Director-General" stands over the text, not over its headings
        self._begun = True
        above.append(
            OpenHeading(
                block.level,
                run=marker.run if marker is not None else None,
                style=style,
                rank=rank,
                top=block.top,
                value=marker.value if marker is not None else 0,
                centred=block.first.centred,
                label=_label(block),
                sent=sent,
                front=marker is None and _is_front_matter(block),
                explains=COMMENTARY.fullmatch(block.text) is not None,
            )
        )

    def _kept(self, at: int, block: Fragment) -> int:
        """How many of the open headings stay above one."""
        above = self._open
        before = self._found[at - 1] if at else None
        style, rank = self._looks[at]
        is_part, has_parts = self._parts[at]
        if block.choice.marker is not None:
            keep = kept_above_numbered(above, block, before, block.choice.marker, style, rank, self._over)
            if at == self._chapters and not any(one.run is not None or one.top for one in above):
                keep = 0
        elif above and (
            (is_part and above[-1].style == self._looks[at - 1][0]) or (not block.top and announces(before))
        ):
            keep = kept_above_label(above, style) if _label(block) else len(above)
        else:
            keep = kept_above_unnumbered(above, block, before, style, rank, outer=has_parts)
            if keep and style in self._beside and stands_beside_chapters(above, block, style, keep):
                keep = 0
            if keep and self._closes(block):
                keep = 0
        within = self._series(at) if block.top else 0
        sent = bool(above) and above[0].sent
        annexes = kept_above_appendix(above) if _label(block) in APPENDIX_LABELS else 0
        return max(keep, within, int(sent), annexes)

    def _series(self, at: int) -> int:
        """How many of the open headings stay above an annex or an appendix that is a part of a decision: down
        to that, where others of its series follow, or where the count of the chapters goes on; of a chapter,
        if no decision is open."""
        series = 0
        inside = _label(self._found[at]) not in CHAPTER_LABELS
        for depth in range(len(self._open), 0, -1):
            run = self._open[depth - 1].run
            if run and is_series(run):
                if self._last[run] > at:
                    return depth
                series = series or depth
            elif run and inside and self._goes_on(at, self._open[depth - 1]):
                return max(series, depth)
        return 0

    def _goes_on(self, at: int, heading: OpenHeading) -> bool:
        """Whether the next heading of the run of an open one comes after a place, and is no first one."""
        for block in self._found[at + 1 :]:
            marker = block.choice.marker
            if block.kind == SECTION and marker is not None and marker.run == heading.run:
                return not block.choice.opens and marker.value == heading.value + 1
        return False

    def _closes(self, block: Fragment) -> bool:
        """Whether it heads the references or the notes of a whole report, whose outermost headings have no
        numbers: no other heading says the same."""
        outermost, text = self._open[0], block.text
        if (
            outermost.top
            or outermost.run is not None
            or not (REFERENCES.fullmatch(text) or NOTES.fullmatch(text))
        ):
            return False
        return sum(other.kind == SECTION and other.text == text for other in self._found) == 1


def _label(block: Fragment) -> str:
    return block.first.label if block.choice.marker is None else block.choice.marker.label


def _is_front_matter(block: Fragment) -> bool:
    return FRONT_MATTER.fullmatch(block.text) is not None


def _highest(found: Sequence[Fragment], looks: Mapping[int, tuple[Style, float]]) -> float:
    """The rank of the highest type of headings except those of front matter and annexes."""
    ranks = (
        rank for at, (_, rank) in looks.items()
        if not (_is_front_matter(found[at]) or (found[at].top and _label(found[at]) not in CHAPTER_LABELS))
    )  # fmt: skip
    return max(ranks, default=0.0)


def _is_byline(block: Fragment) -> bool:
    return bool(BYLINE.match(block.text) or REPORT_OF.match(block.text))


def _heads(found: Sequence[Fragment], at: int) -> bool:
    return at < len(found) and found[at].kind == SECTION


def _last_of_runs(found: Sequence[Fragment]) -> dict[Key, int]:
    """Where the last heading of each run of numbers stands."""
    return {
        block.choice.marker.run: at
        for at, block in enumerate(found)
        if block.kind == SECTION and block.choice.marker is not None
    }


def _first_chapter(found: Sequence[Fragment], last: Mapping[Key, int]) -> int:
    """Where the first heading stands of a count that most headings of a report belong to, or stand within,
    after text (-1: nowhere): what stands in front of it without a number, such as a foreword, stands beside
    its chapters, however large it is set."""
    sections = [at for at, block in enumerate(found) if block.kind == SECTION]
    for at in sections:
        marker = found[at].choice.marker
        if marker is None:
            continue
        counts = marker.value == 1 and marker.system in CHAPTERS and marker.form is not Form.LABEL
        inside = [place for place in sections if at <= place <= last[marker.run]]
        before = found[at - 1] if at else None
        text = before is not None and before.kind != SECTION and not ends_open(before.last.text)
        return at if counts and text and len(inside) >= max(_SEVERAL, _MOST * len(sections)) else -1
    return -1


def _parts(found: Sequence[Fragment]) -> list[tuple[bool, bool]]:
    """For each block whether it is a part of the heading right above it, and whether it has such a part.

    Of two headings that are set alike, with nothing between, the second is the first one's part where it has
    no number. Documents that are named one below the other are not: "Draft decision (A/79/L.72)".
    """
    alike = [False]
    for one, two in itertools.pairwise(found):
        plain = one.kind == two.kind == SECTION and two.choice.marker is None and not two.first.apart
        same = plain and not two.top and style_of(one.first) == style_of(two.first)
        alike.append(same and not _ENDS_WITH_SYMBOL.search(one.text))
    firsts = [here and not before for before, here in zip([False, *alike], alike, strict=False)]
    return list(zip(firsts, [*firsts[1:], False], strict=True))
