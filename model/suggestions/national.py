"""Reports made inside a State, or by nobody's organ: whom they call by which word.

"The agency", "the Board" mean organs of one State there; a table of the language's (`offices`) says which.
Its Government is that State, as in other reports. What the reporting body calls itself is on the report's
first pages, and it is the one that recommends and concludes.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable
from operator import attrgetter

from model.documents import Document
from model.labels import Addressee
from model.nodes import Kind
from model.outline import Outline
from model.suggestions.first_person import speaks_as_we
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, read
from model.suggestions.wordlists import Actor
from model.words import Words, lowered

# This many nodes on this many pages hold what a report says of itself before it begins.
_FRONT, _PAGES, _LONGEST, _BRIEF = 40, 2, 300, 120
# A text says in this many characters what it is.
_TITLED = 200
# "Ministers" and "ministerial" begin like this.
_STEM = 6
# A name that its first pages do not hold is the body's own where it acts so often.
_OFTEN = 2
# Where so many paragraphs speak of intergovernmental organizations and their members, one reports.
_SHARE = 0.25
_OWN = Actor("own", (Addressee.OWN_BODY,))
_AUTHORITY = Actor("asked", (Addressee.NATIONAL_AUTHORITY,))
_NAMED = (Kind.TITLE, Kind.SECTION, Kind.FURNITURE)


def front_of(document: Document, outline: Outline) -> str:
    """What a report says of itself on its first pages, in lower case: covers, titles, headers."""
    said = [document.masthead.title, document.masthead.body]
    for count, node in enumerate(outline):
        if count >= _FRONT or node.anchor.page > _PAGES:
            break
        if node.kind in _NAMED or (node.anchor.page == 1 and len(node.text) < _BRIEF):
            said.append(node.text[:_LONGEST])
    return lowered(" ".join(said))


def is_national(document: Document, front: str, readings: Collection[Reading], lexicon: Lexicon) -> bool:
    """Whether no intergovernmental organization reports: no symbol, and their names neither in front nor
    again and again. A parliament's resolution and an ombudsman's decision are made inside their State.
    """
    kinds = _kinds(Words(front, lexicon.cjk), lexicon)
    if (
        document.masthead.symbol
        or _NOT_NATIONAL & kinds
        or _is_rapporteurs(document.masthead.title, lexicon)
        or ("visit" in kinds and names_state(document.masthead.title, lexicon))
        or (_NATIONAL.isdisjoint(kinds) and _is_resolution(document.masthead.title or front, lexicon))
    ):
        return False
    international = sum("international" in _kinds(reading.words, lexicon) for reading in readings)
    return international < _SHARE * len(readings)


def _kinds(said: Words, lexicon: Lexicon) -> set[str]:
    return {hit.value for hit in lexicon.kinds.find(said)}


def _is_resolution(title: str, lexicon: Lexicon) -> bool:
    """Whether a title says so; a heading within may name a decision that is told of."""
    return "resolution" in _kinds(Words(lowered(title[:_TITLED]), lexicon.cjk), lexicon)


def _is_rapporteurs(title: str, lexicon: Lexicon) -> bool:
    """Whether a title names a special rapporteur; a parliament's is called this by one word."""
    said = Words(lowered(title), lexicon.cjk).low
    return any(name in said for name in lexicon.rapporteurs if " " in name)


def names_state(title: str, lexicon: Lexicon) -> bool:
    """Whether a title names a State ("Visit to Norland"), as those of visits inside one do not."""
    return any(actor.value.sort == "state" for actor in read(title, lexicon).actors)


_NOT_NATIONAL = frozenset({"international", "review", "concluding", "questions", "peers", "surveillance"})
_NATIONAL = frozenset({"parliament", "office"})


def call_by_office(readings: Collection[Reading], front: str, lexicon: Lexicon, body: str = "") -> None:
    """Puts organs of one State where a reading has the words' wider meaning, and the body by its own name.

    `body`: who reports, where the masthead says it. A council named in the title of an ombudsman's report is
    the one complained of.
    """
    says = not lexicon.cjk and not lexicon.bodies.isdisjoint(Words(body).words)
    named = body if says else front
    we = speaks_as_we(readings)
    own = "" if we else named  # "the Council" is not a name of who says "we"
    for reading in readings:
        offices = [hit for hit in lexicon.offices.find(reading.words) if not _of_front(hit, reading, own)]
        _replace(reading, offices)
        edge = 0
        for at, hit in enumerate(reading.actors):
            if hit in offices:
                reading.actors[at] = _whole(hit, reading, edge)
            edge = hit.end
            if hit.value.sort == "principal" and _of_front(hit, reading, own):
                reading.actors[at] = hit._replace(value=_OWN)
            elif hit.value.sort == "own" and _begins_other(hit, reading, front):
                reading.actors[at] = hit._replace(value=_AUTHORITY)
        _join_companies(reading)
    names = [*_own_names(readings, front, lexicon, we), *_short_names(front, own, lexicon)]
    for reading in readings if names else ():
        _replace(reading, [Hit(low, high, _OWN) for name in names for low, high in _places(reading, name)])


def hear_advice(readings: Collection[Reading]) -> None:
    """Puts among what asks the modals that elsewhere only permit: audits inside a State so put what
    authorities should do ("the Department may ensure")."""
    for reading in readings:
        if hits := reading.lexicon.permitting.find(reading.words):
            reading.asks[:] = sorted([*reading.asks, *hits], key=attrgetter("start"))


def read_within(text: str, front: str | None, lexicon: Lexicon) -> Reading:
    """A heading or sentence, read like the report that it stands in.

    `front`: what the first pages of a report made inside a State say of it; None for other reports.
    """
    reading = read(text, lexicon)
    if front is not None:
        call_by_office([reading], front, lexicon)
    return reading


def call_by_meeting(readings: Collection[Reading], body: str, lexicon: Lexicon) -> None:
    """Puts the reporting body where a reading names those whose meeting it reports ("Ministers agreed").

    `body` is the report's title and masthead in lower case. "Several Ministers" are speakers still. In the
    communiqué of a summit the heads of State act, whatever its title calls them; in a staff report the staff.
    """
    stems = tuple(word[:_STEM] for word in lexicon.ministerial if word in body)
    names = [name for name in lexicon.meeting if name in body or name.startswith(stems)]
    if any(word in body for word in lexicon.summit):
        names += lexicon.leaders
    if any(word in body for word in lexicon.staff_reports):
        names += lexicon.staff
    for reading in readings if names else ():
        places = _longest(place for name in names for place in _places(reading, name))
        hits = [Hit(low, high, _OWN) for low, high in places if not _some(reading, low)]
        reading.put_actors(hits)


def _some(reading: Reading, start: int) -> bool:
    """Whether a name stands after a word that says that only some are meant."""
    ahead = reading.low[max(0, start - _NAME_REACH) : start].split()
    return bool(ahead) and ahead[-1] in reading.lexicon.some


def _whole(hit: Hit[Actor], reading: Reading, edge: int) -> Hit[Actor]:
    """An office with the words of its name before it, from `edge` on ("the Marine Office")."""
    lexicon = reading.lexicon
    start, sentence = hit.start, max(edge, reading.sentence(hit.start))
    named = reading.text[start].isupper()
    for low, high in reversed(reading.words_between(max(sentence, start - _NAME_REACH), start)):
        word = reading.low[low:high]
        if reading.text[high:start] != " " or word in lexicon.determiners or word in lexicon.relatives:
            break
        if word in lexicon.turning:
            break  # "For the Government"
        if not reading.text[low].isupper() or (not named and low > sentence):
            break
        if any(hit.start == low for hit in reading.asks):
            break  # "Encourages States"
        start = low
    return hit._replace(start=start)


def _join_companies(reading: Reading) -> None:
    """An office before what names of companies end with is a part of such a name: "Post Office Limited"."""
    forms = reading.lexicon.legal_forms
    for office, form in itertools.pairwise([*reading.actors]):
        if reading.text[form.start : form.end] in forms and reading.text[office.end : form.start] == " ":
            reading.actors.remove(office)
            reading.actors[reading.actors.index(form)] = form._replace(start=office.start)


# An office's name is not longer, in characters.
_NAME_REACH = 60


def _of_front(hit: Hit[Actor], reading: Reading, front: str) -> bool:
    """Whether one of the usual names of bodies is the reporting one's: its first pages hold it."""
    word = reading.low_at(hit)
    return word in reading.lexicon.bodies and re.search(rf"\b{word}\b", front) is not None


def _begins_other(hit: Hit[Actor], reading: Reading, front: str) -> bool:
    """Whether one of the usual names of bodies begins a longer one that the first pages do not hold
    ("Comisión de Gracias Presidenciales"), in languages where names go on after their noun."""
    lexicon = reading.lexicon
    word = reading.low_at(hit)
    if lexicon.attributes_first or word not in lexicon.bodies or not reading.text[hit.start].isupper():
        return False
    behind = reading.words_from(hit.end, _SMALL)
    named = next((at for at, (low, _) in enumerate(behind) if reading.text[low].isupper()), 0)
    if not named or any(reading.low_at(spot) not in lexicon.within_names for spot in behind[:named]):
        return False
    return reading.low[hit.start : behind[named][1]] not in front


# This many words stand between the noun of a name and its first word with a capital.
_SMALL = 4


def _own_names(readings: Collection[Reading], front: str, lexicon: Lexicon, we: bool) -> list[str]:
    """The names that recommend or conclude, in lower case: on the first pages, or again and again where the
    report does not say `we`, which quotes others."""
    seen: Counter[str] = Counter()
    for reading in readings:
        for hit in lexicon.concluding.find(reading.words):
            found = lexicon.name_at_end.search(
                reading.text, max(0, reading.sentence(hit.start)), hit.start - 1
            )
            name = found.group() if found else ""
            name = _bare(lowered(name), lexicon)
            if len(name) > 2:
                seen[name] += 1
    return [
        name
        for name, times in seen.items()
        if (times >= _OFTEN and not we) or _in_front(name, front, lexicon)
    ]


def _short_names(front: str, own: str, lexicon: Lexicon) -> list[str]:
    """What a text calls the body on its first pages by a word that names nobody otherwise ("la chambre"), or
    to which the article alone makes a name of it ("الديوان"). `own`: the body's name, where it uses one."""
    the = lexicon.article
    if not the:
        named = (word for word in lexicon.bodies if not lexicon.actors.find(Words(word)))
        return [word for word in named if re.search(rf"\b{word}\b", own)]
    return [the + word for word in lexicon.bodies if re.search(rf"\b(?:{the})?{word}\b", front)]


def _bare(name: str, lexicon: Lexicon) -> str:
    """A name without the article before it."""
    article = next((one for one in lexicon.before_names if name.startswith(one)), "")
    return name.removeprefix(article)


def _in_front(name: str, front: str, lexicon: Lexicon) -> bool:
    """Whether the first pages hold a name, or its initials ("ATSB"); where a language puts its adjectives
    into cases, with other endings ("der Deutsche Bundestag", "Deutscher Bundestag").
    """
    initials = "".join(word[0] for word in name.split() if word not in lexicon.within_names)
    forms = (name, initials) if len(initials) > 2 else (name,)
    cases = r"\w{0,2} " if lexicon.inverts else " "
    return any(re.search(rf"\b{cases.join(map(re.escape, form.split()))}\b", front) for form in forms)


def _places(reading: Reading, name: str) -> list[tuple[int, int]]:
    edge = "" if reading.lexicon.cjk else r"\b"  # nothing parts words in Chinese
    return [match.span() for match in re.finditer(f"{edge}{re.escape(name)}{edge}", reading.low)]


def _longest(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the names that stand within a longer one ("heads of State and Government")."""
    kept: list[tuple[int, int]] = []
    for low, high in sorted(set(places), key=lambda place: (place[0], -place[1])):
        if not kept or low >= kept[-1][1]:
            kept.append((low, high))
    return kept


def _replace(reading: Reading, hits: list[Hit[Actor]]) -> None:
    """Puts actors in the place of those that they meet."""
    if not hits:
        return
    kept = [
        actor for actor in reading.actors if not any(hit.meets(actor) and _wider(hit, actor) for hit in hits)
    ]
    reading.put_actors([hit for hit in hits if not any(map(hit.meets, kept))], kept)


def _wider(hit: Hit[Actor], actor: Hit[Actor]) -> bool:
    return hit.end - hit.start >= actor.end - actor.start
