"""Words that stand over text after text to say what sort each is: they head no sections."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from model.extraction.structure.fragments import PARAGRAPH, SECTION, Fragment
from model.extraction.structure.looks import Style, style_of

# Words over fewer texts may be headings that happen to be alike; so many times at least they are that beside
# others in one section.
_SORT = 3
_BESIDE = 2
_Key = tuple[str, Style]


def mark_recurring(found: Sequence[Fragment]) -> bool:
    """Takes for paragraphs what stands over text after text to say what sort each is, such as "Note" and
    "Management response"; true where there are any.

    No outline names parts of one section alike again and again, but chapters may be named so in a collection
    of reports: those have headings below. Where most that is set so is of that kind, what else comes often
    is too ("Warning").
    """
    headings = [block for block in found if block.kind == SECTION]
    parents = {one for one, two in itertools.pairwise(headings) if two.level > one.level}
    alike: defaultdict[_Key, list[Fragment]] = defaultdict(list)
    siblings: Counter[_Key] = Counter()
    above: list[set[_Key]] = []
    for block in headings:
        del above[block.level :]
        above.extend([set() for _ in range(block.level - len(above))])
        if block.number or block.top:
            continue
        key = (block.text.casefold(), style_of(block.first))
        siblings[key] += key in above[-1]
        above[-1].add(key)
        alike[key].append(block)
    often = [
        key for key, blocks in alike.items()
        if len(blocks) >= _SORT and 2 * len(parents.intersection(blocks)) < len(blocks)
    ]  # fmt: skip
    sorts = [key for key in often if siblings[key] >= _BESIDE]
    all_of = Counter([style_of(block.first) for block in headings])
    looks: Counter[Style] = Counter()
    for key in sorts:
        looks[key[1]] += len(alike[key])
    for key in often:
        if key in sorts or 2 * looks[key[1]] > all_of[key[1]]:
            for block in alike[key]:
                block.kind = PARAGRAPH
                block.reasons = ["says what sort of text follows"]
    return bool(sorts)
