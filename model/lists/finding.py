"""Every list of a report found, node by node."""

from __future__ import annotations

from collections.abc import Iterator

from model.countries import Country
from model.labels import MACHINE, Decision, DecisionKey, Slot
from model.lists import agenda, documents
from model.lists.dialogue import told, verbatim
from model.lists.entries import Category, ListEntry, ListKind, repeated_marked
from model.lists.in_tables import people_in_table
from model.lists.in_text import ListLead, entries_in, entries_under, lead_of
from model.lists.names import named, run_of_countries, trimmed
from model.lists.people import singular, with_states
from model.lists.votes import Ballots
from model.lists.wording import Wording, wording
from model.nodes import CLASSIFIED, Kind, Node
from model.outline import Outline

# A lead-in ends like this; the entries follow in nodes of their own.
_LEADING = (":", "：")
# Lists that a heading alone can open.
_BY_HEADING = (ListKind.ATTENDANCE, ListKind.MEMBERS)
# A text longer than this holds no lists that its lead-in words announce in the first of it.
_LONGEST = 12_000


def list_entries(outline: Outline, language: str) -> list[Decision]:
    """The rules' decisions on the entries of lists, one for each node that has any, in reading order.

    `language` is an ISO 639-1 code; where there is no file for it, the English one is used.
    """
    return _Finder(outline, wording(language)).run()


class _Finder:
    """Walks a report in reading order and keeps what is open: a lead-in, the agenda's item, a vote."""

    def __init__(self, outline: Outline, wording: Wording) -> None:
        self._outline = outline
        self._wording = wording
        self._ballots = Ballots(wording)
        self._item = ""
        self._heading = ""
        self._depth = 0
        self._dialogue = False
        self._officers_known: set[tuple[str, Country]] = set()
        self._opens: dict[str, ListKind | None] = {}  # by heading
        self._pending: ListLead | None = None
        self._found: dict[str, tuple[str, list[ListEntry]]] = {}

    def run(self) -> list[Decision]:
        for node in self._outline:
            if node.kind is Kind.SECTION:
                self._enter(node)
            elif node.kind is Kind.TABLE:
                self._table(node)
            elif node.kind in CLASSIFIED and node.id not in self._found and len(node.text) < _LONGEST:
                self._text(node)
        return [_decision(node, entries, rule) for node, (rule, entries) in self._found.items()]

    def _enter(self, section: Node) -> None:
        self._heading = section.text
        self._pending = self._opened_by(section)
        depth = section.level or 1
        if depth <= self._depth:
            self._item = ""
        self._item = self._wording.item_in(section.text) or self._item
        self._depth = depth
        pattern = self._wording.dialogue.get("headings")
        self._dialogue = bool(pattern and pattern.search(section.text))
        if agenda.is_agenda_section(section, self._outline, self._wording):
            self._keep_all("a section of agenda items", agenda.items_of_section(section, self._outline))

    def _opened_by(self, section: Node) -> ListLead | None:
        """The list that a heading opens: "Attendance", or "States parties" below it."""
        self._opens[section.id] = self._wording.list_of(section.text)
        kinds = (self._opens.get(node.id) for node in (section, *self._outline.ancestors(section)))
        kind = next((kind for kind in kinds if kind in _BY_HEADING), None)
        return ListLead(kind, self._wording.group_of(section.text)) if kind is not None else None

    def _enumerated(self, node: Node) -> list[ListEntry]:
        """The States in a node that holds nothing else, below what leads it in; in columns or with commas."""
        lead = self._pending
        countries = run_of_countries(node.text, 0, len(node.text)) if lead is not None else []
        if lead is None or not countries:
            return []
        named_there = [
            (each, self._wording.category_of(lead.category, "", each.country)) for each in countries
        ]
        return [
            ListEntry(lead.list, node.text[each.start : each.end], each.span, category, each.country)
            for each, category in named_there
        ]

    def _table(self, node: Node) -> None:
        rows = node.extra.get("cells") or ()
        people = people_in_table(node.text, rows, self._pending) if self._pending is not None else []
        if listed := people or self._enumerated(node):
            self._keep(node, "a list below its lead-in", listed)
            return
        if documents.is_table_of_documents(rows, self._heading, self._wording):
            self._keep(node, "a table of documents", documents.in_table(node.text, rows, self._wording))

    def _text(self, node: Node) -> None:
        words = self._wording
        leads = node.text.rstrip().endswith(_LEADING)
        if leads and agenda.opens_agenda(node, self._heading, self._outline, words):
            self._keep_all("the agenda's items", agenda.items_below(node, self._outline))
        self._item = words.item_in(node.text) or self._item
        if leads:
            self._below(node)
        found = self._ballots.read(node.text)
        rule = "votes"
        if not found:
            rule, found = self._in_text(node)
        if not found:
            rule, found = "a list below its lead-in", self._enumerated(node)
        self._keep(node, rule, found)
        if node.kind is Kind.PARAGRAPH and not found:
            self._pending = lead_of(_last_sentence(node), words, self._item) if leads else None

    def _in_text(self, node: Node) -> tuple[str, list[ListEntry]]:
        words, text = self._wording, node.text
        if found := verbatim(text, words):
            return "the speaker of a verbatim record", found
        found = entries_in(text, words, self._item)
        found += self._officers(text, found)
        found += documents.in_sentences(text, words, self._item)
        if not found and self._dialogue:
            return "a speaker in a dialogue", told(text, words, self._item)
        return "a lead-in's words", sorted(found, key=lambda entry: entry.span)

    def _officers(self, text: str, found: list[ListEntry]) -> Iterator[ListEntry]:
        """Those who hold an office and are named with their States, wherever a sentence names them."""
        taken = {entry.span for entry in found if entry.list in (ListKind.OFFICERS, ListKind.PANELLISTS)}
        for person in with_states(text, self._wording):
            known = (person.office, person.country)
            if person.office and person.span not in taken and known not in self._officers_known:
                self._officers_known.add(known)
                entry = ListEntry(
                    ListKind.OFFICERS, text[person.start : person.end], person.span, None, person.country
                )
                state = text[person.state.start : person.state.end]
                yield entry.with_more(state=state, office=person.office)

    def _below(self, node: Node) -> None:
        """The entries in nodes of their own below a lead-in."""
        last = _last_sentence(node)
        lead = lead_of(last, self._wording, self._item)
        before_body = self._wording.documents["leads"].search(last)
        office = ""
        for item in self._following(node):
            if item.id in self._found:
                continue
            if before_body:
                self._keep(
                    item, "a list of documents", documents.in_line(item.text, self._wording, self._item)
                )
            elif lead is not None:
                office = self._office(item.text) or office
                self._keep(item, "a list below its lead-in", self._listed(lead, item.text, office))

    def _following(self, node: Node) -> Iterator[Node]:
        """What a lead-in leads in: the items below it."""
        for child in self._outline.children(node.id):
            yield from self._outline.subtree(child)

    def _office(self, text: str) -> str:
        """The office that a line such as "Vice-Chairs:" gives to the names below it."""
        words = text.strip().rstrip("".join(_LEADING))
        return words if words != text.strip() and self._wording.offices["words"].fullmatch(words) else ""

    def _listed(self, lead: ListLead, text: str, office: str) -> list[ListEntry]:
        """The entries of one node of a list: a group of its own, an enumeration, or a name."""
        head, colon, rest = text.partition(":")
        if colon and rest.strip():
            own = self._wording.group_of(head)
            return entries_under(
                lead._replace(category=own or lead.category), text, len(head) + 1, len(text), self._wording
            )
        if colon:
            return []
        people = entries_under(
            ListLead(ListKind.OFFICERS, None, lead.item), text, 0, len(text), self._wording
        )
        if any(entry.more.get("state") for entry in people):
            return [self._as(lead, entry, office) for entry in people]
        part = trimmed(text, 0, len(text), self._wording)
        name = named(text, part, self._wording)
        if name is None or (name.country is None and lead.list is not ListKind.ATTENDANCE):
            return []
        category = self._wording.category_of(lead.category, text[name.start : name.end], name.country)
        entry = ListEntry(lead.list, text[name.start : name.end], name.span, category, name.country)
        held = singular(office) if lead.list is ListKind.OFFICERS else ""
        return [entry.with_more(acronym=name.acronym, on_behalf_of=name.on_behalf_of, office=held)]

    def _as(self, lead: ListLead, entry: ListEntry, office: str) -> ListEntry:
        category = Category.EXPERTS if lead.list is ListKind.ATTENDANCE else None
        return ListEntry(
            lead.list, entry.name, entry.span, category, entry.country,
            {**entry.more, "office": singular(office) or entry.more.get("office", "")},
        )  # fmt: skip

    def _keep_all(self, rule: str, found: Iterator[tuple[Node, ListEntry]]) -> None:
        for node, entry in found:
            self._keep(node, rule, [entry])

    def _keep(self, node: Node, rule: str, found: list[ListEntry]) -> None:
        if found:
            once = {(entry.list, entry.span): entry for entry in reversed(found)}
            self._found[node.id] = (rule, repeated_marked(reversed(once.values())))


def _last_sentence(node: Node) -> str:
    last = node.text.rstrip()
    return last[last.rfind(". ") + 1 :]


def _decision(node: str, entries: list[ListEntry], rule: str) -> Decision:
    """The rules' word on the entries of a node."""
    return Decision(
        DecisionKey(node, Slot.ENTRIES, MACHINE.id),
        [entry.as_value() for entry in entries],
        evidence=tuple(entry.span for entry in entries),
        confidence=_SURE,
        rule=rule,
    )


# What a lead-in announces is nearly always there.
_SURE = 0.9
