"""Reads a thesaurus in a process of its own.

Its parser makes millions of small objects, and lets them go all at once: for so long every other thread of
the process stands still, the window's too. What comes back comes in pieces, each quickly unpacked. A file
that was made to fill the memory fills that process only, and no more of it than it may.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from model.labels import Slot
from model.vocabularies.concepts import BadVocabulary, Concept, Vocabulary
from model.vocabularies.files import load
from model.workers.limits import MEGABYTE, leave_with_parent, limit_memory

# Concepts that are sent at once.
_A_PIECE = 250
_MEMORY = 4096 * MEGABYTE


def load_apart(path: Path, slot: Slot = Slot.THEMES) -> Vocabulary:
    """As `load`. Raises BadVocabulary also where the process does not survive the file."""
    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, spawn, initializer=_begin) as pool:
        try:
            head, pieces = pool.submit(_packed, path, slot).result()
        except BrokenProcessPool as error:
            raise BadVocabulary(f"{path}: too large or damaged to be read; take a part of it") from error
    return replace(head, concepts=tuple(chain.from_iterable(map(_unpacked, pieces))))


def _begin() -> None:
    leave_with_parent()
    limit_memory(_MEMORY)


def _packed(path: Path, slot: Slot) -> tuple[Vocabulary, list[bytes]]:
    vocabulary = load(path, slot)
    return replace(vocabulary, concepts=()), [pickle.dumps(piece) for piece in _pieces(vocabulary.concepts)]


def _pieces(concepts: tuple[Concept, ...]) -> Iterator[tuple[Concept, ...]]:
    for start in range(0, len(concepts), _A_PIECE):
        yield concepts[start : start + _A_PIECE]


def _unpacked(piece: bytes) -> tuple[Concept, ...]:
    concepts: tuple[Concept, ...] = pickle.loads(piece)
    return concepts
