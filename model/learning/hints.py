"""What the rules read in a bare text, as hints for a learned model: how far the first action named goes."""

from __future__ import annotations

from collections.abc import Sequence

from model.suggestions.lexicon_files import lexicon
from model.words import Words

# What is to be done stands this near the beginning.
_REACH = 420
ACTION = "action "


def hints_of(texts: Sequence[str], language: str) -> list[tuple[str, ...]]:
    """The hints for each text, in a language's words (ISO 639-1)."""
    lex = lexicon(language)
    out: list[tuple[str, ...]] = []
    for text in texts:
        found = lex.actions.find(Words(text[:_REACH], lex.cjk))
        out.append((f"{ACTION}{found[0].value}",) if found else ())
    return out
