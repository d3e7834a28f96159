"""Where the sentences of a text begin, and what in it is quoted from elsewhere."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from itertools import chain

import resources
from model.dates import MONTHS

# A stop, then a space, then something that may open a sentence: a capital, a bracket, a quotation mark, or a
# letter of a script without capitals.
# One class of signs first, so that a search skips all else quickly.
_BREAK = re.compile(r"[.!?;؟؛。；！？](?:(?<=[。；！？])|[”\"»’)]{0,2}\d{0,3}[ \n]{1,3}(?=[\w(“\"«‘]))")
# In all languages at once: `resources/abbreviations.toml`.
_ABBREVIATIONS = tomllib.loads(resources.read_text("abbreviations.toml"))
_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(chain.from_iterable(_ABBREVIATIONS.values()))})$")
# In German a day's number has a stop: "am 28. Juni".
_DAY = re.compile(r"(?<!\d)\d{1,2}$")
_MONTH = re.compile(rf"(?i:{'|'.join(MONTHS['de'])})\b")
# So have other numbers that count: "auf seiner 20. Tagung", "der 17. Deutsche Bundestag".
_ORDINAL = re.compile(
    r"(?i)\b(?:d(?:er|ie|as|em|en|es)|zu[mr]|im|beim|vom|(?:sein|ihr|unser|dies)e[mnrs]?) \d{1,3}$"
)
_ORDINAL_LENGTH = 12
# Something is left out, not at a sentence's end: "its Resolution ... (2022)".
_ELLIPSIS = " ..."
# They are looked for this far into a text.
_LONGEST = 20_000
_STOPS = " \n.,;:،؛。，；"
_QUOTED = re.compile(r"[“«„][^”»“]{1,1200}[”»“]")


@lru_cache(maxsize=4096)  # a report's texts are asked for what they say, and then for the lists in them
def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets where sentences (and clauses after a semicolon) begin, the first of them 0."""
    starts = [0]
    for match in _BREAK.finditer(text, 0, _LONGEST):
        if match.group()[0] == "." and _ABBREVIATED.search(text, max(0, match.start() - 8), match.start()):
            continue
        if text.endswith(_ELLIPSIS, 0, match.start() + 1) and not text[match.end()].isupper():
            continue
        if _decimal(text, match) or _dated(text, match) or _counted(text, match.start()):
            continue
        starts.append(match.end())
    return tuple(starts)


def _decimal(text: str, match: re.Match[str]) -> bool:
    """Whether a stop is a number's ("$11.8 million"), not one with a footnote's mark after it."""
    behind = match.group()[1:2]
    return behind.isdigit() and text[match.start() - 1].isdigit() and text[match.end()].islower()


def _dated(text: str, match: re.Match[str]) -> bool:
    """Whether a stop belongs to a day's number."""
    stop = match.start()
    return (
        _MONTH.match(text, match.end()) is not None and _DAY.search(text, max(0, stop - 3), stop) is not None
    )


def _counted(text: str, stop: int) -> bool:
    """Whether a stop belongs to a number that counts what follows."""
    ahead = text[max(0, stop - _ORDINAL_LENGTH) : stop]
    return ahead[-1:].isdigit() and _ORDINAL.search(ahead) is not None


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks: words of somebody else, or a title; not a whole text in them."""
    if not any(map(text.__contains__, "“«„")):
        return []
    spans = [match.span() for match in _QUOTED.finditer(text, 0, _LONGEST)]
    # what stands in them from end to end, a stop aside, is given in full, and speaks for itself
    return [span for span in spans if span[0] or span[1] < len(text.rstrip(_STOPS))]
