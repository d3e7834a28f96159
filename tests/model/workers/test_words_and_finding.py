"""A real worker gives a page's words in reading order, finds words in pieces, and tells the contents."""

from __future__ import annotations

import pymupdf
import pytest

import resources
from model.folding import needle_of
from model.recognized import RecognizedLine, RecognizedPage, as_json
from model.workers.worker import PdfWorker

PAGES = 120


@pytest.fixture
def sample():
    with resources.path("sample", "report.pdf") as path:
        yield path


@pytest.fixture
def pdf_worker():
    worker = PdfWorker()
    yield worker
    worker.close()


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    with pymupdf.open() as document:
        for number in range(PAGES):
            rows = [f"page {number + 1} row {row} of a long report with wells" for row in range(50)]
            document.new_page().insert_text((72, 60), rows, fontsize=10)
        document.set_toc([[1, "First half", 1], [2, "A part", 2], [1, "Second half", 60]])
        document.save(path)
    return path


def everything(worker, path, words, pages):
    """All pieces of a search."""
    page, hits, pieces = 1, [], 0
    while page:
        found = worker.find(path, needle_of(words), page, pages).result(timeout=30)
        hits += found.hits
        page, pieces = found.next, pieces + 1
    return hits, pieces


def test_words_come_in_reading_order_with_their_edges(pdf_worker, sample):
    layer = pdf_worker.layer(sample, 1).result(timeout=30)
    assert len(layer.words) > 100
    assert all(len(word.edges) == len(word.text) + 1 for word in layer.words)
    assert [word.line for word in layer.words] == sorted(word.line for word in layer.words)


def test_a_search_comes_in_pieces_and_is_complete(pdf_worker, long):
    hits, pieces = everything(pdf_worker, long, "LONG report", PAGES)
    assert len(hits) == PAGES * 50
    assert pieces > 1
    assert [hit.page for hit in hits] == sorted(hit.page for hit in hits)


def test_pictures_do_not_wait_for_a_search(pdf_worker, long):
    pdf_worker.open(long).result(timeout=30)
    search = pdf_worker.find(long, needle_of("report"), 1, PAGES)
    picture = pdf_worker.render(long, 3, 1.0)
    picture.result(timeout=30)
    assert 0 < search.result(timeout=30).next <= PAGES


def test_contents_are_told_of_a_file_that_is_open(pdf_worker, long):
    marks = pdf_worker.contents(long).result(timeout=30).bookmarks
    assert [(mark.level, mark.title, mark.page) for mark in marks] == [
        (1, "First half", 1), (2, "A part", 2), (1, "Second half", 60),
    ]  # fmt: skip


def test_recognized_words_are_among_a_page_s_words_also_when_they_change(pdf_worker, tmp_path):
    path = tmp_path / "scan.pdf"
    with pymupdf.open() as document:
        document.new_page()
        document.save(path)
    assert pdf_worker.find(path, needle_of("wells"), 1, 1).result(timeout=30).hits == ()
    line = RecognizedLine("Wells are dug", 72, 100, 200, 112)
    pdf_worker.set_recognized(path, as_json([RecognizedPage(1, 0, True, (line,))]))
    assert len(pdf_worker.find(path, needle_of("wells"), 1, 1).result(timeout=30).hits) == 1
    layer = pdf_worker.layer(path, 1).result(timeout=30)
    assert [word.text for word in layer.words] == ["Wells", "are", "dug"]
    pdf_worker.set_recognized(path, "")
    assert pdf_worker.find(path, needle_of("wells"), 1, 1).result(timeout=30).hits == ()


def test_a_file_that_was_written_over_is_read_anew(pdf_worker, sample, long, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(sample.read_bytes())
    before = pdf_worker.layer(path, 1).result()
    path.write_bytes(long.read_bytes())
    after = pdf_worker.layer(path, 1).result()
    assert after == pdf_worker.layer(long, 1).result() != before
