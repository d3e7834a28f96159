"""What a user does to a label scheme that is not saved yet: each change gives another scheme."""

from __future__ import annotations

from dataclasses import replace

from model.labels import Slot
from model.schemes import Label, Scheme, code_of

_NEW = "New label"


def with_new(scheme: Scheme, slot: Slot) -> tuple[Scheme, str]:
    """With a new label at the end of a slot's, to be named; and its code."""
    taken = {label.code for label in scheme.labels[slot]}
    name, number = _NEW, 2
    while code_of(name) in taken:
        name, number = f"{_NEW} {number}", number + 1
    return _with(scheme, slot, (*scheme.labels[slot], Label(code_of(name), name))), code_of(name)


def without(scheme: Scheme, slot: Slot, code: str) -> Scheme:
    """Without a label; what is below it goes up."""
    above = scheme.label(slot, code).broader
    labels = (label for label in scheme.labels[slot] if label.code != code)
    moved_up = (replace(label, broader=above) if label.broader == code else label for label in labels)
    return _with(scheme, slot, tuple(moved_up))


def with_moved(scheme: Scheme, slot: Slot, code: str, step: int) -> Scheme:
    """With a label this many places further down; the same scheme where it cannot go there."""
    labels = list(scheme.labels[slot])
    at = next((place for place, label in enumerate(labels) if label.code == code), -1)
    to = at + step
    if at < 0 or not 0 <= to < len(labels):
        return scheme
    labels[at], labels[to] = labels[to], labels[at]
    return _with(scheme, slot, tuple(labels))


def with_changed(scheme: Scheme, slot: Slot, code: str, label: Label) -> Scheme:
    """With another label in the place of one; what is below that one is below it."""
    labels = tuple(
        label if one.code == code
        else replace(one, broader=label.code) if one.broader == code else one
        for one in scheme.labels[slot]
    )  # fmt: skip
    return _with(scheme, slot, labels)


def named_anew(scheme: Scheme, slot: Slot, code: str, label: Label) -> Label:
    """A label with the code that its name gives it, or with a number after that where another one has it."""
    taken = {one.code for one in scheme.labels[slot]} - {code}
    free, number = code_of(label.name) or code, 2
    while free in taken:
        free, number = f"{code_of(label.name)}-{number}", number + 1
    return replace(label, code=free)


def _with(scheme: Scheme, slot: Slot, labels: tuple[Label, ...]) -> Scheme:
    return replace(scheme, labels={**scheme.labels, slot: labels})
