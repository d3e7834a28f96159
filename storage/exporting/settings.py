"""What goes into a dataset: which documents and rows, which slots, and how it is split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from model.errors import UserFacingError
from model.labels import Slot, Status
from model.schemes import Scheme
from storage.exporting.records import SLOTS

_LARGEST_SEED = 2**31 - 1


class SplitUnit(StrEnum):
    """What stays in one split as a whole."""

    DOCUMENT = "document"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Splits:
    """Shares by name, which add up to 1, of all rows; drawn by `seed`."""

    shares: tuple[tuple[str, float], ...]
    seed: int = 0
    by: SplitUnit = SplitUnit.SERIES


@dataclass(frozen=True, slots=True)
class Settings:
    """Empty tuples set no bound. `documents` are ids; `reviewers` are names of people, of whom one reviewed
    or labelled the row. With `adjudicated_only` no other labels are left, and no rows without one.
    """

    documents: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    adjudicated_only: bool = False
    fields: tuple[str, ...] = ()
    splits: Splits | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in SLOTS if not self.fields or slot.value in self.fields)

    def as_json(self) -> dict[str, Any]:
        splits = self.splits
        return {
            "documents": list(self.documents), "roles": list(self.roles), "states": list(self.states),
            "reviewers": list(self.reviewers), "languages": list(self.languages),
            "adjudicated_only": self.adjudicated_only, "fields": list(self.fields),
            "splits": None if splits is None else
            {"shares": dict(splits.shares), "seed": splits.seed, "by": splits.by.value},
        }  # fmt: skip


def settings_from(stored: Mapping[str, Any]) -> Settings:
    """What `as_json` gave."""
    splits = stored["splits"]
    bounds = {name: tuple(stored[name]) for name in _BOUNDS}
    return Settings(
        **bounds,
        adjudicated_only=stored["adjudicated_only"],
        splits=splits and Splits(tuple(splits["shares"].items()), splits["seed"], SplitUnit(splits["by"])),
    )


_BOUNDS = ("documents", "roles", "states", "reviewers", "languages", "fields")


def verify(settings: Settings, scheme: Scheme) -> None:
    """Raises UserFacingError for a role, state or field that there is not."""
    known = {
        "roles": [label.code for label in scheme.labels[Slot.ROLE]],
        "states": [status.value for status in Status],
        "fields": [slot.value for slot in SLOTS],
    }
    for name, values in known.items():
        for value in getattr(settings, name):
            if value not in values:
                raise UserFacingError(f"{value}: not one of the {name}; choose from {', '.join(values)}")


def splits_from(text: str, seed: int = 0, by: SplitUnit = SplitUnit.SERIES) -> Splits:
    """Splits as they are typed: `train=.8,test=.2`. Raises UserFacingError."""
    shares: dict[str, float] = {}
    for part in text.split(","):
        name, _, share = part.strip().partition("=")
        if name.casefold() in map(str.casefold, shares):  # splits name files, which may not tell case
            raise UserFacingError(f"{part.strip()}: there is a split {name} already; give each another name")
        try:
            shares[name] = float(share)
        except ValueError:
            shares[name] = -1
        if not name.isidentifier() or not 0 < shares[name] <= 1:
            raise UserFacingError(f"{part.strip()}: not a split; write them like train=.8,test=.2")
    if abs(sum(shares.values()) - 1) > 1e-6:
        raise UserFacingError(
            f"{text}: the shares of the splits add up to {sum(shares.values()):g}, not to 1"
        )
    if not 0 <= seed <= _LARGEST_SEED:
        raise UserFacingError(f"{seed}: a seed is a number from 0 to {_LARGEST_SEED}")
    return Splits(tuple(shares.items()), seed, by)
