"""A page view on a real worker and a real PDF, and the mouse on its words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from gui.app import discard
from gui.page.view import PageView
from gui.session import Session
from gui.stage import Stage
from model.nodes import Region
from model.workers.worker import PdfWorker

PAGES = 12


@pytest.fixture
def stage(qapp, copy):
    """The whole window on a copy of the reviewed sample report."""
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.settle()
        yield stage


@pytest.fixture
def pdf(tmp_path, wells):
    """The file of `wells`, which the test may change."""
    return Path(shutil.copy(wells, tmp_path))


@pytest.fixture(scope="session")
def wells(tmp_path_factory):
    """Twelve pages of text, with a link on each of the first two and contents."""
    path = tmp_path_factory.mktemp("wells") / "wells.pdf"
    with pymupdf.open() as document:
        for number in range(PAGES):
            document.new_page()
            page = document[number]
            page.insert_text((72, 80), f"Page {number + 1} heading", fontsize=16)
            for row in range(30):
                page.insert_text(
                    (72, 120 + 16 * row), f"Line {row} of page {number + 1} tells of déjà wells", fontsize=11
                )
        box = pymupdf.Rect(300, 610, 400, 640)
        inside = {"kind": pymupdf.LINK_GOTO, "from": box, "page": 7, "to": pymupdf.Point(0, 200)}
        document[0].insert_link(inside)
        document[1].insert_link({"kind": pymupdf.LINK_URI, "from": box, "uri": "https://undocs.org/A/78/1"})
        document.set_toc(
            [[1, "Beginning", 1], [2, "A part of it", 3], [2, "Further down", 3, 500], [1, "End", 10]]
        )
        document.save(path)
    return path


@pytest.fixture
def view(qtbot, pdf):
    session, worker = Session("Ada"), PdfWorker()
    view = PageView(session, worker)
    view.resize(700, 800)
    with qtbot.waitExposed(view):
        view.show()
    view.pdf.show(pdf)
    qtbot.waitUntil(lambda: view.pdf.path == pdf, timeout=20_000)
    settled(view, qtbot)
    yield view
    view.pdf.close()
    closed = []
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))
    worker.close()
    view.close()
    discard(view)
    discard(session)


def settled(view, qtbot):
    """Pictures and words are there, and nothing moves."""
    canvas = view.canvas
    qtbot.waitUntil(
        lambda: not (view.source.busy or view.texts.busy or view.finder.busy or canvas.glides), timeout=20_000
    )


def point(canvas, page, x, y):
    """Where a point of a page is in the viewport."""
    spot = canvas.layout_of_pages.to_canvas(Region(page, x, y, x, y)).topLeft()
    return ((spot - QPointF(canvas.offset)) / canvas.ratio).toPoint()


def word_point(view, page, index, share=0.5):
    word = view.texts.get(page).words[index]
    return point(view.canvas, page, word.x0 + share * (word.x1 - word.x0), (word.y0 + word.y1) / 2)


def drag(canvas, start, end, held=Qt.KeyboardModifier.NoModifier, key=None):
    """With the mouse; `key` is pressed before the button comes up."""
    port = canvas.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, held, start)
    QTest.mouseMove(port, start + QPoint(15, 1))
    QTest.mouseMove(port, end)
    if key is not None:
        QTest.keyClick(canvas, key)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, held, end)


def click(canvas, at, button=Qt.MouseButton.LeftButton):
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, at)
