"""Makes docs/images/*.png and the key table of the guide: `make screenshots`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QCursor

import resources
from docs.key_table import write_key_table
from gui.app import application
from gui.releasing.assistant import ExportDialog
from gui.stage import Stage
from gui.theme import Mode
from model.labels import Role, Slot
from model.nodes import Node

FOLDER = Path(__file__).parent
IMAGES = FOLDER / "images"
# Long enough that its import can be seen running.
LONG_PAGES = 60


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    screen = application().primaryScreen()
    QCursor.setPos(screen.geometry().bottomRight())  # no row looks as if the mouse were on it
    with tempfile.TemporaryDirectory(prefix="paraph-screenshots-") as name:
        folder = Path(name)
        report = folder / "HARB-CONF-WG.2-2024-6.pdf"
        report.write_bytes(resources.read_bytes("sample", "report.pdf"))
        _empty()
        project = folder / "Harbours.paraph"
        _review(project, report)
        _dark(project)
        _beside(project)
        _importing(folder, report)
    table = write_key_table()
    for path in (*sorted(IMAGES.glob("*.png")), table):
        print(path.relative_to(FOLDER.parent))


def _empty() -> None:
    """The window before any project."""
    with Stage() as stage:
        stage.picture(IMAGES / "empty.png")


def _review(project: Path, report: Path) -> None:
    """A report under review with a recommendation selected."""
    with Stage() as stage:
        stage.new_project(project)
        stage.import_files([report])
        stage.press("next")
        for _ in range(8):
            stage.press("accept")  # and on to the next
        stage.press("flag")
        stage.select(_is_recommendation(stage))
        stage.picture(IMAGES / "recommendation.png")


def _dark(project: Path) -> None:
    with Stage(mode=Mode.DARK) as stage:
        stage.new_project(project)
        stage.open_report()
        stage.select(_is_recommendation(stage))
        stage.wait(500)  # the words of a page come after its picture
        stage.picture(IMAGES / "dark.png")


def _beside(project: Path) -> None:
    """The windows that look over the whole project, and what asks for a dataset."""
    with Stage() as stage:
        stage.new_project(project)
        stage.open_report()
        insights = stage.window.insights
        for name, shown in (("dashboard", insights.show_dashboard()), ("lists", insights.show_lists())):
            stage.wait(1500)  # what it counts is read in the background
            stage.picture(IMAGES / f"{name}.png", shown)
            shown.close()
        stage.press("export")
        stage.wait_for(lambda: stage.window.findChild(ExportDialog) is not None, "the question")
        stage.wait(1500)
        asked = stage.window.findChild(ExportDialog)
        assert asked is not None
        asked.folder.setText("Documents/Harbours dataset")
        stage.picture(IMAGES / "export.png", asked)
        asked.reject()


def _importing(folder: Path, report: Path) -> None:
    """Reports on their way in, one of them a file that cannot be read."""
    from benchmarks.workloads import write_long_report

    long = write_long_report(folder / "HARB-CONF-2024-101.pdf", LONG_PAGES)
    damaged = folder / "Annual report (scan).pdf"
    damaged.write_bytes(report.read_bytes()[:2000])
    waiting = [shutil.copy(long, folder / f"HARB-CONF-2024-{number}.pdf") for number in (102, 103)]
    with Stage() as stage:
        stage.new_project(folder / "Importing.paraph")
        stage.import_files([report])
        stage.window.opener.open_files([damaged, long, *map(Path, waiting)])
        stage.window.side_tabs.show_documents_wide()
        stage.wait_for(_reads(stage), "a report being read")
        stage.wait(400)
        stage.window.grab().save(str(IMAGES / "importing.png"))
        stage.window.imports.cancel()
        stage.wait_for(lambda: stage.window.imports.is_idle, "the end of the import")


def _is_recommendation(stage: Stage) -> Callable[[Node], bool]:
    """Whether a node is a recommendation with somebody to act."""
    review, reviewer = stage.window.session.review, stage.window.session.reviewer
    assert review is not None
    assert reviewer is not None

    def tell(node: Node) -> bool:
        role = review.shown(node.id, Slot.ROLE, reviewer.id).value
        force = review.shown(node.id, Slot.FORCE, reviewer.id).value
        return bool(role == Role.RECOMMENDATION and force == 2)

    return tell


def _reads(stage: Stage) -> Callable[[], bool]:
    def tell() -> bool:
        return any(item.done > 5 for item in stage.window.imports.items)

    return tell


if __name__ == "__main__":
    main()
