"""Reports that list a body's acts paragraph by paragraph, each by its verb: "Took note of the report."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from model.labels import Role
from model.nodes import CLASSIFIED, Kind, Node
from model.outline import Outline
from model.suggestions.fragments import opens_with_verb
from model.suggestions.leads import Lead
from model.suggestions.reading import Reading, is_past, read
from model.suggestions.voice import Genre, Voice

# What stands above such paragraphs is understood: "The Council:".
UNDERSTOOD = Lead("", Role.DECISION, acts=True)
# This many paragraphs that open like this make a list of acts; an act is told in no fewer words.
_A_LIST, _AN_ACT = 3, 4
# Reports on what others did: their lists ("Achievements") are of that.
_ON_OTHERS = frozenset({Genre.OVERSIGHT, Genre.REVIEW, Genre.ACCIDENT, Genre.ANALYSIS})
# Words between "by" and a name: an article.
_NEAR = 2


def told_acts(outline: Outline, readings: Mapping[str, Reading], voice: Voice) -> frozenset[str]:
    """The paragraphs that tell an act of the body by its verb, without a subject, where most of a section do
    and they do so again and again.

    A single one may be a participle: "Established in 1990, the fund".
    """
    if not voice.governs and voice.genres & _ON_OTHERS:
        return frozenset()
    found: list[str] = []
    for section, nodes in _by_section(outline).items():
        acts = [node for node in nodes if _tells_act(readings[node.id])]
        if 2 * len(acts) > len(nodes) and not _names_who_acts(outline.get(section), readings[nodes[0].id]):
            found += [node.id for node in acts]
    past = sum(is_past(readings[node], readings[node].words.edges[0]) for node in found)
    return frozenset(found if past >= _A_LIST else ())


def _by_section(outline: Outline) -> dict[str | None, list[Node]]:
    """The paragraphs and items right below each heading."""
    found: defaultdict[str | None, list[Node]] = defaultdict(list)
    for node in outline:
        above = outline.get(node.parent)
        if node.kind in CLASSIFIED and (above is None or above.kind is Kind.SECTION):
            found[node.parent].append(node)
    return found


def _tells_act(reading: Reading) -> bool:
    """Whether a text opens with what a body did, and no subject stands after the verb."""
    lexicon = reading.lexicon
    if lexicon.verb_first or lexicon.inverts or lexicon.cjk or len(reading.words.words) < _AN_ACT:
        return False
    return opens_with_verb(reading) and not reading.openers


def _names_who_acts(heading: Node | None, below: Reading) -> bool:
    """Whether a heading says that somebody else acts: "Steps taken by the Government"."""
    if heading is None:
        return False
    said = read(heading.text, below.lexicon)
    others = [actor for actor in said.actors if not actor.value.is_body]
    return any(not said.lexicon.through.isdisjoint(said.ahead(one.start)[-_NEAR:]) for one in others)
