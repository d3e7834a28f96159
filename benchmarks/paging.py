"""The pages of a long report: how even they scroll by the wheel, and how soon words are found on all of them.

Of a report that is made here, or of a PDF that is named: `python -m benchmarks.paging FILE.pdf`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.timing import percentile, say
from benchmarks.window import Blocks
from benchmarks.workloads import make_project, write_plain_pdf
from gui.page.canvas import PageCanvas
from gui.stage import Stage

NODES = 10_000
FRAME_MS = 1000 / 60
# Turns of the wheel, and the milliseconds between two: as fast as a hand turns it.
NOTCHES, BETWEEN_MS = 300, 25


class Paints:
    """The milliseconds of every painting of the pages."""

    def __init__(self) -> None:
        self.spent: list[float] = []
        paint, spent = PageCanvas.paintEvent, self.spent

        def timed(canvas: PageCanvas, event: QPaintEvent) -> None:
            started = time.perf_counter()
            paint(canvas, event)
            spent.append((time.perf_counter() - started) * 1000)

        PageCanvas.paintEvent = timed  # type: ignore[assignment,method-assign]


def main(named: Path | None = None) -> None:
    paints = Paints()
    with tempfile.TemporaryDirectory() as name, Stage() as stage:
        view = stage.window.page_view
        if named is None:
            plain = write_plain_pdf(Path(name) / "plain.pdf", NODES)
            make_project(Path(name) / "large.paraph", 1, NODES, plain)
            stage.new_project(Path(name) / "large.paraph")
            stage.open_report()
        else:
            stage.window.page_panel.show_page()
            view.pdf.show(named)
            stage.wait_for(lambda: bool(view.canvas.pages), "the pages")
        stage.settle()
        figures = _scrolled(stage, paints) | _found(stage)
    say(figures)


def _scrolled(stage: Stage, paints: Paints) -> dict[str, float]:
    canvas = stage.window.page_view.canvas
    paints.spent.clear()
    watch = Blocks()
    for _ in range(NOTCHES):
        at = QPointF(canvas.viewport().rect().center())
        event = QWheelEvent(at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, -120),
                            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                            Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(canvas.viewport(), event)
        stage.wait(BETWEEN_MS)
    stage.settle()
    longest = watch.end()
    slow = sum(spent > FRAME_MS for spent in paints.spent)
    return {
        "scroll_paints": len(paints.spent),
        "scroll_slow_percent": round(100 * slow / len(paints.spent), 2),
        "scroll_paint_ms_p99": round(percentile(paints.spent, 0.99), 1),
        "scroll_block_ms": round(longest, 1),
    }


def _found(stage: Stage) -> dict[str, float]:
    view = stage.window.page_view
    spent: list[float] = []
    watch = Blocks()
    for words in ("the", "wells"):  # pages are read for the first, and known for the second
        view.find_words()
        started = time.perf_counter()
        view.find_bar.words.setText(words)
        stage.wait_for(lambda: not view.finder.busy, "the end of the search")
        spent.append((time.perf_counter() - started) * 1000)
    return {
        "find_first_ms": round(spent[0], 1),
        "find_again_ms": round(spent[1], 1),
        "find_block_ms": round(watch.end(), 1),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
