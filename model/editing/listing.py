"""Edits of lists' entries: a person's word on who is in a list, in place of what is shown.

A list is corrected as a whole, because a person's word stands for all entries of a paragraph, item or table.
The review of the paragraph goes no further by it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from model.countries import find
from model.editing.draft import Draft, NotPossible, name_of
from model.edits import Edit
from model.labels import NO_WORDS, Decision, DecisionKey, Reviewer, Slot, Span
from model.lists import Category, ListKind, codes_of, without_empty
from model.review import Review

Entry = Mapping[str, Any]
_CODES = ("country", "iso3", "iso2", "m49")
# Lists whose entries are themselves States or organizations, not people or papers.
_OF_BODIES = frozenset({ListKind.ATTENDANCE, ListKind.MEMBERS, ListKind.SPEAKERS, ListKind.VOTES})


def add_entry(review: Review, reviewer: Reviewer, node_id: str, entry: Entry, span: Span = NO_WORDS) -> Edit:
    """One more entry, after the last whose words come before its own."""
    draft = Draft(review, reviewer)
    values, spans = _shown(draft, node_id)
    at = sum(1 for other in spans if other <= span) if span != NO_WORDS else len(values)
    values.insert(at, _checked(entry))
    spans.insert(at, span)
    return _edit(draft, node_id, values, spans, f"add “{entry['name']}” to a list in")


def change_entry(review: Review, reviewer: Reviewer, node_id: str, at: int, before: Entry,
                 **fields: Any) -> Edit | None:  # fmt: skip
    """Other fields for an entry; empty ones are taken out. `country` is a State's name in any language.

    `before` is the entry as it was shown to who changes it. None if nothing changes.
    """
    draft = Draft(review, reviewer)
    values, spans = _shown(draft, node_id)
    _same(values, at, before)
    changed = dict(before)
    for key, value in fields.items():
        if key == "country":
            _set_country(changed, value)
        else:
            changed[key] = value
    if "name" in fields and "country" not in fields and changed.get("list") in _OF_BODIES:
        country = find(str(fields["name"]))
        if country is not None:
            _set_country(changed, country.name)
    values[at] = _checked(changed)
    if values[at] == before:
        return None
    return _edit(draft, node_id, values, spans, f"change “{before.get('name', '')}” in a list in")


def remove_entries(review: Review, reviewer: Reviewer, node_id: str, places: Collection[int]) -> Edit:
    """Takes entries out of a node's list, by their places in it."""
    draft = Draft(review, reviewer)
    values, spans = _shown(draft, node_id)
    gone = [values[at]["name"] for at in sorted(places) if at < len(values)]
    if not gone:
        raise NotPossible(_CHANGED)
    kept = [at for at in range(len(values)) if at not in places]
    what = f"“{gone[0]}”" if len(gone) == 1 else f"{len(gone)} rows"
    return _edit(draft, node_id, [values[at] for at in kept], [spans[at] for at in kept],
                 f"take {what} out of a list in")  # fmt: skip


_CHANGED = "That list has changed meanwhile; look at it again."


def _shown(draft: Draft, node_id: str) -> tuple[list[dict[str, Any]], list[Span]]:
    draft.node(node_id)
    shown = draft.review.shown(node_id, Slot.ENTRIES, draft.reviewer.id)
    values = [dict(value) for value in shown.value or ()]
    spans = list(shown.decision.evidence) if shown.decision is not None else []
    return values, [*spans[: len(values)], *[NO_WORDS] * (len(values) - len(spans))]


def _same(values: list[dict[str, Any]], at: int, before: Entry) -> None:
    if at >= len(values) or values[at] != dict(before):
        raise NotPossible(_CHANGED)


def _set_country(entry: dict[str, Any], name: str) -> None:
    country = find(name) if name.strip() else None
    if name.strip() and country is None:
        raise NotPossible(f"“{name.strip()}” is not a State or territory that Paraph knows.")
    for key in _CODES:
        entry.pop(key, None)
    entry.update(codes_of(country))


def _checked(entry: Entry) -> dict[str, Any]:
    """An entry without its empty fields. Raises NotPossible for one without a name or of no known list."""
    trimmed = {key: value.strip() if isinstance(value, str) else value for key, value in entry.items()}
    held = without_empty(trimmed)
    if not held.get("name"):
        raise NotPossible("A row of a list needs a name; remove it instead.")
    if held.get("list") not in set(ListKind) or held.get("category", Category.STATES) not in set(Category):
        raise NotPossible("Choose a list and a group from those offered.")
    return held


def _edit(draft: Draft, node_id: str, values: list[dict[str, Any]], spans: list[Span], what: str) -> Edit:
    key = DecisionKey(node_id, Slot.ENTRIES, draft.reviewer.id)
    draft.decide(Decision(key, values, evidence=tuple(spans)))
    return draft.edit(f"{what} {name_of(draft.node(node_id))}", node_id)
