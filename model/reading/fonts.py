"""Which characters the fonts of a page name for their glyphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_CODES = re.compile(rb"<([0-9A-Fa-f]{4,})>")


def named(page: Any) -> Mapping[str, frozenset[str]]:
    """For fonts with codes of one byte, by their names without the prefix of a subset: the characters that
    their tables to Unicode lead to. For a glyph without one the engine takes the code for the character."""
    found: dict[str, frozenset[str]] = {}
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
        codes = [bytes.fromhex(code.decode()) for code in _CODES.findall(table)]
        characters = frozenset("".join([code.decode("utf-16-be", "replace") for code in codes]))
        _, _, name = name.rpartition("+")
        found[name] = found.get(name, frozenset()) | characters
    return found
