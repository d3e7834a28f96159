"""What a file format of a dataset has to do, and the facts of a document that every row repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple, Protocol

from model.documents import Document
from storage.exporting.records import Record


class Row(NamedTuple):
    """What is compared after writing: a row as it is read back."""

    document: str
    node: str


class Format(Protocol):
    """A way to write rows. `suffix` ends the file's name, `head` is its beginning."""

    suffix: str
    head: str

    def encode(self, document: Document, records: Sequence[Record]) -> str:
        """The rows of one document, or of a part of it."""

    def read_back(self, file: BinaryIO) -> Iterator[Row]:
        """The rows of a whole file. Raises ValueError for what this format does not write."""
