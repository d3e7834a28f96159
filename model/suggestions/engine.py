"""The rules' word on every paragraph and item of a report, in one walk from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from model.documents import Document
from model.labels import Addressee, Decision, DecisionKey, Reviewer, ReviewerKind, Role, Slot, Span
from model.languages import language_of
from model.nodes import Kind, Node
from model.outline import Outline
from model.suggestions.actions import action_of
from model.suggestions.addressees import Asked, Voice
from model.suggestions.aliases import learn
from model.suggestions.asking import Clause, all_asked, clauses, told_to
from model.suggestions.leads import (
    FOR,
    Lead,
    announces_agenda,
    announces_findings,
    announces_recommendations,
    announces_tasks,
    asked_by,
    bare_imperative,
    default_addressee,
    is_recommendation_box,
    names_only,
    own_clause,
    own_sentence,
    points_below,
    verbless,
)
from model.suggestions.lexicon import LANGUAGES, Lexicon, lexicon
from model.suggestions.places import Place, place_of, voice_of
from model.suggestions.reading import Reading, is_passive, read
from model.suggestions.resolutions import (
    SILENT,
    completes,
    is_annex,
    judge_limb,
    judge_resolution,
    scope_starts,
)
from model.suggestions.roles import SPOKEN, Verdict, goes_on, judge, spoken

MACHINE = Reviewer(id="rules@1", name="rules@1", kind=ReviewerKind.MACHINE)
INHERITED = "inherited from the lead-in"


@dataclass(frozen=True, slots=True)
class _Where:
    """What comes down from above to a node."""

    place: Place
    resolution: bool = False
    lead: Lead | None = None
    whom: tuple[Addressee, ...] = ()  # whom the heading above addresses


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the rules make of one node."""

    verdict: Verdict
    force: int | None = None
    addressees: tuple[Addressee, ...] = ()
    addressee_spans: tuple[Span, ...] = ()
    verb: Span | None = None
    verb_words: str = ""
    inherited: frozenset[Slot] = frozenset()


def suggest(document: Document, outline: Outline, language: str) -> list[Decision]:
    """The rules' decisions on role, force, addressees and verb of every paragraph and item, in reading order.

    `language` is an ISO 639-1 code; where there is no file for it, the English one is used.
    """
    lex = lexicon(language)
    lexicons = _lexicons(outline, lex)
    readings = {node_id: read(outline[node_id].text, words) for node_id, words in lexicons.items()}
    voice = voice_of(document, outline, lex, readings.values())
    learn(readings.values(), lex, voice)
    voice = replace(voice, whom=_meant_for(islice(readings.values(), _FIRST), lex))
    walk = _Walk(outline, lexicons, lex, voice, readings)
    walk.run()
    return walk.decisions


def _meant_for(readings: Iterable[Reading], lex: Lexicon) -> tuple[Addressee, ...]:
    """Whom a report's recommendations are for, where it says so of itself: "This brief provides ... for"."""
    for reading in readings:
        if lex.itself.find(reading.low, reading.spots) and (whom := asked_by(reading, lex, FOR)):
            return whom
    return ()


def _lexicons(outline: Outline, main: Lexicon) -> dict[str, Lexicon]:
    """For each paragraph and item the words of its own language: an annex may be in another than its report.

    Short texts say too little of their language; they go with the one before them.
    """
    found: dict[str, Lexicon] = {}
    last = main
    for node in outline:
        if node.kind in (Kind.PARAGRAPH, Kind.ITEM):
            said = language_of(node.text[:_ENOUGH]) if len(node.text) >= _TELLING else ""
            if said in LANGUAGES:
                last = lexicon(said)
            found[node.id] = last
    return found


class _Walk:
    def __init__(
        self,
        outline: Outline,
        lexicons: dict[str, Lexicon],
        main: Lexicon,
        voice: Voice,
        readings: dict[str, Reading],
    ) -> None:
        self._readings = readings
        self._lexicons = lexicons
        self._main = main
        self._outline = outline
        self._lexicon = main
        self._voice = voice
        self.decisions: list[Decision] = []

    def run(self) -> None:
        """Walks without recursion: a damaged document may nest deeper than Python's stack."""
        waiting: list[tuple[str | None, _Where]] = [(None, _Where(Place.UNKNOWN))]
        while waiting:
            parent, where = waiting.pop()
            below = self._children(parent, where)
            waiting.extend(reversed(below))
        order = {node.id: index for index, node in enumerate(self._outline)}
        self.decisions.sort(key=lambda decision: order[decision.key.node])

    def _children(self, parent: str | None, where: _Where) -> list[tuple[str | None, _Where]]:
        children = self._outline.children(parent)
        self._lexicon = next((self._lexicons[n.id] for n in children if n.id in self._lexicons), self._main)
        formula = None if where.resolution else scope_starts(children, self._lexicon, self._outline)
        resolution = where.resolution
        lead = where.lead
        below: list[tuple[str | None, _Where]] = []
        entries = frozenset[str]() if resolution or formula else self._entries(children)
        before: _Finding | None = None
        for node in children:
            self._lexicon = self._lexicons.get(node.id, self._main)
            if node.id == formula:
                resolution = True
            if node.kind in (Kind.SECTION, Kind.TITLE):
                annexed = is_annex(node.text)
                place = place_of(node.text, self._lexicon, Place.UNKNOWN if annexed else where.place)
                if place is Place.STATEMENTS and self._voice.letter:
                    place = Place.UNKNOWN  # a statement sent with a letter speaks in its own voice
                whom = asked_by(read(node.text, self._lexicon), self._lexicon) or where.whom
                below.append((node.id, _Where(place, resolution and not annexed, whom=whom)))
                continue
            here = _Where(where.place, resolution, lead, where.whom)
            if node.kind not in (Kind.PARAGRAPH, Kind.ITEM):
                below.append((node.id, here))
                continue
            found = self._find(node, here, node.id == formula)
            if node.id in entries:
                found = _Finding(Verdict(self._entry_role(where.place), "one of a list's entries", 0.7))
            elif before is not None and self._goes_on(node, found, before):
                found = _Finding(Verdict(Role.STATEMENT, "goes on with what was said", 0.65))
            elif resolution and lead is not None and found.verdict.rule == SILENT and lead.role is _ASKED:
                verdict = Verdict(Role.RECOMMENDATION, "follows its lead-in", 0.75)
                found = _Finding(verdict, lead.force, lead.addressees, (), None, lead.verb)
            elif resolution and before is not None and completes(self._readings[node.id], self._lexicon):
                found = self._completing(found, before)
            before = found if node.kind is Kind.PARAGRAPH else before
            if here.whom and found.verdict.role is Role.RECOMMENDATION and found.addressees in ((), _NOBODY):
                found = replace(found, addressees=here.whom)
            self._note(node, found)
            own = self._lead(node, found)
            below.append((node.id, _Where(where.place, resolution, own, where.whom)))
            if where.lead is None and node.kind is Kind.PARAGRAPH:
                # items that stand beside their lead-in, not below it, still follow it; so do a
                # resolution's numbered paragraphs the clause with which it turns to those it asks
                if node.text.rstrip().endswith((":", "：")) or (resolution and _turns_to(node, found)):
                    lead = own
                elif not (resolution and lead is not None and lead.role is _ASKED and node.number):
                    lead = None
        return below

    def _entries(self, children: list[Node]) -> frozenset[str]:
        """The unnumbered paragraphs that stand in a row without verbs: the entries of a list."""
        found: list[str] = []
        row: list[str] = []
        for node in [*children, None]:
            if node is not None and node.kind in (Kind.FOOTNOTE, Kind.FURNITURE):
                continue
            if (
                node is not None
                and node.kind is Kind.PARAGRAPH
                and not node.number
                and verbless(self._readings[node.id], self._lexicon)
            ):
                row.append(node.id)
                continue
            if len(row) >= _A_LIST:
                found += row
            row = []
        return frozenset(found)

    def _goes_on(self, node: Node, found: _Finding, before: _Finding) -> bool:
        """Whether a paragraph of no clear role goes on with the statement before it."""
        unclear = found.verdict.role in _UNSAID and found.verdict.confidence < _SURE
        said = before.verdict.role is Role.STATEMENT
        return unclear and said and goes_on(self._readings[node.id], self._lexicon)

    def _completing(self, found: _Finding, before: _Finding) -> _Finding:
        """ "That ..." in a resolution says on what the clause before it began to say."""
        role = before.verdict.role
        if role not in (Role.PREAMBULAR, Role.RECOMMENDATION, Role.DECISION):
            return found
        if role is Role.RECOMMENDATION and found.verdict.role is Role.RECOMMENDATION:
            return found
        verdict = Verdict(role, "completes the clause before it", 0.75)
        if role is not Role.RECOMMENDATION:
            return _Finding(verdict)
        return _Finding(verdict, before.force, before.addressees, (), None, before.verb_words)

    def _entry_role(self, place: Place) -> Role:
        """What a list of names is: of those who met, or the back matter of a study."""
        if place is Place.OTHER or self._voice.accident or self._voice.analysis:
            return Role.OTHER
        return Role.PROCEDURAL

    def _find(self, node: Node, where: _Where, formula: bool) -> _Finding:
        reading = self._readings[node.id]
        if self._voice.verbatim:
            return _Finding(Verdict(Role.STATEMENT, "verbatim record", 0.85))
        if where.resolution and node.kind is Kind.PARAGRAPH:
            judged = judge_resolution(node, reading, self._lexicon, self._voice, formula)
            if judged is not None:
                return self._finding(reading, *judged)
        if where.resolution and node.kind is Kind.ITEM:
            limb = judge_limb(reading, self._lexicon, self._voice)
            if limb is not None:
                return self._finding(reading, *limb)
        listed = where.lead is not None and node.kind is Kind.ITEM
        proposing = listed or where.place is Place.RECOMMENDATIONS
        together = where.place is Place.RECOMMENDATIONS
        asking = clauses(reading, self._lexicon, self._voice, weak=proposing, together=together)
        if is_recommendation_box(node, self._lexicon):
            return self._box(reading, asking)
        if listed and where.lead is not None:
            return self._item(node, reading, where, where.lead, asking)
        if where.place is Place.RECOMMENDATIONS or (node.kind is Kind.ITEM and where.place in _IMPERATIVES):
            bare = self._bare(node, reading, where.place)
            if bare is not None:
                return bare
        if node.kind is Kind.ITEM and where.place in _LISTED and names_only(reading):
            return _Finding(Verdict(Role.PROCEDURAL, "a name in a list", 0.7))
        verdict = judge(reading, where.place, self._voice, self._lexicon, asking)
        if verdict.role is not Role.RECOMMENDATION and announces_findings(node.text, self._lexicon):
            verdict = Verdict(Role.OBSERVATION, "leads into findings", 0.75)
        elif verdict.rule == SPOKEN and where.place is Place.RECOMMENDATIONS and self._only_leads(node):
            verdict = Verdict(Role.PROCEDURAL, "leads into a list of recommendations", 0.65)
        return self._finding(reading, verdict, asking)

    def _finding(self, reading: Reading, verdict: Verdict, asking: list[Clause]) -> _Finding:
        if verdict.role is not Role.RECOMMENDATION or not asking:
            return _Finding(verdict)
        first, asked = asking[0], all_asked(asking)
        return _Finding(
            verdict,
            first.force,
            self._whom(asked, first, reading),
            asked.spans,
            first.verb,
            _words(reading, first.verb),
        )

    def _whom(self, asked: Asked, clause: Clause, reading: Reading) -> tuple[Addressee, ...]:
        """Whom a clause asks; where it names nobody that the tables know, the reviewed."""
        if asked.types:
            return asked.types
        if self._voice.parliament:
            return (Addressee.NATIONAL_AUTHORITY,)
        if self._voice.oversight and clause.sort == "modal" and not is_passive(reading, clause.verb.end):
            # "the Division should": a part of the organization under review
            return (Addressee.MANAGEMENT,)
        return self._voice.whom or _NOBODY

    def _box(self, reading: Reading, asking: list[Clause]) -> _Finding:
        verdict = Verdict(Role.RECOMMENDATION, "numbered recommendation", 0.95)
        if asking:
            return self._finding(reading, verdict, asking[:1])
        return _Finding(verdict, 3, default_addressee(self._voice, Place.RECOMMENDATIONS, True) or _NOBODY)

    def _bare(self, node: Node, reading: Reading, place: Place) -> _Finding | None:
        """A recommendation that opens with its verb: an item, or anything in a section of recommendations."""
        verb = bare_imperative(reading, self._lexicon)
        if verb is None or (self._voice.review and "." not in node.number and node.kind is Kind.PARAGRAPH):
            return None
        force = self._opening_force(reading)
        whom = default_addressee(self._voice, Place.RECOMMENDATIONS, node.kind is Kind.ITEM) or _NOBODY
        sure, where = (0.85, " of recommendations") if place is Place.RECOMMENDATIONS else (0.7, "")
        verdict = Verdict(Role.RECOMMENDATION, f"imperative in a list{where}", sure, (verb,))
        return _Finding(verdict, force, whom, (), verb, _words(reading, verb))

    def _opening_force(self, reading: Reading) -> int:
        """Bare imperatives recommend; "Urge X to" requests (GUIDE: lists of recommendations)."""
        openers = [hit for hit in reading.openers if hit.start < 30 and hit.value.force >= 4]
        return openers[0].value.force if openers else 3

    def _item(
        self, node: Node, reading: Reading, where: _Where, lead: Lead, asking: list[Clause]
    ) -> _Finding:
        own = own_clause(reading, self._lexicon, asking)
        if (
            lead.announces
            and lead.role is not Role.RECOMMENDATION
            and not own
            and self._tells_status(reading)
        ):
            return _Finding(Verdict(Role.BACKGROUND, "how far recommendations have come", 0.7))
        if lead.agenda and not own:
            return _Finding(Verdict(Role.PROCEDURAL, "an item of an agenda", 0.8))
        if (
            lead.role is Role.RECOMMENDATION
            and lead.points
            and not own
            and own_sentence(reading, self._lexicon)
        ):
            return _Finding(Verdict(Role.OBSERVATION, "a sentence of its own below a lead-in", 0.6))
        if lead.role is Role.DECISION and lead.points and not own and own_sentence(reading, self._lexicon):
            # "took note of the report below: 4. The Working Group noted": what it says is its own
            return _Finding(judge(reading, Place.UNKNOWN, self._voice, self._lexicon, asking))
        if lead.role is Role.RECOMMENDATION or lead.announces:
            return self._recommended(node, reading, lead, own)
        if lead.role is Role.DECISION:
            binding = [clause for clause in own if clause.force == 5 and clause.asked.types]
            binding = binding or told_to(reading, self._lexicon, self._voice)
            if binding:
                return self._finding(
                    reading, Verdict(Role.RECOMMENDATION, "decides that X shall", 0.75), binding
                )
        elif own and lead.role is Role.OBSERVATION and own[0].force >= 3:
            verdict = Verdict(Role.RECOMMENDATION, f"{own[0].sort} verb", 0.75, (own[0].verb,))
            return self._finding(reading, verdict, own)
        elif own and lead.role is Role.STATEMENT and lead.proposes:
            verdict = Verdict(Role.RECOMMENDATION, "listed proposal", 0.6, (own[0].verb,))
            return self._finding(reading, verdict, own)
        if lead.role in _TOLD and (speaker := spoken(reading, self._lexicon, self._voice)) is not None:
            return _Finding(Verdict(Role.STATEMENT, SPOKEN, 0.85, speaker))
        if lead.role in _UNSAID and not lead.tasks and node.text[:1].isupper():
            bare = self._bare(node, reading, Place.UNKNOWN)
            if bare is not None:
                return bare
        parent = INHERITED if node.parent == lead.node else "follows its lead-in"
        return _Finding(Verdict(lead.role, parent, 0.85), inherited=frozenset({Slot.ROLE}))

    def _only_leads(self, node: Node) -> bool:
        ends = node.text.rstrip().endswith((":", "："))
        return ends and announces_recommendations(node.text, self._lexicon)

    def _tells_status(self, reading: Reading) -> bool:
        hits = self._lexicon.status.find(reading.low, reading.spots[:24])
        return bool(hits) and bare_imperative(reading, self._lexicon) is None

    def _recommended(self, node: Node, reading: Reading, lead: Lead, own: list[Clause]) -> _Finding:
        """An item of a list of recommendations: its own words first, then the lead-in's."""
        direct = node.parent == lead.node
        rule = INHERITED if direct else "follows its lead-in"
        from_lead = lead.role is Role.RECOMMENDATION
        inherited = {Slot.ROLE} if from_lead else set()
        if own:
            asked = all_asked(own)
            whom = asked.types or lead.addressees
            whom = whom or default_addressee(self._voice, Place.RECOMMENDATIONS, True) or _NOBODY
            if not asked.types and from_lead:
                inherited.add(Slot.ADDRESSEES)
            verdict = Verdict(Role.RECOMMENDATION, rule if from_lead else "listed recommendation", 0.9)
            first = own[0]
            return _Finding(
                verdict,
                first.force,
                whom,
                asked.spans,
                first.verb,
                _words(reading, first.verb),
                frozenset(inherited),
            )
        if from_lead and lead.force is not None:
            verdict = Verdict(Role.RECOMMENDATION, rule, 0.9)
            slots = frozenset({Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB})
            return _Finding(verdict, lead.force, lead.addressees or _NOBODY, (), None, lead.verb, slots)
        verb = bare_imperative(reading, self._lexicon)
        verdict = Verdict(Role.RECOMMENDATION, "listed recommendation", 0.85, (verb,) if verb else ())
        whom = lead.addressees or default_addressee(self._voice, Place.RECOMMENDATIONS, True) or _NOBODY
        words = _words(reading, verb) if verb else ""
        return _Finding(verdict, self._opening_force(reading), whom, (), verb, words, frozenset(inherited))

    def _lead(self, node: Node, found: _Finding) -> Lead:
        leads = node.text.rstrip().endswith((":", "：")) or bool(self._outline.children(node.id))
        if not leads:
            return Lead(node.id, found.verdict.role, found.force, found.addressees, found.verb_words)
        told = found.verdict.role is Role.STATEMENT
        announces = announces_recommendations(
            node.text, self._lexicon, formally=told
        ) and found.verdict.role in (
            Role.BACKGROUND,
            Role.OBSERVATION,
            Role.PROCEDURAL,
            Role.STATEMENT,
        )
        if found.verdict.rule == SPOKEN:
            announces = False
        whom = asked_by(self._readings[node.id], self._lexicon) if announces else ()
        return Lead(
            node.id,
            found.verdict.role,
            found.force,
            found.addressees or whom,
            found.verb_words,
            announces=announces,
            agenda=announces_agenda(node.text, self._lexicon),
            points=points_below(node.text, self._lexicon),
            tasks=announces_tasks(node.text, self._lexicon),
            proposes=found.verdict.role is Role.STATEMENT and node.text.rstrip().endswith((":", "：")),
        )

    def _note(self, node: Node, found: _Finding) -> None:
        verdict = found.verdict
        spans = verdict.spans
        self._decide(node, Slot.ROLE, verdict.role.value, spans, verdict.confidence, verdict.rule)
        if verdict.role is not Role.RECOMMENDATION:
            return
        verb = (found.verb,) if found.verb else ()
        inherited = found.inherited if verdict.rule == INHERITED else frozenset[Slot]()
        rule = {slot: INHERITED if slot in inherited else verdict.rule for slot in Slot}
        own = "the item's own words" if verdict.rule == INHERITED else verdict.rule
        for slot in (Slot.FORCE, Slot.ADDRESSEES, Slot.VERB):
            if slot not in inherited:
                rule[slot] = own
        if found.force is not None:
            self._decide(node, Slot.FORCE, found.force, verb, verdict.confidence, rule[Slot.FORCE])
        whom = [one.value for one in found.addressees or _NOBODY]
        sure = verdict.confidence * (0.7 if whom == [Addressee.IMPLICIT.value] else 0.95)
        self._decide(node, Slot.ADDRESSEES, whom, found.addressee_spans, sure, rule[Slot.ADDRESSEES])
        act = action_of(self._readings[node.id], self._lexicon, found.verb)
        if act is not None:
            sure = verdict.confidence * 0.9
            self._decide(node, Slot.ACTION, act.category, (act.words,), sure, "the first action named")
        if found.verb_words:
            self._decide(node, Slot.VERB, found.verb_words, verb, verdict.confidence, rule[Slot.VERB])

    def _decide(
        self, node: Node, slot: Slot, value: Any, spans: tuple[Span, ...], confidence: float, rule: str
    ) -> None:
        key = DecisionKey(node.id, slot, MACHINE.id)
        self.decisions.append(
            Decision(
                key, value, evidence=spans, confidence=round(max(0.05, min(confidence, 0.99)), 2), rule=rule
            )
        )


_ASKED = Role.RECOMMENDATION


def _turns_to(node: Node, found: _Finding) -> bool:
    return found.verdict.role is _ASKED and not node.number and node.text.rstrip().endswith((",", "،", "，"))


_NOBODY = (Addressee.IMPLICIT,)
# A report says in its first paragraphs whom its recommendations are for.
_FIRST = 25
# Fewer characters do not tell what language they are written in.
_TELLING = 90
# So many are enough to tell it.
_ENOUGH = 400
# So many entries in a row are a list.
_A_LIST = 4
# Lead-ins below which an item may report what somebody said.
_TOLD = (Role.PROCEDURAL, Role.BACKGROUND, Role.OBSERVATION)
# What a paragraph is taken for where nothing in it says more, and how sure that can be.
_UNSAID = (Role.BACKGROUND, Role.OBSERVATION)
_SURE = 0.8
# Where items that open with an imperative recommend, as nothing says that they are aims or tasks.
# Where lists of names are of those who took part, of documents or of items on the agenda.
_IMPERATIVES = (Place.UNKNOWN, Place.OBSERVATIONS, Place.SUMMARY)
_LISTED = (Place.UNKNOWN, Place.PROCEDURAL, Place.RESOLUTION)


def _words(reading: Reading, span: Span) -> str:
    return reading.text[span.start : span.end]
