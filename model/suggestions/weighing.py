"""How much speaks for each role of a paragraph: where it stands, whose report it is, and what it says."""

from __future__ import annotations

from collections import defaultdict

from model.labels import Role, Span
from model.suggestions.first_person import first_person
from model.suggestions.fragments import verbless
from model.suggestions.leaning import Sign, signs
from model.suggestions.phrases import Hit
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.suggestions.speakers import body_says, secretariat_says
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Actor
from model.words import ends_in_colon

# How much each place speaks for a role before a word is read.
_PRIORS: dict[Place, dict[Role, float]] = {
    Place.PROCEDURAL: {Role.PROCEDURAL: 7.0},
    Place.STATEMENTS: {Role.STATEMENT: 6.0, Role.PROCEDURAL: 1.0},
    Place.RECOMMENDATIONS: {Role.OBSERVATION: 2.0},
    Place.OBSERVATIONS: {Role.OBSERVATION: 3.4},
    Place.BACKGROUND: {Role.BACKGROUND: 4.5},
    Place.OTHER: {Role.OTHER: 12.0},
    Place.UNKNOWN: {Role.BACKGROUND: 1.5},
    Place.SUMMARY: {Role.BACKGROUND: 1.5},
    Place.RESOLUTION: {Role.OBSERVATION: 3.0},
}
# What a body itself observed outweighs that its discussion is reported around it.
_BODY_SAYS = 7.0
# What it tells to have noted or found, where its section is for nothing else.
_FINDS = 3.0
# "Finding 3" labels one, whatever facts it gives.
_LABELLED = 9.0
# A report that says what is in it tells of no finding, whatever its section is for.
_ITSELF = 9.0
# It opens like this, an article or a mark of quotation ahead, and finds with one of this many words after
# that.
_OPENS, _FINDING = 5, 3
# Where speakers said something so often, a paragraph tells of a discussion, however it begins.
SAYINGS, _SAID = 2, 4.0
_DISCUSSED = (Place.UNKNOWN, Place.SUMMARY, Place.STATEMENTS)
# Where nothing settles it, that the body is spoken of weighs this much.
_OWN_SUBJECT = 0.8
OPEN = (Place.UNKNOWN, Place.SUMMARY, Place.RECOMMENDATIONS, Place.OBSERVATIONS, Place.BACKGROUND)
# What a body may or must do is its mandate, in a section that gives the background.
_MANDATE = 5.0
# Before the body's name in such a sentence stand so many characters at most.
_MANDATED = 12
# What a secretariat says in the present a report passes on, and goes on from.
_PASSED_ON = 3.0
# A decision's lines without verbs tell its number, its date, who sat.
_PARTICULARS = 4.0
# Many small cues of one role add up to no more than this.
_CEILING = 3.0
# What an inspectorate or an ombudsman of one State studies it assesses, where nothing says that it tells.
_STUDY = (Place.UNKNOWN, Place.OBSERVATIONS, Place.RECOMMENDATIONS)
_STUDIED = 2.0
# What plainly finds or tells counts for half where a section says that it gives the background.
_IN_BACKGROUND = 0.5
# What a clause may only mention.
_MENTIONED = (Role.DECISION, Role.PROCEDURAL)
# A formula is what a paragraph of so many characters is for.
_FORMULA = 400


def weigh(reading: Reading, place: Place, voice: Voice, is_spoken: bool) -> defaultdict[Role, float]:
    """How much speaks for each role. `is_spoken`: the paragraph reports somebody's words."""
    if place is Place.STATEMENTS and not is_spoken and not reading.saying and ends_in_colon(reading.text):
        place = Place.UNKNOWN  # what leads into a list, and nobody says
    scores = defaultdict(float, _PRIORS[place])
    if Genre.ANALYSIS in voice.genres and voice.national and place in _STUDY:
        scores[Role.OBSERVATION] += _STUDIED
    if Genre.ACCIDENT in voice.genres and place is Place.UNKNOWN:
        scores[Role.BACKGROUND] += 4.0
    if place is Place.RESOLUTION and verbless(reading, leading=True):
        scores[Role.PROCEDURAL] += _PARTICULARS
    if place is not Place.STATEMENTS and first_person(reading):
        scores[Role.OBSERVATION] += 3.0
    if place in OPEN and any(actor.value.sort == "own" and actor.start < 60 for actor in reading.actors[:3]):
        # what is told of the body itself is more often what it found
        scores[Role.OBSERVATION] += _OWN_SUBJECT
    if place in (Place.PROCEDURAL, Place.BACKGROUND) and _observes(reading):
        scores[Role.OBSERVATION] += _BODY_SAYS
    if place in OPEN and _concludes(reading):
        scores[Role.OBSERVATION] += _BODY_SAYS
    if place in OPEN and place is not Place.BACKGROUND and _observes(reading):
        scores[Role.OBSERVATION] += _FINDS
    if place in OPEN and body_says(reading, finding=True):
        scores[Role.OBSERVATION] += _FINDS
    if reading.lexicon.labelled_findings.match(reading.text):
        scores[Role.OBSERVATION] += _LABELLED
    if place is Place.BACKGROUND and tells_its_mandate(reading):
        scores[Role.BACKGROUND] += _MANDATE
    if itself_told(reading):
        scores[Role.BACKGROUND] += _ITSELF
    if place in OPEN and secretariat_says(reading):
        scores[Role.BACKGROUND] += _PASSED_ON
    often = len(reading.saying) >= SAYINGS and place in _DISCUSSED
    if often and len(sayings(reading)) >= SAYINGS:
        scores[Role.STATEMENT] += _SAID
    _add_cues(scores, reading)
    told = is_spoken or place is not Place.STATEMENTS
    if not told and (body_says(reading) or first_person(reading) or _observes(reading, "principal")):
        scores[Role.OBSERVATION] += _BODY_SAYS
    return scores


def _add_cues(scores: defaultdict[Role, float], reading: Reading) -> None:
    """Adds the weights of the words that speak for a role."""
    small: defaultdict[Role, float] = defaultdict(float)
    own = {one.end + 1 for one in reading.actors if one.value.sort == "own"}
    length = max(1.0, len(reading.words.words) / 60)
    for start, end, cue in reading.cues:
        role, weight = cue.role, cue.weight
        if in_passing(reading, start, role) or (role is Role.STATEMENT and _asks_alone(reading, start, end)):
            continue
        if weight < 2:
            small[role] = min(_CEILING, small[role] + weight / length)
        else:
            # what a paragraph begins with says more than what it comes to mention
            whole = start < 160 or (role is Role.OTHER and len(reading.text) < _FORMULA) or start in own
            scores[role] += weight * (1.0 if whole else 0.4)
    for role, weight in small.items():
        scores[role] += weight


def _observes(reading: Reading, sort: str = "own") -> bool:
    """Whether a paragraph opens with the body's own finding, whatever its section is for."""
    return any(
        hit.value.role is Role.OBSERVATION and hit.value.weight >= 3 and hit.start < 90
        for hit in reading.cues
    ) and any(actor.value.sort == sort and actor.start < 40 for actor in reading.actors[:3])


def _concludes(reading: Reading) -> bool:
    """Whether a paragraph says what the reporting body found: "the Board concludes that"."""
    lexicon = reading.lexicon
    own = {
        actor.end for actor in reading.actors if actor.value.sort == "own" and not _is_paper(reading, actor)
    }
    return bool(own) and any(hit.start - 1 in own for hit in lexicon.concluding.find(reading.words))


def _is_paper(reading: Reading, actor: Hit[Actor]) -> bool:
    """Whether a name is "the report", which may be another's."""
    return reading.low_at(actor).rpartition(" ")[2] in reading.lexicon.reports


def in_passing(reading: Reading, start: int, role: Role) -> bool:
    """Whether a clause only tells of what was done ("resolution 52/211, which was adopted by consensus"), or
    adds of a meeting when it was ("the Conference, which was held in Norland")."""
    if role not in _MENTIONED:
        return False
    ahead = reading.ahead(start)
    if reading.lexicon.relatives.isdisjoint(ahead[-1:]):
        return False
    return role is Role.DECISION or "".join(ahead[-2:-1]).endswith(",")


def _asks_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether the body itself says something and nobody answers ("We asked whether the rule was known.")."""
    own = {one.end + 1 for one in reading.actors if one.value.sort == "own"}
    said = any(start <= one.start < end and one.start in own for one in reading.saying)
    return said and all(one.value.sort != "speaker" for one in reading.actors)


def small_signs(reading: Reading, place: Place, voice: Voice) -> list[Sign]:
    """The signs of a plain sentence that speak for a fact or a finding, weighted for its section."""
    if place not in OPEN:
        return []
    share = _IN_BACKGROUND if place is Place.BACKGROUND else 1.0
    found = [
        sign._replace(weight=share * sign.weight) for sign in signs(reading, Genre.OVERSIGHT in voice.genres)
    ]
    if place not in (Place.UNKNOWN, Place.SUMMARY):
        found = [sign for sign in found if sign.span]  # that figures are missing says little there
    if first_person(reading):
        return [sign for sign in found if sign.role is not Role.BACKGROUND]  # "We celebrate ... of 2022"
    return found


def cues_of(reading: Reading, role: Role) -> tuple[Span, ...]:
    """The words that speak for a role."""
    return tuple([hit.span for hit in reading.cues if hit.value.role is role])


def sayings(reading: Reading) -> tuple[Span, ...]:
    """The verbs directly after speakers and States, in any sentence."""
    speakers = {actor.end + 1 for actor in reading.actors if actor.value.sort in ("speaker", "state")}
    return tuple(said.span for said in reading.saying if said.start in speakers)


def tells_its_mandate(reading: Reading) -> bool:
    """Whether a sentence begins by saying what the reporting body may, can or must do ("We cannot question",
    "The Ombudsman may investigate")."""
    lexicon = reading.lexicon
    for start in reading.starts:
        body = next(iter(reading.actors_between(start, reading.sentence_end(start))), None)
        if body is None or body.value.sort != "own" or body.start - start > _MANDATED:
            continue
        if lexicon.cjk:
            if reading.low.startswith(tuple(lexicon.empowering), body.end):
                return True
            continue
        ahead = reading.ahead(body.start)[-1:] if lexicon.verb_first else []
        behind = [reading.low_at(spot) for spot in reading.words_from(body.end, 1)]
        if not lexicon.empowering.isdisjoint((*ahead, *behind)):
            return True
    return False


def itself_told(reading: Reading) -> tuple[Span, ...]:
    """What a report, or a part of it, calls itself where it says what is in it ("This section examines")."""
    lexicon = reading.lexicon
    for itself in reading.itself:
        if itself.start - reading.clause(itself.start) <= _OPENS:
            behind = (reading.low[low:high] for low, high in reading.words_from(itself.end, _FINDING))
            return (itself.span,) if lexicon.showing.isdisjoint(behind) else ()
    return ()
