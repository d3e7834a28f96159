"""One walk through a report from top to bottom: what stands above a node says what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.dates import says_when
from model.labels import Attribution, Decision, Role, Slot
from model.nodes import CLASSIFIED, Kind, Node
from model.outline import Outline
from model.suggestions.addressing import assigned, bracketed, heading_asks
from model.suggestions.anatomy.filling import PASSED, Above, Context
from model.suggestions.anatomy.parts import Attributed
from model.suggestions.enacting import COMMA, opens_preamble, scope_starts
from model.suggestions.finding import BESIDE, INHERITED, Finding, Where, asked_as_it, below, role_only
from model.suggestions.fragments import opens_with_verb, verbless
from model.suggestions.imperatives import bare_imperative
from model.suggestions.items import EXPLAINED
from model.suggestions.judging import find
from model.suggestions.leads import Lead
from model.suggestions.lexicon import Lexicon
from model.suggestions.lexicon_files import languages_of
from model.suggestions.listed import by_states
from model.suggestions.neighbours import UNSAID, Neighbours, closing, entries
from model.suggestions.noting import decisions_of
from model.suggestions.parted_lists import parted_lists
from model.suggestions.passing_down import WORDS_BELOW, lead_of, leads_into_words, leads_on, recited
from model.suggestions.places import Place, place_of
from model.suggestions.reading import Reading, read
from model.suggestions.replies import as_answer, as_conclusion, as_repeated, repeated
from model.suggestions.resolutions import SILENT, body_acts, completes, is_annex, preambular
from model.suggestions.roles import Verdict
from model.suggestions.told_acts import UNDERSTOOD, told_acts
from model.suggestions.voice import Genre, Voice
from model.words import lowered

_ASKED = Role.RECOMMENDATION
_HEADINGS = (Kind.SECTION, Kind.TITLE)
# A report of an accident tells what happened, then why: so it is under all headings in either part except
# those that are nothing else ("Aim"), of this many words.
_PARTS, _NAMES_A_PART = {Place.BACKGROUND, Place.OBSERVATIONS}, 2
# A day is printed in so many words ("miércoles 17 de septiembre de 2025").
_A_DAY = 6
# So many letters end a gerund.
_GERUND = 3


class Walk:
    """Goes through an outline; `run` gives the decisions on every paragraph and item, in reading order.

    `main` is the lexicon of the report's language, in which its headings are read.
    """

    def __init__(
        self, outline: Outline, readings: Mapping[str, Reading], main: Lexicon, voice: Voice, context: Context
    ) -> None:
        self._outline = outline
        self._readings = readings
        self._main = main
        self._voice = voice
        self._context = context
        self._repeated = repeated(outline, readings, voice)
        spoken = languages_of(reading.lexicon for reading in readings.values())
        self._languages = [main, *(lexicon for lexicon in spoken if lexicon is not main)]
        self._parted = parted_lists(outline, readings)
        self._parting = frozenset(self._parted.values())
        self._told_acts = told_acts(outline, readings, voice)
        self._leads: dict[str, tuple[Lead, Place]] = {}  # of these lists, and where they stand, by lead-in
        self._noted: dict[str, list[Decision]] = {}  # by node

    def run(self) -> list[Decision]:
        """Walks without recursion: a damaged document may nest deeper than Python's stack."""
        waiting: list[tuple[str | None, Where]] = [(None, Where(Place.UNKNOWN))]
        while waiting:
            parent, where = waiting.pop()
            waiting.extend(reversed(self._children(parent, where)))
        return [decision for node in self._outline for decision in self._noted.get(node.id, ())]

    def _children(self, parent: str | None, where: Where) -> list[tuple[str | None, Where]]:
        """Judges a node's children, and gives those that have children of their own, with what they pass
        down."""
        children = self._outline.children(parent)
        read_in = (self._readings[node.id].lexicon for node in children if node.id in self._readings)
        words = next(read_in, self._main)
        formulas = () if where.resolution else scope_starts(children, words, self._outline)
        begins = frozenset(formulas)
        resolution = where.resolution
        lead, by = where.lead, where.by
        below_: list[tuple[str | None, Where]] = []
        listed = frozenset[str]() if resolution or begins else entries(children, self._readings)
        signing = closing(children, self._readings) if not where.resolution else frozenset()
        near = Neighbours(self._voice)
        for node in children:
            has_children = self._outline.has_children(node.id)
            if not has_children and node.kind not in CLASSIFIED:
                continue
            formula = node.id in begins and not resolution
            if formula:
                resolution, by = True, _organ(self._readings[node.id]) or by
                near.quote()
            elif near.counts_on(node):
                resolution, lead, by = where.resolution, where.lead, where.by
            if node.kind in _HEADINGS:
                above = where._replace(resolution=resolution, lead=lead, by=by)
                below_.append((node.id, self._under(node, above)))
                continue
            if reported := near.reports(node):
                lead = None
            place = Place.UNKNOWN if reported else where.place
            if (parted := self._lead_above_headings(node, place)) is not None:
                lead, node = parted, replace(node, kind=Kind.ITEM)
            elif lead is not None and not resolution and self._completes(node, lead) and near.lists(node):
                node = replace(node, kind=Kind.ITEM)
            leads = has_children or node.id in self._parting
            here = Where(place, resolution, lead, where.whom, by, leads=leads, follows=near.follows)
            told = node
            if lead is None and not resolution and node.id in self._told_acts:
                here, told = here._replace(lead=UNDERSTOOD), replace(node, kind=Kind.ITEM)
            if node.kind not in CLASSIFIED:
                below_.append((node.id, here))
                continue
            settled = None
            if node.id in signing:
                settled = role_only(Role.OTHER, "whoever signs", 0.7)
            elif node.id in listed:
                settled = role_only(self._entry_role(place), "one of a list's entries", 0.7)
            found, own = self._judged(told, here, near, formula, settled)
            if has_children:
                below_.append((node.id, Where(place, resolution, own, where.whom, by)))
            if where.lead is None and node.kind is Kind.PARAGRAPH:
                # items that stand beside their lead-in, not below it, still follow it; so do a
                # resolution's numbered paragraphs the clause with which it turns to those it asks
                stays = resolution and lead is not None and lead.role is _ASKED and node.number
                lead = own if leads_on(node, found) else lead if stays else None
        return below_

    def _judged(
        self, node: Node, here: Where, near: Neighbours, formula: bool, settled: Finding | None
    ) -> tuple[Finding, Lead | None]:
        """Judges a paragraph or item, unless its finding is `settled` already, and says what it passes
        down."""
        reading = self._readings[node.id]
        found = self._found(node, reading, here, near, formula) if settled is None else settled
        it = near.meant
        near.add(node, reading, found)
        if found.verdict.role is _ASKED:
            found = self._addressed(asked_as_it(found, reading, it), reading, here)
        passed = self._note(node, reading, found, here)
        if not (here.leads or leads_on(node, found)):
            return found, None
        if found.verdict.rule == EXPLAINED:
            return found, here.lead  # what stands below it belongs to the list that it is in
        lead = lead_of(node, reading, found, here, passed, near.follows, self._voice)
        self._leads[node.id] = lead, here.place
        return found, lead

    def _found(self, node: Node, reading: Reading, here: Where, near: Neighbours, formula: bool) -> Finding:
        """The role of a node and the recommendations in it, from its words and its surroundings."""
        if node.id in self._repeated:
            there = here._replace(place=Place.RECOMMENDATIONS)
            return as_conclusion(find(node, reading, there, as_repeated(self._voice), formula))
        found = find(node, reading, here, self._voice, formula)
        if self._repeated:
            return as_answer(found, here.place)
        found = by_states(reading, found) if Genre.REVIEW in self._voice.genres else found
        found = self._in_context(node, reading, found, here, near)
        return near.settle(node, reading, found)

    def _place(self, heading: str, above: Place) -> Place:
        """What a heading says its section is for, in any of the report's languages."""
        for lexicon in self._languages:
            place = place_of(heading, lexicon, above)
            if place is not above:
                return place
        return above

    def _under(self, node: Node, where: Where) -> Where:
        """What a heading passes down to the nodes below it."""
        annexed = any(is_annex(node.text, lexicon) for lexicon in self._languages)
        place = self._place(node.text, Place.UNKNOWN if annexed else where.place)
        within = place is Place.PROCEDURAL and where.place is place
        lists = self._begins_with_item(node.id) or self._begins_with_entry(node.id)
        if _is_a_day(node.text) and self._begins_with_entry(node.id):
            place = Place.PROCEDURAL  # a programme, or who was heard on which day
        if within and self._has_a_subject(node.text) and not lists:
            place = Place.UNKNOWN  # "Organizational and other matters / The fund for fishers"
        within = (node.level or 1) > 1 and Genre.ARTICLE not in self._voice.genres
        if place is Place.OTHER and within and lowered(node.text).strip() in self._main.topical:
            place = where.place  # "Conflicts of interest" of a chapter's ministers, not of the authors
        if place is Place.STATEMENTS and Genre.LETTER in self._voice.genres:
            place = Place.UNKNOWN  # a statement sent with a letter speaks in its own voice
        if place is Place.STATEMENTS and self._weighs() and self._discusses(node.text):
            place = Place.OBSERVATIONS  # a study discusses its own results, who decides on a case its merits
        in_part = Genre.ACCIDENT in self._voice.genres and {where.place, place} == _PARTS
        if in_part and len(node.text.split()) > _NAMES_A_PART:
            place = where.place  # "Action taken after the collision", of its analysis
        if place is Place.UNKNOWN and Genre.OVERSIGHT in self._voice.genres and self._is_criterion(node.text):
            place = Place.OBSERVATIONS
        if place is Place.OBSERVATIONS and self._is_among_gerunds(node):
            place = where.place
        asked = heading_asks(node.text, self._main, self._voice, place is Place.RECOMMENDATIONS)
        resolution = where.resolution and not annexed and place is not Place.PROCEDURAL
        by = None if annexed else where.by
        return Where(place, resolution, None, asked or where.whom, by)

    def _lead_above_headings(self, node: Node, place: Place) -> Lead | None:
        """The lead-in that asks what a node says below a heading in between; in a section for something else
        only paragraphs go on with it, as they are counted."""
        lead, stands = self._leads.get(self._parted.get(node.id, ""), (None, place))
        if lead is None or not lead.asks or (node.kind is Kind.ITEM and place is not stands):
            return None
        asks = lead.role is _ASKED or bare_imperative(self._readings[node.id]) is not None
        return lead if asks or node.kind is Kind.ITEM else None

    def _begins_with_item(self, section: str) -> bool:
        """Whether a heading interrupts a lead-in's list."""
        return next((one.kind is Kind.ITEM for one in self._outline.children(section)), False)

    def _begins_with_entry(self, section: str) -> bool:
        """Whether the first text below a heading, or below those under it, is an entry: a name in a list
        of those who took part, a line of a programme. A paragraph of the report's own count is none."""
        first = next(iter(self._outline.children(section)), None)
        while first is not None and first.kind is Kind.SECTION:
            first = next(iter(self._outline.children(first.id)), None)
        if first is None or (first.kind is Kind.PARAGRAPH and first.number):
            return False
        reading = self._readings.get(first.id)
        if reading is None or not verbless(reading):
            return False
        if reading.text[:1].isdigit():
            return True  # an hour
        # an office behind the name; not "At noon, the river rose."
        return "," in reading.text and not reading.text.rstrip().endswith(".")

    def _has_a_subject(self, heading: str) -> bool:
        """Whether a heading within a session's business names a subject: not such business, not a day or a
        State, and more than a name."""
        if self._place(heading, Place.UNKNOWN) is not Place.UNKNOWN or _is_a_day(heading):
            return False
        actors = read(heading, self._main).actors
        return all(one.value.sort != "state" and one.end - one.start < len(heading.strip()) for one in actors)

    def _is_criterion(self, heading: str) -> bool:
        """Whether a heading begins with a criterion of evaluations ("Relevance of the design")."""
        return not self._main.criteria.isdisjoint(lowered(heading).split()[:1])

    def _is_among_gerunds(self, section: Node) -> bool:
        """Whether a heading names what is done, as one beside it does ("Finding" before "Plugging")."""
        if lowered(section.text) not in self._main.gerunds:
            return False
        beside = (one for one in self._outline.children(section.parent) if one.kind is Kind.SECTION)
        ending = lowered(section.text)[-_GERUND:]
        words = (lowered(one.text) for one in beside if one.id != section.id)
        return any(word.isalpha() and word.endswith(ending) for word in words)

    def _weighs(self) -> bool:
        """Whether a report judges matters itself: a study, or the report of an expert or a commission
        inside a State."""
        genres = self._voice.genres
        return Genre.ARTICLE in genres or (Genre.ANALYSIS in genres and self._voice.national)

    def _discusses(self, heading: str) -> bool:
        """Whether a heading announces a discussion by the report, not what others said."""
        return any(word in lowered(heading) for word in self._main.discussing)

    def _completes(self, node: Node, lead: Lead) -> bool:
        """Whether a paragraph may be an item of a lead-in: it asks, or it only names who acts."""
        if lead.asks:
            return True
        return lead.acts and node.id in self._readings and opens_with_verb(self._readings[node.id])

    def _addressed(self, found: Finding, reading: Reading, here: Where) -> Finding:
        """A recommendation that names nobody, with the addressees of its bracket, its label or its
        heading."""
        if here.place is Place.RECOMMENDATIONS and Genre.REVIEW not in self._voice.genres:
            found = found.addressed(bracketed(reading).types)
        if not all(frame.spans for frame in found.frames):
            found = found.assigned(assigned(reading))
        usual = (self._voice.reviewed,) if Genre.OVERSIGHT in self._voice.genres else ()
        return found.addressed(here.whom, usual)

    def _in_context(
        self, node: Node, reading: Reading, found: Finding, here: Where, near: Neighbours
    ) -> Finding:
        """What was found in a node, together with what its neighbours show."""
        lead = here.lead
        items = (self._readings[n.id] for n in self._outline.children(node.id) if n.kind is Kind.ITEM)
        if leads_into_words(node, found, items, self._voice):
            return role_only(Role.STATEMENT, WORDS_BELOW, 0.75)
        if near.goes_on(reading, found):
            return role_only(Role.STATEMENT, "goes on with what was said", 0.65)
        if lead is not None and lead.recites and (node.kind is Kind.ITEM or not node.number):
            return recited(lead)
        if not here.resolution:
            return found
        if (
            lead is not None
            and lead.role is _ASKED
            and found.verdict.rule == SILENT
            and (node.kind is Kind.ITEM or not self._outline[lead.node].number)
        ):
            return below(Verdict(_ASKED, "follows its lead-in", 0.75), lead)
        opens = not node.number and (opens_preamble(node.text, reading.lexicon) or _runs_on(node, found))
        if near.in_preamble and opens and not body_acts(reading):
            return Finding(preambular(node.text))
        if near.before is not None and completes(reading):
            return _completing(found, near.before)
        return found

    def _entry_role(self, place: Place) -> Role:
        """The role of a list of names: those at a meeting, places that were visited, or the back matter
        of a study."""
        if (
            place is Place.OTHER
            or Genre.ACCIDENT in self._voice.genres
            or Genre.ANALYSIS in self._voice.genres
        ):
            return Role.OTHER
        return Role.BACKGROUND if place is Place.BACKGROUND else Role.PROCEDURAL

    def _note(self, node: Node, reading: Reading, found: Finding, here: Where) -> dict[Slot, Any]:
        """Adds the decisions on a node, from which its items take what they do not say themselves."""
        lead = here.lead
        direct = lead is not None and lead.role is _ASKED and node.parent == lead.node
        follows = lead is not None and (node.kind is Kind.ITEM or found.last.sort == "lead")
        above = Above(lead.passed, INHERITED if direct else BESIDE) if lead is not None and follows else None
        context = self._context
        if here.resolution:
            context = context._replace(by=here.by or context.by, enacted=True)
        noted = decisions_of(node, reading, found, context, above)
        self._noted[node.id] = noted
        last = len(found.frames) - 1
        return {one.key.slot: one.value for one in noted if one.key.frame == last and one.key.slot in PASSED}


def _runs_on(node: Node, found: Finding) -> bool:
    """Whether a paragraph ends within its sentence and does nothing itself."""
    return found.verdict.role in UNSAID and node.text.rstrip().endswith(COMMA)


def _is_a_day(heading: str) -> bool:
    """Whether a heading is a day ("Monday 9 June")."""
    low = lowered(heading)
    return len(low.split()) <= _A_DAY and says_when(low, 0, len(low))


def _organ(reading: Reading) -> Attributed | None:
    """The organ that enacts a resolution ("The General Assembly,")."""
    organ = next((actor for actor in reading.actors if actor.value.is_body), None)
    return Attributed(Attribution.BODY, reading.text[organ.start : organ.end]) if organ else None


def _completing(found: Finding, before: Finding) -> Finding:
    """ "That ..." in a resolution says on what the clause before it began to say."""
    role = before.verdict.role
    if role not in (Role.PREAMBULAR, Role.RECOMMENDATION, Role.DECISION):
        return found
    if role is Role.RECOMMENDATION and found.verdict.role is Role.RECOMMENDATION:
        return found
    verdict = Verdict(role, "completes the clause before it", 0.75)
    if role is not Role.RECOMMENDATION:
        return Finding(verdict)
    last = before.last
    return below(verdict, Lead("", role, last.force, last.addressees, last.verb_words))
