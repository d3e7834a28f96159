"""Whose report it is, where its title says so: "Informe del Alto Comisionado", "Report of the Board"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import pairwise

from model.labels import Addressee
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Hit
from model.suggestions.reading import Reading, read
from model.suggestions.wordlists import Actor
from model.words import Words

# This many letters of a name's words are the same in each of its forms ("alto", "alta comisionada").
_STEM = 3
_Stems = tuple[str, ...]


def call_by_title(readings: Collection[Reading], title: str, lexicon: Lexicon) -> None:
    """Puts the reporting body where a reading names the officer or body whose report the title says it is.

    Such an officer's office may be called this with a capital alone ("La Oficina"), and such a body by a word
    of its name ("the Board" of Auditors).
    """
    said = Words(title, lexicon.cjk)
    if lexicon.reports.isdisjoint(said.words) and not lexicon.cjk:
        return  # the usual case
    named = [hit for hit in lexicon.actors.find(said) if _reports(said, hit, lexicon)]
    officers = {_stems(said.low, hit) for hit in named if hit.value.sort != "own"}
    bodies = [said.low[hit.start : hit.end].split() for hit in named if hit.value.sort == "own"]
    for reading in readings if named else ():
        for at, hit in enumerate(reading.actors):
            name = reading.low_at(hit)
            if hit.value.sort == "speaker" and _stems(reading.low, hit) in officers:
                reading.actors[at] = hit._replace(value=_OWN)
            elif officers and _is_officer(hit) and (hit.value.proper or _stems(reading.low, hit) in officers):
                reading.actors[at] = hit._replace(value=Actor("own", hit.value.types))
            elif hit.value.sort == "principal" and any(name in words for words in bodies):
                reading.actors[at] = hit._replace(value=_OWN)


def call_by_body(readings: Collection[Reading], body: str, lexicon: Lexicon) -> None:
    """Puts the reporting body where a reading names the commission with whose name the masthead's `body`
    begins, though a table holds it as an organization that others ask ("Comisión Interamericana").
    """
    said = Words(body, lexicon.cjk)
    first = next(iter(lexicon.actors.find(said)), None)
    if first is None or first.start or first.value.sort != "asked":
        return  # the usual case
    name = said.low[first.start : first.end]
    if lexicon.reported_to.isdisjoint(name.split()):
        return
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if reading.low_at(hit) == name:
                reading.actors[at] = hit._replace(value=_OWN)


def call_parent(readings: Collection[Reading], title: str, lexicon: Lexicon) -> None:
    """Puts the body to which a report goes where a reading names it as the title does ("Report of the
    Sub-Committee to the Maritime Safety Committee")."""
    said = Words(title, lexicon.cjk)
    spots = list(said.spots(slice(0, len(said.words))))
    turned = next((at for at, word in enumerate(said.words) if at and word in lexicon.turning), len(spots))
    while turned < len(spots) and said.words[turned] in lexicon.turning | lexicon.determiners:
        turned += 1
    name = said.low[spots[turned][0] :].strip(" .") if turned < len(spots) else ""
    if lexicon.reports.isdisjoint(said.words) or lexicon.reported_to.isdisjoint(name.split()):
        return  # the usual case
    for reading in readings:
        low = reading.low.find(name)
        if low >= 0:
            hit = Hit(low, low + len(name), _PARENT)
            reading.put_actors([hit], [one for one in reading.actors if not one.meets(hit)])


_PARENT = Actor("principal", (Addressee.PARENT_BODY,))


def call_parties(readings: Collection[Reading], body: str, lexicon: Lexicon) -> None:
    """Puts the States parties where the report of their conference calls them "parties" in small letters,
    which elsewhere are any parties.

    `body` is the report's title and masthead.
    """
    said = Words(body, lexicon.cjk)
    organs = [hit for hit in lexicon.actors.find(said) if hit.value.is_body]
    if not any(_ends_in_parties(said.low[hit.start : hit.end], lexicon) for hit in organs):
        return  # the usual case
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            name = reading.low_at(hit)
            if hit.value in _ANY_PARTIES and name.count(" ") < _LONGEST and _ends_in_parties(name, lexicon):
                reading.actors[at] = hit._replace(value=_PARTIES)
        named = (hit for hit in lexicon.actors.find(reading.words) if hit.value == _PARTIES)
        reading.put_actors([hit for hit in named if not any(map(hit.meets, reading.actors))], reading.actors)


def _ends_in_parties(name: str, lexicon: Lexicon) -> bool:
    last = Words(name.rpartition(" ")[2])
    return any(hit.value == _PARTIES for hit in lexicon.actors.find(last))


_PARTIES = Actor("asked", (Addressee.STATES_PARTIES,), proper=True)
# "The parties" to a conflict and "all parties" are elsewhere these; longer names say which parties they are.
_ANY_PARTIES = (
    Actor("asked", (Addressee.SPECIFIC_STATE,)),
    Actor("asked", (Addressee.ALL_STAKEHOLDERS,)),
)
_LONGEST = 2


def call_state(readings: Collection[Reading], title: str, lexicon: Lexicon) -> None:
    """Puts the reporting body where a State's own report ("National report submitted by Norland") names that
    State or its Government."""
    kinds = {hit.value for hit in lexicon.kinds.find(Words(title, lexicon.cjk))}
    if "national" not in kinds or kinds & _ON_REPORTS:
        return  # the usual case
    said = read(title, lexicon)
    states = {said.low_at(hit) for hit in said.actors if hit.value.sort == "state"}
    for reading in readings:
        own = [hit for hit in reading.actors if hit.value.sort == "state" and reading.low_at(hit) in states]
        others = [hit for hit in reading.actors if hit.value.sort == "state" and hit not in own]
        for at, hit in enumerate(reading.actors):
            of_other = any(0 <= other.start - hit.end <= 1 for other in others)
            if hit in own or (hit.value == _GOVERNMENT and not of_other):
                reading.actors[at] = hit._replace(value=_OWN)


_GOVERNMENT = Actor("asked", (Addressee.SPECIFIC_STATE,))
# Kinds of reports on States' reports.
_ON_REPORTS = frozenset({"concluding", "questions"})


def call_publisher(readings: Collection[Reading], title: str, front: str, lexicon: Lexicon) -> None:
    """Puts the reporting body where a guideline names by initials the organization that recommends in it
    again and again ("WHO recommends that"): the one that its title or first pages (`front`, in lower case)
    name, or else one that does so more often than anybody; other guidelines quote it."""
    named: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for reading in readings:
        asks = {hit.start - 1 for hit in reading.asks if hit.value.sort == "performative"}
        for hit in reading.actors:
            if hit.end in asks:
                counted = named if _is_short(reading, hit) else others
                counted["" if hit.value.sort == "own" else reading.low_at(hit)] += 1
    name, often = next(iter(named.most_common(1)), ("", 0))
    most = often > max(others.values(), default=0)
    if often < _AGAIN or not (most or _names(name, title, front, lexicon)):
        return
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if reading.low_at(hit) == name:
                reading.actors[at] = hit._replace(value=_OWN)


def _names(initials: str, title: str, front: str, lexicon: Lexicon) -> bool:
    """Whether a title has an organization's initials, or first pages its name."""
    said = Words(front, lexicon.cjk)
    names = (said.low[hit.start : hit.end].split() for hit in lexicon.actors.find(said))
    small = lexicon.within_names
    spelt = ("".join(word[0] for word in name if word not in small) for name in names)
    return initials.upper() in title.split() or initials in spelt


def _is_short(reading: Reading, hit: Hit[Actor]) -> bool:
    """Whether a name is an organization's initials."""
    return hit.value.types == (Addressee.UN_IGO,) and reading.text[hit.start : hit.end].isupper()


# So often an organization recommends in a guideline of its own.
_AGAIN = 2


def call_rapporteurs(readings: Collection[Reading], body: str, lexicon: Lexicon) -> None:
    """Makes speakers of special rapporteurs in the report of a commission or committee to which they speak.

    `body` is the report's title and masthead in lower case.
    """
    said = Words(body, lexicon.cjk)
    own = [said.low[hit.start : hit.end] for hit in lexicon.actors.find(said) if hit.value.sort == "own"]
    if not own or not lexicon.rapporteurs.isdisjoint(own):
        return
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if hit.value.sort == "own" and reading.low_at(hit) in lexicon.rapporteurs:
                reading.actors[at] = hit._replace(value=_SPEAKER)


_SPEAKER, _OWN = Actor("speaker"), Actor("own", (Addressee.OWN_BODY,))


def call_groups(readings: Collection[Reading], body: str, lexicon: Lexicon) -> None:
    """Makes speakers of the groups in which a meeting talks ("The group on tariffs felt that"), where the
    reporting body is called otherwise.

    `body` is the report's title and masthead in lower case.
    """
    said = Words(body, lexicon.cjk)
    own = {said.low[hit.start : hit.end] for hit in lexicon.actors.find(said) if hit.value.sort == "own"}
    if lexicon.gatherings.isdisjoint(own) or not lexicon.groups.isdisjoint(said.words):
        return
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if hit.value.sort == "own" and reading.low_at(hit) in lexicon.groups:
                reading.actors[at] = hit._replace(value=_SPEAKER)


def call_visitors(readings: Collection[Reading], title: str, lexicon: Lexicon) -> None:
    """Puts the reporting body where the report of a visit names who went there ("The delegation met")."""
    if all(kind.value != "visit" for kind in lexicon.kinds.find(Words(title, lexicon.cjk))):
        return
    for reading in readings:
        for at, hit in enumerate(reading.actors):
            if hit.value.sort == "speaker" and reading.low_at(hit).rpartition(" ")[2] in lexicon.visitors:
                whose = reading.owner(hit)
                if whose is None or whose.value.sort == "own":  # "the delegation of the Committee"
                    reading.actors[at] = hit._replace(value=_OWN)


def call_for_body(readings: Collection[Reading], lexicon: Lexicon) -> None:
    """Puts the reporting body where somebody speaks for it ("The Chair, on behalf of the Board, urged")."""
    for reading in readings:
        for at, (hit, behind) in enumerate(pairwise(reading.actors)):
            if hit.value.sort == "speaker" and behind.value.sort == "own":
                said = reading.low[hit.end : behind.start].strip(" ,")
                whole = lexicon.of.isdisjoint(reading.low[behind.end :].split()[:1])  # not "Group of 77"
                if whole and said.startswith(lexicon.on_behalf):
                    reading.actors[at : at + 2] = [behind._replace(start=hit.start)]
                    break


def _is_officer(hit: Hit[Actor]) -> bool:
    return hit.value.sort == "asked" and hit.value.types == (Addressee.SECRETARIAT,)


def _reports(title: Words, hit: Hit[Actor], lexicon: Lexicon) -> bool:
    """Whether a title says that a report is an officer's or a body's."""
    commissioner = hit.value.sort == "speaker" and title.low[hit.start : hit.end] in lexicon.bodies
    if not _is_officer(hit) and hit.value.sort != "own" and not commissioner:
        return False
    if commissioner and any(kind.value == "visit" for kind in lexicon.kinds.find(title)):
        return True  # "Report following the visit of the Commissioner"
    if lexicon.cjk:
        return any(title.low.startswith(word, hit.end) for word in lexicon.reports)
    ahead = title.words[title.within(0, hit.start)]
    while ahead and (ahead[-1] in _small(lexicon)):
        ahead.pop()
    return not lexicon.reports.isdisjoint(ahead[-1:])


def _small(lexicon: Lexicon) -> frozenset[str]:
    """What stands between "report" and whose it is: "of the", "by the"."""
    return lexicon.of | lexicon.determiners | lexicon.through


def _stems(low: str, hit: Hit[Actor]) -> _Stems:
    words = low[hit.start : hit.end].replace("-", " ").split()
    return tuple(word[:_STEM] for word in words)
