"""A report to read in any browser: one file that needs nothing else, with no script in it.

The recommendations are grouped by theme, by addressee and by force, and stand in their reports' order with
labels and a small picture of the passage. For light and dark, for paper, and for texts from right to left.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import resources
from model.plurals import counted
from model.version import VERSION
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, RowBatch, RowKey
from storage.exporting.readable import ForReaders, card_book, rows_of_key
from storage.exporting.xml_text import xml_text


class HtmlReport(ForReaders):
    suffix = ".html"

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        from jinja2 import Environment, StrictUndefined

        environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        environment.filters["base64"] = _base64
        environment.finalize = _clean
        template = environment.from_string(resources.read_text("templates", "report.html"))
        environment.globals["counted"] = counted
        reading = card_book(batches, context)
        with TextFile(path) as file:
            for piece in template.generate(reading=reading, made_by=f"Paraph {VERSION}"):
                file.write(piece)
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        from lxml import html

        for found in html.parse(path, html.HTMLParser(encoding="utf-8")).iterfind(".//article[@data-entry]"):
            yield from rows_of_key(found.get("data-entry"))


def _base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _clean(value: object) -> object:
    """Control characters have no place in HTML either."""
    return xml_text(value) if type(value) is str else value
