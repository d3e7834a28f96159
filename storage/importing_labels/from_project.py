"""What people decided in another project, as in a reviewer's copy of this one.

Decisions come as they are, with their times, and not word by word. Of a reviewer who is in both projects the
later word stands. The texts and the order of entries stay as they are in this project.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from model.editing.draft import Draft
from model.edits import Edit
from model.errors import UserFacingError
from model.extracting_again import moved
from model.labels import Decision, DecisionKey, Reviewer, Slot
from model.nodes import CLASSIFIED, first_words
from model.paths import exists
from storage.checking_nodes import is_value
from storage.importing_labels.applying import apply
from storage.importing_labels.matching import Entries, NotFound
from storage.importing_labels.outcome import ImportedLabels
from storage.importing_labels.words import EntryName
from storage.project import Project
from storage.rows import to_json

# Slots that entries of any kind have.
_OF_ANY_KIND = frozenset({Slot.NOTE, Slot.ENTRIES, Slot.STATUS})


class _Said(NamedTuple):
    """Somebody's word on an entry of this project, whose text may be another one there."""

    entry: str
    text: str
    decision: Decision


def import_project(project: Project, path: Path) -> ImportedLabels:
    """Takes over what people decided in another project. Raises UserFacingError if it cannot be read."""
    if exists(path) and path.samefile(project.path):
        raise UserFacingError(f"{path}: this is the project itself; choose another reviewer's copy of it")
    outcome = ImportedLabels()
    with Project.open(path, read_only=True) as other:
        found = _found(project, other, outcome)
        if not found and not outcome.problems:
            raise UserFacingError(f"{path}: nobody has decided anything in it yet; choose another copy")
    for (document, name), said in found.items():
        reviewer = project.person(name)
        edit = partial(_edit, project, document, reviewer, said, path)
        apply(project, document, reviewer, edit, outcome)
    return outcome


def _found(project: Project, other: Project, outcome: ImportedLabels) -> dict[tuple[str, str], list[_Said]]:
    """By report of this project and by reviewer."""
    with project.reading() as connection:
        entries = Entries(connection)
    found: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    names = {reviewer.id: reviewer.name for reviewer in other.reviewers()}
    for row in other.documents():
        review = other.review(row.id)
        for node in review.outline:
            said = [one for one in review.decisions(node.id) if one.key.reviewer not in review.machines]
            if not said:
                continue
            where = f"{row.symbol or row.name}, page {node.page}, {first_words(node.text)}"
            try:
                entry = entries.find(
                    EntryName(where, node.id, row.symbol or row.name, node.number, node.text)
                )
            except NotFound:
                outcome.problems.append(f"{where}: no such entry here")
                continue
            for decision in said:
                aimed = replace(decision, value=_aimed(decision.value, entries))
                found[entry.document, names[decision.key.reviewer]].append(
                    _Said(entry.node, node.text, aimed)
                )
    return found


def _aimed(value: Any, entries: Entries) -> Any:
    """Without references to entries and reports that are not in this project."""
    if not isinstance(value, list):
        return value
    return [_aimed_one(one, entries) if isinstance(one, dict) else one for one in value]


def _aimed_one(value: dict[str, Any], entries: Entries) -> dict[str, Any]:
    target = value.get("target")
    return value if target is None or entries.knows(target) else {**value, "target": None}


def _edit(project: Project, document: str, reviewer: Reviewer, said: list[_Said], path: Path,
          outcome: ImportedLabels) -> Edit:  # fmt: skip
    review, scheme = project.review(document), project.scheme()
    draft = Draft(review, reviewer)
    for entry, text, decision in said:
        node, slot = review.outline.get(entry), decision.key.slot
        has_place = node is not None and (slot in _OF_ANY_KIND or node.kind in CLASSIFIED)
        if node is None or not has_place or not is_value(scheme, slot.value, to_json(decision.value)):
            outcome.problems.append(f"{first_words(text)}: {slot.value}: no value that this project knows")
            continue
        key = DecisionKey(entry, slot, reviewer.id, decision.key.frame)
        own = review.decision(key)
        if own is not None and own.said_at >= decision.said_at:
            outcome.unchanged += 1
            continue
        draft.decide(moved(replace(decision, key=key), text, node.text))
        outcome.changed += 1
    return draft.edit(f"labels from {path.name}", said[0].entry)
