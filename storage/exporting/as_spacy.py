"""spaCy: `DocBin` files, one for each split ("all.spacy" where there are none), to train on.

A `Doc` is the text of an entry; one with several recommendations gives one for each. `doc.spans["slots"]`
holds the words that gave the labels ("verb", "conditions/extent"), `doc.ents` those of them that do not
overlap, the longest first, `doc.cats` the values of closed slots ("role=recommendation"), and `doc.user_data`
our ids, the lead-in, and the exact offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.nodes import CLASSIFIED
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.exporting.reports import Report, ReportEntry, is_labelled, reports
from storage.exporting.wording import CHOSEN

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin

_SPANS = "slots"
_SUFFIX = ".spacy"
_ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE")
# The tokenizer takes signs off the ends of a word one by one, and looks at all the rest of it for each:
# thousands of them without a space would take minutes. A longer word is taken in pieces.
_LONGEST_WORD = 500
_LONGER = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")


class SpacyDocs(Format):
    suffix = "-spacy"
    is_folder = True
    loses = (
        "headings, tables and other entries without labels",
        "the outline, except the lead-in's id",
        "words that end inside a token: the span goes to its end, the exact offsets are in `user_data`",
        "notes, normalized names, and targets of references",
        "rectangles on the page",
    )

    def carries(self, record: Record) -> bool:
        return record.kind in CLASSIFIED or is_labelled(record)

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        from spacy.tokens import DocBin

        bins: dict[str, DocBin] = {}
        with _known_codecs():
            for report in reports(batches, context):
                name = report.split or "all"
                if name not in bins:
                    bins[name] = DocBin(_ATTRIBUTES, store_user_data=True)
                for doc in _docs(report, context):
                    bins[name].add(doc)
            for name, made in bins.items():
                (path / f"{name}{_SUFFIX}").write_bytes(made.to_bytes())

    def read_back(self, path: Path) -> Iterator[RowKey]:
        from spacy.tokens import DocBin

        vocab = _language("xx").vocab
        with _known_codecs():
            for file in sorted(path.iterdir()):
                for doc in DocBin().from_bytes(file.read_bytes()).get_docs(vocab):
                    yield RowKey(doc.user_data["document"], doc.user_data["id"], doc.user_data["frame"])


@contextmanager
def _known_codecs() -> Iterator[None]:
    """For every value packed or unpacked the library looks through all that is installed for codecs, which
    takes two thirds of the time; here it looks once."""
    from srsly import msgpack

    registries = (msgpack.msgpack_encoders, msgpack.msgpack_decoders)
    for registry in registries:
        registry.get_all = cache(registry.get_all)
    try:
        yield
    finally:
        for registry in registries:
            del registry.get_all


def _docs(report: Report, context: DatasetContext) -> Iterator[Doc]:
    language = _language(report.document.language)
    for entry in report.entries:
        for frame in entry.frames if entry.node.kind in CLASSIFIED else entry.labelled:
            yield _doc(language, report, entry, frame, context)


def _doc(language: Language, report: Report, entry: ReportEntry, frame: int, context: DatasetContext) -> Doc:
    from spacy.util import filter_spans

    doc = _tokenized(language, entry.node.text)
    said = [one for one in entry.said if one.frame == frame]
    regions = [(*span, name) for one in said for span, name in one.regions]
    found = (doc.char_span(start, end, name, alignment_mode="expand") for start, end, name in regions)
    spans = [span for span in found if span is not None]
    doc.spans[_SPANS] = spans
    doc.ents = filter_spans(spans)
    doc.cats = _cats(said, context)
    doc.user_data = {
        "id": entry.node.id, "document": report.document.id, "frame": frame, "number": entry.node.number,
        "symbol": report.document.masthead.symbol, "sha256": report.document.sha256, "page": entry.node.page,
        "parent": entry.node.parent, "status": entry.status.value, "regions": [list(one) for one in regions],
    }  # fmt: skip
    return doc


def _tokenized(language: Language, text: str) -> Doc:
    from spacy.tokens import Doc

    cuts = [0, *(match.end() for match in _LONGER.finditer(text)), len(text)]
    pieces = [language.tokenizer(text[start:end]) for start, end in pairwise(cuts)]
    return pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)


def _cats(said: list[Any], context: DatasetContext) -> dict[str, float]:
    """1 for what is said of a closed slot, 0 for its other values."""
    cats: dict[str, float] = {}
    for one in said:
        if one.slot in CHOSEN:
            cats |= {f"{one.slot.value}={value}": 0.0 for value in context.definitions.get(one.slot, ())}
            cats |= {f"{one.slot.value}={part.code}": 1.0 for part in one.parts if part.code}
    return cats


@cache
def _language(code: str) -> Language:
    """A tokenizer; the one for any language where there is none for this one, or only with more packages."""
    import spacy

    try:
        return spacy.blank(code or "xx")
    except ImportError:
        return spacy.blank("xx")
