"""Items of lists: their own words first, then what their lead-in makes of them."""

from __future__ import annotations

from model.labels import Force, Role, Slot
from model.nodes import Kind, Node
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import opening_subject
from model.suggestions.addressing import called, told_first
from model.suggestions.asking import opens_asking, that_clause, told_to
from model.suggestions.clauses import Clause
from model.suggestions.deciding import finds_with, notes_facts, routine
from model.suggestions.finding import (
    BESIDE,
    INHERITED,
    UNNAMED,
    Finding,
    asking_finding,
    bare_frame,
    below,
    imperative,
    role_only,
)
from model.suggestions.fragments import is_name, opens_with_verb, own_sentence
from model.suggestions.imperatives import bare_imperative, imperative_behind
from model.suggestions.leads import Lead, default_addressee
from model.suggestions.naming import NOBODY
from model.suggestions.neighbours import UNSAID
from model.suggestions.places import Place
from model.suggestions.reading import Reading
from model.suggestions.roles import SPOKEN, Verdict, judge
from model.suggestions.speakers import spoken
from model.suggestions.voice import Genre, Voice
from model.suggestions.wordlists import Cue

EXPLAINED = "what a recommendation is for"
# Lead-ins below which an item may report what somebody said.
_TOLD = (Role.PROCEDURAL, Role.BACKGROUND, Role.OBSERVATION)
# How far a recommendation has come is told in the first words.
_OPENING = slice(0, 24)
# A word that weighs this much says that a text finds.
_SURE = 3.0
_TELLS = Cue(Role.BACKGROUND, 7.5)


def item(node: Node, reading: Reading, voice: Voice, lead: Lead, asking: list[Clause]) -> Finding:
    """What the rules make of an item below a lead-in."""
    own = [] if _completes(reading, lead, asking) else _own_clause(reading, asking)
    if not own and (found := _beside(reading, voice, lead, asking)) is not None:
        return found
    if lead.asks:
        return _recommended(node, reading, voice, lead, own)
    if lead.denies:
        return Finding(Verdict(Role.OBSERVATION, "what was not done", 0.75))
    if lead.welcomes and not any(clause.sort == "performative" for clause in own):
        return Finding(Verdict(lead.role, "what is welcome", 0.8), inherited=frozenset({Slot.ROLE}))
    if lead.role is Role.DECISION:
        binding = [clause for clause in asking if _binds(clause, reading)]
        if binding := binding or told_to(reading, voice):
            verdict = Verdict(Role.RECOMMENDATION, "decides that X shall", 0.75)
            return asking_finding(reading, verdict, binding, voice)
    elif own and _may_ask(reading, lead, own[0]):
        verdict = Verdict(Role.RECOMMENDATION, f"{own[0].sort} verb", 0.75, (own[0].verb,))
        return asking_finding(reading, verdict, own, voice)
    elif own and lead.role is Role.STATEMENT and lead.proposes and not _is_question(reading):
        verdict = Verdict(Role.RECOMMENDATION, "listed proposal", 0.6, (own[0].verb,))
        return asking_finding(reading, verdict, own, voice)
    if lead.role is Role.DECISION and not node.number and _recites(reading):
        return role_only(Role.PREAMBULAR, "participle opens", 0.7)
    if lead.role is Role.DECISION and _finds(reading):
        return role_only(Role.OBSERVATION, "what the body finds among what it decides", 0.75)
    if lead.acts and (role := _did(reading)) is not None:
        return role_only(role, "what the body did, as its lead-in begins", 0.75)
    if lead.role in _TOLD and (speaker := spoken(reading, voice)) is not None:
        return Finding(Verdict(Role.STATEMENT, SPOKEN, 0.85, speaker))
    if lead.role in UNSAID and not lead.tasks and node.text[:1].isupper():
        found = bare(node, reading, voice, Place.UNKNOWN)
        if found is not None:
            return found
    if lead.tasks and lead.role is Role.OBSERVATION and bare_imperative(reading) is not None:
        return role_only(Role.BACKGROUND, "an aim or a task", 0.7)
    rule = INHERITED if node.parent == lead.node else BESIDE
    return Finding(Verdict(lead.role, rule, 0.85), inherited=frozenset({Slot.ROLE}))


def _is_question(reading: Reading) -> bool:
    """Whether an item is a question that was discussed ("what data towns should have")."""
    lexicon = reading.lexicon
    return not (lexicon.relatives - lexicon.that).isdisjoint(reading.words.words[:1])


def _did(reading: Reading) -> Role | None:
    """What an item says that the body of its lead-in did, by the verb with which it opens."""
    if not opens_with_verb(reading):
        return None
    deciding = reading.deciding[0] if reading.deciding else None
    if deciding is None or deciding.start > reading.words.edges[0] or finds_with(reading, deciding):
        return Role.OBSERVATION
    if notes_facts(reading, deciding.span):
        return Role.OBSERVATION
    return Role.PROCEDURAL if routine(reading, deciding.end) else Role.DECISION


def _recites(reading: Reading) -> bool:
    """Whether an item opens as preambles do ("Vistos estes autos;")."""
    start = frozenset({reading.words.edges[0]}) if reading.words.edges else frozenset[int]()
    return bool(reading.lexicon.preamble.find(reading.words, slice(0, 3), start))


def _finds(reading: Reading) -> bool:
    """Whether an item opens with a word by which a body finds ("(a) welcomes the work of the Group")."""
    first = next(iter(reading.cues), None)
    edge = reading.words.edges[:3][-1] if reading.words.edges else 0
    return (
        first is not None
        and first.value.role is Role.OBSERVATION
        and first.value.weight >= _SURE
        and first.start <= edge
    )


def _completes(reading: Reading, lead: Lead, asking: list[Clause]) -> bool:
    """Whether an item says what its lead-in asks of somebody ("is invited to: (a) request the Director")."""
    asks = lead.role is Role.RECOMMENDATION and lead.force is not None
    named = lead.addressees not in ((), UNNAMED)
    return asks and named and opens_asking(asking) and bare_imperative(reading) is not None


def bare(node: Node, reading: Reading, voice: Voice, place: Place) -> Finding | None:
    """A recommendation that opens with its verb: an item, or anything in a section of recommendations."""
    verb = bare_imperative(reading)
    if verb is None and place is Place.RECOMMENDATIONS:
        verb = imperative_behind(reading)
    asked, told = NOBODY, False
    if verb is None and place is Place.RECOMMENDATIONS:
        asked, begins = called(reading)
        # what is called may be a matter as well ("Training: hold courses")
        verb = bare_imperative(reading, begins) if begins else None
    if verb is None and place is Place.RECOMMENDATIONS:
        asked, verb = told_first(reading)
        told = verb is not None
    if verb is None or (
        Genre.REVIEW in voice.genres and "." not in node.number and node.kind is Kind.PARAGRAPH
    ):
        return None
    if place is not Place.RECOMMENDATIONS and (not voice.advising or is_name(reading)):
        return None  # "Open Knowledge Network"
    sure, where = (0.85, " of recommendations") if place is Place.RECOMMENDATIONS else (0.7, "")
    verdict = Verdict(Role.RECOMMENDATION, f"imperative in a list{where}", sure, (verb,))
    asked = as_meant(asked, reading, voice)
    return imperative(reading, verdict, verb, voice, told or node.kind is Kind.ITEM, asked)


def labelled_task(node: Node, reading: Reading, voice: Voice) -> Finding | None:
    """What minutes and audits label as to be done ("ACTION: Clerk to write to the Council")."""
    label = reading.lexicon.labelled_tasks.match(reading.text)
    if label is None:
        return None
    asked, verb = NOBODY, bare_imperative(reading, label.end())
    if verb is None:
        asked, verb = told_first(reading, label.end())
    if verb is None:
        return None
    verdict = Verdict(Role.RECOMMENDATION, "labelled task", 0.8, (verb,))
    return imperative(reading, verdict, verb, voice, True, as_meant(asked, reading, voice))


def _beside(reading: Reading, voice: Voice, lead: Lead, asking: list[Clause]) -> Finding | None:
    """An item without asking words of its own that does not complete its lead-in either."""
    if lead.announces and lead.role is not Role.RECOMMENDATION and _tells_status(reading):
        return role_only(Role.BACKGROUND, "how far recommendations have come", 0.7)
    if lead.announces and lead.role is not Role.RECOMMENDATION and _explains(reading):
        return role_only(Role.BACKGROUND, EXPLAINED, 0.75)
    if lead.agenda and lead.role is not Role.RECOMMENDATION:
        return role_only(Role.PROCEDURAL, "an item of an agenda", 0.8)
    if not lead.points or not own_sentence(reading):
        return None
    if lead.role is Role.RECOMMENDATION:
        return role_only(Role.OBSERVATION, "a sentence of its own below a lead-in", 0.6)
    if lead.role is Role.DECISION:
        # "took note of the report below: 4. The Working Group noted": what it says is its own
        return Finding(judge(reading, Place.UNKNOWN, voice, asking))
    return None


def _recommended(node: Node, reading: Reading, voice: Voice, lead: Lead, own: list[Clause]) -> Finding:
    """An item of a list of recommendations."""
    rule = INHERITED if node.parent == lead.node else BESIDE
    from_lead = lead.role is Role.RECOMMENDATION
    inherited = {Slot.ROLE} if from_lead else set()
    whom = lead.addressees or default_addressee(voice, True) or UNNAMED
    if own:
        verdict = Verdict(Role.RECOMMENDATION, rule if from_lead else "listed recommendation", 0.9)
        found = asking_finding(reading, verdict, own, voice, whom)
        if from_lead and not found.first.spans:
            inherited.add(Slot.ADDRESSEES)
        return found._replace(inherited=frozenset(inherited))
    if from_lead and lead.force is not None:
        slots = frozenset({Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB})
        asked = as_meant(opening_subject(reading), reading, voice) if lead.clauses else NOBODY
        if not asked.types and (told := that_clause(reading, voice)) is not None:
            asked = told.asked  # "recommends: (a) That the Ministry review"
        return below(Verdict(Role.RECOMMENDATION, rule, 0.9), lead, slots, asked)
    verb = bare_imperative(reading)
    verdict = Verdict(Role.RECOMMENDATION, "listed recommendation", 0.85, (verb,) if verb else ())
    return Finding(verdict, (bare_frame(reading, verb, whom),), frozenset(inherited))


def _binds(clause: Clause, reading: Reading) -> bool:
    """Whether a clause in what a body decides tells somebody to act: "X shall", or an opening request."""
    if clause.sort == "performative":
        return not reading.sentence(clause.verb.start)
    return clause.force is Force.REQUIRES and bool(clause.asked.types)


def _may_ask(reading: Reading, lead: Lead, first: Clause) -> bool:
    """Whether an item asks for itself: below findings, or below what is told in its first sentence."""
    if lead.acts and _binds(first, reading):
        return True
    if first.force < Force.RECOMMENDS:
        return False
    if lead.role is Role.BACKGROUND:
        return not reading.sentence(first.verb.start) and own_sentence(reading)
    return lead.role is Role.OBSERVATION


def _explains(reading: Reading) -> bool:
    """Whether a text begins with words that tell what it is about ("The intent of this recommendation")."""
    first = next(iter(reading.cues), None)
    return first is not None and first.value == _TELLS and first.start == 0


def _tells_status(reading: Reading) -> bool:
    lexicon = reading.lexicon
    hits = lexicon.status.find(reading.words, _OPENING)
    if not lexicon.that.isdisjoint(reading.words.words[:1]):
        return False  # "That the scheme is implemented without discrimination"
    return bool(hits) and bare_imperative(reading) is None


def _own_clause(reading: Reading, asking: list[Clause]) -> list[Clause]:
    """An item's own asking clauses; none where it just completes the lead-in's sentence."""
    if opens_asking(asking):
        return asking
    if not asking or bare_imperative(reading) is not None:
        return []
    first = asking[0]
    if first.sort in ("performative", "impersonal", "passive"):
        return asking
    end = reading.first_end
    if first.verb.start < end and first.verb.start < 220:
        return asking
    # after its opening words an item asks where it says whom
    return [clause for clause in asking if clause.asked.types and clause.sort != "performative"]
