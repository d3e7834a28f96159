"""Pictures of pages: what stays in memory of them."""

from __future__ import annotations

import gc
from pathlib import Path

import pymupdf

from model.reading.pdf import Pdf


def test_nothing_of_a_page_is_kept_behind_a_piece_of_it(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page().insert_text((72, 100), "Wells")
    document.save(tmp_path / "a.pdf")
    with Pdf(tmp_path / "a.pdf") as pdf:
        before = _listed()
        assert pdf.png(1, 2.0, (60, 80, 140, 110))
        assert _listed() == before


def _listed() -> int:
    """How many pages the engine keeps as lists of what is drawn on them."""
    gc.collect()
    return sum(isinstance(one, pymupdf.DisplayList) for one in gc.get_objects())
