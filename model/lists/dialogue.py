"""Speakers whose words a report tells or prints: "Norway welcomed …", "Ms. Berg (Norway): …"."""

from __future__ import annotations

import re
from functools import cache

from model.countries import find, mentions
from model.labels import Span
from model.lists.entries import Entry, ListKind, category_of
from model.lists.phrases import Phrases


def told(text: str, phrases: Phrases, item: str = "") -> list[Entry]:
    """The State whose words a paragraph of a dialogue tells: it opens with its name and a verb."""
    start = match.end() if (match := _article(phrases).match(text)) else 0
    first = next(mentions(text[start : start + 120]), None)
    if first is None or first.start or "verbs" not in phrases.dialogue:
        return []
    end = start + first.end
    if not _verb(phrases.dialogue["verbs"].pattern).match(text, end):
        return []
    category = category_of(None, first.country.name, first.country)
    more = {"agenda_item": item} if item else {}
    return [Entry(ListKind.SPEAKERS, text[start:end], Span(start, end), category, first.country, more)]


def verbatim(text: str, phrases: Phrases) -> list[Entry]:
    """The speaker of a speech in a verbatim record."""
    pattern = phrases.dialogue.get("verbatim")
    match = pattern.match(text) if pattern else None
    if match is None or not (match["name"] or match["state"]):
        return []
    start, end = match.span("name") if match["name"] else match.span("office")
    country = find(match["state"]) if match["state"] else None
    entry = Entry(ListKind.SPEAKERS, text[start:end], Span(start, end), None, country)
    return [entry.with_more(state=match["state"] or "", office=match["office"] or "")]


def _article(phrases: Phrases) -> re.Pattern[str]:
    return _compiled(f"(?:{phrases.words['articles']})")


def _verb(words: str) -> re.Pattern[str]:
    return _compiled(rf"(?:, [^,.]{{3,120}},)? (?:also |then )?(?:{words})\b")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
