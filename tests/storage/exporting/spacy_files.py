"""Reads spaCy's files. It is loaded only then: every process of the tests loads all their modules."""

from __future__ import annotations

from pathlib import Path


def docs_in(path: Path) -> list:
    import spacy
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))
