"""The words of a file, gathered to the values that slots hold (`model.labels.Slot`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.labels import ALIGNED_SLOTS, NO_WORDS, UNORDERED_SLOTS, Decision, Slot, Span
from model.schemes import SCALES, SLOTS, Scheme
from storage.importing_labels.words import Word


class BadValue(ValueError):
    """What a file says is not a value of its slot; the text says why."""


def gathered(words: Sequence[Word], text: str, scheme: Scheme,
             own: Decision | None) -> tuple[Any, tuple[Span, ...]] | None:  # fmt: skip
    """One slot's value and the words that gave it, of one recommendation of an entry with this text.

    None if the reviewer's own word says that already. Parts that a file cannot carry, such as the target
    of a reference, stay as the reviewer's own word has them. Raises BadValue.
    """
    slot = words[0].slot
    value, spans = _value(slot, [(word, _span(word, text)) for word in words], scheme)
    if own is not None and slot in UNORDERED_SLOTS and isinstance(own.value, list):
        value, spans = _in_order_of(own.value, slot, value, spans)
    evidence = spans if any(span != NO_WORDS for span in spans) else ()
    if own is not None:
        value = _completed(slot, value, own.value)
        if value == own.value and evidence in ((), own.evidence):
            return None
    return value, evidence


def _span(word: Word, text: str) -> Span:
    """Where the words stand in the entry as it is now; moved where its text was corrected since."""
    if not word.end:
        return NO_WORDS
    if 0 <= word.start < word.end <= len(text) and text[word.start : word.end] == word.words:
        return Span(word.start, word.end)
    if word.words and text.count(word.words) == 1:
        start = text.index(word.words)
        return Span(start, start + len(word.words))
    raise BadValue(f"the words “{word.words[:40]}” are not at that place in the text")


def _value(slot: Slot, placed: list[tuple[Word, Span]], scheme: Scheme) -> tuple[Any, tuple[Span, ...]]:
    coded = [(_code(slot, word.code, scheme), word.words, span) for word, span in placed if word.code]
    spans = tuple(dict.fromkeys(span for _, span in placed if span != NO_WORDS))
    match slot:
        case Slot.ROLE | Slot.FORCE | Slot.ACTION | Slot.ATTRIBUTION | Slot.STATUS:
            codes = dict.fromkeys(code for code, _, _ in coded)
            if len(codes) != 1:
                raise BadValue(f"{' and '.join(map(str, codes)) or 'nothing'}, where one value is wanted")
            (code,) = codes
            if slot is Slot.ATTRIBUTION:
                name = next((words for _, words, _ in coded if words), "")
                return {"by": code, "name": name}, spans
            if slot in SCALES:
                if not code.isdecimal():
                    raise BadValue(f"{code} is not a value that the project knows")
                return int(code), spans
            return code, spans
        case Slot.VERB | Slot.TASK | Slot.NOTE:
            said = [word.words for word, _ in placed if word.words]
            if not said:
                raise BadValue("no words")
            return said[0], spans
    if not coded:
        raise BadValue(f"“{placed[0][0].words[:40]}” has no value")
    match slot:
        case Slot.ADDRESSEES:
            return list(dict.fromkeys(code for code, _, _ in coded)), spans
        case Slot.BENEFICIARIES | Slot.THEMES:
            best: dict[str, Span] = {}
            for code, _, span in coded:
                if best.get(code, NO_WORDS) == NO_WORDS:
                    best[code] = span
            return list(best), tuple(best.values())
    listed = sorted(coded, key=lambda one: one[2])
    return [_composed(slot, code, words) for code, words, _ in listed], tuple(span for _, _, span in listed)


def _composed(slot: Slot, code: str, words: str) -> dict[str, Any]:
    match slot:
        case Slot.INSTRUMENTS:
            return {"name": words, "kind": code, "target": None}
        case Slot.TIME_FRAME:
            return {"kind": code, "text": words, "when": ""}
        case Slot.FOLLOW_UP:
            return {"target": None, "response": code}
        case Slot.ENTRIES:
            return {"list": code, "name": words}
        case _:
            return {"kind": code, "text": words}


def _code(slot: Slot, code: str, scheme: Scheme) -> str:
    """A code, also where a file has its name: "States parties"."""
    if slot in SLOTS and not scheme.knows(slot, code):
        named = (label.code for label in scheme.labels[slot] if label.name.casefold() == code.casefold())
        return next(named, code.casefold() if scheme.knows(slot, code.casefold()) else code)
    return code


def _completed(slot: Slot, value: Any, own: Any) -> Any:
    """With what the file cannot carry of the reviewer's own word: names, targets, dates."""
    if slot is Slot.ATTRIBUTION and isinstance(own, dict) and own.get("by") == value["by"]:
        return own if not value["name"] else value
    if slot in ALIGNED_SLOTS and isinstance(own, list) and len(own) == len(value):
        return own if list(map(_gist, own)) == list(map(_gist, value)) else value
    return value


def _in_order_of(own: list[Any], slot: Slot, value: list[Any], spans: tuple[Span, ...]) -> tuple[
    list[Any], tuple[Span, ...]
]:  # fmt: skip
    """Values that are a set, in the order of the reviewer's own word: no file keeps it."""
    places = sorted(range(len(value)), key=lambda at: own.index(value[at]) if value[at] in own else len(own))
    ordered = [value[at] for at in places]
    return ordered, tuple(spans[at] for at in places) if slot in ALIGNED_SLOTS else spans


def _gist(value: Any) -> Any:
    """What every file carries of a value."""
    if not isinstance(value, dict):
        return value
    return value.get("kind") or value.get("response") or value.get("list")
