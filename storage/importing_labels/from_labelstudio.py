"""Labels out of Label Studio: the JSON that it exports, of tasks that Paraph made or of others.

Predictions are left alone: they are nobody's word. A file from somebody else may hold anything, so that each
value is looked at before it is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.errors import UserFacingError, why_unreadable
from model.labels import Slot
from storage.importing_labels.words import MOST_BYTES, EntryName, Request, Word


def read(path: Path, request: Request) -> Iterator[Word]:
    """Raises UserFacingError that names the file, and the task where it can."""
    for number, task in enumerate(_tasks(path), 1):
        try:
            yield from _words(task, f"task {number}", request)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise UserFacingError(
                f"{path}: task {number} is not as Label Studio writes it ({error}); export it as JSON again"
            ) from error


def _tasks(path: Path) -> list[Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserFacingError(f"{path}: more than {MOST_BYTES // 1_000_000} MB; export fewer tasks")
        tasks = json.loads(path.read_bytes())
    except OSError as error:
        raise UserFacingError(f"{path}: {why_unreadable(error)}") from error
    except (ValueError, RecursionError) as error:
        raise UserFacingError(f"{path}: not JSON, or damaged; export it from Label Studio again") from error
    if not isinstance(tasks, list):
        raise UserFacingError(f"{path}: no list of tasks; export it from Label Studio as JSON")
    return tasks


def _words(task: Any, where: str, request: Request) -> Iterator[Word]:
    data, meta = task["data"], task.get("meta") or {}
    node, _, frame = str(data.get("entry", "")).partition("/")
    text = request.columns.get("text", "text")
    named = EntryName(
        where, str(meta.get("id") or node),
        str(request.document or meta.get("document") or data.get("document") or ""),
        str(data.get(request.columns.get("number", "number")) or ""), _text(data.get(text, "")),
    )  # fmt: skip
    of_frame = int(meta.get("frame", frame or 0))
    if not 0 <= of_frame < 100:
        raise ValueError(f"recommendation {of_frame}")
    for annotation in task.get("annotations") or ():
        if annotation.get("was_cancelled"):
            continue
        for result in annotation.get("result") or ():
            whose = request.reviewer or _reviewer(annotation.get("completed_by"), result)
            for word in _of_result(result, named, request):
                yield word._replace(reviewer=whose, frame=of_frame)


def _of_result(result: Any, named: EntryName, request: Request) -> Iterator[Word]:
    value, kind = result["value"], result["type"]
    if kind == "labels":
        start, end = value["start"], value["end"]
        if not (_is_offset(start) and _is_offset(end)):
            raise ValueError(f"a region from {start!r} to {end!r}")
        for label in _texts(value["labels"]):
            name, _, code = label.partition("/")
            slot = request.slot_of(name)
            if slot is not None:
                words = _text(value.get("text", ""))
                yield Word(named, "", slot, code, words, start, end)
        return
    slot = request.slot_of(_text(result["from_name"]))
    if slot is None:
        return
    if kind == "choices":
        for code in _texts(value["choices"]):
            yield Word(named, "", slot, code)
    elif kind == "textarea":
        words = "\n".join(_texts(value["text"]))
        if words and slot in (Slot.NOTE, Slot.VERB, Slot.TASK):
            yield Word(named, "", slot, words=words)


def _reviewer(completed_by: Any, result: Any) -> str:
    """Whose word it is: as Paraph wrote it, else as Label Studio knows its users; empty for a mere number."""
    of_result = (result.get("meta") or {}).get("text")
    if isinstance(of_result, list) and len(of_result) == 1 and isinstance(of_result[0], str):
        return of_result[0]
    if isinstance(completed_by, dict):
        name = " ".join(str(completed_by.get(key) or "") for key in ("first_name", "last_name")).strip()
        return name or str(completed_by.get("email") or "")
    return completed_by if isinstance(completed_by, str) else ""


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("no list where one is expected")
    return [_text(one) for one in value]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} where a text is expected")
    return value


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
