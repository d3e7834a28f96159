"""Learning in a project: from what people decided to suggestions for what nobody has decided yet.

`work_out` only reads, and is made for a process of its own; `keep` and `suggest` write what it found.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from model.edits import ChangeSet, Edit
from model.errors import UserFacingError
from model.labels import Slot
from model.learning.machines import LEARNER, model_id
from model.learning.measures import Example, evaluate, main_figures
from model.learning.reviews import SEPARATORS, Case, SuggestedLabel, cases, suggestions
from storage.project import Project
from storage.retrying import apply_with_retry
from storage.rows import decoding
from storage.schema import LEARNED
from storage.writer import Priority

if TYPE_CHECKING:
    from model.learning.fitting import Fitted
    from model.learning.learned import LearnedModel as Model
    from model.learning.learned import Suggested

# With fewer decisions nothing is learned that would hold.
LEAST = 30
# A learning curve begins with this many, and doubles.
_FIRST_POINT = 25
# This many documents are enough to hold whole ones out.
_DOCUMENTS = 3
# This many words are told as what weighed.
_NAMED = 6


class LearningOutcome(NamedTuple):
    """What learning a slot came to: why nothing was learned, or a model's content and how well it does.

    `metrics` holds the main figures of the `model` and of the `rules` on the same held-out decisions, by
    name; `curve`, pairs of decisions and micro-F1; `held_out`, for each decision `[document, node, given,
    suggested, confidences]`. `better`: the model does better than the rules, by more than chance. `only`: the
    documents in which that holds, where too few were reviewed to tell of others; else empty.
    """

    slot: Slot
    confirmed: int
    refusal: str = ""
    name: str = ""
    better: bool = False
    only: frozenset[str] = frozenset()
    metrics: Mapping[str, Any] = {}
    content: bytes = b""


class OfDocument(NamedTuple):
    """What the models say of a document, by slot with the model's id."""

    document: str
    said: dict[Slot, tuple[str, list[SuggestedLabel]]]


class Share(NamedTuple):
    """How far the work is, 0 to 1."""

    done: float


class KeptModel(NamedTuple):
    """A model that a project keeps."""

    slot: Slot
    name: str
    made_at: datetime
    metrics: Mapping[str, Any]
    current: bool


Message = Share | LearningOutcome | OfDocument


def work_out(path: Path, slots: Sequence[Slot]) -> Iterator[Message]:
    """Learns from a project's decisions: how far it is, an outcome for each slot, then what is suggested.

    Raises UserFacingError if the project cannot be read.
    """
    with Project.open(path, read_only=True) as project:
        documents = [row.id for row in project.documents()]
        found: dict[Slot, dict[str, list[Case]]] = {slot: {} for slot in slots}
        for number, document in enumerate(documents):
            review = project.review(document)
            for slot in slots:
                found[slot][document] = list(cases(review, slot))
            yield Share(0.2 * (number + 1) / len(documents))
    said: dict[str, dict[Slot, tuple[str, list[SuggestedLabel]]]] = {document: {} for document in documents}
    for number, slot in enumerate(slots):
        outcome, model = learn_slot(slot, found[slot])
        yield outcome
        if model is not None and outcome.better:
            for document, words in words_of(model, _within(outcome, found[slot])):
                said[document][slot] = (outcome.name, words)
        yield Share(0.2 + 0.8 * (number + 1) / len(slots))
    for document in documents:
        yield OfDocument(document, said[document])


def learned(project: Project) -> list[KeptModel]:
    """The models that a project keeps, one a slot."""
    with project.reading() as connection:
        rows = connection.execute(select(LEARNED).order_by(LEARNED.c.pk)).all()
        with decoding():
            return [
                KeptModel(
                    slot=Slot(row.slot),
                    name=row.name,
                    made_at=datetime.fromisoformat(row.made_at),
                    metrics=json.loads(row.metrics),
                    current=bool(row.current),
                )
                for row in rows
            ]


def keep(project: Project, outcome: LearningOutcome) -> Future[None]:
    """Puts a slot's new model in the place of the old one; it suggests only where it does better."""

    def work(connection: Connection) -> None:
        connection.execute(delete(LEARNED).where(LEARNED.c.slot == outcome.slot.value))
        row = {
            "slot": outcome.slot.value, "name": outcome.name, "made_at": datetime.now(UTC).isoformat(),
            "metrics": json.dumps(outcome.metrics), "content": outcome.content, "current": outcome.better,
        }  # fmt: skip
        connection.execute(insert(LEARNED), row)

    return project.write(work, Priority.SETTING)


def suggest(project: Project, of: OfDocument, slots: Sequence[Slot]) -> ChangeSet | None:
    """Writes what the models say of a document, in the place of what models said before; waits for the disk.

    None if nothing changes.
    """

    def work_out() -> Edit:
        return suggestions(project.review(of.document), of.said, slots, datetime.now(UTC))

    return apply_with_retry(project, of.document, LEARNER, work_out)


def learn_project(
    project: Project, messages: Iterable[Message], told: Callable[[float | ChangeSet], object] = id
) -> list[LearningOutcome]:
    """Keeps what `work_out` learned and suggests it; an outcome for each slot.

    `told` hears how far it is, 0 to 1, and each edit when it is on the disk.
    """
    outcomes: list[LearningOutcome] = []
    for message in messages:
        if isinstance(message, Share):
            told(message.done)
        elif isinstance(message, LearningOutcome):
            outcomes.append(message)
            if message.name:
                keep(project, message).result()
        else:
            learned_slots = [outcome.slot for outcome in outcomes if outcome.name]
            changes = suggest(project, message, learned_slots)
            if changes is not None:
                told(changes)
    return outcomes


def learn_slot(
    slot: Slot, found: Mapping[str, Sequence[Case]], curve: bool = True
) -> tuple[LearningOutcome, Model | None]:
    """What is learned from the decided ones of a slot's cases, by document; without the learning `curve` in
    half of the time."""
    from model.learning.packing import pack, short_hash

    training = _TrainingSet(
        slot, [(document, case) for document, of in found.items() for case in of if case.given]
    )
    confirmed = len(training.cases)
    if confirmed < LEAST:
        return LearningOutcome(slot, confirmed, f"{confirmed} confirmed; at least {LEAST} are needed"), None
    try:
        model, held_out = training.fit(confirmed)
    except UserFacingError as error:
        return LearningOutcome(slot, confirmed, str(error).removeprefix(f"{slot.value}: ")), None
    rules = main_figures(evaluate([Example(case.given or (), *case.rules) for _, case in training.cases]))
    metrics = {
        "model": model.metrics,
        "rules": rules,
        "curve": [*(training.curve() if curve else ()), [confirmed, model.metrics["micro_f1"]]],
        "held_out": [
            [document, case.node, case.given, *one]
            for (document, case), one in zip(training.cases, held_out, strict=True)
        ],
    }
    content = pack(model)
    name, better = model_id(short_hash(content)), _better(training.cases, held_out)
    only = frozenset(document for document, _ in training.cases)
    if len(only) >= _DOCUMENTS:
        only = frozenset()
    return LearningOutcome(slot, confirmed, "", name, better, only, metrics, content), model


def _better(decided: Sequence[tuple[str, Case]], held_out: Sequence[Suggested]) -> bool:
    """Whether the model was right where the rules were wrong more often than the other way round, by more
    than chance would do it (one standard deviation of a fair coin)."""
    gained = lost = 0
    for (_, case), one in zip(decided, held_out, strict=True):
        given = set(case.given or ())
        by_model, by_rules = set(one.labels) == given, set(case.rules.labels) == given
        gained += by_model and not by_rules
        lost += by_rules and not by_model
    return gained - lost > math.sqrt(gained + lost)


def _within(outcome: LearningOutcome, found: Mapping[str, Sequence[Case]]) -> Mapping[str, Sequence[Case]]:
    return (
        {document: of for document, of in found.items() if document in outcome.only}
        if outcome.only
        else found
    )


class _TrainingSet(NamedTuple):
    """What is learned of a slot from: confirmed cases with their documents."""

    slot: Slot
    cases: list[tuple[str, Case]]

    def fit(self, size: int) -> Fitted:
        """By so many of the cases, spread evenly. Raises UserFacingError if nothing can be told apart."""
        from model.learning.fitting import fit

        chosen = [self.cases[at * len(self.cases) // size] for at in range(size)]
        whole = len({document for document, _ in chosen}) >= _DOCUMENTS
        return fit(
            self.slot.value,
            [case.text for _, case in chosen],
            [case.given or () for _, case in chosen],
            SEPARATORS.get(self.slot, ""),
            [case.hints for _, case in chosen],
            [document if whole else case.text for document, case in chosen],
        )

    def curve(self) -> Iterator[list[float]]:
        """The learning curve, by fewer decisions: pairs of their number and micro-F1."""
        size = _FIRST_POINT
        while size < len(self.cases):
            with suppress(UserFacingError):
                yield [size, self.fit(size).model.metrics["micro_f1"]]
            size *= 2


def words_of(model: Model, found: Mapping[str, Sequence[Case]]) -> Iterator[tuple[str, list[SuggestedLabel]]]:
    """By document what a model says of the entries that nobody has decided."""
    for document, of in found.items():
        open_cases = [case for case in of if case.given is None]
        if not open_cases:
            continue
        texts, hints = [case.text for case in open_cases], [case.hints for case in open_cases]
        suggested = model.suggest(texts, hints)
        first = [one.labels[0] if one.labels else model.values[0] for one in suggested]
        why = model.why(texts, first, hints)
        yield (
            document,
            [
                SuggestedLabel(case.node, one, tuple(words[:_NAMED]))
                for case, one, words in zip(open_cases, suggested, why, strict=True)
            ],
        )
