"""Whom a recommendation asks where its own clause does not say: headings, names called, final brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from model.dates import says_when
from model.labels import Addressee, Span
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import after
from model.suggestions.brackets import ends_with_states
from model.suggestions.deciding import is_the_body
from model.suggestions.imperatives import bare_imperative
from model.suggestions.lexicon import Lexicon
from model.suggestions.naming import NOBODY, Asked, officer, own_organ
from model.suggestions.national import read_within
from model.suggestions.reading import Reading, is_past, read
from model.suggestions.unlisted_bodies import name_in
from model.suggestions.voice import Voice
from model.words import Words, lowered

# An article before a name is not longer.
_ARTICLE = 5
# Between what announces recommendations and whom they are for stands a number or a participle at most.
_NEAR = 24
# A name that a table holds goes on for this many words ("Министерству финансов Норландии").
_NAMED_ON = 4
# One that is "to" do something has a name of this many words ahead of it.
_NAME_AND_TO = 12
# A name that is called before a colon is not longer, in characters.
_A_CALL = 120
_COLON = re.compile("[:：]")
_BRACKET = re.compile(r"[(（]([^()（）\d]{3,200})[)）][\s.;]*$")
# Before what is to be done it may stand too: "(for the Agency): adopt ...".
_BRACKET_AHEAD = re.compile(r"\s*[(（]([^()（）\d]{3,200})[)）]\s*[:.–—：-]?\s*")


def asked_by(reading: Reading, joining: Collection[str] | None = None) -> tuple[Addressee, ...]:
    """Whom an announcement of recommendations names ("several recommendations to the operator:"), not whose
    they are ("Recommendations of the Third Committee").

    `joining`: the words that may join the two, by default those with which one turns to somebody.
    """
    lexicon = reading.lexicon
    joining = lexicon.turning if joining is None else joining
    pointing = {hit.start for hit in lexicon.following.find(reading.words)}  # "recommandations suivantes"
    for hit in lexicon.announcing.find(reading.words):
        if reading.ahead(hit.end)[-1] in lexicon.of | lexicon.through:
            # "The actions to be taken by the Council are:"
            return after(reading, hit.end, reading.sentence_end(hit.end)).types
        directed = False  # "recommandations à l'intention des États"
        for low, high in reading.words_between(hit.end, hit.end + _NEAR):
            word = reading.low[low:high]
            between_them = word in lexicon.addressing or word in lexicon.articles
            directed = directed or word in lexicon.addressing
            if word in joining or (directed and word in lexicon.of):
                asked = after(reading, high, reading.sentence_end(high))
                if asked.types:
                    return asked.types
            elif word in lexicon.that:
                return _told_in_clause(reading, low).types
            elif not between_them and not _numeral(word) and low not in pointing:
                break
    return ()


def introduced(reading: Reading, voice: Voice) -> tuple[Addressee, ...]:
    """For whom the reporting body says that recommendations of its own follow ("The Board makes the following
    recommendations to the Ministry:"), or what they tell somebody ("recommendations that the Fund buy:").
    """
    lexicon = reading.lexicon
    start = reading.sentence(len(reading.text.rstrip()) - 1)
    last = reading.words.between(start, len(reading.low))
    announced = (hit for hit in lexicon.announcing.find(reading.words, last))
    formal = next((hit for hit in announced if reading.low.startswith(lexicon.formally, hit.start)), None)
    if formal is None or not lexicon.following.find(reading.words, last):
        return ()
    subject = next(iter(reading.actors_between(start, formal.start)), None)
    if subject is not None and not is_the_body(reading, subject, voice):
        return ()
    if (told := _told_in_clause(reading, formal.end)).types:
        return told.types
    ahead = reading.words.words[reading.words.between(start, formal.start)]
    ours = subject is not None or not lexicon.we.isdisjoint(ahead)
    verb = start if subject is None else subject.end
    before = is_past(reading, verb) and not voice.narrated  # what it asked in an earlier report
    said_when = says_when(reading.low, start, formal.start)
    if not ours or before or said_when or _has_verb(reading, formal.end):
        return ()
    return asked_by(reading)


def _has_verb(reading: Reading, start: int) -> bool:
    """Whether a stretch of the last sentence says something of what stands before it, not in a relative
    clause: "the following recommendations to the Ministry have been implemented:"."""
    lexicon = reading.lexicon
    words = reading.words.words[reading.words.between(start, len(reading.low))]
    first = next((word for word in words if word in lexicon.finite or word in lexicon.relatives), "")
    return first in lexicon.finite


def _told_in_clause(reading: Reading, start: int) -> Asked:
    """Who is to do something in a clause that begins at an offset ("recommendations that the Fund buy:"), by
    its verb without an ending: not "recommendations that the Fund accepted".
    """
    lexicon = reading.lexicon
    that = next(iter(reading.words_from(start, 1)), None)
    if not lexicon.inflected or that is None or reading.low_at(that) not in lexicon.that:
        return NOBODY
    subject = next(iter(reading.actors_between(that[1], reading.sentence_end(start))), None)
    if subject is None or subject.start - that[1] > _ARTICLE or subject.value.sort == "own":
        return NOBODY
    verb = "".join(reading.low_at(spot) for spot in reading.words_from(subject.end, 1))
    if not verb or verb.endswith(lexicon.inflected) or verb in lexicon.finite:
        return NOBODY
    return Asked(subject.value.types, (subject.span,))


def _numeral(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def heading_asks(heading: str, lexicon: Lexicon, voice: Voice, recommending: bool) -> tuple[Addressee, ...]:
    """Whom a heading says that what stands below it is for; most say it of nobody, and are not read.

    `recommending`: recommendations stand below.
    """
    if next(lexicon.announcing.each(Words(heading, lexicon.cjk)), None) is not None:
        reading = read(heading, lexicon)
        name_in(reading, voice.strangers)
        whom = asked_by(reading)
        if whom:
            return whom
    # "To the Ministry", not the article that Portuguese has in the same form
    turns = lowered(heading).partition(" ")[0] in lexicon.turning - lexicon.nominal
    if not recommending and not turns and not _directs(heading, lexicon):
        return ()
    if next(lexicon.concerning.each(Words(heading, lexicon.cjk), slice(0, 1)), None) is not None:
        return ()  # "Regarding law enforcement agencies"
    reading = read_within(heading, voice.national_front, lexicon)
    name_in(reading, voice.strangers)
    asked = _turned_to(reading)
    if turns and not recommending and not _opens_with(reading, asked):
        return ()  # "To improve the services"
    return as_meant(asked, reading, voice).types


def _opens_with(heading: Reading, asked: Asked) -> bool:
    """Whether a heading has nothing but an article between the word by which it turns to somebody and whom
    it names ("A la Consejería de Salud", "To the Ministry")."""
    return bool(asked.spans) and asked.spans[0].start - heading.words.edges[1] <= _ARTICLE


def _directs(heading: str, lexicon: Lexicon) -> bool:
    """Whether a heading begins by saying to whom what stands below it is directed ("Directed to Parties")."""
    first, _, rest = lowered(heading).partition(" ")
    return first in lexicon.addressing and rest.partition(" ")[0] in lexicon.turning


def _turned_to(heading: Reading) -> Asked:
    """Whom a heading turns to ("To the Ministry of Lands:", "Directed to Parties", "Aux États"), or names."""
    lexicon = heading.lexicon
    directs = _directs(heading.text, lexicon)
    opening = heading.words.words[directs : directs + 1]
    turning = lexicon.turning.intersection(opening)
    start = heading.words.edges[2 * directs + 1] if turning else 0
    asked = after(heading, start, len(heading.text))
    if directs and not asked.types:
        asked = own_organ(heading, start)
    if not turning and asked.spans and not _is_one_name(heading, asked.spans):
        return NOBODY  # "States’ obligations" is what its recommendations are about
    ahead = heading.words.words[heading.words.within(0, asked.spans[0].start)] if asked.spans else []
    if not turning and not lexicon.conjunctions.isdisjoint(ahead):
        return NOBODY  # "Expenditure and cash management"
    return asked


def _is_one_name(heading: Reading, spans: Sequence[Span]) -> bool:
    """Whether a heading is a name that a table holds, or begins with one that goes on ("Ministry of Lands").

    In a language without articles what follows a noun belongs to it ("Министерству внутренних дел").
    """
    lexicon = heading.lexicon
    behind = [heading.low_at(spot) for spot in heading.words_from(spans[-1].end, 1)]
    if not behind:
        return True
    joins = lexicon.within_names.intersection((heading.ahead(spans[-1].end)[-1], behind[0]))
    of_it = not lexicon.articles or bool(joins)
    opens = lexicon.articles.issuperset(heading.ahead(spans[0].start))
    return opens and of_it and behind[0] not in lexicon.conjunctions and not lexicon.cjk


def called(reading: Reading, start: int = 0) -> tuple[Asked, int]:
    """Whom a text calls before it says what to do ("To the Ministry: adopt ..."), and where that begins.

    Where `start` is not 0, it is where a label ("Recommendation 3.") ends before the call.
    """
    bracket = _BRACKET_AHEAD.match(reading.text, start)
    if bracket is not None:
        asked = _called_between(reading, *bracket.span(1))
        if asked is not None and asked.types:
            return asked, bracket.end()
    colon = _COLON.search(reading.text, start, start + _A_CALL)
    if colon is None or _says(reading, colon.start()):
        return NOBODY, 0
    asked = _called_between(reading, start, colon.start())
    return (NOBODY, 0) if asked is None else (asked, colon.end())


def _called_between(reading: Reading, start: int, end: int) -> Asked | None:
    """Whom a stretch of text calls ("To the Ministry", "for the attention of Parliament", "the Agency"); None
    where it says something of them ("The Office would promote").
    """
    lexicon = reading.lexicon
    turning, name = False, start
    for low, high in reading.words_between(start, end):
        word = reading.low[low:high]
        of = turning and (word in lexicon.of or word in lexicon.articles)
        if not of and word not in lexicon.turning and word not in lexicon.addressing:
            break
        turning, name = True, high  # "To", "For the attention of", "Addressed to"
    asked = after(reading, name, end)
    behind = reading.words_between(asked.spans[-1].end, end) if asked.spans else []
    if not turning and any(not _in_name(reading, *spot) for spot in behind):
        return None
    return asked


def named_alone(reading: Reading) -> tuple[Addressee, ...]:
    """Whom a text names and says nothing else ("To the Ministry of Health:", "To Member States")."""
    asked, begins = called(reading)
    if asked.types:
        return () if reading.text[begins:].strip() else asked.types
    short = len(reading.text) <= _A_CALL and not _says(reading, len(reading.text))
    alone = short and bare_imperative(reading) is None
    return _turned_to(reading).types if alone else ()


def told_first(reading: Reading, start: int = 0) -> tuple[Asked, Span | None]:
    """Whom a text begins with and the verb after it, in languages in which one is told so what to do
    ("Министерству финансов разработать", "على الوزارة إنشاء", "The Secretariat to publish a list").

    Where `start` is not 0, it is where a label ("ACTION:") ends, and any name may follow ("Clerk to write").
    """
    lexicon = reading.lexicon
    if lexicon.attributes_first and not lexicon.infinitive:
        asked, verb = _to_act(reading, start)
        return (asked, verb) if verb is not None else _in_subjunctive(reading, start)
    if not lexicon.infinitive and not lexicon.verb_first:
        return NOBODY, None
    turning = lexicon.turning.intersection(reading.words.words[:1])
    asked = after(reading, reading.words.edges[1] if turning else start, reading.sentence_end(start))
    if not asked.types or Addressee.OWN_BODY in asked.types:
        return NOBODY, None
    for low, high in reading.words_from(asked.spans[-1].end, _NAMED_ON):
        verb = bare_imperative(reading, low)
        if verb is not None and verb.start == low and not _says(reading, low):
            return asked, verb
        if reading.low.endswith(lexicon.past, low, high):
            break  # "Министерство начало проводить"
    return NOBODY, None


def _to_act(reading: Reading, start: int) -> tuple[Asked, Span | None]:
    """Who is "to" do something, by a name that a table holds or that has capitals ("The Finance Unit to
    reconcile"), and the verb; one word alone ("Failure to report") is a name after a label only.
    """
    lexicon = reading.lexicon
    spots = reading.words_from(start, _NAME_AND_TO)
    to = next((at for at, spot in enumerate(spots) if reading.low_at(spot) in lexicon.into), 0)
    verb = bare_imperative(reading, spots[to][0]) if to else None
    near = next(iter(reading.actors_between(start, spots[to][0])), None) if to else None
    somebody = near is not None or (to and reading.text[slice(*spots[to - 1])].isupper())
    if verb is None and start and somebody and to + 1 < len(spots):
        # a verb that no list holds, after a name or initials: not "ACTION: Letter to residents"
        word = reading.low_at(spots[to + 1])
        low = reading.text[spots[to + 1][0]].islower() and word not in lexicon.determiners
        verb = Span(*spots[to + 1]) if low else None
    if verb is None or _says(reading, spots[to][0]):
        return NOBODY, None
    if start and near is not None and near.value.sort == "speaker":
        return officer(reading, near), verb  # "ACTION: Chair to write"
    asked = after(reading, start, spots[to][0])
    name = [spot for spot in spots[:to] if reading.low_at(spot) not in lexicon.articles]
    named = all(_in_name(reading, *spot) for spot in name)
    rest = [spot for spot in name if asked.spans and spot[0] >= asked.spans[-1].end]
    if asked.types and (start or Addressee.OWN_BODY not in asked.types):
        return (asked, verb) if all(_in_name(reading, *spot) for spot in rest) else (NOBODY, None)
    alone = len(name) == 1 and not start and not reading.text[slice(*name[0])].isupper()
    return NOBODY, verb if name and named and not alone else None


def _in_subjunctive(reading: Reading, start: int) -> tuple[Asked, Span | None]:
    """Who is told what to do by a verb without its ending, as audits write ("The Department of Lands renew
    its agreement"; "Departments renew" tells what they do): an article or the like follows, not as in "The
    Department plan was late". A verb that has no other form in the past tells what was done ("The Department
    set a target")."""
    lexicon = reading.lexicon
    asked = after(reading, start, reading.sentence_end(start))
    if len(asked.spans) != 1 or not lexicon.inflected or Addressee.OWN_BODY in asked.types:
        return NOBODY, None
    if asked.spans[0].start - start > _ARTICLE or _are_several(reading, asked.spans[0]):
        return NOBODY, None
    for low, high in reading.words_from(asked.spans[0].end, _NAME_AND_TO):
        verb = bare_imperative(reading, low)
        if verb is not None and verb.start == low and reading.text[low].islower():
            behind = (reading.low_at(spot) for spot in reading.words_from(verb.end, 1))
            told = not lexicon.articles.isdisjoint(behind) and reading.low[low:high] not in lexicon.unchanged
            told = told and not _says(reading, low)
            return (asked, verb) if told else (NOBODY, None)
        if reading.text[low].islower() and reading.low[low:high] not in lexicon.within_names:
            break
    return NOBODY, None


def _are_several(reading: Reading, name: Span) -> bool:
    """Whether an English name is in the plural, by its first part ("Ministries of Lands")."""
    small = reading.lexicon.within_names - reading.lexicon.articles
    words = (reading.low_at(spot) for spot in reading.words_between(name.start, name.end))
    head = "".join([*takewhile(lambda word: word not in small, words)][-1:])
    return head.endswith("s") and not head.endswith("ss")


def _says(reading: Reading, end: int) -> bool:
    """Whether somebody asks or says something before an offset."""
    return any(hit.start < end for hit in reading.asks) or any(hit.start < end for hit in reading.saying)


def _in_name(reading: Reading, low: int, high: int) -> bool:
    lexicon = reading.lexicon
    word = reading.low[low:high]
    return reading.text[low].isupper() or word in lexicon.of or word in lexicon.determiners


def assigned(reading: Reading) -> tuple[Addressee, ...]:
    """Whom a label names who is to act ("Responsible: the Ministry of Lands")."""
    lexicon = reading.lexicon
    for hit in lexicon.responsible.each(reading.words):
        if reading.low[hit.end : hit.end + 2].lstrip().startswith((":", "：")):
            return after(reading, hit.end, reading.sentence_end(hit.end)).types
    return ()


def bracketed(reading: Reading) -> Asked:
    """Whom the bracket after a recommendation names ("(Ministry of Health)", "(Action: the Agency)")."""
    bracket = _BRACKET.search(reading.text)
    if bracket is None or ends_with_states(reading):
        return NOBODY  # "(Norway)": whose recommendation it is
    low, high = bracket.span(1)
    label = _COLON.search(reading.text, low, high)
    low = label.end() if label else low
    return _called_between(reading, low, high) or _named_plainly(reading, low, high) or NOBODY


def _named_plainly(reading: Reading, start: int, end: int) -> Asked | None:
    """Whom a stretch without a verb names in small letters ("ministère de la transition écologique"), in
    languages where names go on after their noun."""
    lexicon = reading.lexicon
    words = reading.words.words[reading.words.between(start, end)]
    if lexicon.attributes_first or not lexicon.finite.isdisjoint(words) or not lexicon.finite:
        return None
    return after(reading, start, end)
