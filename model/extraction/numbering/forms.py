"""A printed number as it may be meant: the dress of its numeral, and its place in a run."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from model.extraction.numbering.systems import System, digits, readings

DIGIT = r"[0-9٠-٩۰-۹０-９]"
# What tells a number that was put in later from the one before it: "2 bis", "Article 3a".
INSERTED = r"\s?(?:bis|ter|quater|quinquies)\b"
# Spaces, and the marks that say in which direction a text runs.
SPACE = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_WORD = re.compile(r"\s*\S*")
_INSERTED_NUMBER = re.compile(rf"({DIGIT}{{1,4}})(?:{INSERTED}|[A-Za-z])")


class Form(StrEnum):
    """The dress of a numeral."""

    STOP = "1."
    BRACKETS = "(1)"
    BRACKET = "1)"
    POINT = ".1"
    DOTTED = "1.1"
    BARE = "1"
    COMMA = "一、"
    LABEL = "Annex 1"
    CODE = "R1"
    BULLET = "•"
    DASH = "-"


# By a name of its own: to look a member of an enumeration up takes as long as a call.
_BARE = Form.BARE
# Forms that count what stands among the paragraphs without taking part in their run.
ASIDE = (Form.LABEL, Form.CODE)
# Forms that count nothing.
SIGNS = (Form.BULLET, Form.DASH)


class Marker(NamedTuple):
    """One meaning of a printed number.

    `value` is its place in a run, `prefix` the numbers before the last of a dotted one, in the systems
    `outer` ("II.1", "I.B.2"; empty if all are figures), `label` the label's word. `printed` is what a
    node's `number` holds, `end` the offset after it, where the text begins (0 for a label, whose
    words stay in the text).
    """

    form: Form
    system: System
    value: int
    printed: str
    end: int
    prefix: tuple[int, ...] = ()
    label: str = ""
    outer: tuple[System, ...] = ()

    def behind(self, text: str) -> int:
        """Where what follows a label and its number begins in the row that they open."""
        start = len(self.label) if text[: len(self.label)].casefold() == self.label else 0
        found = text.find(self.printed, start)
        if found < 0:  # recognition misread it, such as "IT"
            numeral = _WORD.match(text, start)
            return numeral.end() if numeral else start
        end = found + len(self.printed)
        if not start and text[end:].lstrip().casefold().startswith(self.label):
            end = text.casefold().find(self.label, end) + len(self.label)
        return end

    @property
    def inserted(self) -> bool:
        """Whether it was put in later after the number whose value it has: "2 bis", "Article 3a"."""
        return self.printed[-1:].isalpha() and self.printed.isascii() and self.system is System.DIGITS

    @property
    def initials(self) -> bool:
        """Whether it may be somebody's initials: "I.A. Petrov"."""
        return bool(self.outer) and System.DIGITS not in (*self.outer, self.system)

    @property
    def run(self) -> tuple[Form, System, tuple[int, ...], tuple[System, ...], str]:
        """Markers of one run are alike in this; a forgotten stop ("1 Facts", "2. Aims") makes no other."""
        bare = self.form is _BARE and self.system is System.DIGITS
        return Form.STOP if bare else self.form, self.system, self.prefix, self.outer, self.label


def all_but_figures(systems: tuple[System, ...]) -> tuple[System, ...]:
    """The systems that the parts of a dotted number are counted in; none where all are figures."""
    return systems if any(system is not System.DIGITS for system in systems) else ()


def meanings(numeral: str) -> list[tuple[System, int]]:
    """What a numeral may mean: in which system, and its place there."""
    if inserted := _INSERTED_NUMBER.fullmatch(numeral):
        return [(System.DIGITS, digits(inserted[1]))]
    return readings(numeral.rstrip("\u0640"))
