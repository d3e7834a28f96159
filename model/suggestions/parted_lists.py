"""Lists that headings part: a lead-in whose sentence goes on below the headings after it."""

from __future__ import annotations

from collections.abc import Mapping

from model.nodes import Kind, Node
from model.outline import Outline
from model.suggestions.fragments import own_sentence
from model.suggestions.imperatives import bare_imperative
from model.suggestions.reading import Reading
from model.suggestions.resolutions import is_annex
from model.words import ends_in_colon

# A sentence has its subject at its beginning, an article before it.
_ARTICLE = 4


def parted_lists(outline: Outline, readings: Mapping[str, Reading]) -> dict[str, str]:
    """The members of lists that stand below headings after their lead-in, each with the id of that lead-in.

    "The Commission recommends that the Government of Norland:" / Prisons / "1. Repairs ..." / Courts /
    "2. Trains ...".
    """
    found: dict[str, str] = {}
    led: _Led | None = None
    for node in outline:
        if node.kind is Kind.SECTION:
            annexed = led is not None and is_annex(node.text, readings[led.lead.id].lexicon)
            led = led if led is not None and not annexed and led.goes_on_under(node) else None
        elif node.kind is Kind.ITEM and led is not None:
            if led.takes_item(node):
                found[node.id] = led.lead.id
        elif node.kind is Kind.PARAGRAPH:
            if led is not None and led.takes(node, readings[node.id]):
                if led.headed:
                    found[node.id] = led.lead.id
            else:
                led = _Led(outline, node) if ends_in_colon(node.text) else None
    return found


class _Led:
    """A lead-in and how far its list has come."""

    def __init__(self, outline: Outline, lead: Node) -> None:
        self.lead = lead
        self.headed = False  # a heading has stood in its list
        self._outline = outline
        self._begun = False  # its list begins before the first heading
        self._itemized = False  # with items, so that no paragraph is of it
        self._first = int(lead.number) if lead.number.isdecimal() else 0
        self._count = 0  # of its numbered members

    def goes_on_under(self, section: Node) -> bool:
        """Whether a heading parts the list: it stands in the lead-in's section, at whatever depth; where the
        list does not begin in that section, beside it, too."""
        above = self.lead.parent
        beside = self._outline[above].parent if above is not None else None
        higher = {None, *(one.id for one in self._outline.ancestors(section))}
        self.headed = above in higher or (beside in higher and not self._begun)
        return self.headed

    def takes_item(self, item: Node) -> bool:
        """Whether an item is of the list: right below a heading."""
        self._itemized = self._itemized or not self.headed
        self._begun = self._begun or self._itemized
        above = self._outline.get(item.parent)
        return self.headed and above is not None and above.kind is Kind.SECTION

    def takes(self, node: Node, reading: Reading) -> bool:
        """Whether a paragraph is of the list: counted from 1; on from the lead-in's number, or without one,
        if it opens with its verb."""
        if self._itemized:
            return False
        count = self._count + 1
        if node.number == str(count):
            taken = not _has_subject(reading)
        elif not node.number or (self._first and node.number == str(self._first + count)):
            taken = self.headed and not self._begun and bare_imperative(reading) is not None
        else:
            taken = False
        if taken:
            self._begun = self._begun or not self.headed
            self._count += bool(node.number)
        return taken


def _has_subject(reading: Reading) -> bool:
    """Whether a text is a sentence with a subject of its own, which completes no other."""
    lexicon = reading.lexicon
    opens = reading.words.words[:1]
    named = any(actor.start <= _ARTICLE for actor in reading.actors[:1])
    small = lexicon.determiners | lexicon.we | lexicon.it
    return (named or not small.isdisjoint(opens)) and own_sentence(reading)
