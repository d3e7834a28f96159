"""A row of a page from right to left, as it stands there, in the order in which it is read.

The rules of the Unicode bidirectional algorithm (UAX 9) for a paragraph from right to left, turned about: it
leads from reading order to the page. Numbers with their separators and words from left to right keep theirs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import Any

# From this share of the size on a gap is a space; a space that was written may be narrower.
_SPACE, _NARROW = 0.12, 0.015
_OPENING, _CLOSING = "([{«‹", ")]}»›"
# The flags of a span for what is raised, italic and bold.
_SEEN = 1 | 2 | 16
# Spaces that hold a number's digits together; signs of parts that stand after their number alone.
_FIRM = ("\u00a0", "\u202f")
# Signs within a word, as in Persian, that show nothing themselves but the form of the letters beside them.
_JOINERS = ("\u200c", "\u200d")
_PARTS = "%\u2030\u066a"
_MIRROR = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


class BidiClass(Enum):
    """What a character is: of a word from right to left, of one from left to right, a digit, a sign, a space,
    added to the character before it."""

    BACK = auto()
    FORTH = auto()
    DIGIT = auto()
    SIGN = auto()
    BLANK = auto()
    ADDED = auto()


@dataclass(slots=True)
class Atom:
    """Characters that keep their order, with their edges in points and the span that they come from.

    `parts`: a sign that numbers on either side of it do not stand together with. `unnamed`: of a glyph that
    the font names no character for. `places`: the edges of each character.
    """

    text: str
    x0: float
    x1: float
    kind: BidiClass
    span: Any
    parts: bool = False
    unnamed: bool = False
    places: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = self.places or [(self.x0, self.x1)] * len(self.text)

    @property
    def size(self) -> float:
        return float(self.span["size"])

    def add(self, text: str, x0: float, x1: float) -> None:
        """Goes on with a character."""
        self.text += text
        self.x0, self.x1 = min(self.x0, x0), max(self.x1, x1)
        self.places.append((x0, x1))

    def join(self, other: Atom) -> None:
        """Goes on with another's characters."""
        self.text += other.text
        self.x0, self.x1 = min(self.x0, other.x0), max(self.x1, other.x1)
        self.places += other.places

    def space(self, text: str) -> None:
        """Goes on with a space, if any, which takes no room."""
        self.text += text
        self.places += [(self.x1, self.x1)] * len(text)


@lru_cache(maxsize=2048)
def kind(char: str) -> BidiClass:
    """What a character is."""
    if char.isspace():
        return BidiClass.BLANK
    if unicodedata.combining(char) or char in _JOINERS:
        return BidiClass.ADDED
    if char.isdigit():
        return BidiClass.DIGIT
    if not char.isalpha():
        return BidiClass.SIGN
    return BidiClass.BACK if unicodedata.bidirectional(char) in ("R", "AL") else BidiClass.FORTH


def read(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms of a row in reading order, those joined that stand together, with a space after those that
    one follows. Signs among what runs from left to right are of its kind."""
    placed = sorted([atom for atom in atoms if atom.kind is not BidiClass.BLANK], key=_middle)
    gaps = _gaps(
        placed, sorted([(atom.x0, atom.x1, atom.text) for atom in atoms if atom.kind is BidiClass.BLANK])
    )
    _drop_lengthening(placed, gaps)
    found: list[Atom] = []
    after = ""
    for start, stop in reversed(list(_groups(placed, gaps))):
        if found:
            found[-1].space(after)
        after = gaps[start - 1] if start else ""
        found += _forth(placed, gaps, start, stop) if stop - start > 1 else [placed[start]]
    return found


def brackets(atoms: Sequence[Atom]) -> int:
    """How many brackets of what was read open before a word and close after one, less those that do it the
    other way round: some programs write the bracket that is seen, most the one that is meant."""
    sound = 0
    spaced = True
    for index, atom in enumerate(atoms):
        ends = index + 1 == len(atoms) or atom.text[-1:].isspace()
        if atom.kind is BidiClass.SIGN and spaced != ends:
            opens, closes = atom.text[:1] in _OPENING, atom.text[:1] in _CLOSING
            sound += (opens or closes) and (1 if opens == spaced else -1)
        spaced = ends
    return sound


def mirrored(atoms: Sequence[Atom]) -> list[Atom]:
    """What was read with its brackets turned round."""
    return [
        replace(atom, text=atom.text.translate(_MIRROR)) if atom.kind is BidiClass.SIGN else atom
        for atom in atoms
    ]


def _forth(placed: Sequence[Atom], gaps: Sequence[str], start: int, stop: int) -> list[Atom]:
    """What stands together from left to right, as few atoms as its type allows."""
    made = [placed[start]]
    for at in range(start + 1, stop):
        atom = placed[at]
        made[-1].space(gaps[at - 1])
        if _type(atom) == _type(made[-1]):
            made[-1].join(atom)
        else:
            made.append(atom)
    for atom in made:
        atom.kind = BidiClass.FORTH
    return made


def _type(atom: Atom) -> tuple[float, int]:
    return atom.size, atom.span["flags"] & _SEEN


def _middle(atom: Atom) -> float:
    return atom.x0 + atom.x1


def _gaps(placed: Sequence[Atom], blanks: Sequence[tuple[float, float, str]]) -> list[str]:
    """The space after each atom, as it stands on the page; none where the next stands close."""
    gaps: list[str] = []
    at, end = 0, 0.0
    for atom, following in pairwise(placed):
        end = max(end, atom.x1) if gaps else atom.x1
        wide = (following.x0 - end) / max(atom.size, following.size)
        while at < len(blanks) and blanks[at][1] <= end:
            at += 1
        stop = at
        while stop < len(blanks) and blanks[stop][0] < following.x0:
            stop += 1
        written = "".join([text for _, _, text in blanks[at:stop]])
        gaps.append((written if written in _FIRM else " ") if wide > (_NARROW if written else _SPACE) else "")
    return [*gaps, ""]


def _drop_lengthening(placed: Sequence[Atom], gaps: Sequence[str]) -> None:
    """Empties letters from left to right, and unnamed signs, in the middle of a word of the same font: the
    strokes that lengthen an Arabic word in a justified line, which LibreOffice names no character for. Their
    code may be that of a digit or a stop."""
    at = 1
    while at < len(placed):
        stop = at
        while stop < len(placed) and _may_lengthen(placed[stop]) and placed[stop].text == placed[at].text:
            stop += 1
        if stop > at and stop < len(placed) and not any(gaps[at - 1 : stop]):
            around = [placed[at - 1], *placed[at:stop], placed[stop]]
            fonts = {(atom.span["font"], atom.span["size"]) for atom in around}
            if around[0].kind is around[-1].kind is BidiClass.BACK and len(fonts) == 1:
                for atom in placed[at:stop]:
                    atom.text, atom.kind, atom.places = "", BidiClass.BACK, []
        at = max(stop, at + 1)


def _may_lengthen(atom: Atom) -> bool:
    return atom.unnamed or atom.kind is BidiClass.FORTH


def _groups(placed: Sequence[Atom], gaps: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where those begin and end that are read from left to right: numbers and words; all others singly."""
    start = 0
    while start < len(placed):
        stop = start + 1
        first = _first_word(placed, gaps, start)
        if first is not None:
            stop = _words_end(placed, gaps, first)
        elif placed[start].kind is BidiClass.DIGIT:
            stop = _number_end(placed, gaps, start)
        elif _leads(placed[start]) and _is_digit_beside(placed, gaps, start):
            stop = _number_end(placed, gaps, start + 1)
        yield start, stop
        start = stop


def _first_word(placed: Sequence[Atom], gaps: Sequence[str], start: int) -> int | None:
    """Where the first letter of words from left to right stands that begin here, maybe with a number as in
    2025/L.3."""
    at = start
    if placed[start].kind is BidiClass.DIGIT:
        at = _number_end(placed, gaps, start)
        while at < len(placed) and not gaps[at - 1] and placed[at].kind is BidiClass.SIGN:
            at += 1
        if at == len(placed) or gaps[at - 1]:
            return None
    return at if placed[at].kind is BidiClass.FORTH else None


def _words_end(placed: Sequence[Atom], gaps: Sequence[str], start: int) -> int:
    stop = at = start
    while at < len(placed) and placed[at].kind is not BidiClass.BACK:
        at += 1
        if placed[at - 1].kind is BidiClass.FORTH:
            stop = at
    while (further := _goes_on(placed, gaps, start, stop)) > stop:
        stop = further
    return stop


def _goes_on(placed: Sequence[Atom], gaps: Sequence[str], start: int, stop: int) -> int:
    """To where the number or the bracket leads that stands after words from left to right."""
    at = stop
    if at < len(placed) and placed[at].text == "(":
        # one that is read from the right has its closing bracket on the left
        while at < len(placed) and placed[at].kind is not BidiClass.BACK and placed[at].text != ")":
            at += 1
        return at + 1 if at < len(placed) and placed[at].text == ")" else stop
    if at < len(placed) and gaps[at - 1]:
        # a number at the row's right end comes first: it is a paragraph's
        end = _number_end(placed, gaps, at) if placed[at].kind is BidiClass.DIGIT else at
        return end if end < len(placed) else stop
    while at < len(placed) and not gaps[at - 1] and placed[at].kind is BidiClass.SIGN:
        at += 1
    if at < len(placed) and not gaps[at - 1] and placed[at].kind is BidiClass.DIGIT:
        return _number_end(placed, gaps, at)
    if stop < len(placed) and placed[stop].text in _CLOSING:
        inside = "".join([atom.text for atom in placed[start:stop]])
        opening = _OPENING[_CLOSING.index(placed[stop].text)]
        return stop + (inside.count(opening) > inside.count(placed[stop].text))
    return stop


def _number_end(placed: Sequence[Atom], gaps: Sequence[str], start: int) -> int:
    """The end of a number with the separators in it and the sign of its unit."""
    at = start + 1
    while at < len(placed):
        if gaps[at - 1]:
            if gaps[at - 1] == " " or placed[at].kind is not BidiClass.DIGIT:
                break
            at += 1
        elif placed[at].kind is BidiClass.DIGIT:
            at += 1
        elif _separates(placed[at]) and _is_digit_beside(placed, gaps, at):
            at += 2
        elif _is_unit(placed[at]):
            return at + 1
        else:
            break
    return at


def _is_digit_beside(placed: Sequence[Atom], gaps: Sequence[str], at: int) -> bool:
    return at + 1 < len(placed) and not gaps[at] and placed[at + 1].kind is BidiClass.DIGIT


def _separates(atom: Atom) -> bool:
    return (
        atom.kind is BidiClass.SIGN
        and not atom.parts
        and unicodedata.bidirectional(atom.text[0]) in ("CS", "ES", "AN")
    )


def _is_unit(atom: Atom) -> bool:
    return atom.kind is BidiClass.SIGN and unicodedata.bidirectional(atom.text[0]) == "ET"


def _leads(atom: Atom) -> bool:
    """Whether a sign of a unit may stand before its number ("$5")."""
    return _is_unit(atom) and atom.text not in _PARTS
