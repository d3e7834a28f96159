"""Lists within sentences: who attended, spoke, sat on a panel, by the words that lead them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from model.countries import Country, mentions
from model.labels import Span
from model.lists.entries import Category, ListEntry, ListKind
from model.lists.names import named, parts_of, run_of_countries, spoken_for, trimmed, without_tail
from model.lists.people import Person, is_office, singular, titled, with_states
from model.lists.wording import Wording
from model.suggestions.sentences import sentence_starts

_OF_PEOPLE = (ListKind.PANELLISTS, ListKind.OFFICERS)
# Lists that are of an item of the agenda.
_DISCUSSING = (ListKind.SPEAKERS, ListKind.PANELLISTS)
_SEMICOLONS = (";", "；", "؛")
_SEMICOLON = re.compile(f"[{''.join(_SEMICOLONS)}]")
# Between two sentences there is no more, spaces and a stop.
_GAP = 4
# Longer than this is not a person with a title.
_CLAUSE = 260
_COLON = re.compile(r"[:：](?!//)\s*")
# A lead-in is no longer than this.
_LEAD = 420


class ListLead(NamedTuple):
    """What a lead-in opens: the sort of list, whose, and under which item of the agenda."""

    list: ListKind
    category: Category | None
    item: str = ""


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text; semicolons part enumerations, not sentences."""
    starts = [
        at for at in sentence_starts(text) if text[max(0, at - _GAP) : at].rstrip()[-1:] not in _SEMICOLONS
    ]
    for low, high in zip(starts, [*starts[1:], len(text)], strict=True):
        yield Span(low, high)


def lead_of(words: str, wording: Wording, item: str = "") -> ListLead | None:
    """The list that a lead-in opens, if any."""
    kind = wording.list_of(words)
    if kind is None:
        return None
    return ListLead(kind, wording.group_of(words), wording.item_in(words) or item)


def entries_in(text: str, wording: Wording, item: str = "") -> list[ListEntry]:
    """The entries of the lists in a text's sentences; `item` of the agenda is under discussion."""
    found: list[ListEntry] = []
    framed, leads = wording.framed(text), may_lead(text)
    if not framed and not leads:
        return found
    for sentence in sentences(text):
        item = wording.item_in(text, *sentence) or item
        listed = _after_colon(text, sentence, wording, item) if leads else []
        found += listed or (_framed(text, sentence, wording, item) if framed else [])
    return found


def may_lead(text: str) -> bool:
    """Whether a text has a colon, without which nothing in it leads in a list."""
    return ":" in text or "：" in text


def entries_under(lead: ListLead, text: str, start: int, end: int, wording: Wording) -> list[ListEntry]:
    """The entries in an enumeration whose lead-in is known: people with States, else names."""
    people = [person for person in with_states(text, wording) if start <= person.start < end]
    by_name = [person for person in people if person.named]
    if lead.list in _OF_PEOPLE or (by_name and lead.list is ListKind.ATTENDANCE):
        if people:
            return _all_people(lead, text, people)
        if lead.list is ListKind.PANELLISTS:
            return list(_titled_people(lead, text, start, end, wording))
        parts = parts_of(text, start, end, wording)
        return [entry for entry in _named_parts(lead, text, parts, wording) if entry.country]
    if lead.list in (ListKind.ATTENDANCE, ListKind.MEMBERS) and _COLON.search(text, start, end):
        return _grouped(lead, text, start, end, wording)
    return _by_heads(lead, text, start, end, wording)


def _grouped(lead: ListLead, text: str, start: int, end: int, wording: Wording) -> list[ListEntry]:
    """The names in groups with lead-ins of their own: "(a) Other States: A, B; (b) Organizations: C"."""
    found: list[ListEntry] = []
    for low, high in _people_parts(text, start, end, wording):
        colon = _COLON.search(text, low, high)
        group = wording.group_of(text[low : colon.start()]) if colon else None
        inner = lead._replace(category=group or lead.category)
        found += _by_heads(inner, text, colon.end() if colon and group else low, high, wording)
    return found


def _all_people(lead: ListLead, text: str, people: list[Person]) -> list[ListEntry]:
    """The people with their offices; one that is said of several goes on until another is said."""
    found: list[ListEntry] = []
    office = ""
    for person in people:
        plural = singular(person.office) != person.office
        office = person.office if plural else office if not person.office else ""
        held = singular(person.office or office)
        found.append(_person(lead, text, person).with_more(office=held))
    return found


def _after_colon(text: str, sentence: Span, wording: Wording, item: str) -> list[ListEntry]:
    low, high = sentence
    for colon in _COLON.finditer(text, low, min(high, low + _LEAD)):
        if colon.end() >= high:
            break
        lead = lead_of(text[low : colon.start()], wording, item)
        if lead is not None:
            return entries_under(lead, text, colon.end(), high, wording)
    return []


def _framed(text: str, sentence: Span, wording: Wording, item: str) -> list[ListEntry]:
    words = text[sentence.start : sentence.end]
    frames = ((kind, frame) for kind in wording.framed(words) for frame in wording.frames[kind])
    for kind, frame in frames:
        if match := frame.search(words):
            low, high = (sentence.start + at for at in match.span("names"))
            group = wording.group_of(_own_words(words, match)) if kind is not ListKind.SPEAKERS else None
            if found := entries_under(ListLead(kind, group, item), text, low, high, wording):
                return _with_office(found, match)
    return []


def _with_office(found: list[ListEntry], match: re.Match[str]) -> list[ListEntry]:
    """The entries with the office that the sentence gives them."""
    office = match.groupdict().get("office")
    return [entry.with_more(office=office) for entry in found] if office else found


def _own_words(words: str, match: re.Match[str]) -> str:
    """A sentence without what it enumerates, which says whose the names are."""
    names = match["names"]
    return words if len(names) < 60 else words.replace(names, " ")


def _by_heads(lead: ListLead, text: str, start: int, end: int, wording: Wording) -> list[ListEntry]:
    """Names in chunks: those after "the observers for" are another group than those before."""
    if lead.list is ListKind.SPEAKERS and _SEMICOLON.search(text, start, end):
        if _mostly_people(text, start, end, wording):
            return list(_titled_people(lead, text, start, end, wording))
        parts = _people_parts(text, start, end, wording)
        return [entry for part in parts for entry in _by_heads(lead, text, *part, wording)]
    heads = list(_head(wording).finditer(text, start, end))
    found: list[ListEntry] = []
    first = heads[0].start() if heads else end
    if not heads or trimmed(text, start, first, wording).end - start > 3:
        found += _chunk(lead, text, start, first, wording, bare=lead.list is ListKind.SPEAKERS)
    stops = [*(head.start() for head in heads[1:]), end]
    for head, stop in zip(heads, stops, strict=False):
        group = wording.group_of(head[0]) if lead.category is None else lead.category
        found += _chunk(lead._replace(category=group), text, head.end(), stop, wording)
    return found


def _chunk(
    lead: ListLead, text: str, start: int, end: int, wording: Wording, bare: bool = False
) -> Iterable[ListEntry]:
    """The names of a chunk. `bare`: those who have no "representative of" before them have titles."""
    start, end = trimmed(text, start, _without_joins(text, start, end, wording), wording)
    if end <= start:
        return []
    if columns := run_of_countries(text, start, end):
        return [_entry(lead, text, n.span, n.country, wording.category_of(lead.category, "", n.country))
                for n in columns]  # fmt: skip
    parts = parts_of(text, start, end, wording)
    if bare and not any(
        name is not None and name.country for name in (named(text, part, wording) for part in parts)
    ):
        return _titled_people(lead, text, start, end, wording)
    return _named_parts(lead, text, parts, wording)


def _named_parts(lead: ListLead, text: str, parts: list[Span], wording: Wording) -> Iterator[ListEntry]:
    if parts and (group := _group_before(text, parts[0], wording)) is not None:
        category, parts[0] = group
        lead = lead._replace(category=category)
    last: ListEntry | None = None
    for part in parts:
        name = named(text, part, wording)
        if name is None:
            if last is not None and (whom := spoken_for(text[part.start : part.end], wording)):
                last = last.with_more(on_behalf_of=whom)
            continue
        if last is not None:
            yield last
        words = text[name.start : name.end]
        person = name.country is None and is_office(words, wording)
        among = None if person else wording.category_of(lead.category, words, name.country)
        last = _entry(lead, text, name.span, name.country, among)
        last = last.with_more(acronym=name.acronym, on_behalf_of=name.on_behalf_of)
    if last is not None:
        yield last


def _group_before(text: str, part: Span, wording: Wording) -> tuple[Category, Span] | None:
    """Whose the names are, where the first has it before it: "the signatory States Thailand, Japan"."""
    first = next(mentions(text[part.start : part.end]), None)
    if first is None or not first.start:
        return None
    before = text[part.start : part.start + first.start].strip()
    group = wording.group_of(before) if before[0].islower() else None
    return (group, Span(part.start + first.start, part.end)) if group else None


def _titled_people(lead: ListLead, text: str, start: int, end: int, wording: Wording) -> Iterator[ListEntry]:
    """People with titles: parted by semicolons, else where another begins with an article and a title."""
    for low, high in _people_parts(text, start, end, wording):
        part = trimmed(text, low, high, wording)
        if not 0 < part.end - part.start < _CLAUSE or text[part.start].isdigit():
            continue
        who = titled(text, *part, wording)
        if not who.title:
            who = titled(text, *without_tail(text, part, wording), wording)
        span = who.span
        words = text[span.start : span.end]
        if who.title or (lead.list is ListKind.SPEAKERS and words[:1].isupper() and "(" not in words):
            entry = _entry(lead, text, span, who.country)
            yield entry.with_more(title=who.title, state=who.state)


def _people_parts(text: str, start: int, end: int, wording: Wording) -> list[tuple[int, int]]:
    cut = _SEMICOLON if _SEMICOLON.search(text, start, end) else _between(wording)
    bounds = [start]
    for match in cut.finditer(text, start, end):
        bounds += [match.start(), match.end()]
    bounds.append(end)
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _mostly_people(text: str, start: int, end: int, wording: Wording) -> bool:
    """Whether an enumeration parted by semicolons is of people with titles."""
    parts = [trimmed(text, *part, wording) for part in _people_parts(text, start, end, wording)]
    return 2 * sum(bool(titled(text, *part, wording).title) for part in parts) > len(parts)


def _person(lead: ListLead, text: str, person: Person) -> ListEntry:
    category = Category.EXPERTS if lead.list is ListKind.ATTENDANCE else None
    entry = ListEntry(lead.list, text[person.start : person.end], person.span, category, person.country)
    return entry.with_more(
        state=text[person.state.start : person.state.end],
        office=person.office,
        agenda_item=lead.item if lead.list in _DISCUSSING else "",
    )


def _entry(
    lead: ListLead, text: str, span: Span, country: Country | None, category: Category | None = None
) -> ListEntry:
    more = {"agenda_item": lead.item} if lead.item and lead.list in _DISCUSSING else {}
    return ListEntry(lead.list, text[span.start : span.end], span, category, country, more)


def _without_joins(text: str, start: int, end: int, wording: Wording) -> int:
    """Where a chunk ends without the "and by the" before the next head."""
    match = _trailing(wording).search(text, start, end)
    return match.start() if match else end


@cache
def _head(wording: Wording) -> re.Pattern[str]:
    words = wording.words
    of_a_title = "".join(f"(?<!{word} )" for word in words["not_heads"].split("|") if word)
    head = rf"(?:{words['articles']})?(?:{words['heads']})\s?(?:{words['head_links']})"
    return re.compile(rf"(?<!\w){of_a_title}{head}(?!\w)", re.IGNORECASE)


@cache
def _trailing(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,;]+(?:{wording.words['joins']}))+\s*$", re.IGNORECASE)


@cache
def _between(wording: Wording) -> re.Pattern[str]:
    words = wording.words
    opening = rf"(?=(?:{words['titled']})\s(?:{words['titles']}))"
    return re.compile(rf",?\s(?:{words['and']})\s{opening}|,\s{opening}", re.IGNORECASE)
