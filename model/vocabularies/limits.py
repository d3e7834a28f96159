"""How large a vocabulary's file may be: a file from anywhere may be made to fill the memory."""

from __future__ import annotations

from pathlib import Path

from model.errors import why_unreadable
from model.vocabularies.concepts import BadVocabulary

MOST_BYTES = 64 * 1024 * 1024
MOST_CONCEPTS = 100_000
# Of a label or a synonym, and of a definition.
_LONGEST = 2_000


def file_bytes(path: Path) -> bytes:
    """What a file holds. Raises BadVocabulary if it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadVocabulary(f"{path}: {why_unreadable(error)}") from error
    if len(content) > MOST_BYTES:
        raise BadVocabulary(f"{path}: larger than {MOST_BYTES >> 20} MB; take a part of it")
    return content


def shortened(text: str) -> str:
    """Without space around it, and no longer than a label or definition may be."""
    return text.strip()[:_LONGEST]
