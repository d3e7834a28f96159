"""Parts that case after case, or country after country, has under the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from model.extraction.structure.fragments import Fragment
from model.extraction.structure.looks import Style

# How much lower than its case a part ranks.
_NEXT = 0.25
# So many of a section's parts say the same where they are set like the headings of its cases.
_ALIKE = 3
_Looks = Mapping[int, tuple[Style, float]]


def with_parts_below(found: Sequence[Fragment], looks: _Looks) -> dict[int, tuple[Style, float]]:
    """The looks of headings, with those lowered that say the same in case after case of one section, such as
    "Conclusions of the Committee": the headings of the cases, of which one stands before each, differ in
    their words and may be set no higher."""
    alike: defaultdict[tuple[str, Style], list[int]] = defaultdict(list)
    for at, (style, _) in looks.items():
        if not (found[at].number or found[at].top):
            alike[found[at].text.casefold(), style].append(at)
    recurring = [places for places in alike.values() if len(places) > 1]
    again = {at for places in recurring for at in places}
    out = dict(looks)
    for places in recurring:
        style = looks[places[0]][0]
        between, most = _between(found, looks, places, again)
        ranks = [rank for case, rank in _one_each(between) if case != style or most >= _ALIKE]
        if ranks and most > 1:
            out.update({at: ((*style, "part"), min(ranks) - _NEXT) for at in places})
    return out


def _between(
    found: Sequence[Fragment], looks: _Looks, places: Sequence[int], again: Container[int]
) -> tuple[list[Counter[tuple[Style, float]]], int]:
    """How the headings are set that stand before each of those at `places`, since the last of these or since
    one that is higher; and how many of these follow each other with none that is higher. What recurs
    itself (`again`) does not count."""
    rank = looks[places[0]][1]
    between: list[Counter[tuple[Style, float]]] = []
    here: Counter[tuple[Style, float]] = Counter()
    run, most = 0, 0
    for at, look in looks.items():
        if at in places:
            between.append(here)
            run += 1
            most = max(most, run)
            here = Counter()
        elif look[1] > rank or found[at].top:
            here, run = Counter(), 0
        elif at not in again:
            here[look] += 1
    return between, most


def _one_each(between: Sequence[Counter[tuple[Style, float]]]) -> list[tuple[Style, float]]:
    """The looks that come everywhere, and in most places once."""
    everywhere = [look for look in between[0] if all(look in here for here in between)]
    return [look for look in everywhere if 2 * sum(here[look] == 1 for here in between) > len(between)]
