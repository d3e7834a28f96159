"""Speakers whose words a report tells or prints: "Norway welcomed …", "Ms. Berg (Norway): …"."""

from __future__ import annotations

import re
from functools import cache

from model.countries import find, mentions
from model.labels import Span
from model.lists.entries import ListEntry, ListKind
from model.lists.wording import Wording


def told(text: str, wording: Wording, item: str = "") -> list[ListEntry]:
    """The State whose words a paragraph of a dialogue tells: it opens with its name and a verb, or with a
    clause ("Noting progress, Chile asked")."""
    if "verbs" not in wording.dialogue:
        return []
    named = {mention.start: mention for mention in mentions(text[: _REACH + _NAME])}
    starts = [0, *(comma.end() for comma in _COMMA.finditer(text, 0, _REACH))] if named else []
    for start in starts:
        if match := _article(wording).match(text, start):
            start = match.end()
        if (who := named.get(start)) is None:
            continue
        if _verb(wording).match(text, who.end):
            category = wording.category_of(None, who.country.name, who.country)
            more = {"agenda_item": item} if item else {}
            name = text[start : who.end]
            return [ListEntry(ListKind.SPEAKERS, name, Span(start, who.end), category, who.country, more)]
    return []


_COMMA = re.compile(r"[,，،]\s?")
# The clause before a speaker's name is no longer than this, nor is the name.
_REACH, _NAME = 260, 120


def verbatim(text: str, wording: Wording) -> list[ListEntry]:
    """The speaker of a speech in a verbatim record."""
    pattern = wording.dialogue.get("verbatim")
    match = pattern.match(text) if pattern else None
    if match is None or not (match["name"] or match["state"]):
        return []
    start, end = match.span("name") if match["name"] else match.span("office")
    country = find(match["state"]) if match["state"] else None
    entry = ListEntry(ListKind.SPEAKERS, text[start:end], Span(start, end), None, country)
    return [entry.with_more(state=match["state"] or "", office=match["office"] or "")]


@cache
def _article(wording: Wording) -> re.Pattern[str]:
    return re.compile(f"(?:{wording.words['articles']})")


@cache
def _verb(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?:, [^.]{{3,160}}?,)? (?:{wording.dialogue['verbs'].pattern})\b")
