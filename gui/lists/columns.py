"""What the tables of lists show of an entry, in which words, and what of it can be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.lists import Category, ListKind
from model.review import Source

if TYPE_CHECKING:
    from storage.listing import Listed

LIST_WORDS = {
    ListKind.ATTENDANCE: "Attendance",
    ListKind.MEMBERS: "Members",
    ListKind.SPEAKERS: "Speakers",
    ListKind.PANELLISTS: "Panellists",
    ListKind.OFFICERS: "Officers",
    ListKind.AGENDA: "Agenda",
    ListKind.DOCUMENTS: "Documents",
    ListKind.VOTES: "Votes",
}
_CATEGORY_WORDS = {
    Category.STATES_PARTIES: "States parties",
    Category.SIGNATORIES: "Signatories",
    Category.MEMBER_STATES: "Member States",
    Category.OTHER_STATES: "Other States",
    Category.OBSERVERS: "Observers",
    Category.STATES: "States",
    Category.UNITED_NATIONS: "United Nations",
    Category.INTERGOVERNMENTAL: "Intergovernmental organizations",
    Category.NON_GOVERNMENTAL: "Non-governmental organizations",
    Category.OTHER_ORGANIZATIONS: "Other organizations",
    Category.EXPERTS: "Experts",
    Category.IN_FAVOUR: "In favour",
    Category.AGAINST: "Against",
    Category.ABSTAINING: "Abstaining",
    Category.ABSENT: "Absent",
    Category.RESULT: "Result",
}
_SOURCES = {
    Source.ADJUDICATED: "adjudicated",
    Source.OWN: "you",
    Source.SUGGESTED: "suggested",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `field` is what an edit of its cells sets in the entry; empty if nothing can."""

    title: str
    words: Callable[[Listed], str]
    width: int
    field: str = ""
    choices: tuple[tuple[str, str], ...] = ()  # code and words, where it is a choice


def _held(key: str) -> Callable[[Listed], str]:
    def words(entry: Listed) -> str:
        return str(entry.value.get(key, ""))

    return words


def _list_words(entry: Listed) -> str:
    return LIST_WORDS[ListKind(entry.list)] if entry.list in set(ListKind) else entry.list


def _category_words(entry: Listed) -> str:
    code = entry.value.get("category", "")
    return _CATEGORY_WORDS[Category(code)] if code in set(Category) else str(code)


def who(entry: Listed) -> str:
    """The State, else the organization by the project's name, its acronym or as printed; empty for papers and
    items of the agenda."""
    value = entry.value
    if entry.body != entry.name and entry.body:
        return entry.body
    if entry.list in (ListKind.AGENDA, ListKind.DOCUMENTS) or value.get("category") == Category.RESULT:
        return ""
    return str(value.get("country") or value.get("acronym") or ("" if _is_person(value) else entry.name))


def _is_person(value: Any) -> bool:
    return "category" not in value or value["category"] == Category.EXPERTS


def details(entry: Listed) -> str:
    """What else the entry says of itself, in a line."""
    value = entry.value
    parts = [str(value[key]) for key in ("office", "title") if key in value]
    if "on_behalf_of" in value:
        parts.append(f"on behalf of {value['on_behalf_of']}")
    if value.get("category") == Category.RESULT:
        counts = [value.get(key, 0) for key in ("for", "against", "abstaining")]
        parts.append(" – ".join(map(str, counts)))
    if value.get("repeated"):
        parts.append("printed before")
    return " · ".join(parts)


def _by(entry: Listed) -> str:
    return _SOURCES.get(entry.source, entry.reviewer)


def _item(entry: Listed) -> str:
    return str(entry.value.get("number") or entry.value.get("agenda_item") or "")


def _choices(words: dict[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((code.value, text) for code, text in words.items())


COLUMNS = (
    Column("Report", lambda entry: entry.report, 144),
    Column("Date", lambda entry: entry.date, 80),
    Column("List", _list_words, 82, "list", _choices(LIST_WORDS)),
    Column("Among", _category_words, 104, "category", (("", "–"), *_choices(_CATEGORY_WORDS))),
    Column("Name as printed", lambda entry: entry.name, 190, "name"),
    Column("State", _held("country"), 116, "country"),
    Column("ISO", lambda entry: str(entry.value.get("iso3") or entry.value.get("iso2") or ""), 44),
    Column("Title, office and more", details, 154, "title"),
    Column("Item", _item, 52, "agenda_item"),
    Column("Page", lambda entry: str(entry.page or ""), 40),
    Column("Said by", _by, 72),
)
NAME = next(at for at, column in enumerate(COLUMNS) if column.field == "name")
