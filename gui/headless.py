"""Without a display: the window's job all the same, with files to look at instead of a window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from model.nodes import Node

PROJECT = "sample.paraph"
REPORT = "sample.pdf"
DATASET = "dataset"
PICTURE = "window.png"


def tour(out: Path) -> int:
    """Makes a project with the sample report, its dataset and a picture of the window in `out`.

    Gives the exit status. Raises UserFacingError if the folder cannot be written.
    """
    from model.errors import UserFacingError

    out = out.absolute()
    print(f"There is no display: the same job is done without a window, into {out}", flush=True)
    try:
        out.mkdir(parents=True, exist_ok=True)
        files = _perform(out)
    except OSError as error:
        raise UserFacingError(f"{error.filename or out}: cannot be written: {error.strerror}.") from error
    for file in files:
        print(file)
    return 0


def _perform(out: Path) -> list[Path]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qInstallMessageHandler

    import resources
    from gui.stage import Stage
    from model.labels import Role, Slot

    before = qInstallMessageHandler(_only_what_matters)
    report = out / REPORT
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    try:
        with Stage() as stage:
            stage.new_project(out / PROJECT)
            stage.import_files([report])
            review, reviewer = stage.window.session.review, stage.window.session.reviewer
            assert review is not None
            assert reviewer is not None

            def is_recommendation(node: Node) -> bool:
                return bool(review.shown(node.id, Slot.ROLE, reviewer.id).value == Role.RECOMMENDATION)

            stage.select(is_recommendation)
            stage.picture(out / PICTURE)
            dataset = stage.export(out / DATASET)
    finally:
        qInstallMessageHandler(before)
    return [out / PROJECT, *dataset, out / PICTURE]


def _only_what_matters(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """The offscreen platform has things to say that help nobody."""
    if "propagateSizeHints" not in message:
        print(message, flush=True)
