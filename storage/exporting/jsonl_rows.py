"""Reads the lines that `storage.exporting.as_jsonl` writes, whoever sends them.

Nothing in a line is taken on trust: types, sizes, ids, values, and that words stand where their offsets say.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from model.labels import Slot, Status
from model.review import OTHER_REVIEWER, Source
from model.schemes import CODE, Scheme
from storage.checking_nodes import is_value
from storage.exporting.document_facts import FACTS, is_date
from storage.exporting.records import PLACES, SLOTS, Record, RecordedLabel, column
from storage.rows import KINDS, to_json

LONGEST_LINE = 16 * 2**20
# No report has more; a larger number is damage.
_MOST_PAGES = 100_000
_LONGEST = 4 * 2**20  # characters of a text
_SHORT = 10_000  # characters of a name or a field of the masthead
_MOST = 100_000  # values in a list
_DEEPEST = 50_000_000  # any number: PDF pages and counters are far below
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:@+-]{0,99}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SOURCES = {*(source.value for source in Source), OTHER_REVIEWER} - {Source.NONE.value}
_STATES = frozenset(status.value for status in Status)


class ReadRow(NamedTuple):
    """A row as it was read."""

    document: Mapping[str, Any]  # the facts of `document_facts`
    split: str
    page_label: str
    page_size: tuple[float, float] | None
    record: Record


class AnyScheme(Scheme):
    """Takes every code: what it means says the scheme of the project that it came from."""

    def knows(self, slot: Slot, value: object) -> bool:
        return isinstance(value, str) and len(value) <= 100 and bool(CODE.fullmatch(value))


_SCHEME = AnyScheme({})


def read_line(data: bytes) -> ReadRow:
    """Raises ValueError that says what is wrong with it."""
    try:
        row = json.loads(data, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error
    except ValueError as error:
        raise ValueError("is not JSON") from error
    _need(isinstance(row, dict), "is not a JSON object")
    facts = _facts(row)
    pages = facts["pages"]
    text = _text(row, "text", _LONGEST)
    node = _id(row, "id")
    regions = _regions(row, pages)
    page = _number(row, "page", pages)
    _need(page == (regions[0][0] if regions else 0), "“page” is not that of its first rectangle")
    level = row.get("level")
    _need(level is None or _is_number(level, 100), "“level” is not a level")
    kind = row.get("kind")
    _need(isinstance(kind, str) and kind in KINDS, "“kind” is not a kind of entry")
    status = row.get("status")
    _need(isinstance(status, str) and status in _STATES, "“status” is not a state")
    record = Record(
        node, _number(row, "frame", 1000), _given(row, "parent", _id), _number(row, "order", _DEEPEST),
        tuple(_texts(row, "path")), kind, level, _text(row, "number", _SHORT), text, page, to_json(regions),
        _text(row, "quote", _LONGEST), _text(row, "prefix", _SHORT), _text(row, "suffix", _SHORT),
        _share(row, "confidence"), to_json(_texts(row, "reasons")), _extra(row), _labels(row, text), status,
        _given(row, "reviewed_by", _name), _given(row, "reviewed_at", _time),
    )  # fmt: skip
    return ReadRow(
        facts, _given(row, "split", _name) or "", _text(row, "page_label", _SHORT), _size(row), record
    )


def _facts(row: Mapping[str, Any]) -> Mapping[str, Any]:
    facts: Any = row.get("document")
    _need(isinstance(facts, dict) and set(facts) == set(FACTS), "“document” lacks some of its fields")
    _id(facts, "id")
    _number(facts, "pages", _MOST_PAGES)
    _share(facts, "coverage")
    _texts(facts, "symbols")
    _need(
        isinstance(facts["sha256"], str) and bool(_HASH.fullmatch(facts["sha256"])), "“sha256” is not a hash"
    )
    for name in set(FACTS) - {"id", "pages", "coverage", "symbols", "sha256"}:
        _text(facts, name, _SHORT)
    _need(not facts["date"] or is_date(facts["date"]), "“date” is not a date")
    return dict(facts)


def _labels(row: Mapping[str, Any], text: str) -> tuple[RecordedLabel | None, ...]:
    found: list[RecordedLabel | None] = [None] * len(SLOTS)
    for slot in SLOTS:
        said = row.get(column(slot))
        if said is not None:
            try:
                found[PLACES[slot.value]] = _label(slot, said, text)
            except ValueError as error:
                raise ValueError(f"“{column(slot)}”: {error}") from error
    return tuple(found)


def _label(slot: Slot, said: Any, text: str) -> RecordedLabel:
    _need(isinstance(said, dict), "is not an object")
    value = to_json(said.get("value"))
    _need(
        len(value) <= _LONGEST and is_value(_SCHEME, slot.value, value),
        "its value is not one of this label's",
    )
    source = said.get("source")
    _need(isinstance(source, str) and source in _SOURCES, "its source is not one that exists")
    lead_in = _given(said, "inherited_from", _id)
    _need((source == Source.INHERITED.value) == (lead_in is not None), "it is inherited, or it is not")
    spans, words = _evidence(said)
    if lead_in is None:
        for (start, end), given in zip(spans, words, strict=True):
            _need(text[start:end] == given and end <= len(text), "its words are not where it says")
    return RecordedLabel(
        value, source, _name(said, "reviewer"), lead_in, _share(said, "confidence"),
        _text(said, "rule", _SHORT), _given(said, "at", _time), to_json(spans),
        None if lead_in is None else _patched(spans, words),
    )  # fmt: skip


def _evidence(said: Mapping[str, Any]) -> tuple[list[tuple[int, int]], list[str]]:
    evidence: Any = said.get("evidence")
    _need(isinstance(evidence, list) and len(evidence) <= _MOST, "its evidence is not a list")
    spans, words = [], []
    for one in evidence:
        _need(isinstance(one, dict), "its evidence is not a list of words")
        start, end = _number(one, "start", _LONGEST), _number(one, "end", _LONGEST)
        given = _text(one, "words", _LONGEST)
        _need(end - start == len(given), "its words are not as long as their offsets say")
        spans.append((start, end))
        words.append(given)
    return spans, words


def _patched(spans: list[tuple[int, int]], words: list[str]) -> str:
    """A text in which the words of an inherited label stand where they stand in the lead-in's."""
    text = [" "] * max((end for _, end in spans), default=0)
    for (start, end), given in zip(spans, words, strict=True):
        text[start:end] = given
    return "".join(text)


def _regions(row: Mapping[str, Any], pages: int) -> list[list[float]]:
    regions: Any = row.get("bboxes")
    _need(isinstance(regions, list) and len(regions) <= _MOST, "“bboxes” is not a list")
    for region in regions:
        sound = isinstance(region, list) and len(region) == 5 and _is_number(region[0], pages) and region[0]
        _need(bool(sound) and all(map(_is_finite, region[1:])), "“bboxes” are not rectangles on a page")
    return list(regions)


def _extra(row: Mapping[str, Any]) -> str:
    extra: Any = row.get("extra")
    _need(isinstance(extra, dict), "“extra” is not an object")
    text = to_json(extra)
    _need(len(text) <= _LONGEST, "“extra” is too long")
    return text


def _size(row: Mapping[str, Any]) -> tuple[float, float] | None:
    size: Any = row.get("page_size")
    if size is None:
        return None
    sound = isinstance(size, list) and len(size) == 2 and all(_is_finite(side) and side > 0 for side in size)
    _need(sound, "“page_size” is not a size")
    return size[0], size[1]


# -- the sorts of values -------------------------------------------------------------------------------------


def _need(sound: bool, problem: str) -> None:
    if not sound:
        raise ValueError(problem)


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is not a number")


def _given(row: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any], str], str]) -> str | None:
    return None if row.get(name) is None else read(row, name)


def _text(row: Mapping[str, Any], name: str, longest: int) -> str:
    value: Any = row.get(name)
    _need(isinstance(value, str) and len(value) <= longest, f"“{name}” is not a text, or is too long")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"“{name}” holds half a character") from error
    return str(value)


def _texts(row: Mapping[str, Any], name: str) -> list[str]:
    values: Any = row.get(name)
    sound = isinstance(values, list) and len(values) <= 1000
    _need(sound and all(map(_is_text, values)), f"“{name}” is not a list of texts")
    return list(values)


def _id(row: Mapping[str, Any], name: str) -> str:
    value: Any = row.get(name)
    _need(isinstance(value, str) and bool(_ID.fullmatch(value)), f"“{name}” is not an id")
    return str(value)


def _name(row: Mapping[str, Any], name: str) -> str:
    value = _text(row, name, 200)
    _need(bool(value.strip()), f"“{name}” is empty")
    return value


def _time(row: Mapping[str, Any], name: str) -> str:
    value = _text(row, name, 40)
    try:
        datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{name}” is not a time") from error
    return value


def _number(row: Mapping[str, Any], name: str, most: int) -> int:
    value: Any = row.get(name)
    _need(_is_number(value, most), f"“{name}” is not a whole number from 0 to {most}")
    return int(value)


def _share(row: Mapping[str, Any], name: str) -> float:
    value: Any = row.get(name)
    _need(_is_finite(value) and 0 <= value <= 1, f"“{name}” is not a number from 0 to 1")
    return value  # type: ignore[no-any-return]  # a whole number stays one


def _is_number(value: Any, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _is_finite(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
