"""Edits, loading and export in a project of 100 documents and 100,000 nodes, without a window.

An edit's time is from asking until it is on the disk. The same edits are made again while an import runs.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.timing import median, percentile, say
from benchmarks.workloads import make_project, write_reports
from model import editing
from model.edits import Edit
from model.labels import Reviewer, Slot
from model.nodes import Kind, Node
from model.review import Review
from storage.exporting import export
from storage.importing import Importer
from storage.project import Project
from storage.searching import Criteria

DOCUMENTS, NODES = 100, 1_000
EDITS = 600
LARGE = 10_000
REPORTS, PAGES = 6, 12


def main() -> None:
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.paraph"
        documents = make_project(path, DOCUMENTS, NODES)
        reports = write_reports(folder / "reports", REPORTS, PAGES)
        with Project.open(path) as project:
            ada = project.person("Ada Lovelace")
            reviews = [project.review(document) for document in documents[:10]]
            quiet = _edits(project, reviews, ada, EDITS)
            figures["edit_ms_median"] = round(median(quiet), 2)
            figures["edit_ms_p99"] = round(percentile(quiet, 0.99), 2)
            busy = _while_importing(project, reports, lambda: _edits(project, reviews, ada, 40))
            figures["edit_importing_ms_p99"] = round(percentile(busy, 0.99), 2)
            figures["edits_while_importing"] = len(busy)
            figures["search_ms"] = round(max(_search(project)), 1)
            started = time.perf_counter()
            export(project, ["jsonl"], folder / "out")
            spent = time.perf_counter() - started
            lines = sum(1 for _ in (folder / "out" / "large.jsonl").open("rb"))
            figures["jsonl_nodes_per_s"] = round(lines / spent)
        figures["load_ms"] = round(_load(folder), 1)
    say(figures)


def _edits(project: Project, reviews: list[Review], reviewer: Reviewer, number: int) -> list[float]:
    """Milliseconds of edits of all sorts, each on the disk before the next is asked for."""
    random = Random(number)
    spent: list[float] = []
    while len(spent) < number:
        review = random.choice(reviews)
        node = random.choice([node for node in review.outline if node.kind is Kind.PARAGRAPH])
        try:
            edit = _some_edit(review, reviewer, node, random)
        except editing.NotPossible:
            continue
        if not edit:
            continue
        started = time.perf_counter()
        project.apply(edit, review.document.id, reviewer).result()
        spent.append((time.perf_counter() - started) * 1000)
        review.apply(edit)
    return spent


def _some_edit(review: Review, reviewer: Reviewer, node: Node, random: Random) -> Edit:
    match random.randrange(5):
        case 0 | 1:
            return editing.accept(review, reviewer, [node.id])
        case 2:
            return editing.label(review, reviewer, [node.id], Slot.FORCE, random.randint(1, 5))
        case 3:
            return editing.set_text(review, reviewer, node.id, node.text + " And more.")
        case _:
            return editing.split(review, reviewer, node.id, node.text.find(" ", len(node.text) // 2) + 1)


def _while_importing(project: Project, reports: list[Path], work: Callable[[], list[float]]) -> list[float]:
    importer = Importer(project, reports)
    thread = threading.Thread(target=importer.run)
    thread.start()
    found = []
    while thread.is_alive():
        found += work()
    thread.join()
    return found


def _search(project: Project) -> list[float]:
    """Milliseconds to the first hits of a frequent word, a rare one, a symbol and several words."""
    spent = []
    for words in ("inspect", "777", "A/RES/78", "Secretariat existing resources"):
        for _ in range(5):
            started = time.perf_counter()
            project.search(Criteria(words))
            spent.append((time.perf_counter() - started) * 1000)
    return [min(spent[turn : turn + 5]) for turn in range(0, len(spent), 5)]


def _load(folder: Path) -> float:
    """Milliseconds to load a document of 10,000 nodes, once the statements are warm."""
    path = folder / "one.paraph"
    (document,) = make_project(path, 1, LARGE)
    spent = []
    with Project.open(path) as project:
        for _ in range(6):
            started = time.perf_counter()
            project.review(document)
            spent.append((time.perf_counter() - started) * 1000)
    return median(spent[1:])


if __name__ == "__main__":
    main()
