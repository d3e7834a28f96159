"""A paragraph read once: its sentences, its words, and what the language's tables find in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeVar

from model import countries
from model.labels import Addressee
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.sentences import quoted, sentence_starts
from model.suggestions.wordlists import Actor, Ask, Cue
from model.words import LONGEST_TEXT, Words

T = TypeVar("T")
# Words longer than this are not words (a barcode, a broken text layer).
_LONGEST_WORD = 40
# What a name is called for short, or where more is said of it.
_BRACKET = re.compile(r" \([^()]{1,60}\)")
# An introduction is no longer, in characters.
_INTRODUCTION = 40
# "Of the", between an organ's name and its organization's.
_OF_THE = 2
_start, _end = itemgetter(0), itemgetter(1)


@dataclass(slots=True)
class Reading:
    """What a text says in the words of its language (`lexicon`). Offsets are code points of the text."""

    text: str
    lexicon: Lexicon
    words: Words
    low: str
    starts: tuple[int, ...]
    quotes: list[tuple[int, int]]
    asks: list[Hit[Ask]]
    openers: list[Hit[Ask]]
    deciding: list[Hit[str]]
    cues: list[Hit[Cue]]
    actors: list[Hit[Actor]]
    saying: list[Hit[str]]
    not_asking: list[Hit[str]]
    quoting: list[Hit[str]]
    itself: list[Hit[str]]

    @property
    def first_end(self) -> int:
        """Where the first sentence ends, which is where the next one begins."""
        return self.starts[1] if len(self.starts) > 1 else len(self.text)

    def low_at(self, place: tuple[int, int] | Hit[Any]) -> str:
        """The words at a place, in lower case."""
        return self.low[place[0] : place[1]]

    def sentence(self, offset: int) -> int:
        """Where the sentence that holds an offset begins."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def clause(self, offset: int) -> int:
        """Where the sentence that holds an offset says what it is about: after the few words of an
        introduction ("In that regard, "), where it has one."""
        start = self.sentence(offset)
        comma = self.low.find(",", start, min(offset, start + _INTRODUCTION)) + 1
        if not comma or any(actor.start < comma for actor in between(self.actors, start, comma)):
            return start
        return next((low for low, _ in self.words_from(comma, 1)), start)

    def owner(self, actor: Hit[Actor]) -> Hit[Actor] | None:
        """The name after one that says whose it is: "the Assembly of the Seabed Authority"."""
        behind = next((one for one in self.actors if one.start >= actor.end), None)
        if behind is None:
            return None
        gap = self.words.words[self.words.between(actor.end, behind.start)]
        small = self.lexicon.nominal | self.lexicon.of
        return (
            behind
            if 0 < len(gap) <= _OF_THE and gap[0] in self.lexicon.of and small.issuperset(gap)
            else None
        )

    def past_bracket(self, offset: int) -> int:
        """Where the bracket ends that stands right after an offset ("the Board (see annex)"), else there."""
        bracket = _BRACKET.match(self.text, offset)
        return bracket.end() if bracket is not None else offset

    def sentence_end(self, offset: int) -> int:
        """Where the sentence that holds an offset ends."""
        at = bisect_right(self.starts, offset)
        return self.starts[at] if at < len(self.starts) else len(self.text)

    def within_quotes(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.quotes)

    def put_actors(self, hits: Sequence[Hit[Actor]], kept: Iterable[Hit[Actor]] | None = None) -> None:
        """Adds actors. Of those already there `kept` stay, by default all that the new ones do not
        overlap."""
        if kept is None:
            kept = [one for one in self.actors if not any(map(one.meets, hits))]
        self.actors[:] = sorted([*kept, *hits], key=_start)

    def ahead(self, offset: int) -> list[str]:
        """The words directly before an offset, split at spaces, in lower case."""
        return self.low[max(0, offset - _LONGEST_WORD) : offset].split()

    def words_from(self, start: int, most: int) -> list[tuple[int, int]]:
        """The places of the first words that begin at an offset or after it, at most so many."""
        first = self.words.since(start).start
        return self.words.spots(slice(first, first + most))

    def words_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of the words that begin between two offsets."""
        return self.words.spots(self.words.between(start, end))

    def actors_between(self, start: int, end: int) -> list[Hit[Actor]]:
        return between(self.actors, start, end)

    def subject_behind(self, verb: int) -> Hit[Actor] | None:
        """Where verbs come first: the name after a verb that ends at `verb`, at most a word between."""
        for actor in self.actors:
            if actor.start >= verb:
                return actor if len(self.low[verb : actor.start].split()) <= 1 else None
        return None


# An opening stands among the first words.
_OPENING = slice(0, 8)


def read(text: str, lexicon: Lexicon) -> Reading:
    """Reads a text with a language's tables."""
    words = Words(text, lexicon.cjk)
    starts = sentence_starts(text)
    begins = _first_words(words, starts)
    asks, deciding, cues, actors, saying, not_asking, quoting, itself = lexicon.bundle.find(words, begins)
    actors, saying = _apart(actors, saying, text)
    if lexicon.asks_names:
        asks = [ask for ask in asks if _may_ask(ask, actors, deciding, words.low, lexicon)]
    if lexicon.counted:
        actors = [one for one in actors if not _is_numeral(one, asks, words, starts, lexicon)]
    return Reading(
        text=text,
        lexicon=lexicon,
        words=words,
        low=words.low,
        starts=starts,
        quotes=quoted(text),
        asks=asks,
        openers=lexicon.openers.find(words, _OPENING, begins),
        deciding=deciding,
        cues=cues,
        actors=_with_states(_with_compounds(actors, text, words, lexicon), text, words, lexicon),
        saying=saying,
        not_asking=not_asking,
        quoting=quoting,
        itself=itself,
    )


def _may_ask(
    ask: Hit[Ask], actors: list[Hit[Actor]], deciding: list[Hit[str]], low: str, lexicon: Lexicon
) -> bool:
    """Whether a word that asks only right before a name is not part of another word ("申请缔约国"): a name
    stands after it, and a name, a stop, "it", a joining word or a verb of deciding before it.
    """
    if low[ask.start : ask.end] not in lexicon.asks_names:
        return True
    if all(one.start != ask.end for one in actors):
        return False
    ahead = low[: ask.start].rstrip()
    opens = not ahead[-1:].isalnum() or ahead.endswith((*lexicon.joining, *lexicon.it))
    return opens or ask.start in [one.end for one in actors] + [one.end for one in deciding]


def _is_numeral(
    actor: Hit[Actor], asks: Sequence[Hit[Ask]], words: Words, starts: Sequence[int], lexicon: Lexicon
) -> bool:
    """Whether "I" is one: "annex I", "Phase I", but not "Under the Act, I find" or "Under the Act I urge"."""
    if actor.end - actor.start > 1:
        return False
    at = words.since(actor.start).start
    if at == 0 or words.words[at - 1] not in lexicon.counted or words.low[actor.start - 2] == ",":
        return False
    first = words.words[words.since(max(start for start in starts if start < actor.start)).start]
    verb = next((ask for ask in asks if ask.start == actor.end + 1), None)
    asked = verb is not None and not words.low[verb.start : verb.end].endswith(lexicon.inflected)
    return not (asked and first in lexicon.prepositions)


def _apart(
    actors: list[Hit[Actor]], saying: list[Hit[str]], text: str
) -> tuple[list[Hit[Actor]], list[Hit[str]]]:
    """Without the names that are verbs, and the verbs that are names: "the Ministry states that" and "States
    that have never reported" differ by a capital, "报告" and "报告员" in length.
    """
    verbs = {hit.start: hit.end for hit in saying}
    both = [actor for actor in actors if actor.start in verbs]
    if not both:
        return actors, saying
    named = {one.start for one in both if text[one.start].isupper() or one.end > verbs[one.start]}
    said = {one.start for one in both} - named
    return (
        [actor for actor in actors if actor.start not in said],
        [hit for hit in saying if hit.start not in named],
    )


def _with_compounds(actors: list[Hit[Actor]], text: str, words: Words, lexicon: Lexicon) -> list[Hit[Actor]]:
    """The actors with the compounds that name somebody by their last part ("das Verkehrsministerium"), where
    no other name stands.
    """
    endings = tuple(lexicon.compounds)
    if not endings:
        return actors
    found: list[Hit[Actor]] = []
    for at, word in enumerate(words.words):
        start, end = words.edges[2 * at], words.edges[2 * at + 1]
        if word.endswith(endings) and word not in lexicon.compounds and text[start].isupper():
            longest = max(filter(word.endswith, endings), key=len)
            found.append(Hit(start, end, lexicon.compounds[longest]))
    return sorted([*actors, *(one for one in found if not _met(one, actors))], key=_start)


def _with_states(actors: list[Hit[Actor]], text: str, words: Words, lexicon: Lexicon) -> list[Hit[Actor]]:
    """The actors with the countries that a text names, where no longer name stands."""
    written = (_as_written(one, text, lexicon) for one in actors)
    actors = [one for one in written if one is not None]
    found = [
        Hit(start, end, _UNION if named.standing == "organization" else _STATE)
        for start, end, named in countries.mentions(text[:LONGEST_TEXT], None if lexicon.cjk else words)
    ]
    if not found:
        return actors
    kept = [one for one in actors if not _covered(one, found)]
    return sorted([*kept, *(state for state in found if not _met(state, kept))], key=_start)


def _as_written(one: Hit[Actor], text: str, lexicon: Lexicon) -> Hit[Actor] | None:
    """A name, if it has the capital that it needs; without one some name those to a conflict ("the
    parties")."""
    if not one.value.proper or text[one.start].isupper():
        return one
    if text[one.start : one.end] not in lexicon.disputing:
        return None
    ahead = text[max(0, one.start - _LONGEST_WORD) : one.start].lower().split()[-1:]
    articles = lexicon.nominal if lexicon.attributes_first else lexicon.determiners
    return one._replace(value=_STATE_MEANT) if not articles.isdisjoint(ahead) else None


def _covered(one: Hit[Actor], others: list[Hit[Actor]]) -> bool:
    """Whether one of `others`, which are in order and apart, contains it."""
    at = bisect_right(others, one.start, key=_start) - 1
    return at >= 0 and one.end <= others[at].end


def _met(one: Hit[Actor], others: list[Hit[Actor]]) -> bool:
    """Whether it overlaps one of `others`, which are in order and apart."""
    at = bisect_right(others, one.start, key=_end)
    return at < len(others) and others[at].start < one.end


_STATE_MEANT = Actor("asked", (Addressee.SPECIFIC_STATE,))
_STATE = Actor("state", (Addressee.SPECIFIC_STATE,))
# The European Union, which speaks among States.
_UNION = Actor("state", (Addressee.REGIONAL_ORG,))


def is_past(reading: Reading, offset: int) -> bool:
    """Whether the word at an offset tells what was done: by its ending, or by the auxiliary that it is."""
    lexicon = reading.lexicon
    words = reading.words.words
    at: int = reading.words.since(offset).start
    while at < len(words) and (words[at] in lexicon.auxiliaries or words[at] in lexicon.adverbs):
        at += 1
    return at < len(words) and (words[at] in lexicon.having or words[at].endswith(lexicon.past))


def between(hits: Sequence[Hit[T]], start: int, end: int) -> list[Hit[T]]:
    """The hits between two offsets."""
    return [hit for hit in hits if start <= hit.start and hit.end <= end]


def _first_words(words: Words, starts: Iterable[int]) -> frozenset[int]:
    """Where the first words stand after the beginnings of sentences."""
    edges = words.edges
    return frozenset([edges[(bisect_left(edges, start) + 1) // 2 * 2] for start in starts])
