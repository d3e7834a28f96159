"""Words whose letters are set apart: the engine reads a space after each letter that none was written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from model.reading.text import Line

_SPACED = re.compile(r"\S(?: \S){3,} ?")
# Letters stand at most this much of the size apart; in the cells of a table they stand further.
_NEAR = 0.5


def has_spaced(lines: Iterable[Line]) -> bool:
    """Whether a page may have such words."""
    return any(span.text[1:4:2] == "  " and _is_spaced(span.text) for line in lines for span in line.spans)


def closed(blocks: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The blocks of a page, read with their characters, such words without the spaces that were made."""
    for block in blocks:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                chars = span["chars"]
                span["text"] = "".join([char["c"] for char in chars])
                if _is_spaced(span["text"]) and _stand_near(chars, span["size"]):
                    span["text"] = "".join([char["c"] for char in chars if not char.get("synthetic")])
    return blocks


def _is_spaced(text: str) -> bool:
    return _SPACED.fullmatch(text) is not None and sum(map(str.isalpha, text)) > len(text) / 3


def _stand_near(chars: Sequence[Mapping[str, Any]], size: float) -> bool:
    made = [char["bbox"] for char in chars if char.get("synthetic")]
    return bool(made) and max([box[2] - box[0] for box in made]) < _NEAR * size
