"""What a file format of a dataset is given and has to do, and the list of all formats.

A format is a module of its own, imported when it is asked for; heavy libraries are imported inside its
functions. It writes one file or one folder from batches that come one after another, and reads it again, so
that what was written can be compared with what should be there before it takes its place.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from model.bodies import NAME, Bodies, from_concepts
from model.documents import Document
from model.labels import Reviewer, Slot
from storage.errors import ExportFailed
from storage.exporting.records import SLOTS, Record


class RowKey(NamedTuple):
    """What is compared after writing: which entry of which document, and which of its recommendations."""

    document: str
    node: str
    frame: int = 0


class RowBatch(NamedTuple):
    """Rows of one document, in reading order. A document's batches come one after another.

    `split` is the part of the dataset that the whole document is in ("train"); empty if there are none.
    """

    document: Document
    rows: Sequence[Record]
    split: str = ""


class Definition(NamedTuple):
    """What a value of a slot is called, what it means, and its colour as "#RRGGBB", if it has one."""

    name: str
    definition: str = ""
    color: str = ""


class SlotConcept(NamedTuple):
    """A concept of a vocabulary that a slot takes its values from. Labels and synonyms go by language."""

    vocabulary: str
    version: str
    slot: str
    code: str
    broader: tuple[str, ...]
    labels: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]]
    definition: str


@dataclass(frozen=True)
class DatasetContext:
    """What a format may ask for beside the rows.

    `name` is the dataset's, which files are named after. `slots` are those to write, in order. `definitions`
    go by slot and value as text ("3" for a force). `about` holds what is known of the dataset as a whole as
    JSON values: the manifest of a release (`storage.releases`). `pdf` gives a document's PDF with exactly the
    bytes that were imported, and raises a ProjectError where the project does not hold it. `password` opens
    those that are locked.
    """

    name: str
    slots: tuple[Slot, ...] = SLOTS
    definitions: Mapping[Slot, Mapping[str, Definition]] = field(default_factory=dict)
    reviewers: Sequence[Reviewer] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    pdf: Callable[[Document], Path] | None = None
    concepts: Callable[[], Iterable[SlotConcept]] = tuple
    password: str | None = None

    def source(self, document: Document) -> Path:
        """The document's PDF. Raises ExportFailed if it is not to be had."""
        if self.pdf is None:
            raise ExportFailed(f"{document.name}: its PDF is not in the project; import the report again")
        return self.pdf(document)

    def bodies(self) -> Bodies:
        """Which names the dataset's project makes one."""
        return from_concepts((one.labels, one.synonyms) for one in self.concepts() if one.vocabulary == NAME)

    def places(self) -> list[int]:
        """Where the slots to write stand in a record's `labels`."""
        return [SLOTS.index(slot) for slot in self.slots]


class Format(ABC):
    """A way to write a dataset. One object writes one dataset.

    `suffix` ends the name of the file or folder; `loses` says in short phrases what it cannot carry.
    """

    suffix: ClassVar[str]
    is_folder: ClassVar[bool] = False
    loses: ClassVar[tuple[str, ...]] = ()

    def carries(self, record: Record) -> bool:
        """Whether this format has a row for the record; what it has none for is not missed."""
        return True

    @abstractmethod
    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str | None:
        """Writes the file, or fills the empty folder, that is at `path`. Takes all batches.

        Gives the SHA-256 of what it wrote where it knows it without reading the file. The same batches give
        the same bytes. May raise ExportFailed; an OSError is explained to the user by whoever called.
        """

    @abstractmethod
    def read_back(self, path: Path) -> Iterator[RowKey]:
        """The rows in what `write` wrote, in any order. Raises ValueError for what this format does not
        write."""


class FormatInfo(NamedTuple):
    """A format for people: its name, what it is good for, and where its class is."""

    label: str
    use: str
    module: str
    class_: str


FORMATS: Mapping[str, FormatInfo] = {
    "jsonl": FormatInfo(
        "JSON Lines", "everything, one entry per line; can be imported", "as_jsonl", "JsonLines"
    ),
    "csv": FormatInfo("CSV", "for spreadsheets and statistics: one entry per row", "as_csv", "Csv"),
    "codebook": FormatInfo("Codebook", "what the tables’ columns and values mean", "as_codebook", "Codebook"),
    "lists": FormatInfo(
        "Lists", "who attended and spoke, agendas, votes: one per row", "as_lists", "ListsCsv"
    ),
    "bodies": FormatInfo("Bodies", "whom recommendations ask, name by name", "as_bodies", "BodiesCsv"),
    "parquet": FormatInfo("Parquet", "for pandas, DuckDB and R: typed columns", "as_parquet", "Parquet"),
    "xlsx": FormatInfo("Excel", "documents, sections, recommendations and labels", "as_xlsx", "Excel"),
    "hf": FormatInfo("Hugging Face", "a folder with card, splits and Croissant", "as_hf", "HuggingFace"),
    "akn": FormatInfo("Akoma Ntoso", "reports as structured legal documents", "as_akn", "AkomaNtoso"),
    "webanno": FormatInfo(
        "Web Annotation", "labels with quotes and page fragments", "as_webanno", "WebAnnotation"
    ),
    "labelstudio": FormatInfo("Label Studio", "to go on annotating there", "as_labelstudio", "LabelStudio"),
    "qdpx": FormatInfo("REFI-QDA", "for qualitative-analysis tools", "as_qdpx", "RefiQda"),
    "spacy": FormatInfo("spaCy", "spans of the labels, to train on", "as_spacy", "SpacyDocs"),
    "pdf": FormatInfo("Annotated PDF", "copies of the reports with highlights", "as_pdf", "AnnotatedPdf"),
    "html": FormatInfo("HTML report", "recommendations to read, in one file", "as_html", "HtmlReport"),
    "docx": FormatInfo("Word report", "recommendations to read and edit", "as_docx", "WordReport"),
}


def format_named(name: str) -> Format:
    """A fresh object of a format of `FORMATS`. Raises ExportFailed if a package for it is missing."""
    info = FORMATS[name]
    with needing_packages(info.label):
        module = import_module(f"storage.exporting.{info.module}")
    made: Format = getattr(module, info.class_)()
    return made


@contextmanager
def needing_packages(label: str) -> Iterator[None]:
    """Says how to get what is an extra of the installation."""
    try:
        yield
    except ModuleNotFoundError as error:
        lacks = f"{label} needs more packages ({error.name}): pip install 'paraph[formats]'"
        raise ExportFailed(lacks) from error


def known_formats(names: Iterable[str]) -> list[str]:
    """The formats that are asked for, each once, in order. Raises ExportFailed that lists those there are."""
    wanted = list(dict.fromkeys(name for given in names if (name := given.strip().lower())))
    for name in wanted:
        if name not in FORMATS:
            raise ExportFailed(f"{name}: no format that Paraph knows; choose from {', '.join(FORMATS)}")
    if not wanted:
        raise ExportFailed(f"no format is named; choose from {', '.join(FORMATS)}")
    return wanted
