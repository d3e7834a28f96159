"""Vocabularies as simple CSV.

One row a concept, with the columns `code`; `broader` (codes, `|` between them); `label:en`, `label:fr`, ...;
`synonyms:en`, ... (`|` between them); `definition`. A bare `label` or `synonyms` is of no language. Only
`code` and one label are needed, the order of columns does not matter, other columns are passed over.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from model.csv_rows import csv_rows
from model.labels import Slot
from model.vocabularies.concepts import BadVocabulary, Concept, Vocabulary, tidied
from model.vocabularies.limits import MOST_CONCEPTS, file_bytes, shortened

_BETWEEN = "|"


def load_csv(source: Path | str, name: str = "", slot: Slot = Slot.THEMES, version: str = "") -> Vocabulary:
    """A vocabulary from a file, or from the text of one. Raises BadVocabulary with the line to mend."""
    if isinstance(source, Path):
        where, content = str(source), file_bytes(source)
        name = name or source.stem
    else:
        where, content = name or "The text", source.encode()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadVocabulary(f"{where}: not in UTF-8; save it as CSV in UTF-8") from error
    concepts = tuple(_concepts(where, text))
    if not concepts:
        raise BadVocabulary(f"{where}: has no concept; give each a row with a code and a label")
    return tidied(Vocabulary(name, slot, concepts, version, hashlib.sha256(content).hexdigest()))


def _concepts(where: str, text: str) -> Iterator[Concept]:
    seen: set[str] = set()
    rows = csv_rows(io.StringIO(text, newline=""))
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        labels, synonyms = _columns(where, names)
        for row in rows:
            cells = dict(zip(names, map(shortened, row), strict=False))
            if not any(cells.values()):
                continue
            concept = _concept(cells, labels, synonyms)
            wrong = _what_is_wrong(concept, seen)
            if wrong:
                raise BadVocabulary(f"{where}: line {rows.line_num}: {wrong}")
            seen.add(concept.code)
            yield concept
    except csv.Error as error:
        raise BadVocabulary(f"{where}: line {rows.line_num}: not CSV ({error}); correct that line") from error


def _columns(where: str, names: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The columns of labels and of synonyms, each with its language."""
    found: dict[str, dict[str, str]] = {"label": {}, "synonyms": {}}
    for column in names:
        kind, _, language = column.partition(":")
        if kind.strip() in found:
            found[kind.strip()][column] = language.strip()
    if "code" not in names or not found["label"]:
        raise BadVocabulary(
            f"{where}: not a vocabulary; its first line has to name the columns code and label:en"
        )
    return found["label"], found["synonyms"]


def _concept(cells: Mapping[str, str], labels: Mapping[str, str], synonyms: Mapping[str, str]) -> Concept:
    return Concept(
        cells.get("code", ""),
        {language: cells[column] for column, language in labels.items() if cells.get(column)},
        _parts(cells.get("broader", "")),
        {language: _parts(cells[column]) for column, language in synonyms.items() if cells.get(column)},
        cells.get("definition", ""),
    )


def _what_is_wrong(concept: Concept, seen: set[str]) -> str:
    if not concept.code:
        return "no code; give each concept one"
    if concept.code in seen:
        return f"the code {concept.code} is in two lines; give each concept its own"
    if not concept.labels:
        return f"{concept.code} has no label; give it one"
    return f"more than {MOST_CONCEPTS:,} concepts; leave some out" if len(seen) >= MOST_CONCEPTS else ""


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(_BETWEEN) if part.strip())
