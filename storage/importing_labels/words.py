"""What a file of labels says, word by word, before anything is known of the entry that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from model.errors import UserFacingError
from model.labels import Slot

# A larger file does not hold labels; each file is read into memory as a whole.
MOST_BYTES = 200_000_000
MOST_WORDS = 500_000
LONGEST_NAME = 200  # of a reviewer


class ColumnMissing(UserFacingError):
    """A table has none that holds what is wanted; a command says which one does by `--map`."""

    def __init__(self, sentence: str, wanted: str) -> None:
        super().__init__(sentence)
        self.wanted = wanted


class EntryName(NamedTuple):
    """How a file names an entry: by our id, or by its report with its number or its text.

    `where` is the place in the file, for people: "row 12".
    """

    where: str
    node: str = ""
    document: str = ""
    number: str = ""
    text: str = ""


class Word(NamedTuple):
    """One value, or words that gave one. Offsets are code points into the entry's text; both are 0 if the
    value stands for the whole entry. `words` are those at the offsets, or free ones. What the file calls a
    suggestion is nobody's."""

    named: EntryName
    reviewer: str
    slot: Slot
    code: str = ""
    words: str = ""
    start: int = 0
    end: int = 0
    frame: int = 0
    is_suggested: bool = False


@dataclass(frozen=True)
class Request:
    """How a file is to be read.

    `reviewer` says whose words they are instead of what the file says, except where a table says it of each
    label; `otherwise` says it where the file says nothing.
    `columns` names the file's word for a slot, or for number, text, id, document, reviewer; `document` is the
    report that all is about.
    """

    reviewer: str = ""
    otherwise: str = ""
    is_machine: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    document: str = ""

    def slot_of(self, name: str) -> Slot | None:
        """The slot that the file's word means."""
        wanted = name.strip().casefold()
        for slot in Slot:
            if self.columns.get(slot.value, slot.value).casefold() == wanted:
                return slot
        return None
