"""The real window with a document of 10,000 nodes: how soon it shows what was asked for, and its standstills.

The times are those of the window's thread: from the asking to the end of the painting that shows it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

from benchmarks.timing import ROOT, median, percentile, say
from benchmarks.workloads import make_project, write_plain_pdf, write_reports
from gui.stage import Stage
from model.nodes import Kind

NODES = 10_000
TIMES = 30
BEAT_MS = 2
SAMPLE = ROOT / "resources" / "sample" / "report.pdf"


def main() -> None:
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures["first_page_ms"] = round(median([_first_page(folder / str(turn)) for turn in range(5)]), 1)
        plain = write_plain_pdf(folder / "plain.pdf", NODES)
        make_project(folder / "large.paraph", 1, NODES, plain)
        with Stage() as stage:
            stage.new_project(folder / "large.paraph")
            stage.open_report()
            stage.window.outline.tree.set_all_open(True)
            stage.settle()
            figures["structural_ms"] = round(percentile(_structural(stage), 0.95), 1)
            figures["filter_ms"] = round(max(_filter(stage)), 1)
        figures["select_ms"] = round(percentile(_select(folder / "select.paraph"), 0.95), 1)
        figures["longest_block_ms"] = round(_longest_block(folder / "busy"), 1)
    say(figures)


class Painted(QObject):
    """Tells when a widget has next been painted: an event queued behind the painting."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        self.at = self.at or time.perf_counter()

    def came(self) -> bool:
        return self.at > 0


def _until_painted(stage: Stage, widget: QWidget, ask: Callable[[], object]) -> float:
    """Milliseconds from asking until the widget shows it."""
    painted = Painted(widget)
    started = time.perf_counter()
    ask()
    stage.wait_for(painted.came, "a painting")
    widget.removeEventFilter(painted)
    return (painted.at - started) * 1000


def _first_page(folder: Path) -> float:
    """Milliseconds from choosing a PDF until its first page has a picture."""
    folder.mkdir()
    with Stage() as stage:
        stage.new_project(folder / "first.paraph")
        stage.settle()
        moments: list[float] = []

        def pictured(page: int) -> None:
            moments.append(time.perf_counter())

        stage.window.page_view.canvas.pictured.connect(pictured)
        started = time.perf_counter()
        stage.window.opener.open_files([SAMPLE])
        stage.wait_for(lambda: bool(moments), "the first page")
        stage.wait_for(lambda: stage.window.imports.is_idle, "the import")
        stage.settle()
        return (moments[0] - started) * 1000


def _structural(stage: Stage) -> list[float]:
    """The longest standstill around a merge, and around its undo."""
    session, tree = stage.window.session, stage.window.outline.tree
    random = Random(1)
    spent = []
    for _ in range(TIMES):
        assert session.review is not None
        paragraphs = [node for node in session.review.outline if node.kind is Kind.PARAGRAPH]
        node = paragraphs[random.randrange(2, len(paragraphs))]
        session.select((node.id,), "bench")
        stage.settle()
        for action in ("merge", "undo"):
            watch = Blocks()
            stage.window.actions_of[action].trigger()
            stage.wait_for(lambda: session.is_idle, "the edit")
            stage.settle()
            spent.append(watch.end())
    assert tree.model().rowCount() > NODES * 0.9
    return spent


class Blocks(QObject):
    """A heartbeat in the window's thread: the longest time for which it did not come."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def end(self) -> float:
        self._beat()
        self._timer.stop()
        return self.longest


def _filter(stage: Stage) -> list[float]:
    """Milliseconds of the window's thread for words typed into the filter and taken out again."""
    header, tree = stage.window.outline.header, stage.window.outline.tree
    spent = []
    for words in ("well 77", "", "nothing has this", ""):
        watch = Blocks()
        before = tree.model().rowCount()
        header.words.setText(words)
        stage.wait_for(partial(_differs, tree, before), "the filter")
        stage.wait(150)
        spent.append(watch.end())
    return spent


def _differs(tree: QAbstractItemView, rows: int) -> bool:
    return tree.model().rowCount() != rows


def _select(path: Path) -> list[float]:
    """Milliseconds from selecting an entry of a page that is shown until its rectangles are painted."""
    with Stage() as stage:
        stage.new_project(path)
        stage.import_files([SAMPLE])
        session, canvas = stage.window.session, stage.window.page_view.canvas
        assert session.review is not None
        paragraphs = [node for node in session.review.outline if node.kind is Kind.PARAGRAPH]
        here = [node.id for node in paragraphs if node.page == 2]
        session.select((here[0],), "bench")
        stage.settle()
        spent = []
        for turn in range(TIMES):
            ask = partial(session.select, (here[turn % 2 + 1],), "bench")
            spent.append(_until_painted(stage, canvas.viewport(), ask))
            stage.settle()
        return spent


def _longest_block(folder: Path) -> float:
    """The longest standstill while reports are imported, pages turned, and a dataset is written."""
    reports = write_reports(folder, 4, 10)
    with Stage() as stage:
        stage.new_project(folder / "busy.paraph")
        stage.import_files([SAMPLE])
        watch = Blocks()
        stage.window.opener.open_files(reports)
        page = 0
        while not stage.window.imports.is_idle:
            page = page % 6 + 1
            stage.window.page_view.go_to(page)
            stage.wait(120)
        stage.export(folder / "out")
        stage.settle()
        return watch.end()


if __name__ == "__main__":
    main()
