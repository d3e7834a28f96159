"""Names with capitals that are called before or behind what is to be done: "To ORVAK:", "(Action: ORVAK)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.labels import Span
from model.suggestions.asked_names import names_behind
from model.suggestions.reading import Reading

# Between what announces recommendations and whom they are for stand so many characters at most.
_NEAR = 24
# A text that only announces recommendations is not longer, or ends in a colon.
_SHORT = 200
# Behind a name that is called stands a colon, or nothing.
_ENDS = re.compile(r"\s*(?:[:.;)]|$)")
_LABELLED = re.compile(r"[(\[][^()\[\]\d:]{3,40}:(?=[^()\[\]]{2,200}[)\]][\s.;]*$)")
# "(ORVAK): publish": a bracket before what is to be done, behind the number that a label gives.
_AHEAD = re.compile(r"(?:\w+ \w{1,5} ?)?\((?=[^()\d]{3,80}\) ?[:.–—-])")


def called_names(reading: Reading) -> Iterator[Span]:
    """The names to which a text turns, and those that a label in it says are to act."""
    for start in _calls(reading):
        names = names_behind(reading, start)
        if names and _ENDS.match(reading.text, names[-1].end):
            yield from names


def _calls(reading: Reading) -> Iterator[int]:
    """Where a text may name somebody whom it calls."""
    lexicon = reading.lexicon
    turned = 0
    joining = lexicon.turning | lexicon.addressing
    for low, high in reading.words_from(0, 5):
        word = reading.low[low:high]
        if word not in joining and not (turned and (word in lexicon.of or word in lexicon.articles)):
            break
        turned = high  # "To", "For the attention of"
    if turned:
        yield turned
    leads = len(reading.text) <= _SHORT or reading.text.endswith(":")
    for hit in lexicon.announcing.find(reading.words) if leads else ():
        for low, high in reading.words_between(hit.end, hit.end + _NEAR):
            if reading.low[low:high] in lexicon.turning:
                yield high
    for hit in lexicon.responsible.find(reading.words) if ":" in reading.text else ():
        if reading.text.startswith((":", " :"), hit.end):
            yield reading.text.index(":", hit.end) + 1
    if (label := _LABELLED.search(reading.text)) is not None:
        yield label.end()
    if (ahead := _AHEAD.match(reading.text)) is not None:
        yield ahead.end()
