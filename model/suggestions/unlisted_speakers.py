"""Speakers that no table holds, known by their verb: whoever only somebody's verb follows, and names."""

from __future__ import annotations

import re
from itertools import pairwise

from model.labels import Span
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading
from model.suggestions.saying import pleads, reports
from model.suggestions.voice import Voice

# An organization that takes part in a meeting is called by its initials.
_INITIALS = re.compile(r"[A-Z]{3,8}")
# Who says something is named in this many words where no table holds the name.
_SOMEBODY = 16
# A person's name has so many words; commas part it from what else a sentence begins with.
_NAME = (2, 5)
_PART = re.compile(r" *([^,]+),")
# A short name in a bracket after a long one.
_BRACKET = re.compile(r" ?\([^()]*\)")


def somebody_says(reading: Reading, said: Hit[str]) -> Span | None:
    """Whoever opens a sentence with a verb whose subject is somebody ("Farmers interviewed said that")."""
    start = reading.sentence(said.start)
    spots = reading.words_between(start, said.start)
    if not 1 <= len(spots) <= _SOMEBODY or not pleads(reading, said):
        return None
    ahead = reading.low[start : said.start]
    aside = "," in ahead and _aside(reading, spots, ahead)
    named = start + ahead.index(",") if aside else said.start
    own = any(one.value.is_body for one in reading.actors_between(start, named))
    if own or ("," in ahead and not aside) or not reports(reading, said):
        return None
    return Span(spots[0][0], spots[-1][1])


def _aside(reading: Reading, spots: list[tuple[int, int]], ahead: str) -> bool:
    """Whether the words before a verb are a name and an aside on who it is ("Ann Moor, who fell," "Ann Moor,
    of Lost Gear,")."""
    lexicon = reading.lexicon
    name, _, rest = ahead.partition(",")
    behind = rest.split()[:1]
    named = all(reading.text[low].isupper() for low, _ in spots[: len(name.split())])
    who = not (lexicon.relatives | lexicon.of).isdisjoint(behind)
    return named and ahead.rstrip().endswith(",") and who


def name_says(reading: Reading, voice: Voice, said: Hit[str]) -> Span | None:
    """A name that no table holds, right before a verb of saying ("On 27 March, North Line advised that")."""
    lexicon = reading.lexicon
    verb = reading.low_at(said)
    meeting = voice.narrated and not voice.national and verb not in lexicon.doing
    feels = pleads(reading, said) and verb not in lexicon.acting
    if not meeting and not feels and not reports(reading, said):
        return None
    low, end = _name_before(reading, said.start)
    name = reading.text[low:end].strip()
    words = _BRACKET.sub("", name).split()
    if words and words[-1].endswith(lexicon.adverb_endings):
        words.pop()  # "similarly submitted"
    if not 1 <= len(words) <= 9 or name.lower() in voice.body:
        return None
    if any(one.value.is_body for one in reading.actors_between(low, end)):
        return None  # "The Advisory Committee also"
    if end < said.start and not lexicon.things.isdisjoint(name.lower().split()):
        return None  # "The Convention, in its article 3, stated that"
    named = [
        word for word in words if word.lower() not in lexicon.determiners and word.lower() not in lexicon.of
    ]
    if not reports(reading, said) and not (len(named) == 1 and _INITIALS.fullmatch(named[0])):
        return None
    if (
        not named
        or not all(word[0].isupper() for word in named)
        or (low == 0 and len(words) == 1 and not name.isupper() and not pleads(reading, said))
    ):
        return None
    start = reading.text.index(name, low)
    return Span(start, start + len(name))


def person_says(reading: Reading, said: Hit[str]) -> Span | None:
    """A person's name before an aside on the office that they hold ("Ann Moor, the Committee Rapporteur,
    noted that", "Opening the session, Ann Moor (Norland), President of the Council, said"): names of two
    words or more, all with capitals, of no body."""
    start = reading.sentence(said.start)
    ahead = reading.text[start : said.start].rstrip()
    if not ahead.endswith(","):
        return None
    parts = list(_PART.finditer(ahead))
    for part, aside in pairwise(parts):
        name = _BRACKET.sub("", part[1])
        words = name.split()
        low = start + part.start(1)
        named = all(word[0].isupper() and "’" not in word for word in words)
        if not named or not _NAME[0] <= len(words) <= _NAME[1] or _is_no_person(reading, low, name):
            continue
        if _is_office(reading, start + aside.start(1), start + aside.end(1)):
            return Span(low, low + len(name))
    return None


def _is_office(reading: Reading, low: int, high: int) -> bool:
    """Whether an aside names somebody whom the tables know, except States, or is a name with small words
    within ("Commissioner for Wells")."""
    if any(one.value.sort != "state" for one in reading.actors_between(low, high)):
        return True
    lexicon = reading.lexicon
    spots = reading.words_between(low, high)
    small = [reading.low_at(spot) for spot in spots if not reading.text[spot[0]].isupper()]
    small = small[bool(small) and small[0] in lexicon.articles :]
    titled = reading.text[spots[-1][0]].isupper() if spots else False
    return titled and bool(small) and lexicon.within_names.issuperset(small)


def _is_no_person(reading: Reading, low: int, name: str) -> bool:
    """Whether words with capitals name somebody whom the tables know, hold an article or a thing ("Last
    Monday"), or begin with a preposition ("In Geneva")."""
    lexicon, high = reading.lexicon, low + len(name)
    words = reading.words.words[reading.words.between(low, high)]
    if reading.actors_between(low, high) or not lexicon.prepositions.isdisjoint(words[:1]):
        return True
    return not lexicon.determiners.isdisjoint(words) or not lexicon.things.isdisjoint(words)


def somebody_views(reading: Reading) -> tuple[Span, ...] | None:
    """Whoever opens a text with a view of something ("City officials saw it otherwise"), and the words that
    say so; no paper does ("The report described it as")."""
    lexicon = reading.lexicon
    hit = next(lexicon.viewing.each(reading.words), None)
    if hit is None or hit.start >= reading.first_end:
        return None
    if lexicon.verb_first:
        return (hit.span,)  # whoever has it is named after the verb, or in its form
    spots = reading.words_between(0, hit.start)
    words = {reading.low[low:high] for low, high in spots}
    if not 1 <= len(spots) <= _SOMEBODY or "," in reading.low[: hit.start]:
        return None
    told = words & (lexicon.things | lexicon.finite | lexicon.relatives)
    if told or any(one.value.is_body for one in reading.actors_between(0, hit.start)):
        return None
    return Span(spots[0][0], spots[-1][1]), hit.span


def _name_before(reading: Reading, verb: int) -> tuple[int, int]:
    """Where a name before a verb begins and ends: right before it, or before an aside that commas part off
    ("The Harbour Guild, in its submission, conceded that")."""
    start = reading.sentence(verb)
    ahead = reading.low[start:verb].rstrip()
    if ahead.endswith(",") and ahead.count(",") > 1:
        return start, start + ahead.index(",")
    return max(reading.low.rfind(",", start, verb) + 1, start), verb
