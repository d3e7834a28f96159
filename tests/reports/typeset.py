"""Marked-up text to lines: faces, widths, line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pymupdf

# MuPDF's own faces for the base-14 fonts: Latin, Greek and Cyrillic letters; `cjk` for Chinese.
FACES = {"roman": "tiro", "bold": "tibo", "italic": "tiit", "bold italic": "tibi", "cjk": "cjk"}
_TAGS = re.compile(r"<(/?)([ibn])>")


@cache
def font(face: str) -> pymupdf.Font:
    return pymupdf.Font(FACES[face])


@cache
def _advance(face: str, letter: str) -> float:
    return font(face).glyph_advance(ord(letter))


@cache
def _advances(face: str, text: str) -> float:
    return sum(_advance(face, letter) for letter in text)


def width(text: str, face: str, size: float) -> float:
    return size * _advances(face, text)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face without a space; a footnote's `mark` is raised and small."""

    text: str
    face: str
    size: float
    mark: bool = False

    @property
    def width(self) -> float:
        return width(self.text, self.face, self.size)


Word = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    words: tuple[Word, ...]
    space: float

    @property
    def width(self) -> float:
        return sum(run.width for word in self.words for run in word) + self.space * (len(self.words) - 1)

    @property
    def marks(self) -> list[str]:
        return [run.text for word in self.words for run in word if run.mark]


def _face(letter: str, bold: bool, italic: bool) -> str:
    if ord(letter) >= 0x2E80:
        return "cjk"
    return {(0, 0): "roman", (1, 0): "bold", (0, 1): "italic", (1, 1): "bold italic"}[bold, italic]


@cache
def words(text: str, size: float, bold: bool = False, italic: bool = False) -> tuple[Word, ...]:
    """The text's words. Chinese has no spaces: every letter may end a line and is a word of its own."""
    state = {"b": bold, "i": italic, "n": False}
    found: list[Word] = []
    word: list[Run] = []

    def close() -> None:
        if word:
            found.append(tuple(word))
            word.clear()

    def take(piece: str) -> None:
        for letter in piece:
            face = _face(letter, state["b"], state["i"])
            if letter == " ":
                close()
            elif word and word[-1].face == face and word[-1].mark == state["n"] and face != "cjk":
                word[-1] = Run(word[-1].text + letter, face, word[-1].size, state["n"])
            else:
                if face == "cjk" and not (word and word[-1].mark):
                    close()
                word.append(Run(letter, face, size * 0.65 if state["n"] else size, state["n"]))

    at = 0
    for tag in _TAGS.finditer(text):
        take(text[at : tag.start()])
        state[tag[2]] = not tag[1]
        at = tag.end()
    take(text[at:])
    close()
    return tuple(found)


def break_lines(
    text: str, size: float, measures: tuple[float, float], bold: bool = False, italic: bool = False
):
    """Lines filled one after the other; `measures` are the widths of the first line and of the others."""
    space = width(" ", "roman", size)
    lines: list[Line] = []
    current: list[Word] = []
    filled = 0.0
    for word in words(text, size, bold, italic):
        needed = sum(run.width for run in word)
        gap = 0.0 if word[0].face == "cjk" else space
        if current and filled + gap + needed > measures[bool(lines)]:
            lines.append(Line(tuple(current), gap if gap == 0 else space))
            current, filled = [], 0.0
        filled += needed + (gap if current else 0.0)
        current.append(word)
    if current:
        lines.append(Line(tuple(current), 0.0 if current[-1][0].face == "cjk" else space))
    return lines


def plain(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text without its tags and footnote marks, and the marks with their code-point offsets."""
    parts: list[str] = []
    marks: list[tuple[int, str]] = []
    inside = False
    at = length = 0
    for tag in [*_TAGS.finditer(text), None]:
        piece = text[at : tag.start() if tag else len(text)]
        if inside:
            marks.append((length, piece))
        else:
            parts.append(piece)
            length += len(piece)
        if tag:
            inside = tag[2] == "n" and not tag[1]
            at = tag.end()
    return "".join(parts), tuple(marks)
