"""What the rules make of one paragraph or item, where it stands."""

from __future__ import annotations

import re

from model.labels import Addressee, Force, Role
from model.nodes import Kind, Node
from model.suggestions.addressee_types import as_meant
from model.suggestions.addressees import opening_subject
from model.suggestions.addressing import called, introduced, named_alone
from model.suggestions.asking import clauses, opens_asking, that_clause
from model.suggestions.brackets import ends_with_states
from model.suggestions.clauses import Clause
from model.suggestions.finding import (
    CALLED,
    INTRODUCED,
    Finding,
    Frame,
    Where,
    asking_finding,
    imperative,
    role_only,
)
from model.suggestions.fragments import names_only, opens_with_verb
from model.suggestions.imperatives import bare_imperative
from model.suggestions.items import bare, item, labelled_task
from model.suggestions.leads import (
    acts_below,
    announces_findings,
    announces_recommendations,
    default_addressee,
    finds,
    is_recommendation_box,
    last_clause,
)
from model.suggestions.lexicon import Lexicon
from model.suggestions.neighbours import NAMED, UNSAID
from model.suggestions.norms import without_norms
from model.suggestions.places import Place, place_of
from model.suggestions.reading import Reading
from model.suggestions.resolutions import declares, judge_limb, judge_resolution, quotes_act
from model.suggestions.roles import SPOKEN, Verdict, judge
from model.suggestions.subjects import Setting
from model.suggestions.verbatim import recorded
from model.suggestions.voice import Genre, Voice
from model.words import Words, ends_in_colon

# Where items that open with an imperative recommend, as nothing says that they are aims or tasks.
_IMPERATIVES = (Place.UNKNOWN, Place.OBSERVATIONS, Place.SUMMARY)
# A heading that stands as a lead-in has no more words.
_A_HEADING = 3
# Where lists of names are of those who took part, of documents or of items on the agenda.
_LISTED = (Place.UNKNOWN, Place.PROCEDURAL, Place.RESOLUTION)

# What numbers a recommendation over reports and years: "LO-2025-047-SR-014", "R-2026-14:", "SR 12/2026",
# "2026/014". Neither years ("2026/27") nor standards ("ISO-9001-2015") nor document symbols ("A/HRC/24/11").
_YEAR = r"(?:19|20)\d\d"
_CODE = re.compile(
    rf"(?:[A-Z]{{1,4}}-(?:{_YEAR}|\d\d)(?:-[A-Z\d]{{1,8}}){{0,3}}-\d{{1,3}}"
    rf"|[A-Z]{{1,2}} \d{{1,3}}/{_YEAR}|{_YEAR}/\d{{3}}):? +(?=[A-ZÀ-ÝЀ-Я])"
)


def find(node: Node, reading: Reading, where: Where, voice: Voice, formula: bool) -> Finding:
    """The role of a node and the recommendations in it. `formula`: the node begins a resolution."""
    read_out = where.lead is not None and where.lead.role is Role.DECISION and node.kind is Kind.ITEM
    if Genre.VERBATIM in voice.genres and not read_out:
        asked = clauses(reading, voice, Setting(follows=where.follows))
        asked = [clause for clause in asked if clause.sort == "performative"]
        return asking_finding(reading, recorded(reading, voice, asked), asked, voice)
    enacted = where.resolution or (node.kind is Kind.PARAGRAPH and quotes_act(reading))
    if enacted and (judged := _in_resolution(node, reading, where, voice, formula)) is not None:
        verdict, acts = judged
        return asking_finding(reading, verdict, acts, voice)
    setting = _setting(node, reading, where)
    label = _label_end(node, reading, where.place is Place.RECOMMENDATIONS)
    if (label is not None and not _replies(reading)) or is_recommendation_box(node, reading.lexicon):
        return _box(reading, clauses(reading, voice, setting._replace(weak=True)), voice, label or 0)
    asking = clauses(reading, voice, setting)
    if (task := labelled_task(node, reading, voice)) is not None:
        return task
    if where.lead is not None and node.kind is Kind.ITEM:
        return item(node, reading, voice, where.lead, asking)
    listed = _in_list(node, reading, where, voice, asking)
    return listed if listed is not None else _in_prose(node, reading, where, voice, asking)


def _in_resolution(
    node: Node, reading: Reading, where: Where, voice: Voice, formula: bool
) -> tuple[Verdict, list[Clause]] | None:
    """What a paragraph or limb of a resolution does; None if other rules have to decide."""
    told = where.lead is not None and where.lead.asks
    if node.kind is Kind.PARAGRAPH:
        return judge_resolution(node, reading, voice, formula, where.leads, told)
    if told and bare_imperative(reading) is not None:
        return None
    return judge_limb(reading, voice, where.lead is None or where.lead.enacts)


def _setting(node: Node, reading: Reading, where: Where) -> Setting:
    """The surroundings of a node, as far as they show who asks in it."""
    lead = where.lead
    listed = lead is not None and node.kind is Kind.ITEM
    together = where.place is Place.RECOMMENDATIONS
    return Setting(
        operative=lead is not None and lead.acts and opens_with_verb(reading),
        weak=listed or together,
        together=together,
        enacting=where.place is Place.RESOLUTION,
        follows=where.follows,
        decided=listed and lead is not None and lead.role is Role.DECISION,
        directed=Addressee.OWN_BODY in where.whom,
        summed=where.place is Place.SUMMARY,
    )


def _in_list(
    node: Node, reading: Reading, where: Where, voice: Voice, asking: list[Clause]
) -> Finding | None:
    """What a member of a list without a lead-in is, of recommendations or of names; None for prose."""
    together = where.place is Place.RECOMMENDATIONS
    by_states = Genre.REVIEW in voice.genres and ends_with_states(reading)
    listing = together or by_states or (node.kind is Kind.ITEM and where.place in _IMPERATIVES)
    if listing and not opens_asking(asking) and not _asks_first(reading, asking):
        found = bare(node, reading, voice, where.place)
        if found is not None:
            return found
        if by_states and "." in node.number:
            return _box(reading, asking, voice)
        if together and (told := that_clause(reading, voice)) is not None:
            return asking_finding(reading, Verdict(Role.RECOMMENDATION, "what is to be", 0.8), [told], voice)
    if node.kind is Kind.ITEM and where.place in _LISTED and names_only(reading):
        return role_only(Role.PROCEDURAL, NAMED, 0.7)
    return None


def _in_prose(node: Node, reading: Reading, where: Where, voice: Voice, asking: list[Clause]) -> Finding:
    """What a text is by its own words and by what is below it."""
    lexicon, together = reading.lexicon, where.place is Place.RECOMMENDATIONS
    if declares(node, lexicon):
        return role_only(Role.PREAMBULAR, "participle opens", 0.7)
    asking = without_norms(reading, asking)
    verdict = judge(reading, where.place, voice, asking, where.follows)
    if acts_below(node, reading):
        return role_only(Role.DECISION, "the body acts in what follows", 0.75)
    if together and ends_in_colon(node.text) and not finds(reading) and (whom := named_alone(reading)):
        return Finding(Verdict(Role.RECOMMENDATION, CALLED, 0.75), (Frame(Force.RECOMMENDS, whom),))
    leads = where.leads and ends_in_colon(node.text)
    if leads and verdict.role in UNSAID and (whom := introduced(reading, voice)):
        return Finding(Verdict(Role.RECOMMENDATION, INTRODUCED, 0.7), (Frame(Force.RECOMMENDS, whom),))
    said_before = verdict.rule == SPOKEN and len(reading.starts) > 1  # "Ann Moor told us so. The causes are:"
    if (ends_in_colon(node.text) or where.leads) and not said_before:
        verdict = _leading(verdict, last_clause(node.text, lexicon), lexicon, together)
    otherwise = default_addressee(voice, True) if together and Genre.OVERSIGHT in voice.genres else ()
    return asking_finding(reading, verdict, asking, voice, otherwise)


def _label_end(node: Node, reading: Reading, together: bool) -> int | None:
    """Where a recommendation's label ends: a word with a number, or among others (`together`) a code.

    A bracket after the word that names nobody makes it something else: "Recommendation 4 (in progress): the
    Ministry has begun".
    """
    if (named := reading.lexicon.labelled.match(node.text)) is not None:
        names_nobody = named["bracket"] is not None and not called(reading, named.end())[0].types
        return None if names_nobody else named.end()
    coded = _CODE.match(node.text) if together else None
    return coded.end() if coded is not None else None


def _asks_first(reading: Reading, asking: list[Clause]) -> bool:
    """Whether the body asks in the first sentence, whatever that opens with ("To remedy this, I
    recommend")."""
    return bool(asking) and asking[0].sort == "performative" and asking[0].verb.start < reading.first_end


def _replies(reading: Reading) -> bool:
    """Whether somebody replies: "Recommendation 6.12: Norland supports this recommendation"."""
    return any(said.value == "replying" for said in reading.saying)


def _box(reading: Reading, asking: list[Clause], voice: Voice, start: int = 0) -> Finding:
    """A numbered recommendation, whose label ends at `start`."""
    verdict = Verdict(Role.RECOMMENDATION, "numbered recommendation", 0.95)
    asked, begins = called(reading, start)
    asked = as_meant(asked, reading, voice)
    if asking:
        otherwise = asked.types or (default_addressee(voice, True) if Genre.OVERSIGHT in voice.genres else ())
        return asking_finding(reading, verdict, asking, voice, otherwise)
    if not asked.types and (told := that_clause(reading, voice)) is not None and told.asked.types:
        return asking_finding(reading, verdict, [told], voice)
    verb = bare_imperative(reading, begins or start)
    if verb is None and not asked.types:
        asked = as_meant(opening_subject(reading, start), reading, voice)  # "The managers will need to"
    return imperative(reading, verdict, verb, voice, True, asked)


def _headed(last: Words, lexicon: Lexicon) -> Place:
    """What a lead-in that is a heading by its words says of its items ("Conclusions:", "Acórdão:")."""
    if len(last.words) > _A_HEADING:
        return Place.UNKNOWN
    return place_of(last.low.rstrip(" :："), lexicon, Place.UNKNOWN)


def _leading(verdict: Verdict, last: Words, lexicon: Lexicon, together: bool) -> Verdict:
    """The role of a paragraph with items, from what its last clause says of them."""
    headed = _headed(last, lexicon)
    if verdict.role not in (Role.RECOMMENDATION, Role.PROCEDURAL) and (
        announces_findings(last, lexicon) or headed is Place.OBSERVATIONS
    ):
        return Verdict(Role.OBSERVATION, "leads into findings", 0.75)
    if verdict.role is not Role.RECOMMENDATION and headed is Place.RESOLUTION and len(last.words) == 1:
        return Verdict(Role.DECISION, "heads a decision", 0.75)
    if verdict.rule == SPOKEN and together and announces_recommendations(last, lexicon):
        return Verdict(Role.PROCEDURAL, "leads into a list of recommendations", 0.65)
    return verdict
