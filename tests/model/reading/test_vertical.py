"""Pages written from top to bottom are in doubt."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.doubts import DoubtKind
from model.extraction.extract import extract
from model.reading.pdf import Pdf

_COLUMN = "委員会は北部の井戸に関する報告書を検討し"


def _written(path: Path, columns: int) -> Path:
    """A page of columns of Japanese and three rows of English."""
    with pymupdf.open() as made:
        page = made.new_page()
        for at in range(columns):
            page.insert_text((500 - 20 * at, 80), _COLUMN, fontname="japan", fontsize=11)
        for xref in range(1, made.xref_length()):
            _, encoding = made.xref_get_key(xref, "Encoding")
            if encoding.endswith("-H"):
                made.xref_set_key(xref, "Encoding", encoding.removesuffix("H") + "V")
        for at in range(3):
            page.insert_text((72, 600 + 14 * at), "The committee considered the report on wells.")
        made.save(path)
    return path


@pytest.mark.parametrize(("columns", "told"), [(8, [1]), (1, [])])
def test_a_page_written_from_top_to_bottom_is_in_doubt(tmp_path: Path, columns: int, told: list[int]) -> None:
    with Pdf(_written(tmp_path / "down.pdf", columns)) as pdf:
        found = extract(pdf, lambda done, total: None)
    assert [doubt.page for doubt in found.doubts if doubt.kind is DoubtKind.VERTICAL] == told
    assert sum(node.text.count("委") for node in found.nodes) == columns
