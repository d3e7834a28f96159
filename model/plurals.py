"""Numbers with their nouns, for sentences."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number with a regular noun: "1 entry", "2,000 entries"."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else several}"
