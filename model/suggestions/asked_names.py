"""Names with capitals where somebody is asked: right before a verb that asks, or right after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.labels import Span
from model.suggestions.passives import is_passive
from model.suggestions.reading import Reading
from model.words import Words

# A name has this many words at most, each of this many characters.
_LONGEST, _LONGEST_WORD = 9, 40
# This many are asked as one at most.
_JOINED = 6
# "IPC training and education should": this many words at most stand between an attribute and a verb.
_ATTRIBUTED = 4
# "Should also take": a verb of doing stands among this many words after a modal.
_BEHIND_MODAL = 3
# By whom something is to be done stands no further from the verb that asks for it.
_REACH = 200
# Between a verb and a name: "l'Office".
_SKIPPED = " ,'’"
# What may part the words of a name.
_JOINT = re.compile(r"[ \u00a0\n’'&-]{1,3}")


def asked_names(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """The names, each with whether its verb goes on with what only somebody does."""
    for ask in (*reading.asks, *reading.openers):
        if any(hit.start <= ask.start < hit.end for hit in reading.not_asking):
            continue
        modal = ask.value.sort == "modal"
        if modal and is_passive(reading, ask.end):
            names = _agents(reading, ask.end)
        elif modal or ask.value.sort == "passive":
            names = _subjects(reading, ask.start)
        else:
            names = [*_objects(reading, ask.end), *_agents(reading, ask.end)]
        if names:
            told = not modal or _acts(reading, ask.end, _BEHIND_MODAL)
            yield from ((name, told) for name in names)


def _subjects(reading: Reading, verb: int) -> list[Span]:
    """The names that end right before a verb, joined to one another and with nothing ahead of each but an
    article.
    """
    lexicon = reading.lexicon
    opening = reading.sentence(verb)
    spots = reading.words_between(opening, verb)[-_LONGEST - 1 :]
    while spots and reading.low_at(spots[-1]) in lexicon.adverbs:
        verb = spots.pop()[0]
    names: list[Span] = []
    end = verb
    while spots and len(names) < _JOINED:
        if reading.text[spots[-1][1] : end].strip(" ,"):
            break
        known = next((one for one in reading.actors if one.start < spots[-1][1] <= one.end), None)
        name = known.span if known is not None else _name_before(reading, spots)
        if name is None:
            name = _head_before(reading, opening, spots[-1][1])
        if name is None:
            break
        if known is None:
            names.append(name)
        end = _ahead_of(reading, opening, name.start)
        if end == 0:
            break
        spots = reading.words_between(opening, end)[-_LONGEST - 1 :]
    return names


def _ahead_of(reading: Reading, opening: int, name: int) -> int:
    """Where another name may end that is joined to one by "and" or a comma; 0 if none is."""
    lexicon = reading.lexicon
    spots = reading.words_between(opening, name)
    while spots and reading.low_at(spots[-1]) in lexicon.nominal:
        name = spots.pop()[0]
    if spots and reading.low_at(spots[-1]) in lexicon.conjunctions:
        return spots[-1][0]
    return name if reading.text[opening:name].rstrip().endswith(",") else 0


def _head_before(reading: Reading, opening: int, end: int) -> Span | None:
    """The name whose first word says what it is, and that ends in plain words: "l'Office du littoral"."""
    lexicon = reading.lexicon
    if lexicon.attributes_first:
        return None
    opening = max(opening, reading.text.rfind(",", opening, end) + 1)
    spots = reading.words_between(opening, end)
    opening = next((high for low, high in reversed(spots) if reading.low[low:high] in lexicon.that), opening)
    name = _name_behind(reading, opening)
    if name is None:
        return None
    first = reading.words_from(name.start, 1)[0][1]
    said = Words(reading.text[name.start : first])
    return Span(name.start, first) if said.low in lexicon.units or lexicon.heads.find(said) else None


def _name_before(reading: Reading, spots: list[tuple[int, int]]) -> Span | None:
    """The name with which words end."""
    lexicon = reading.lexicon
    low, end = None, spots[-1][1]
    for start, stop in reversed(spots):
        if low is not None and not _JOINT.fullmatch(reading.text, stop, low):
            break
        if _joins(reading, start, stop) and (reading.text[start].islower() or start == spots[0][0]):
            in_name = low is not None and reading.low[start:stop] in lexicon.within_names
            if not in_name or not _goes_on(reading, start) or _parts(reading, start):
                break
        elif not reading.text[start].isupper() and reading.low[start:stop] not in lexicon.within_names:
            return None
        low = start
    return _trimmed(reading, low, end) if low is not None else None


def _trimmed(reading: Reading, low: int, end: int) -> Span | None:
    """A name without small words and articles at its beginning."""
    lexicon = reading.lexicon
    for start, stop in reading.words_between(low, end):
        word = reading.low[start:stop]
        if reading.text[start].isupper() and word not in lexicon.determiners:
            return Span(start, end)
    return None


def _joins(reading: Reading, low: int, high: int) -> bool:
    """Whether a word stands before names rather than in them."""
    lexicon = reading.lexicon
    word = reading.low[low:high]
    return word in lexicon.determiners or word in lexicon.that or word in lexicon.conjunctions


def _parts(reading: Reading, low: int) -> bool:
    """Whether "and" parts two names: after initials, or after a name that a table holds."""
    if reading.low_at(reading.words_from(low, 1)[0]) not in reading.lexicon.conjunctions:
        return False
    return _ahead(reading, low).isupper() or any(one.end == low - 1 for one in reading.actors)


def _goes_on(reading: Reading, offset: int) -> bool:
    """Whether a word with a capital stands right before an offset."""
    ahead = _ahead(reading, offset)
    return ahead[:1].isupper() and not ahead.endswith((",", "."))


def _ahead(reading: Reading, offset: int) -> str:
    """The word right before an offset, as it is printed."""
    return "".join(reading.text[max(0, offset - _LONGEST_WORD) : offset].split()[-1:])


def _objects(reading: Reading, verb: int) -> list[Span]:
    """The names that begin right after a verb and go on with what they are told."""
    names = names_behind(reading, verb)
    return names if names and _is_told(reading, names[-1].end) else []


def names_behind(reading: Reading, start: int) -> list[Span]:
    """The names that begin right after an offset, articles and the like aside, joined to one another or to
    others that a table holds.
    """
    lexicon = reading.lexicon
    names: list[Span] = []
    for _ in range(_JOINED):
        known = next((one for one in reading.actors if one.start >= start and one.value.types), None)
        name = _name_behind(reading, start)
        if known is not None and (name is None or known.start <= name.start):
            ahead = reading.words.words[reading.words.between(start, known.start)]
            if not lexicon.determiners.issuperset(ahead):
                break
            start = max(known.end, name.end if name is not None and name.start == known.start else 0)
        elif name is not None:
            names.append(name)
            start = name.end
        else:
            break
        if not _joined_behind(reading, start):
            break
    return names


def _joined_behind(reading: Reading, name: int) -> bool:
    """Whether another name may follow one that ends at an offset, after a comma or "and"."""
    behind = reading.words_from(name, 1)
    conjoined = bool(behind) and reading.low_at(behind[0]) in reading.lexicon.conjunctions
    return conjoined or reading.text.startswith(",", name)


def _agents(reading: Reading, verb: int) -> list[Span]:
    """The name by whom something is to be done ("that the list be published by ORVAK")."""
    lexicon = reading.lexicon
    for low, high in reading.words_between(verb, min(reading.sentence_end(verb), verb + _REACH)):
        if reading.low[low:high] not in lexicon.through:
            continue
        ahead = reading.ahead(low)[-1:]
        if ahead and ahead[0].endswith(lexicon.participles):
            name = _name_behind(reading, high)
            return [name] if name is not None else []
    return []


def _name_behind(reading: Reading, verb: int) -> Span | None:
    """The name that begins after an offset, articles and joints aside."""
    lexicon = reading.lexicon
    spots = reading.words_from(verb, _LONGEST + 4)
    while spots and _introduces(reading, *spots[0]):
        if reading.text[verb : spots[0][0]].strip(_SKIPPED):
            return None
        verb = spots.pop(0)[1]
    if not spots or reading.text[verb : spots[0][0]].strip(_SKIPPED):
        return None
    low, end, last = spots[0][0], 0, 0
    for start, stop in spots:
        if end and not _JOINT.fullmatch(reading.text, end, start):
            break
        if reading.text[start].isupper():
            last = end = stop
        elif reading.low[start:stop] in lexicon.within_names and end and not _parts(reading, start):
            end = stop
        else:
            break
    return Span(low, last) if last else None


def _introduces(reading: Reading, low: int, high: int) -> bool:
    lexicon = reading.lexicon
    word = reading.low[low:high]
    joins = word in lexicon.determiners or word in lexicon.that or word in lexicon.called_for
    opens = low == reading.sentence(low) and not lexicon.attributes_first  # "La Direction"
    return (opens or reading.text[low].islower()) and (joins or word in lexicon.conjunctions)


def is_attribute(reading: Reading, end: int) -> bool:
    """Whether a name only says which: "WELL policies and plans should" asks no body called WELL."""
    lexicon = reading.lexicon
    ask = next((one.start for one in reading.asks if one.start >= end), end)
    if not lexicon.attributes_first or ask == end:
        return False
    behind = reading.low[end:ask]
    words = [word for word in behind.split() if word not in lexicon.adverbs]
    joins = lexicon.barring | lexicon.prepositions | lexicon.nominal | lexicon.conjunctions
    return (
        0 < len(words) <= _ATTRIBUTED and behind[0] == " " and joins.isdisjoint(words) and "," not in behind
    )


def _is_told(reading: Reading, end: int) -> bool:
    """Whether what follows a name goes on with what somebody is told: not "PSEA policies"."""
    lexicon = reading.lexicon
    behind = reading.words_from(end, 1)
    if not behind or reading.text[end : behind[0][0]].strip(" ."):
        return True
    word = reading.low_at(behind[0])
    if word in lexicon.passive or word[0].isdigit() or is_attribute(reading, end):
        return False  # "recommends that Chapter VII be amended", "Order No. 5"
    closed = lexicon.into | lexicon.that | lexicon.turning | lexicon.of | lexicon.will | lexicon.joining
    if word in closed or _acts(reading, end) or any(ask.start == behind[0][0] for ask in reading.asks):
        return True
    return bool(lexicon.actions.find(Words(word.removesuffix("s"))))  # "that the Board establishes"


def _acts(reading: Reading, end: int, most: int = 1) -> bool:
    """Whether a verb of doing follows within this many words, or a list of what is to be done."""
    first = reading.words.since(end).start
    doing = reading.lexicon.actions.find(reading.words, slice(first, first + most))
    return bool(doing) or reading.text.startswith(":", end)
