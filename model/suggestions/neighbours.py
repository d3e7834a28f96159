"""What the paragraphs beside one say of it: statements in a row, quoted words, lists of names, who signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.dates import says_when
from model.labels import Addressee, Role
from model.nodes import Kind, Node
from model.suggestions.deciding import is_the_body
from model.suggestions.finding import Finding, role_only
from model.suggestions.fragments import names_only, verbless
from model.suggestions.leads import announces_recommendations, last_clause
from model.suggestions.pronouns import meant_behind
from model.suggestions.reading import Reading, is_past
from model.suggestions.speakers import goes_on
from model.suggestions.voice import Voice
from model.words import ends_in_colon

# By which rule an item is a participant, an organization, a document.
NAMED = "a name in a list"
# This many entries in a row are a list.
_A_LIST = 4
# After so many statements an unclear paragraph is one, except what names the body so near its beginning.
_SAID, _OPENS = 2, 100
# A name with its titles has no more words.
_A_NAME = 10
# A place and a day have no more words.
_A_DAY = 6
# What opens quoted words, and what ends a sentence before them. An organ that acts in them is named so soon.
_MARKS, _STOPS, _ACTS = ("“", "«", "„", '"', "‘"), (".", "!", "?", "”", "»", "。"), 10
# With these quoted words end.
_CLOSING = ("”", "»", '"', "“", "”.", "».", '".')
# With these a paragraph hands over to the words that it reports.
_OPENING = (":", ":-", ":–", ":—")
# With these, too, its sentence goes on in the list below it.
_COMMAS = (",", "،", "，")
# An article before a name is not longer.
_ARTICLE = 4
# What a paragraph is taken for where nothing in it says more, and how sure that can be.
UNSAID = (Role.BACKGROUND, Role.OBSERVATION)
_PLAIN = (*UNSAID, Role.RECOMMENDATION)
# What may stand between the entries of a list.
_BETWEEN = (Kind.FOOTNOTE, Kind.FURNITURE)
_SURE = 0.8
# So little sure, as much speaks for one of these as for the other.
_EVEN = 0.55


class Neighbours:
    """What the paragraphs before the next one say of it; they are told one after the other, by `add`."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self.before: Finding | None = None  # of the last paragraph, items aside
        self.follows = False  # the one before begins with the reporting body
        self.meant: tuple[Addressee, ...] = ()  # whom "it" means, after the one before
        self._last: Role | None = None
        self._named = False  # the one before is a name in a list
        self._run = 0  # so many statements in a row
        self._names = False  # the one before names who says what follows
        self._hands_over = False  # the one before ends within its sentence
        self._prefix: str | None = None  # how the numbers of a list below the one before begin; None: no list
        self._counted = 0  # so many paragraphs of it
        self._led_by = 0  # the number of the one before, where it ends in a colon
        self._next = 0  # the number after a report that is given in full; 0 if none is
        self._number, self._closed = 0, False  # the last one, and whether its words end in a quotation mark
        self._behind = 0  # the number after a resolution that is given in full; 0 if none is

    def reports(self, node: Node) -> bool:
        """Whether a paragraph is one of a report that the text gives in full: its numbers begin again after a
        colon ("The report read as follows:"), until the text counts on."""
        if node.kind is Kind.PARAGRAPH and node.number == "1" and self._led_by:
            self._next = self._led_by + 1
        elif self._next and node.number == str(self._next):
            self._next = 0
        return bool(self._next)

    def quote(self) -> None:
        """A resolution begins with the next node; its numbers are its own."""
        self._behind = self._number + 1 if self._number else 0

    def counts_on(self, node: Node) -> bool:
        """Whether a paragraph stands after a resolution that a numbered paragraph gives in full: its number
        goes on with those before the resolution, not with its own, or the quotation has ended."""
        if not self._behind or node.kind is not Kind.PARAGRAPH or node.number != str(self._behind):
            return False
        goes_on = self._behind != self._number + 1 or self._closed
        self._behind = 0 if goes_on else self._behind
        return goes_on

    @property
    def in_preamble(self) -> bool:
        return self.before is not None and self.before.verdict.role is Role.PREAMBULAR

    def lists(self, node: Node) -> bool:
        """Whether a paragraph is an item of the lead-in before it: counted from 1, or 7.2.1 below 7.2."""
        if node.kind is not Kind.PARAGRAPH or self._prefix is None:
            return False
        count = str(self._counted + 1)
        if node.number not in (f"{self._prefix}{count}", count):
            return False
        self._counted += 1
        return True

    def settle(self, node: Node, reading: Reading, found: Finding) -> Finding:
        """What was found of a node, where those before it do not say that it is somebody's words."""
        plain = found.verdict.role in _PLAIN
        begun = self._voice.national or reading.text[:1].islower()  # within the sentence of the one before
        if self._names and begun and not node.number and plain:
            return role_only(Role.STATEMENT, "the words of whoever the paragraph before names", 0.75)
        if self._hands_over and plain and _quotes(node, reading):
            return role_only(Role.STATEMENT, "quoted words", 0.75)
        item = node.kind is Kind.ITEM and found.verdict.role in UNSAID
        if self._named and item and verbless(reading):
            return role_only(Role.PROCEDURAL, NAMED, 0.6)  # "beHuman", among names in capitals
        meeting = self._voice.narrated and not self._voice.national
        own = _body_goes_on(reading) or _of_the_report(node, reading)
        if meeting and self._run >= _SAID and not own and _unclear(found):
            return role_only(Role.STATEMENT, "among what others said", 0.6)
        if found.verdict.role in UNSAID and found.verdict.confidence < _EVEN and self._last in UNSAID:
            return role_only(self._last, "as the one before it", _EVEN)
        return found

    def goes_on(self, reading: Reading, found: Finding) -> bool:
        """Whether a paragraph of no clear role goes on with the statement before it."""
        lexicon = reading.lexicon
        if self.before is None or self.before.verdict.role is not Role.STATEMENT:
            return False
        somebody = found.verdict.role in UNSAID and not lexicon.persons.isdisjoint(reading.words.words[:1])
        return somebody or (_unclear(found) and goes_on(reading))

    def add(self, node: Node, reading: Reading, found: Finding) -> None:
        """Takes in the next node."""
        said = found.verdict.role is Role.STATEMENT
        self._last = found.verdict.role
        self._named = found.verdict.rule == NAMED
        text = node.text.rstrip()
        self._run = self._run + 1 if said else 0
        hands_over = text.endswith((*_OPENING, *reading.lexicon.that_behind))
        self._names = said and node.kind is Kind.PARAGRAPH and hands_over
        self._hands_over = not text.endswith(_STOPS)
        self.follows = self._begins_with_body(reading)
        if reading.lexicon.it.isdisjoint(reading.words.words[:1]):
            self.meant = meant_behind(reading)
        if node.kind is Kind.PARAGRAPH:
            self._number = int(node.number) if node.number.isdecimal() else self._number
            self._closed = text.endswith(_CLOSING)
            self.before = found
            goes_on = text.endswith((*_OPENING, *_COMMAS))
            self._prefix = (f"{node.number}." if node.number else "") if goes_on else None
            self._counted = 0
            self._led_by = int(node.number) if _hands_to_a_report(node, reading, found) else 0

    def _begins_with_body(self, reading: Reading) -> bool:
        """Whether a paragraph begins with the reporting body, or with "it" after one that does."""
        lexicon = reading.lexicon
        if not lexicon.it.isdisjoint(reading.words.words[:1]):
            return self.follows
        first = reading.actors[0] if reading.actors else None
        near = reading.words.edges[:3][-1] if lexicon.verb_first else _ARTICLE
        return first is not None and first.start <= near and is_the_body(reading, first, self._voice)


def entries(children: Sequence[Node], readings: Mapping[str, Reading]) -> frozenset[str]:
    """The unnumbered paragraphs that stand in a row without verbs: the entries of a list."""
    found: list[str] = []
    row: list[str] = []
    for node in [*children, None]:
        if node is not None and node.kind in _BETWEEN:
            continue
        if (
            node is not None
            and node.kind is Kind.PARAGRAPH
            and not node.number
            and verbless(readings[node.id])
        ):
            row.append(node.id)
            continue
        if len(row) >= _A_LIST:
            found += row
        row = []
    return frozenset(found)


def closing(children: Sequence[Node], readings: Mapping[str, Reading]) -> frozenset[str]:
    """The short lines without verbs that end a section's paragraphs: a name, an office, a place."""
    found: list[str] = []
    for node in reversed(children):
        if node.kind in (Kind.FOOTNOTE, Kind.FURNITURE, Kind.SECTION):
            continue
        if node.kind is not Kind.PARAGRAPH or node.number or not _signature(node, readings[node.id]):
            if node.kind is Kind.ITEM and names_only(readings[node.id]):
                return frozenset()  # the list of names goes on
            break
        found.append(node.id)
    else:
        return frozenset()  # a list of names, not the end of a text
    return frozenset(found[: _A_LIST - 1]) if len(found) < _A_LIST else frozenset()


def _signature(node: Node, reading: Reading) -> bool:
    """Whether a line is a name with its titles, or the place and day of signing; not a reference in brackets,
    nor the meeting at which a text was adopted."""
    text = node.text.strip()
    words = reading.words.words
    if len(words) > _A_NAME or text.endswith(".") or (text.startswith("(") and text.endswith(")")):
        return False
    dated = len(words) <= _A_DAY and says_when(reading.low, 0, len(reading.low)) and verbless(reading)
    return names_only(reading) or (dated and reading.lexicon.sessions.isdisjoint(words))


def _quotes(node: Node, reading: Reading) -> bool:
    """Whether an unnumbered paragraph gives the words of others: in quotation marks, and no organ's act."""
    opening = reading.actors[0] if reading.actors else None
    acts = opening is not None and opening.start < _ACTS and opening.value.is_body
    return not node.number and node.text.lstrip().startswith(_MARKS) and not acts


def _body_goes_on(reading: Reading) -> bool:
    """Whether a paragraph tells in the present what the reporting body does ("the Panel considers")."""
    own = next((actor for actor in reading.actors[:3] if actor.value.sort == "own"), None)
    return own is not None and own.start < _OPENS and not is_past(reading, own.end)


def _of_the_report(node: Node, reading: Reading) -> bool:
    """Whether a paragraph is the report's own, whatever is said around it: it opens with a norm ("Under
    article 12"), or leads into a list and names nobody."""
    first = next(iter(reading.cues), None)
    if first is not None and first.value.norm and first.start <= reading.words.edges[0]:
        return True
    return not reading.actors and node.text.rstrip().endswith(_OPENING)


def _hands_to_a_report(node: Node, reading: Reading, found: Finding) -> bool:
    """Whether a numbered paragraph ends in a colon after which a report may follow, with numbers of its own:
    it neither asks nor says that recommendations follow, which are the report's own."""
    if not node.number.isdecimal() or found.verdict.role is Role.RECOMMENDATION:
        return False
    lexicon = reading.lexicon
    return ends_in_colon(node.text) and not announces_recommendations(
        last_clause(node.text, lexicon), lexicon
    )


def _unclear(found: Finding) -> bool:
    """Whether nothing in a paragraph says clearly what it is."""
    return found.verdict.role in UNSAID and found.verdict.confidence < _SURE
