"""Vocabularies out of files that a user drops in: the kind of file is told by its suffix."""

from __future__ import annotations

from pathlib import Path

from model.labels import Slot
from model.vocabularies.as_csv import load_csv
from model.vocabularies.as_skos import FORMATS, load_skos
from model.vocabularies.concepts import BadVocabulary, Vocabulary

_TABLES = (".csv", ".tsv")
SUFFIXES = (*_TABLES, *FORMATS)


def load(path: Path, slot: Slot = Slot.THEMES) -> Vocabulary:
    """Raises BadVocabulary, whose line names the file and says what to mend."""
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        return load_csv(path, slot=slot)
    if suffix in FORMATS:
        return load_skos(path, slot)
    raise BadVocabulary(f"{path}: not a vocabulary; choose a CSV file or SKOS (*.ttl, *.rdf, *.jsonld)")
