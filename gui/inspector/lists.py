"""How the values of each list slot are put in words, and what can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from gui.inspector.add_line import Offer
from gui.inspector.chip import Said
from gui.inspector.chips import Choices
from gui.inspector.concepts import Concepts
from gui.inspector.references import References
from model.labels import ConditionKind, InstrumentKind, Response, Slot, TimeKind
from model.schemes import Scheme, default


def list_slots(
    concepts: Concepts,
    references: References,
    scheme_of: Callable[[], Scheme],
    value_of: Callable[[Slot, str], Any],
) -> tuple[Choices, ...]:
    """In the inspector's order."""
    return (
        Choices(Slot.ADDRESSEES, "addressee", partial(_addressee, scheme_of), offers=addressees(default())),
        _of_concepts(Slot.BENEFICIARIES, "beneficiary", concepts),
        _of_concepts(Slot.THEMES, "theme", concepts),
        Choices(Slot.INSTRUMENTS, "instrument", partial(_instrument, references),
                made=partial(value_of, Slot.INSTRUMENTS), kinds=_values(InstrumentKind)),
        Choices(Slot.CONDITIONS, "condition", _condition, made=partial(value_of, Slot.CONDITIONS),
                kinds=_values(ConditionKind)),
        Choices(Slot.TIME_FRAME, "time frame", _time, made=partial(value_of, Slot.TIME_FRAME),
                kinds=_values(TimeKind)),
        Choices(Slot.FOLLOW_UP, "follow-up", partial(_follow_up, references), offers=_RESPONSES),
    )  # fmt: skip


def _of_concepts(slot: Slot, one: str, concepts: Concepts) -> Choices:
    return Choices(slot, one, partial(_concept, concepts, slot), complete=partial(_complete, concepts, slot))


def _complete(concepts: Concepts, slot: Slot, typed: str) -> Sequence[Offer]:
    return [Offer(code, words) for code, words in concepts.complete(slot, typed)]


def _concept(concepts: Concepts, slot: Slot, code: Any) -> Said:
    words = concepts.label(slot, str(code))
    return Said(words, "" if words == code else str(code))


def addressees(scheme: Scheme) -> tuple[Offer, ...]:
    """Those that the label scheme offers."""
    return tuple(Offer(label.code, label.name) for label in scheme.offered(Slot.ADDRESSEES))


def _addressee(scheme_of: Callable[[], Scheme], value: Any) -> Said:
    label = scheme_of().label(Slot.ADDRESSEES, value)
    return Said(label.name, label.definition)


def _instrument(references: References, value: Any) -> Said:
    name, kind, target = str(value.get("name", "")), str(value.get("kind", "")), value.get("target")
    here = references.entry(target) if target else None
    if here is not None:
        return Said(name, f"{kind}, entry {here}", target)
    report = references.report(value)
    return Said(name, kind) if report is None else Said(name, f"{kind}, in {report[1]}", report[0])


def _condition(value: Any) -> Said:
    return Said(str(value.get("text", "")), str(value.get("kind", "")))


def _time(value: Any) -> Said:
    more = ", ".join(filter(None, (str(value.get("kind", "")), str(value.get("when", "")))))
    return Said(str(value.get("text", "")), more)


def _follow_up(references: References, value: Any) -> Said:
    words, target = str(value.get("response", "")).capitalize(), value.get("target")
    here = references.entry(target) if target else None
    if target and here is None:
        return Said(f"{words} → elsewhere", "in another report", target)
    return Said(f"{words} → {here}" if here else words, f"in entry {here}" if here else "", target)


def _values(kinds: type[InstrumentKind] | type[ConditionKind] | type[TimeKind]) -> tuple[str, ...]:
    return tuple(kind.value for kind in kinds)


_RESPONSES = tuple(Offer({"target": None, "response": one.value}, one.value.capitalize()) for one in Response)
