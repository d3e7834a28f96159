"""Which characters the fonts of a page name for their glyphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_PAIRS = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,})>")
_NUMBER = re.compile(r"[\d.]+")
# Widths are in thousandths of the size.
_THOUSAND = 1000
# Glyphs are as wide as each other where they differ by less than this share of the size.
_SAME_WIDTH = 0.01


@dataclass(frozen=True, slots=True)
class FontMap:
    """The `characters` that a font's table to Unicode leads to, and how wide (as a share of the size) the
    glyphs are whose codes it leaves out: the engine takes such a code for a character."""

    characters: frozenset[str]
    nameless: Mapping[str, float]

    def names(self, sign: str, width: float) -> bool:
        """Whether a sign as wide as that is one of the table's."""
        return sign in self.characters and abs(self.nameless.get(sign, -1.0) - width) > _SAME_WIDTH


def named(page: Any) -> Mapping[str, Sequence[FontMap]]:
    """For fonts with codes of one byte, by their names without the prefix of a subset."""
    found: dict[str, list[FontMap]] = {}
    for xref, _, kind, name, *_ in page.get_fonts():
        if kind == "Type0":
            continue
        _, value = page.parent.xref_get_key(xref, "ToUnicode")
        number, _, reference = value.partition(" ")
        if reference != "0 R":
            continue
        table = page.parent.xref_stream(int(number)) or b""
        if b"beginbfrange" in table:
            continue
        pairs = _PAIRS.findall(table)
        codes = {int(code, 16) for code, _ in pairs}
        characters = "".join([bytes.fromhex(to.decode()).decode("utf-16-be", "replace") for _, to in pairs])
        widths = _widths(page.parent, xref)
        nameless = {chr(code): width for code, width in widths.items() if code not in codes}
        _, _, name = name.rpartition("+")
        found.setdefault(name, []).append(FontMap(frozenset(characters), nameless))
    return found


def _widths(document: Any, xref: int) -> Mapping[int, float]:
    """The width of the glyph of each code."""
    kind, first = document.xref_get_key(xref, "FirstChar")
    of, widths = document.xref_get_key(xref, "Widths")
    if of == "xref":
        widths = document.xref_object(int(widths.partition(" ")[0]))
    if kind != "int":
        return {}
    return {int(first) + at: float(width) / _THOUSAND for at, width in enumerate(_NUMBER.findall(widths))}
