"""Enacting formulas: where resolutions, decisions and their drafts begin.

The name of the body that enacts stands alone ("The General Assembly,"), or before the first participle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from model.labels import Addressee
from model.nodes import CLASSIFIED, Kind, Node
from model.outline import Outline
from model.suggestions.lexicon import Lexicon
from model.suggestions.phrases import Phrases
from model.suggestions.sentences import sentence_starts
from model.words import Words, ends_in_colon

# The signs of all scripts.
COMMA = (",", "،", "，")
COLON = (":", "：")
RUNS_ON = (",", ";", "،", "؛", "，", "；")
# The formula with which an organ enacts has no more characters.
FORMULA_LENGTH = 140
# Those who enact a resolution together are named in so few words.
_TOGETHER = 9
# A paragraph opens in its first characters.
_OPENING = 200
# Before an organ that opens a line stands one word at most.
_BEFORE_IT = 1
# A body's name has so few words that name none, where what it does follows after a colon.
_BESIDE = 3


def scope_starts(children: Sequence[Node], lexicon: Lexicon, outline: Outline) -> Iterator[str]:
    """The ids of the paragraphs with which resolutions may begin among the children of one section."""
    paragraphs = [node for node in children if node.kind in CLASSIFIED]
    for index, node in enumerate(paragraphs):
        if node.number or node.kind is Kind.ITEM:
            continue
        below = outline.children(node.id)
        follower = below[0] if below else paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if follower is None:
            follower = _first_below_heading(children, outline)  # "The Assembly," before headings
        if _is_formula(node, follower, lexicon) or _preambles(node, follower, lexicon):
            yield node.id


def _first_below_heading(children: Sequence[Node], outline: Outline) -> Node | None:
    """The first text below the first heading among nodes, or below the headings under it."""
    heading = next((one for one in children if one.kind is Kind.SECTION), None)
    while heading is not None:
        below = outline.children(heading.id)
        if not below or below[0].kind is not Kind.SECTION:
            return below[0] if below else None
        heading = below[0]
    return None


def opens_preamble(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins as preambular paragraphs do: "Recalling its resolution", "y CONSIDERANDO:"."""
    opening = Words(text[:_OPENING], lexicon.cjk)
    joined = not lexicon.conjunctions.isdisjoint(opening.words[:1]) and len(opening.words) > 1
    first = opening.edges[2] if joined else first_letter(opening.low)
    return bool(lexicon.preamble.find(opening, slice(0, 3), frozenset({first})))


def _is_formula(node: Node, follower: Node | None, lexicon: Lexicon) -> bool:
    """ "The General Assembly," alone, or with its first participle after the comma."""
    text = node.text.strip()
    if follower is not None and _hands_to_infinitives(text, follower, lexicon):
        return True
    head, comma, rest = text.partition(",")
    bare = text[-1:].isalpha()  # "The Conference of the Parties" with a line of its own
    if bare or text.endswith((*COMMA, *COLON)):
        last = text[_last_sentence(text) :]
        short = len(last) <= FORMULA_LENGTH
        if short:
            alone = last == text and text.endswith(COMMA) and _names_an_organ(text, lexicon)
            follows = follower is not None and (
                alone or _enacts(follower, lexicon) or _acts(text, follower, lexicon)
            )
            return follows and only_names_a_body(last, lexicon) and not (bare and _of_a_body(last, lexicon))
    if follower is None or not comma or len(head) > 90 or not _names_a_body(head, lexicon):
        return False
    if text.endswith(RUNS_ON) and opens_preamble(follower.text, lexicon):
        return True  # "The Conference, convened at Port Ellery by ..., having met from 2 to 4 May,"
    return opens_preamble(rest.lstrip(), lexicon) and _enacts(follower, lexicon)


def _hands_to_infinitives(text: str, follower: Node, lexicon: Lexicon) -> bool:
    """Whether a text ends with a verb of deciding and a colon, and what follows says in the infinitive what
    is decided ("..., el Pleno resuelve:", "1. Aprobar el informe"); or opens a preamble, and that verb stands
    alone after it."""
    if not lexicon.infinitive:
        return False
    if opens_preamble(text, lexicon) and text[-1:].isalpha():
        return ends_deciding(follower.text, lexicon) and len(follower.text.split()) == 1
    if not ends_deciding(text, lexicon):
        return False
    opening = Words(follower.text[:_OPENING], lexicon.cjk)
    first = next(iter(opening.words), "")
    known = lexicon.imperatives.find(opening, slice(0, 1)) or lexicon.actions.find(opening, slice(0, 1))
    return first.endswith(lexicon.infinitive) and bool(follower.number or known)


def ends_deciding(text: str, lexicon: Lexicon) -> bool:
    """Whether a text ends with a verb of deciding in the present and a colon ("The Council decides:")."""
    said = Words(text[-_OPENING:], lexicon.cjk)
    if not ends_in_colon(text):
        return False
    ending = len(said.low.rstrip(" :："))
    last = next((hit for hit in lexicon.deciding.find(said) if hit.end == ending), None)
    return last is not None and not said.low.endswith(lexicon.past, last.start, last.end)


def _names_an_organ(text: str, lexicon: Lexicon) -> bool:
    """Whether a text opens with an organ, an article or another small word before it ("The Conference of the
    Parties,"); a line that ends there with a comma is a formula, whatever follows it."""
    said = Words(text, lexicon.cjk)
    organ = next((hit for hit in lexicon.actors.find(said) if hit.value.is_body), None)
    return organ is not None and len(text[: organ.start].split()) <= _BEFORE_IT


def _of_a_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a text's body only says whose something is ("Conclusions of the Committee", "Report on the
    outcomes of the World Summit")."""
    said = Words(text, lexicon.cjk)
    body = next((hit for hit in lexicon.actors.find(said) if hit.value.is_body), None)
    return body is not None and not lexicon.of.isdisjoint(said.words[said.within(0, body.start)])


def _last_sentence(text: str) -> int:
    """Where the last clause begins, after a stop or a colon ("... as follows: The Conference,")."""
    colon = max(text.rfind(mark, 0, len(text) - 1) for mark in COLON)
    return max(sentence_starts(text)[-1], colon + 1)


def _preambles(node: Node, follower: Node | None, lexicon: Lexicon) -> bool:
    """Two participles in a row, each with its comma: a preamble whose enacting formula stands elsewhere."""
    if follower is None or follower.number or follower.kind is not Kind.PARAGRAPH:
        return False
    return all(
        one.text.rstrip().endswith(RUNS_ON) and opens_preamble(one.text, lexicon) for one in (node, follower)
    )


def _enacts(node: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph goes on with a resolution: a participle opens it, or an operative verb."""
    if opens_preamble(node.text, lexicon):
        return True
    opening = Words(node.text[:_OPENING], lexicon.cjk)
    first = first_letter(opening.low)
    part, starts = slice(0, 6), frozenset({first})
    opens = [hit.start for hit in lexicon.openers.find(opening, part, starts)]
    opens += [hit.start for hit in lexicon.deciding.find(opening, part, starts)]
    return any(start <= first + 14 for start in opens) or node.kind is Kind.ITEM


def _acts(text: str, follower: Node, lexicon: Lexicon) -> bool:
    """Whether a paragraph goes on with a name that ends in no colon: it has a number, behind a name without
    comma a verb as its first word, too ("1. Welcomes the report")."""
    if not follower.number or ends_in_colon(text):
        return False
    return text.endswith(COMMA) or opens_with_act(follower.text, lexicon)


def opens_with_act(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a word by which a body asks, says or finds."""
    opening = Words(text[:_OPENING], lexicon.cjk)
    starts = frozenset({first_letter(opening.low)})
    tables: tuple[Phrases[Any], ...] = (lexicon.asks, lexicon.saying, lexicon.cues)
    return any(hit.start in starts for table in tables for hit in table.find(opening, slice(0, 6), starts))


def _names_a_body(text: str, lexicon: Lexicon) -> bool:
    said = Words(text, lexicon.cjk)
    actors = lexicon.actors.find(said)
    if any(hit.value.is_body or Addressee.PARENT_BODY in hit.value.types for hit in actors):
        return True
    # "The Contracting Parties,", "Los Gobiernos,": those who act together, and little else
    words = said.words
    if not actors or len(words) > _TOGETHER or words[0] not in lexicon.determiners:
        return False
    if words[0] in lexicon.turning:
        return False  # "To Member States:" turns to them
    if ends_in_colon(text) and _ADVISED.issuperset(actors[0].value.types):
        return False  # "The Department of Lands:" is whom an audit advises
    return actors[0].start == said.edges[2] and actors[0].value.sort != "state"


# Who is advised in reports, and enacts nothing.
_ADVISED = frozenset(
    {
        Addressee.NATIONAL_AUTHORITY,
        Addressee.MANAGEMENT,
        Addressee.SECRETARIAT,
        Addressee.PRIVATE_SECTOR,
    }
)


def only_names_a_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a lead-in names a body and says nothing of it: not "The Commission should:", nor "She complains
    the Council did not:", nor "To do so, the Council had to:", nor "The Court makes the following
    recommendations:".
    """
    said = Words(text, lexicon.cjk)
    if not lexicon.into.isdisjoint(said.words[-1:]):
        return False
    asks = next(lexicon.asks.each(said), None) is not None or lexicon.announces(said)
    if asks or lexicon.findings.find(said) or not lexicon.finite.isdisjoint(said.words):
        return False
    return not _says_more(text, said, lexicon) and _names_a_body(text, lexicon)


def _says_more(text: str, said: Words, lexicon: Lexicon) -> bool:
    """Whether what leads into a list has many words that name nobody: "The team combined four sources of
    evidence:" has a verb that no table holds. What stands behind a comma is not counted ("The Council,
    meeting in Port Ellery:").
    """
    if not ends_in_colon(text) or lexicon.deciding.find(said):
        return False
    small = lexicon.determiners | lexicon.of | lexicon.nominal
    named = lexicon.actors.find(said)
    opening = said.within(0, (text.find(",") + 1 or len(text)) - 1)
    places = zip(said.words[opening], said.spots(opening), strict=True)
    strange = [low for word, (low, _) in places if word not in small]
    beside = sum(not any(one.start <= low < one.end for one in named) for low in strange)
    by_us = not lexicon.we.isdisjoint(said.words[:1])  # "We also interviewed:"
    return beside > (0 if by_us else _BESIDE)


def first_letter(low: str) -> int:
    """Where the first letter or figure of a text stands."""
    match = re.search(r"[^\W_]", low)
    return match.start() if match else 0
