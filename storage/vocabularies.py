"""The vocabularies of a project: those that come with Paraph, and those that a person added, by version.

Of several versions of one name at most one is in use; the others stay, so that what was decided with them
keeps its meaning. Those that come with Paraph are not in the file; a setting says which of them are in use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from model.edits import ChangeSet
from model.errors import UserFacingError
from model.garbage_collection import uncollected
from model.labels import MACHINE, Decision, ReviewerKind, Slot
from model.review import Review
from model.suggestions.concepts import suggest_concepts
from model.vocabularies import DEFAULTS, Concept, Vocabulary, default_vocabulary
from model.workers.messages import Extracted
from storage.keys import inserted
from storage.progress import GoesOn
from storage.project import Project
from storage.rows import decoding, from_json, to_json
from storage.schema import CONCEPT, DECISION, REVIEWER, VOCABULARY
from storage.settings import read_setting, write_setting
from storage.suggesting import put_suggestions
from storage.writer import Priority

_SETTING = "vocabularies in use"
# The goals say again what themes say, so they wait until somebody wants them.
_USED = frozenset({"themes", "beneficiaries", "addressee-types"})
# A version never changes, and what makes it quick to look up is made once; so some are kept, by all but their
# concepts.
_READ: dict[Vocabulary, Vocabulary] = {}
# Vocabularies that are kept as they were read.
_MOST_READ = 16


class VocabularyRefused(UserFacingError):
    """What was asked of a vocabulary would lose something, or comes to nothing."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One version of a vocabulary. `key` is its row's, or the file name of one that comes with Paraph."""

    key: int | str
    name: str
    slot: Slot
    version: str
    concepts: int
    current: bool
    added_at: datetime | None = None

    @property
    def comes_with_paraph(self) -> bool:
        return isinstance(self.key, str)


def stored_vocabularies(project: Project) -> list[Stored]:
    """All versions of all vocabularies, those that come with Paraph first, then by name, the latest first."""
    with project.reading() as connection:
        used = _used(connection)
        counts = select(CONCEPT.c.vocabulary, func.count()).group_by(CONCEPT.c.vocabulary)
        numbers = {row[0]: row[1] for row in connection.execute(counts)}
        rows = connection.execute(select(VOCABULARY).order_by(VOCABULARY.c.name, VOCABULARY.c.pk.desc()))
        with decoding():
            added = [
                Stored(row.pk, row.name, Slot(row.slot), row.version, numbers.get(row.pk, 0),
                       bool(row.current), datetime.fromisoformat(row.added_at))
                for row in rows
            ]  # fmt: skip
    ours = [(file, default_vocabulary(file)) for file in DEFAULTS]
    return [
        *(
            Stored(file, one.name, one.slot, one.version, len(one.concepts), file in used)
            for file, one in ours
        ),
        *added,
    ]


def read_vocabulary(project: Project, key: int | str) -> Vocabulary:
    """A version with its concepts. Raises KeyError for an unknown one."""
    if isinstance(key, str):
        return default_vocabulary(key)
    with project.reading() as connection:
        return _read(connection, key)


def vocabularies_in_use(project: Project, slot: Slot | None = None) -> list[Vocabulary]:
    """Those whose concepts fill a slot now, or any slot."""
    with project.reading() as connection:
        return in_use(connection, slot)


def defaults_in_use(connection: Connection) -> list[Vocabulary]:
    """Of those that come with Paraph."""
    used = _used(connection)
    return [default_vocabulary(file) for file in DEFAULTS if file in used]


def in_use(connection: Connection, slot: Slot | None = None) -> list[Vocabulary]:
    """The vocabularies that are suggested and offered, of one slot or of all; ours first."""
    ours = defaults_in_use(connection)
    query = select(VOCABULARY.c.pk).where(VOCABULARY.c.current).order_by(VOCABULARY.c.name)
    found = [*ours, *(_read(connection, key) for key in connection.scalars(query).all())]
    return [one for one in found if slot in (None, one.slot)]


def vocabularies_out_of_use(project: Project) -> list[Vocabulary]:
    """The other versions, the latest first: they tell what was decided with them."""
    with project.reading() as connection:
        query = select(VOCABULARY.c.pk).where(~VOCABULARY.c.current).order_by(VOCABULARY.c.pk.desc())
        added = [_read(connection, key) for key in connection.scalars(query).all()]
        ours = [default_vocabulary(file) for file in DEFAULTS if file not in _used(connection)]
    return [*added, *ours]


def add_vocabulary(project: Project, vocabulary: Vocabulary) -> Stored:
    """Writes a vocabulary, which is in use from now on instead of the other versions of its name.

    A version that is there already under that name gets a number. Raises VocabularyRefused if the very
    file is there and in use. Waits for the disk.
    """
    return project.write(partial(add_in, vocabulary=vocabulary), Priority.SETTING).result()


def use_vocabulary(project: Project, key: int | str, used: bool = True) -> None:
    """Takes a version into use instead of the others of its name, or out of use. Waits for the disk."""

    def work(connection: Connection) -> None:
        if isinstance(key, str):
            chosen = _used(connection) | {key} if used else _used(connection) - {key}
            write_setting(connection, _SETTING, sorted(chosen))
            return
        if used:
            retire(connection, _row(connection, key).name)
        connection.execute(update(VOCABULARY).where(VOCABULARY.c.pk == key).values(current=used))

    project.write(work, Priority.SETTING).result()


def remove_vocabulary(project: Project, key: int) -> None:
    """Takes a version out of the project. Raises VocabularyRefused if decisions have codes that only it
    explains. Waits for the disk."""

    def work(connection: Connection) -> None:
        row = _row(connection, key)
        uses = _uses(connection, key, Slot(row.slot))
        if uses:
            entries = "1 entry has" if uses == 1 else f"{uses:,} entries have"
            raise VocabularyRefused(f"{row.name} {row.version}: {entries} concepts of it; take it out of use")
        connection.execute(delete(VOCABULARY).where(VOCABULARY.c.pk == key))

    project.write(work, Priority.SETTING).result()


def suggest_themes_again(project: Project, goes_on: GoesOn) -> list[ChangeSet]:
    """The rules' word on the themes of all recommendations, by the vocabularies in use now.

    `goes_on` gets how many reports are done, of how many, and says whether to go on; what is done stays.
    """
    documents = project.documents()
    vocabularies = vocabularies_in_use(project, Slot.THEMES)
    changes = []
    for done, row in enumerate(documents):
        if not goes_on(done, len(documents)):
            break
        changed = put_suggestions(
            project, row.id, MACHINE, Slot.THEMES, partial(_themes, vocabularies), "suggest themes"
        )
        changes += [changed] if changed is not None else []
    return changes


def with_own_vocabularies(project: Project, extracted: Extracted) -> Extracted:
    """An extraction with the themes of the project's vocabularies, where these are not those it had."""
    vocabularies = vocabularies_in_use(project, Slot.THEMES)
    if vocabularies == [default_vocabulary("themes")]:
        return extracted
    kept = [decision for decision in extracted.decisions if decision.key.slot is not Slot.THEMES]
    language = extracted.document.language
    themes = suggest_concepts(extracted.nodes, kept, Slot.THEMES, vocabularies, language)
    return extracted._replace(decisions=(*kept, *themes))


def _themes(vocabularies: Sequence[Vocabulary], review: Review) -> list[Decision]:
    nodes = list(review.outline)
    decisions = [decision for node in nodes for decision in review.decisions(node.id)]
    return suggest_concepts(nodes, decisions, Slot.THEMES, vocabularies, review.document.language)


def add_in(connection: Connection, vocabulary: Vocabulary) -> Stored:
    """`add_vocabulary`, within a transaction."""
    mine = select(VOCABULARY).where(VOCABULARY.c.name == vocabulary.name).order_by(VOCABULARY.c.pk)
    rows = connection.execute(mine).all()
    same = next(
        (row for row in rows if row.sha256 == vocabulary.sha256 and row.slot == vocabulary.slot), None
    )
    if same is not None and same.current:
        raise VocabularyRefused(f"{same.name}: this very file is already in use, as version {same.version}")
    retire(connection, vocabulary.name)
    if same is not None:
        connection.execute(update(VOCABULARY).where(VOCABULARY.c.pk == same.pk).values(current=True))
        at = datetime.fromisoformat(same.added_at)
        return Stored(same.pk, same.name, vocabulary.slot, same.version, len(vocabulary.concepts), True, at)
    now = datetime.now(UTC)
    version = _free_version(vocabulary.version, {row.version for row in rows})
    row = {"name": vocabulary.name, "slot": vocabulary.slot.value, "version": version,
           "sha256": vocabulary.sha256, "added_at": now.isoformat(), "current": True}  # fmt: skip
    key = inserted(connection, VOCABULARY, row)
    connection.execute(insert(CONCEPT), [_concept_row(key, concept) for concept in vocabulary.concepts])
    return Stored(key, vocabulary.name, vocabulary.slot, version, len(vocabulary.concepts), True, now)


def _free_version(wanted: str, taken: set[str]) -> str:
    """The version that a file gives itself, else a number; with a number after where it is taken."""
    if wanted and wanted not in taken:
        return wanted
    number = len(taken) + 1
    while (version := f"{wanted} ({number})" if wanted else str(number)) in taken:
        number += 1
    return version


def retire(connection: Connection, name: str) -> None:
    """Takes all versions of a name out of use."""
    connection.execute(update(VOCABULARY).where(VOCABULARY.c.name == name).values(current=False))


def _used(connection: Connection) -> frozenset[str]:
    return frozenset(read_setting(connection, _SETTING, _USED))


def _row(connection: Connection, key: int) -> Vocabulary:
    row = connection.execute(select(VOCABULARY).where(VOCABULARY.c.pk == key)).first()
    if row is None:
        raise KeyError(f"no vocabulary {key}")
    return Vocabulary(row.name, Slot(row.slot), (), row.version, row.sha256)


def _read(connection: Connection, key: int) -> Vocabulary:
    vocabulary = _row(connection, key)
    known = _READ.get(vocabulary)
    if known is None:
        query = select(CONCEPT).where(CONCEPT.c.vocabulary == key).order_by(CONCEPT.c.code)
        with uncollected():
            concepts = tuple([_concept(row) for row in connection.execute(query)])
        known = replace(vocabulary, concepts=concepts)
        if len(_READ) >= _MOST_READ:
            _READ.clear()
        _READ[vocabulary] = known
    return known


def _uses(connection: Connection, key: int, slot: Slot) -> int:
    """How many decisions of people hold a code of a version that no other vocabulary holds."""
    others = {concept.code for file in DEFAULTS for concept in default_vocabulary(file).concepts}
    elsewhere = select(CONCEPT.c.code).where(CONCEPT.c.vocabulary != key)
    query = select(CONCEPT.c.code).where(CONCEPT.c.vocabulary == key, CONCEPT.c.code.not_in(elsewhere))
    only = set(connection.scalars(query)) - others
    if not only:
        return 0
    people = REVIEWER.c.kind == ReviewerKind.PERSON.value
    values = select(DECISION.c.value).join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
    values = values.where(DECISION.c.slot == slot.value, people)
    return sum(not only.isdisjoint(from_json(value) or ()) for value in connection.scalars(values))


def _concept_row(key: int, concept: Concept) -> dict[str, object]:
    return {
        "vocabulary": key,
        "code": concept.code,
        "broader": to_json(concept.broader),
        "labels": to_json(concept.labels),
        "synonyms": to_json(concept.synonyms),
        "definition": concept.definition,
    }


def _concept(row: Any) -> Concept:
    synonyms = from_json(row.synonyms)
    return Concept(
        row.code,
        from_json(row.labels),
        tuple(from_json(row.broader)),
        {language: tuple(words) for language, words in synonyms.items()},
        row.definition,
    )
