"""Names with capitals that are called before or after what is to be done: "To ORVAK:", "(Action: ORVAK)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from model.labels import Span
from model.suggestions.asked_names import names_behind
from model.suggestions.lexicon import Lexicon
from model.suggestions.reading import Reading, read
from model.words import Words

# Who is turned to is named after the first words.
_OPENING = slice(0, 5)
# Between what announces recommendations and whom they are for stand this many characters at most.
_NEAR = 24
# A text that only announces recommendations is not longer, or ends in a colon.
_SHORT = 200
# After a name that is called stands a colon, or nothing.
_ENDS = re.compile(r"\s*(?:[:.;)]|$)")
_LABELLED = re.compile(r"[(\[][^()\[\]\d:]{3,40}:(?=[^()\[\]]{2,200}[)\]][\s.;]*$)")
# "(ORVAK): publish": a bracket before what is to be done, after the number that a label gives.
_AHEAD = re.compile(r"(?:\w+ \w{1,5} ?)?\((?=[^()\d]{3,80}\) ?[:.–—-])")


def calling(texts: Iterable[str], lexicon: Lexicon) -> Iterator[Reading]:
    """The texts that may name somebody whom they call, read: few headings do."""
    for text in texts:
        if any(_calls(text, Words(text, lexicon.cjk), lexicon)):
            yield read(text, lexicon)


def called_names(reading: Reading) -> Iterator[Span]:
    """The names to which a text turns, and those that a label in it says are to act."""
    for start in _calls(reading.text, reading.words, reading.lexicon):
        names = names_behind(reading, start)
        if names and _ENDS.match(reading.text, names[-1].end):
            yield from names


def _calls(text: str, words: Words, lexicon: Lexicon) -> Iterator[int]:
    """Where a text may name somebody whom it calls."""
    turned = 0
    for low, high in words.spots(_OPENING):
        word = words.low[low:high]
        joins = word in lexicon.turning or word in lexicon.addressing
        if not joins and not (turned and (word in lexicon.of or word in lexicon.articles)):
            break
        turned = high  # "To", "For the attention of"
    if turned:
        yield turned
    colon = ":" in text
    leads = len(text) <= _SHORT or (colon and text.endswith(":"))
    for hit in lexicon.announcing.find(words) if leads else ():
        for low, high in words.spots(words.between(hit.end, hit.end + _NEAR)):
            if words.low[low:high] in lexicon.turning:
                yield high
    for hit in lexicon.responsible.find(words) if colon else ():
        if text.startswith((":", " :"), hit.end):
            yield text.index(":", hit.end) + 1
    if colon and (label := _LABELLED.search(text)) is not None:
        yield label.end()
    if (ahead := _AHEAD.match(text)) is not None:
        yield ahead.end()
