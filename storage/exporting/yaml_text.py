"""YAML as a dataset's card has it, without a library: plain values, one to a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def block_yaml(value: Any, indent: str = "") -> Iterator[str]:
    """Block YAML, of which each text is written as JSON, which is YAML, too."""
    for key, inner in value.items() if isinstance(value, dict) else ((None, item) for item in value):
        start = f"{indent}- " if key is None else f"{indent}{key}:"
        if isinstance(inner, dict) and key is None:
            lines = list(block_yaml(inner, indent + "  "))
            yield start + lines[0].removeprefix(indent + "  ")
            yield from lines[1:]
        elif isinstance(inner, dict | list) and inner:
            yield f"{start}\n"
            yield from block_yaml(inner, indent + "  ")
        else:
            space = "" if key is None else " "
            yield f"{start}{space}{_NOT_IN_YAML.sub(_escaped, json.dumps(inner, ensure_ascii=False))}\n"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
