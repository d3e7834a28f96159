"""Makes the stored project of the current version: `python -m tests.data.make_project`.

Run once when a version is released. A file that is there stays as it is: what it holds is what people have
on their disks, also where today's code would write it differently.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from model import editing
from model.edits import DecisionChange, Edit
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from storage.migrations import latest_version
from storage.project import Project
from storage.sources import PART_BYTES
from tests.storage.stored_reports import decisions, document, nodes, store

FOLDER = Path(__file__).parent
DOCUMENT = "018f0000-0000-7000-8000-000000000000"
FOOTNOTE = "018f0000-0000-7000-8000-00000000000f"
# Two parts of a PDF that compress to nothing in the repository.
PDF = b"%PDF-1.7 stored\n" + b"\0" * PART_BYTES


def make(path: Path) -> None:
    with Project.create(path, "Ann") as project:
        _fill(project)


def _fill(project: Project) -> None:
    made = replace(document("stored.pdf", PDF), id=DOCUMENT)
    tree = nodes(6)
    words = "See 𝒳/1 — “قرار”."
    place = Anchor((Region(1, 72.0, 700.0, 300.0, 710.0),), words)
    tree.append(
        Node(FOOTNOTE, Kind.FOOTNOTE, words, tree[1].id, 1, None, "1", place, 0.4, ("small type",),
             {"note": True})
    )  # fmt: skip
    review = store(project, made, tree, decisions(tree), PDF)
    ann, ben = project.person("Ann"), project.person("Ben")

    def do(edit: Edit, reviewer=ann) -> None:
        project.apply(edit, made.id, reviewer).result()
        review.apply(edit)

    do(editing.set_text(review, ann, tree[1].id, "The Committee recommends that States inspect every well."))
    do(editing.merge_with_previous(review, ann, tree[3].id))
    do(editing.split(review, ann, tree[4].id, 24))
    do(editing.accept(review, ben, [tree[5].id]), ben)
    key = DecisionKey(tree[5].id, Slot.FORCE, ben.id)
    agreed = Decision(key, 4, datetime(2025, 1, 2, tzinfo=UTC), (Span(14, 24),), adjudicated=True)
    do(Edit("agree on 5", (DecisionChange(None, agreed),)), ben)
    do(editing.flag(review, ann, [tree[1].id]))
    project.undo(made.id, ann).result()
    project.set_setting("place", {"document": made.id, "page": 2}).result()


if __name__ == "__main__":
    target = FOLDER / f"project-v{latest_version()}.paraph"
    if target.exists():
        sys.exit(f"{target}: there already; a stored project is never made again")
    make(target)
